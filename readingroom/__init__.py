"""Reading Room: read one foreign-policy article closely and check it against the record."""
