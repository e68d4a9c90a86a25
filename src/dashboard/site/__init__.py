"""The other reader of the figures: every page, figure and record as plain HTML, feeds and files."""
