"""A learner's own copy of the text: its pages cleaned up and aligned with the paragraphs."""
