"""The map as plain data (scene), and the two ways of drawing it: live (deck) and as a picture."""
