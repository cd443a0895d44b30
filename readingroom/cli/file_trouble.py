"""What to say where the system would not write or read a file."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def trouble_with_files(error: OSError, verb: str, out: Path | None) -> str:
    """Return what is wrong, where, and on a full disk what to do; `out` is where the verb was to write."""
    if error.errno not in _FULL:
        return f"{error.filename or verb}: {error.strerror or error}"
    # Of a copy the system names the file that is read first, which lies on another disk perhaps.
    written = error.filename2 or error.filename
    where = out or (Path(written).parent if written else Path.cwd())
    other = ", or name a folder on another disk with --out" if out else ""
    return f"there is no room left on the disk of {where}, so {verb} is not done. Make room there{other}; then again."
