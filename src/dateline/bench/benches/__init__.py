"""The benches: data in, rows out, one file each."""
