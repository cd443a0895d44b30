"""Documents to go to."""
