"""Reading Room: read one foreign-policy article closely and check it against the record."""

import sys

__version__ = "0.1.0"

if sys.platform == "emscripten":
    # JupyterLite: the notebook's folder is the first place where an import looks, and each look there asks the page. Last will do.
    sys.path.sort(key=lambda place: place == "")
