"""The story of the text's turning points."""
