"""The course with its code in the browser alone: a JupyterLite site beside the plain pages, for any file server."""
