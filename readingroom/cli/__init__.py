"""The command line: python3 -m readingroom VERB, one module for each group of verbs."""
