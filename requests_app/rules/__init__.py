"""Who may do what, when, and read what."""
