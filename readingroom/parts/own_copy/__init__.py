"""Own copy."""
