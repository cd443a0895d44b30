"""The pages where there is no server, or no network: opened from a folder, handed round as a zip, kept by a browser."""
