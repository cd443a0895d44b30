"""The Python packages of the browser's Python: the same versions as in this environment, as wheels that it can run."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ...content.errors import CourseError
from .sums import Sums, sha256

# What a kernel and the lessons import. plotly is not among them: the page draws.
WANTED = ("ipython", "comm", "ipywidgets", "anywidget", "msgspec", "mistune", "fsrs", "pypdf")
# jedi and its parser only complete what is typed, pexpect starts processes, the rest the kernel brings or the page has.
LEFT_OUT = frozenset(
    {"ipykernel", "widgetsnbextension", "jupyterlab-widgets", "jedi", "parso", "pexpect", "ptyprocess", "packaging"}
)
PYTHON = "3.14"
_BROWSER = {
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.2",
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}


def needed(wanted: Iterable[str] = WANTED) -> dict[str, tuple[str, list[str]]]:
    """Return, for each package that `wanted` needs in the browser, its version and the packages it needs itself."""
    found: dict[str, tuple[str, list[str]]] = {}

    def visit(name: str) -> None:
        if name in found:
            return
        about = metadata.distribution(name)
        wants = [Requirement(text) for text in about.requires or []]
        below = [
            canonicalize_name(want.name) for want in wants if want.marker is None or want.marker.evaluate(_BROWSER)
        ]
        found[name] = (about.version, [each for each in below if each not in LEFT_OUT])
        for each in found[name][1]:
            visit(each)

    for name in wanted:
        visit(canonicalize_name(name))
    return found


def fetched(packages: dict[str, tuple[str, list[str]]], abi: str, into: Path, sums: Sums) -> dict[str, Path]:
    """Return each package's wheel in `into`, fetching those that are missing or not what `sums` says.

    `abi` is the browser's, as in 2026_0. CourseError for a package that `sums` does not know.
    """
    into.mkdir(parents=True, exist_ok=True)
    wanted = {name: (version, sums.get((name, version), [])) for name, (version, _) in packages.items()}
    if unknown := [f"{name} {version}" for name, (version, known) in wanted.items() if not known]:
        raise CourseError(
            f"the lists of packages give no sum for {', '.join(unknown)}, so JupyterLite is not given it. Set the "
            "course up again, or renew the lists: python3 -m readingroom lock"
        )
    missing = {name: entry for name, entry in wanted.items() if not _there(into, name, *entry)}
    if missing:
        _fetch(missing, abi, into)
    return {name: found for name, entry in wanted.items() if (found := _there(into, name, *entry))}


def _fetch(missing: dict[str, tuple[str, list[str]]], abi: str, into: Path) -> None:
    listed = into / "wanted.txt"
    lines = (
        f"{name}=={version} {' '.join(f'--hash=sha256:{each}' for each in known)}\n"
        for name, (version, known) in missing.items()
    )
    listed.write_text("".join(lines), encoding="utf-8")
    # Names of wheels for this very browser: pip takes no other, and nothing is built.
    platform = ["--platform", f"pyemscripten_{abi}_wasm32", "--python-version", PYTHON, "--implementation", "cp"]
    abis = ["--abi", f"cp{PYTHON.replace('.', '')}", "--abi", "none"]
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*pip, "--only-binary", ":all:", *platform, *abis, "-d", str(into), "--require-hashes", "-r", str(listed)],
        capture_output=True,
        text=True,
    )
    listed.unlink()
    if done.returncode:
        raise CourseError(
            "the browser's packages could not be fetched as the lists name them; check the connection and run the same "
            f"command again. {done.stderr.strip()[-600:]}"
        )


def _there(folder: Path, name: str, version: str, known: list[str]) -> Path | None:
    """The wheel of a package; one that is not what the lists say, such as half a file, is removed."""
    for wheel in sorted(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl")):
        if sha256(wheel) in known:
            return wheel
        wheel.unlink()
    return None


def lightened(wheel: Path, to: Path) -> Path:
    """Copy `wheel` without what a browser never opens: the page's own extensions and the package's tests."""
    with zipfile.ZipFile(wheel) as full, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as light:
        for name in full.namelist():
            parts = name.split("/")
            if not parts[0].endswith(".data") and "tests" not in parts and not name.endswith("/"):
                light.writestr(_dated(name), full.read(name))
    return to


def made(name: str, version: str, files: Iterable[tuple[str, bytes]], to: Path) -> Path:
    """Write a wheel of pure Python that holds `files`, into the folder `to`."""
    wheel, info = (
        to / f"{name.replace('-', '_')}-{version}-py3-none-any.whl",
        f"{name.replace('-', '_')}-{version}.dist-info",
    )
    about = [
        (f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: readingroom\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        (f"{info}/RECORD", b""),
    ]
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, held in [*files, *about]:
            archive.writestr(_dated(path), held)
    return wheel


def _dated(name: str) -> zipfile.ZipInfo:
    """An entry of always the same date, so that the same course makes the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
