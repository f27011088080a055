"""One function per thing a person asks: each takes a register, is one transaction, returns facts.

Rows never leave: lists return frozen rows, details frozen views. A use case never calls another;
what they share takes the session.
"""
