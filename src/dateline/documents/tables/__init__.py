"""Tables of documents: their columns, and their rows by format."""
