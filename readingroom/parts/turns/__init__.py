"""Steps that a reader works out from the figures, in a cell or from a small table."""
