"""Why a set-up failed, in a sentence that says what to do. Standard library only."""

from __future__ import annotations

import enum
import re
import shutil
from pathlib import Path


class SetupError(Exception):
    """The environment could not be made; the message says what to do."""


class Trouble(enum.Enum):
    """What kept an installer from its work, as far as its output tells."""

    NO_ROOM = "no room"
    REFUSED = "refused"
    NOT_THE_SAME = "not the same"
    NO_VENV = "no venv"
    NO_TRUST = "no trust"
    NO_CONNECTION = "no connection"
    UNKNOWN = "unknown"


# In this order: a full disk comes before what follows from it.
_SIGNS = {
    Trouble.NO_ROOM: r"no space left on device|disk quota exceeded|not enough (?:free )?space on the disk|"
    r"errno 28\b|os error (?:28|112|122)\b|winerror 112\b|disk is full",
    Trouble.NOT_THE_SAME: r"do not match the hashes|hash mismatch",
    Trouble.REFUSED: r"permission denied|access is denied|operation not permitted|read-only file system|"
    r"winerror (?:5|32)\b|os error (?:1|5|13|30|32)\b|being used by another process",
    Trouble.NO_VENV: r"ensurepip is not available|no module named (?:'?ensurepip|'?venv)",
    Trouble.NO_TRUST: r"certificate|sslerror|ssl:",
    Trouble.NO_CONNECTION: r"name resolution|name or service not known|getaddrinfo|dns error|resolve host|"
    r"connection (?:refused|reset|aborted|timed out|broken)|newconnectionerror|connecttimeout|readtimeout|"
    r"read timed out|operation timed out|network is unreachable|no route to host|max retries exceeded|proxyerror|"
    r"cannot connect to proxy|tunnel connection failed|error sending request|failed to fetch|incompleteread|"
    r"connection error|error trying to connect|remote end closed|could not connect",
}
# What uv and pip bring, unpacked and compiled.
_ROOM = "about 1 GB"
_NEXT_TO_NOTHING = 20_000_000


def trouble_in(output: str) -> Trouble:
    """Return what the output of an installer, or the text of an error, tells of."""
    return next((what for what, signs in _SIGNS.items() if re.search(signs, output, re.IGNORECASE)), Trouble.UNKNOWN)


def sentence(output: str, folder: Path) -> str:
    """Return what to say and to do about a set-up in `folder` that failed with this output."""
    again = "then give the same command again."
    trouble = trouble_in(output)
    if trouble is Trouble.UNKNOWN and _is_full(folder):
        trouble = Trouble.NO_ROOM
    match trouble:
        case Trouble.NO_ROOM:
            return f"no room: the disk with {folder}, or the one with the home folder, is full. Free {_ROOM}, {again}"
        case Trouble.REFUSED:
            return (
                f"refused: the system does not let this program write into {folder}, or another program has a file "
                f"there open. Close what runs from that folder, or move the course to a folder of your own, {again}"
            )
        case Trouble.NOT_THE_SAME:
            return (
                "a package that was fetched is not the one that the course names by its sum, so it was not installed. "
                f"Try another network, {again} If it stays so, tell those who look after the course."
            )
        case Trouble.NO_VENV:
            return f"this Python cannot make virtual environments. On Debian and Ubuntu install python3-venv, {again}"
        case Trouble.NO_TRUST:
            return (
                "no safe connection: the certificate of the package index was not accepted. Set this computer's date "
                f"right; in a firm or school ask for its certificate and set SSL_CERT_FILE and PIP_CERT to it, {again}"
            )
        case Trouble.NO_CONNECTION:
            return f"no connection to the package index. Connect to the internet (or set HTTPS_PROXY), {again}"
    told = "\n  ".join(_last_lines(output)) or "(nothing was said)"
    return f"the packages could not be installed. This is what the installer said last:\n  {told}"


def _is_full(folder: Path) -> bool:
    """Return whether next to nothing is free there: not every program says what it died of."""
    try:
        return shutil.disk_usage(folder).free < _NEXT_TO_NOTHING
    except OSError:
        return False


def _last_lines(output: str) -> list[str]:
    """The end of an output, without the frames of a traceback."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    frames = re.compile(r'Traceback \(most|\s+File "|\s+\^|\s{4,}\S')
    return [line.strip()[:200] for line in lines if not frames.match(line)][-8:]
