"""Filling a database for measuring, and measuring. Invented throughout; nothing here belongs into an office's data."""
