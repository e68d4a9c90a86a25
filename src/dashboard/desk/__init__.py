"""The coder's desk: a new document, what it may tell, and what a coder makes of it."""
