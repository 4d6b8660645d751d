"""The office's books: registers, closed months, the yearly report, long books built apart."""
