"""The command line: python3 -m readingroom VERB."""

import sys

if __name__ == "__main__":
    # Before anything else is imported: an older Python cannot parse the rest.
    if sys.version_info < (3, 11):  # noqa: UP036 - it is there for such a Python
        sys.exit(f"Reading Room needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    from .cli.main import main

    sys.exit(main())
