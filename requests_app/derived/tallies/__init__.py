"""Figures of a period, counted from rows in sets, kept per closed day and month."""
