"""What things are: periods, tables, quotes, faults, figures, selections. Standard library and edtf only."""
