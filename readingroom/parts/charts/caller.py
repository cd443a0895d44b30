"""The name by which a notebook's cells call a lesson."""

from __future__ import annotations

import sys
from typing import Any


def name_in_notebook(lesson: Any) -> str:
    """Return the variable of the notebook that holds `lesson`, so that a copied call runs as pasted; "" outside one."""
    ipython = sys.modules.get("IPython")  # a notebook has it loaded; importing it elsewhere takes half a second
    shell = ipython.get_ipython() if ipython else None
    cells = shell.user_ns if shell else {}
    return next((name for name, value in list(cells.items()) if value is lesson and not name.startswith("_")), "")
