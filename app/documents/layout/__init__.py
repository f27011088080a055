"""Where everything stands: the model laid out as operations in millimetres."""
