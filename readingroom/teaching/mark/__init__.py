"""From submissions to marks, feedback and gradebooks."""
