"""Official documents: what they say, where it stands on the page, and the PDF of it."""
