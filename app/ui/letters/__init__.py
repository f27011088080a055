"""The page 文书: letters that stand alone, and the registers of what went and what came."""
