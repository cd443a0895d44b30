"""Tables as spreadsheets save them: CSV in whatever encoding, xlsx and ods, read into rows of strings."""
