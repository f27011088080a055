"""Breaking Chinese text into lines: classes, tokens, lines, justification, titles; pure."""
