"""The scripts of a page opened as a file, where browsers refuse modules and fetch: one bundle, and files as scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
BUNDLE = "site/offline/classic.js"
_ENTRY = "site/page.js"
_NO_MODULES = ("theme.js", "plotly.min.js")
_AS_SCRIPT = ".json.js"
_FOR_FILES = ("classic.js", "lead-on.js")
_NAMED = re.compile(r'^import ?\{([^}]*)\} ?from ?"(\.[^"]+)";?', re.MULTILINE)
_WHOLE = re.compile(r'^import (\w+) from ?"(\.[^"]+)";?', re.MULTILINE)
_DYNAMIC = re.compile(r"\bimport\(")
_EXPORT = re.compile(r"^export (?=(?:async )?function\*?|const|class)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:(?:async )?function\*? ?|const |class )(\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ?", re.MULTILINE)
# A module runs when it is first asked for; a name is that of a file below the site's folder.
_RUNTIME = """"use strict";(()=>{
const bodies={},made={};
const nameOf=(from,to)=>new URL(to,"file:///"+from).pathname.slice(1);
const get=(name)=>{
if(!made[name])bodies[name](made[name]={},(to)=>get(nameOf(name,to)),async(to)=>get(nameOf(name,to)));
return made[name];};
"""


def write_bundle(out: Path) -> None:
    """Write the modules that stand in the site `out` as one classic script."""
    import rjsmin  # here, since only who builds a site needs it

    # From the package, where each import stands on lines of its own.
    bodies = [module_body(name, (PACKAGE / name).read_text(encoding="utf-8")) for name in _modules(out)]
    whole = f'{_RUNTIME}{"".join(bodies)}get("{_ENTRY}");\n}})();\n'
    (out / BUNDLE).write_text(rjsmin.jsmin(whole), encoding="utf-8")


def _modules(out: Path) -> list[str]:
    """Return the names of the modules that were laid into the site."""
    scripts = [path for folder in ("site", "parts") for path in (out / folder).rglob("*.js")]
    modules = [path for path in scripts if path.name not in _NO_MODULES and not is_for_files(path)]
    return sorted(path.relative_to(out).as_posix() for path in modules)


def is_for_files(path: Path) -> bool:
    """Say whether only a page opened as a file loads this script."""
    return path.name.endswith(_AS_SCRIPT) or path.name in _FOR_FILES


def module_body(name: str, text: str) -> str:
    """Return a module as a function that fills `exports`; the page's own alone may await at its top."""
    exported = _EXPORTED.findall(text)
    text = _NAMED.sub(lambda found: f'const {{{found[1].replace(" as ", ":")}}}=need("{found[2]}");', text)
    text = _WHOLE.sub(r'const \1=need("\2").default;', text)
    text = _DEFAULT.sub("exports.default=", _EXPORT.sub("", text))
    text = _DYNAMIC.sub("later(", text).replace("import.meta.url", f'new URL("{name}",document.baseURI).href')
    getters = "".join(f"get {each}(){{return {each}}}," for each in exported)
    head = f"Object.defineProperties(exports,Object.getOwnPropertyDescriptors({{{getters}}}));" if exported else ""
    kind = "async " if name == _ENTRY else ""
    return f'bodies["{name}"]={kind}(exports,need,later)=>{{{head}\n{text}\n}};\n'


def write_scripts(out: Path, folders: Iterable[str] = ("parts", "figures")) -> None:
    """Write every file that pages load late, beside itself, as a script."""
    for path in [*(path for folder in folders for path in sorted((out / folder).glob("*.json"))), out / "search.json"]:
        script = as_script(path.relative_to(out).as_posix(), path.read_text(encoding="utf-8"))
        path.with_name(f"{path.name}.js").write_text(script, encoding="utf-8")


def as_script(address: str, text: str) -> str:
    """Return a file's text as the script that late-file.js loads in its place."""
    return f"(globalThis.lateFiles??={{}})[{json.dumps(address)}]={json.dumps(text, ensure_ascii=False)};\n"
