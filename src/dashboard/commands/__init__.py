"""The commands of `python -m dashboard`, one module each: what it takes, and what it prints."""
