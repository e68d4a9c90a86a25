"""What the Atlas is called."""

TITLE = "Pakistan–Russia Evidence Atlas"
