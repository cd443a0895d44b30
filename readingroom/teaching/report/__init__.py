"""One page about a marked class."""
