"""Painters: the pages as PDF and OFD, the model as DOCX, a PDF as images for the screen."""
