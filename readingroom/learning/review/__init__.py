"""Spaced review: the cards and when each is due."""
