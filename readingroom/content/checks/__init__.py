"""Cross-checks of the content: every fault with file, record and field."""
