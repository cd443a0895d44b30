"""A class's own rules: extra time, lateness, tasks that do not count, points given by hand."""
