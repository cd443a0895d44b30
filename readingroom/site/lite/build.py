"""Building the JupyterLite site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from ...content.errors import CourseError
from . import course, wheels
from .distribution import pandas_in
from .lock import lock
from .runtime import FILES, LOCK, installer, platform, runtime
from .runtime import packages as packages_of
from .settings import EXTENSIONS, KERNEL, build_settings, page_settings
from .sums import BROWSERS_OWN, Sums, sums_in

# What the kernel's own wheels and the course need, which no metadata says of them.
_NEEDS = {
    "piplite": ["micropip"],
    "pyodide-kernel": ["ipykernel", "comm", "ipython"],
    "readingroom": ["anywidget", "ipywidgets", "msgspec", "mistune", "fsrs", "pypdf", "pandas"],
}


def build_live(
    root: Path, out: Path, tools: Path, pyodide: tuple[str, str], cache: Path, distribution: Path | None = None
) -> Path:
    """Write the course below `root` as a JupyterLite site into `out`, anew.

    `tools` holds JupyterLite, `pyodide` is the version and the sum of the browser's Python, `cache` what was fetched
    before, `distribution` the Pyodide distribution to take pandas from, if there is one.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sums = sums_in([_list(root), BROWSERS_OWN])
        _lay_python(work / "static/pyodide", tools, runtime(*pyodide, cache), cache, sums, distribution)
        course.lay(root, work / "content")
        (work / "jupyter-lite.json").write_text(json.dumps(page_settings()), encoding="utf-8")
        installed = [Path(sys.prefix) / "share/jupyter/labextensions" / name for name in EXTENSIONS]
        extensions = [*installed, _extension(tools), course.OPENING]
        (work / "jupyter_lite_config.json").write_text(
            json.dumps(build_settings(extensions, work / "content", work / "out")), encoding="utf-8"
        )
        _run(work, tools)
        _wait_for_the_worker(work / "out")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(work / "out", out, ignore=shutil.ignore_patterns("*.map", "doc", "rspack.config.js"))
    return out


def _list(root: Path) -> Path:
    own = root / "requirements.txt"  # a course beside the package has none
    return own if own.is_file() else course.PACKAGE.parent / own.name


def _lay_python(into: Path, tools: Path, core: Path, cache: Path, sums: Sums, distribution: Path | None) -> None:
    into.mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(core / name, into / name)
    about, packages = platform(core), wheels.needed() | installer(core)
    laid = {
        name: wheels.lightened(wheel, into / wheel.name)
        for name, wheel in wheels.fetched(packages, about["abi_version"], cache / "wheels", sums).items()
    }
    tables, needs = pandas_in(distribution, about, packages_of(core)) if distribution else ({}, {})
    laid |= {name: Path(shutil.copy(wheel, into)) for name, wheel in (_kernel_wheels(tools) | tables).items()}
    laid["readingroom"] = wheels.made("readingroom", metadata.version("readingroom"), course.package_files(), into)
    if not distribution:
        laid["pandas"] = wheels.made("pandas", "0", [("pandas/__init__.py", course.WITHOUT_PANDAS.read_bytes())], into)
    laid["jedi"] = wheels.made(
        "jedi", "0", [], into
    )  # the kernel insists on the name; without the package IPython completes by itself
    (into / LOCK).write_text(
        lock(about, laid, needs | {name: below for name, (_, below) in packages.items()} | _NEEDS), encoding="utf-8"
    )


def _kernel_wheels(tools: Path) -> dict[str, Path]:
    """The wheels that the kernel brings: itself, and stand-ins for what a server has; of two of a name the newer."""
    return {
        wheel.name.split("-")[0].replace("_", "-"): wheel
        for wheel in sorted((_extension(tools) / "static/pypi").glob("*.whl"))
    }


def _extension(tools: Path) -> Path:
    return tools / "share/jupyter/labextensions" / KERNEL


def _run(work: Path, tools: Path) -> None:
    code = "import sys; from jupyterlite_core.app import main; sys.exit(main())"
    env = {**os.environ, "PYTHONPATH": str(tools)}
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--lite-dir", str(work)],
        cwd=work,
        env=env,
        capture_output=True,
        text=True,
    )
    if done.returncode or not (work / "out/lab/index.html").is_file():
        raise CourseError(f"JupyterLite could not be built: {(done.stderr or done.stdout).strip()[-800:]}")


def _wait_for_the_worker(out: Path) -> None:
    """Let every page wait for the service worker before it starts: see ready.js."""
    script = out / "config-utils.js"
    text, start = script.read_text(encoding="utf-8"), "await main();"
    if text.count(start) != 1:
        raise CourseError(
            f"JupyterLite's {script.name} does not start with {start!r} any more, so it cannot be made "
            "to wait for its worker."
        )
    script.write_text(text.replace(start, f'await (await import("./ready.js")).ready();\n{start}'), encoding="utf-8")
    shutil.copyfile(Path(__file__).with_name("ready.js"), out / "ready.js")
