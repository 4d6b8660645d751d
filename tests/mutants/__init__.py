"""Small wrong changes, tried one by one: what no test notices is printed. `python -m tests.mutants --help`."""
