"""Rows kept for reading, each provable from records: stays, deadlines, search, tallies; and what guards fixed rows."""
