"""工作台: what is due, what is awaited, what waits for a hand."""
