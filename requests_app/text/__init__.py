"""How things are written: times, numbers, telephones, NIK."""
