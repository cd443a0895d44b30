"""Which folder may import which, in Python and in JavaScript. The dictionary is the picture in CONTRIBUTING.md, written down."""

from __future__ import annotations

import ast
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "readingroom"
MAY_IMPORT = {
    "__init__": set(),
    "content": {"content"},
    "learning": {"learning", "content"},
    "parts": {"parts", "learning", "content"},
    "notebook": {"parts", "teaching", "learning", "content"},  # teaching: an exercise that marks itself
    "teaching": {"teaching", "learning", "content"},
    "lab": {"lab", "content"},
    "site": {"site", "parts", "learning", "content"},
    "cli": {"cli", "site", "teaching", "learning", "content", "__init__"},
    "__main__": {"cli"},
}
# What one part takes from another; every other part stands by itself on base.
PART_MAY_IMPORT = {
    "documents": {"quiz"},
    "turns": {"quiz"},
    "story": {"quiz", "timeline", "charts"},
    "review": {"quiz"},
    "exercise": {"quiz"},
    "charts": {"quiz"},
    "reader": {"own_copy"},
    "weighing": {"claims"},
}
PYTHON = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(PACKAGE.rglob("*.js"))


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def python_imports(path: Path) -> set[str]:
    """The modules of the package that `path` imports, as paths in it, however deep in a function the import stands."""
    folder = path.relative_to(PACKAGE.parent).parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = [*folder[: len(folder) - node.level + 1]] if node.level else []
            module = [*base, *(node.module or "").split(".")] if node.module else base
            for name in node.names:
                full = Path(*module, name.name)
                is_module = (PACKAGE.parent / full).with_suffix(".py").exists() or (PACKAGE.parent / full).is_dir()
                found.add(
                    "/".join((full if is_module else Path(*module)).parts[1:]) if module[0] == "readingroom" else ""
                )
        elif isinstance(node, ast.Import):
            found |= {"/".join(a.name.split(".")[1:]) for a in node.names if a.name.startswith("readingroom.")}
    return {name or "__init__" for name in found if name or path != PACKAGE / "__init__.py"} - {""}


def script_imports(path: Path) -> set[str]:
    """The modules that a front-end file imports, at once or later, as paths in the package."""
    specifiers = re.findall(r"""(?:from |import\()["'`](\.[^"'`$]+)["'`]""", path.read_text(encoding="utf-8"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(inside(path)), name)) for name in specifiers}


def imports(path: Path) -> set[str]:
    return python_imports(path) if path.suffix == ".py" else script_imports(path)


def above(path: Path) -> set[str]:
    """The rooms that the module `path` imports from and may not."""
    return {name.split("/")[0] for name in imports(path)} - {"__init__"} - MAY_IMPORT[place(path)]


def foreign(path: Path) -> set[str]:
    """The parts that the module `path` of a part imports from and may not."""
    own = path.parent.name
    others = {name.split("/")[1] for name in imports(path) if name.startswith("parts/") and "/" in name[6:]}
    return others - {own, "base"} - (PART_MAY_IMPORT.get(own, set()) if own != "base" else set())


def test_a_module_imports_only_from_what_lies_below_it():
    assert {inside(path): wrong for path in [*PYTHON, *SCRIPTS] if (wrong := above(path))} == {}


def test_a_part_takes_from_no_other_part_than_is_written_down():
    modules = [*PACKAGE.glob("parts/*/*.py"), *PACKAGE.glob("parts/*/*.js")]

    assert {inside(path): wrong for path in modules if (wrong := foreign(path))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", [PYTHON, SCRIPTS], ids=["Python", "JavaScript"])
def test_no_modules_import_one_another_in_a_circle(kind):
    known = {inside(path).removesuffix(".py"): path for path in kind}
    reached = {name: {found for found in imports(path) if found in known} for name, path in known.items()}
    finished: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way, name])
        if name not in finished:
            for other in sorted(reached[name]):
                visit(other, (*way, name))
            finished.add(name)

    for name in sorted(known):
        visit(name, ())


def test_opening_the_package_loads_nothing_else():
    code = "import sys; import readingroom; print([m for m in sys.modules if m.startswith('readingroom.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.slow
def test_a_quiz_does_not_pull_in_pandas_or_plotly(root):
    code = (
        "import sys; from readingroom.notebook import open_section; open_section('opening').quiz(); "
        "print(sorted({'pandas', 'plotly', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "[]", done.stderr
