"""What the course says: records, files to records, cross-checks."""
