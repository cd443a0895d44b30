"""Handing in a lesson."""
