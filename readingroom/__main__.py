"""The command line: python3 -m readingroom VERB."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # Before anything else is imported: an older Python cannot even read the rest.
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever meets it has such a Python
        sys.exit(f"Reading Room needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    from .cli.main import main

    sys.exit(main())
