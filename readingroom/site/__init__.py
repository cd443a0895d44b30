"""The course as plain pages: built once, then read, answered and searched with no server and no kernel."""
