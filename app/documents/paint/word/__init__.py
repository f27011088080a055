"""The model as a file for WPS and Word: paragraphs with styles, for the office to go on with."""
