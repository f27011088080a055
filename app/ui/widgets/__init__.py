"""The parts windows are built from; none of them knows a use case."""
