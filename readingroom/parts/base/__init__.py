"""What several parts share: DOM, prose, citations, persistence."""
