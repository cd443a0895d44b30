"""The house: which folder may import which. The dictionary is the picture in the design, written down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "readingroom"
MAY_IMPORT = {
    "__init__": set(),
    "environment": set(),
    "doors": set(),
    "content": {"content"},
    "learning": {"learning", "content"},
    "views": {"views", "learning", "content"},
    "teaching": {"teaching", "learning", "content"},
    "site": {"site", "views", "learning", "content"},
    "notebook": {"views", "learning", "content"},
    "__main__": {"environment", "doors", "site", "teaching", "learning", "content"},
}


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The top folders or modules of the package that `path` imports, however deep in a function the import stands."""
    inside = path.relative_to(PACKAGE.parent).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = list(inside[: len(inside) - node.level + 1]) if node.level else []
            module = [*base, *(node.module or "").split(".")] if node.module else base
            names = [[*module, alias.name] for alias in node.names] if len(module) == 1 else [module]
            found |= {name[1] for name in names if name[0] == "readingroom" and len(name) > 1}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("readingroom.")}
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_what_lies_below_it(path):
    assert imported(path) <= MAY_IMPORT[place(path)]


def test_opening_the_package_loads_nothing_else():
    import subprocess
    import sys
    code = "import sys; import readingroom; print([m for m in sys.modules if m.startswith('readingroom.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_quiz_does_not_pull_in_pandas_or_plotly(root):
    import subprocess
    import sys
    code = ("import sys; from readingroom.notebook import open_section; open_section('opening').quiz(); "
            "print(sorted({'pandas', 'plotly', 'numpy'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "[]", done.stderr
