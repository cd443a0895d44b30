"""Pictures of charts: SVG made from a figure's own JSON, once, when the pages are built."""
