"""Reading Room: read one foreign-policy article closely and check it against the record."""

import sys

__version__ = "0.1.0"

if sys.platform == "emscripten":
    # In JupyterLite imports search the notebook's folder first, and each search there is a request to the page.
    # Searching it last is quicker.
    sys.path.sort(key=lambda entry: entry == "")
