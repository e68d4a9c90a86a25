"""Where words go beside what they name, so that none lies on another."""
