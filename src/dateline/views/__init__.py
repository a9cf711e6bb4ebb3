"""Read-only shapes of what was coded: rows for tables, and the trail from a cell back to its sentences."""
