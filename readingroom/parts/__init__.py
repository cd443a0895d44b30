"""Figures and widgets: what a reader sees and touches."""
