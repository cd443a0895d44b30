"""The scripts of the pages: modules joined into a few files, one for each room of parts and one that every page has.

Fifty small files, six at a time, keep a phone on a slow line waiting for a second and a half; and on a page opened as
a file browsers refuse modules. So modules stand as functions in classic scripts, and module-loader.js runs them. A
module is named by its path below the package, as in `parts/quiz/item.js`; it comes with `parts/quiz.js`.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..parts.base.frontend import named_in, needed, source

PACKAGE = Path(__file__).resolve().parents[1]
BASE = "site/page.js"
"""The script of every page: the modules that each of them needs, those of parts/base, and the loader."""
_SHARED = "parts/base"
_LOADER = "site/module-loader.js"
_NAMED = re.compile(r'^import ?\{([^}]*)\} ?from ?"(\.[^"]+)";?', re.MULTILINE)
_WHOLE = re.compile(r'^import (\w+) from ?"(\.[^"]+)";?', re.MULTILINE)
_LATE = re.compile(r'\bimport\("(\.[^"]+)"\)')
_DYNAMIC = re.compile(r"\bimport\(")
_EXPORT = re.compile(r"^export (?=(?:async )?function\*?|const|class)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:(?:async )?function\*? ?|const |class )(\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ?", re.MULTILINE)
_AWAITS = re.compile(r"^(?:const [^=\n]+= )?await ", re.MULTILINE)
"""A module that waits at its top: nothing is indented there."""


def write_bundles(out: Path, asked: Iterable[str]) -> None:
    """Write into `out` the scripts with the modules in `asked` and all that these import or ask for late."""
    import rjsmin  # here, since only who builds a site needs it

    for script, names in _scripts([BASE, *asked]).items():
        path = out / script
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rjsmin.jsmin(bundle(script, names)) + "\n", encoding="utf-8")


def _scripts(asked: Iterable[str]) -> dict[str, list[str]]:
    """Return the modules of each script."""
    scripts: dict[str, dict[str, None]] = {}
    for entry in sorted(_entries(asked)):
        for name in closure(entry):
            script = script_of(name) or script_of(entry) or entry
            scripts.setdefault(script, {})[name] = None
    return {script: [*names] for script, names in scripts.items()}


def _entries(asked: Iterable[str]) -> set[str]:
    """Return `asked` with all that its modules ask for late, and that these ask for."""
    found: set[str] = set()
    waiting = [*asked]
    while waiting:
        entry = waiting.pop()
        if entry not in found:
            found.add(entry)
            waiting += [late for name in closure(entry) for late in named_in(name, _LATE, PACKAGE)]
    return found


def script_of(name: str) -> str:
    """Return the script with a module: that of its room; nothing for one of the site's that comes with what asks."""
    if name in closure(BASE) or posixpath.dirname(name) == _SHARED:
        return BASE
    return f"{'/'.join(name.split('/')[:2])}.js" if name.startswith("parts/") else ""


def scripts_of(module: str) -> list[str]:
    """Return the scripts that a module needs beside that of every page."""
    return list(dict.fromkeys(script_of(name) or module for name in closure(module) if script_of(name) != BASE))


def bundle(script: str, names: Iterable[str]) -> str:
    """Return a script with these modules; it says which other scripts they need."""
    needs = dict.fromkeys(need for name in names for need in scripts_of(name) if need.startswith("parts/"))
    others = json.dumps([need for need in needs if need != script])
    bodies = ",\n".join(f'"{name}":{module_body(source(name, PACKAGE))}' for name in names)
    loader = source(_LOADER, PACKAGE) if script == BASE else ""
    return (
        f'"use strict";\n(globalThis.scriptNeeds??={{}})["{script}"]={others};\n'
        f"Object.assign(globalThis.moduleBodies??={{}},{{\n{bodies}\n}});\n{loader}"
    )


@cache
def closure(entry: str) -> list[str]:
    """Return the modules that `entry` is made of, each after those it imports."""
    return needed(entry, PACKAGE)


def module_body(text: str) -> str:
    """Return a module as a function that fills `exports`: `need` takes a module that is there, `later` any."""
    exported = _EXPORTED.findall(text)
    kind = "async " if _AWAITS.search(text) else ""
    text = _NAMED.sub(lambda found: f'const {{{found[1].replace(" as ", ":")}}}=need("{found[2]}");', text)
    text = _WHOLE.sub(r'const \1=need("\2").default;', text)
    text = _DEFAULT.sub("exports.default=", _EXPORT.sub("", text))
    text = _DYNAMIC.sub("later(", text).replace("import.meta.url", "here")
    # At its end, since no module is asked for what it gives before: imports go one way.
    given = f"Object.assign(exports,{{{','.join(exported)}}});" if exported else ""
    return f"{kind}(exports,need,later,here)=>{{\n{text}\n{given}}}"
