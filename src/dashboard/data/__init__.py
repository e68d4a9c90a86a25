"""How the tables are read and checked. The only package that opens files."""
