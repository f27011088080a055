"""The exchange centre: what came, what leaves, and where the traffic with each agency stands."""
