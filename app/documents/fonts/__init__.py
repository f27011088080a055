"""The faces of the letters: which there are, what they cover, which draws a character."""
