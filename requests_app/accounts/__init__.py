"""Log-in, the session's end, and the code that opens an empty office."""
