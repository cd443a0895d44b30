"""Argument."""
