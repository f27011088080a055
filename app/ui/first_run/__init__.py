"""The first run: a register is set up, and its recovery key written down."""
