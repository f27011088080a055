"""Painters: the laid-out pages as PDF, and a PDF as images for the screen."""
