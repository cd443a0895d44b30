"""The scripts of the pages: each module comes once, with its room, and the loader runs what was asked for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from readingroom.site import bundles
from readingroom.site.bundles import bundle, closure, module_body, scripts_of

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(not NODE, reason="no node on this machine")
PACKAGE = bundles.PACKAGE


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder with the scripts of all parts that there are."""
    out = tmp_path_factory.mktemp("bundles")
    parts = [path for path in PACKAGE.glob("parts/*/*.js") if "\nexport default {" in path.read_text(encoding="utf-8")]
    bundles.write_bundles(out, [path.relative_to(PACKAGE).as_posix() for path in parts])
    return out


@pytest.fixture(scope="module")
def scripts(site) -> dict[str, str]:
    """The texts of the scripts."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.glob("*/**/*.js")}


@pytest.mark.parametrize(
    ("module", "within"),
    [
        ('import { a, b as c } from "./x.js";', 'const { a, b:c }=need("./x.js");'),
        ('import {\n  a,\n  b,\n} from "./x.js";', 'const {\n  a,\n  b,\n}=need("./x.js");'),
        ('import part from "../parts/x.js";', 'const part=need("../parts/x.js").default;'),
        ('const x = await import("./x.js");', 'const x = await later("./x.js");'),
        ("export default { render };", "exports.default={ render };"),
        ("export const a = 1;", "const a = 1;\nObject.assign(exports,{a});"),
        ("export async function f() {}", "async function f() {}\nObject.assign(exports,{f});"),
        ("const address = import.meta.url;", "const address = here;"),
    ],
)
def test_each_form_of_taking_and_giving_has_its_form_in_a_function(module, within):
    assert within in module_body(module)


@pytest.mark.parametrize(
    ("module", "waits"),
    [
        ("await a;", True),
        ('const { b } = await import("./b.js");', True),
        ("async function f() {\n  await a;\n}", False),
        ("const f = async () => {\n  await a;\n};", False),
    ],
)
def test_a_module_that_waits_at_its_top_is_an_asynchronous_function(module, waits):
    assert module_body(module).startswith("async ") == waits


def test_no_form_is_left_that_only_modules_have(scripts):
    only_in_modules = re.compile(r"(?m)^(?:import|export)\b.*|\bimport\(.*|import\.meta")

    assert {name: found for name, text in scripts.items() if (found := only_in_modules.findall(text))} == {}


def test_a_module_of_a_part_comes_with_one_script(scripts):
    held = [name for text in scripts.values() for name in re.findall(r'"(parts/[^"]+)":(?:async )?\(', text)]

    assert len(held) > 100 and sorted(held) == sorted(set(held))


def test_a_script_names_those_that_its_modules_need_and_all_are_there(scripts):
    for name, text in scripts.items():
        said = re.match(r'"use strict";\(globalThis\.scriptNeeds\?\?=\{\}\)\["([^"]+)"\]=(\[.*?\]);', text)
        assert said and said[1] == name
        assert set(json.loads(said[2])) <= set(scripts)


def test_a_part_s_scripts_hold_all_that_it_imports(scripts):
    everywhere = scripts["site/page.js"]
    for name in ("quiz/quiz.js", "story/story.js", "weighing/weighing.js"):
        text = everywhere + "".join(scripts[script] for script in scripts_of(f"parts/{name}"))
        assert [each for each in closure(f"parts/{name}") if f'"{each}":' not in text] == []


@needs_node
def test_every_script_is_a_classic_one(scripts):
    compile_all = (
        "for (const text of JSON.parse(require('fs').readFileSync(0, 'utf8'))) new (require('vm').Script)(text);"
    )
    compiled = subprocess.run(
        [str(NODE), "-e", compile_all], input=json.dumps([*scripts.values()]), capture_output=True, text=True
    )

    assert (compiled.returncode, compiled.stderr) == (0, "")


# --- the loader, run on modules of its own ------------------------------------------------------------------------------

PAGE = """
globalThis.document = { baseURI: "https://school.example/pages/", currentScript: { dataset: { start: "site/page.js" } },
    head: { append: (element) => queueMicrotask(() => arrive(element)) }, createElement: () => ({}) };
const fetched = [], failing = new Set();
function arrive({ src, onload, onerror }) {
    fetched.push(src);
    if (failing.delete(src)) return onerror();
    if (late[src]) (0, eval)(late[src]);
    onload();
}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Lays modules into a folder, has node load the script of every page, then run some lines; returns what they say."""

    def ran(modules: dict[str, str], lines: str) -> object:
        closure.cache_clear()
        monkeypatch.setattr(bundles, "PACKAGE", tmp_path)
        loader = (Path(bundles.__file__).parent / "module-loader.js").read_text(encoding="utf-8")
        for name, text in {"site/module-loader.js": loader, "site/page.js": IDLE, **modules}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        made = bundles._scripts(["site/page.js", *(name for name in modules if name != "site/page.js")])
        texts = {script: bundle(script, names) for script, names in made.items()}
        base = texts.pop("site/page.js")
        script = f"{PAGE}\nconst late = {json.dumps(texts)};\n{base}\n(async () => {{ {lines} }})();"
        (tmp_path / "run.cjs").write_text(script, encoding="utf-8")
        said = subprocess.run([str(NODE), tmp_path / "run.cjs"], capture_output=True, text=True, timeout=60)
        assert said.stderr == ""
        return json.loads(said.stdout)

    yield ran
    closure.cache_clear()


IDLE = "globalThis.begun = true;\n"
"""A page of which nothing is asked but that it loads others."""
SAY = "console.log(JSON.stringify({0}))"


@needs_node
def test_a_module_asked_for_late_comes_with_all_that_its_script_needs(run):
    modules = {
        "site/page.js": 'export const ask = () => import("../parts/a/one.js");\n',
        "parts/a/one.js": 'import { two } from "../b/two.js";\nexport const one = two + 1;\n',
        "parts/b/two.js": "export const two = 2;\n",
    }
    lines = "const { ask } = await loadModule('site/page.js'); const { one } = await ask(); await ask();"

    assert run(modules, lines + SAY.format("[one, fetched]")) == [3, ["parts/a.js", "parts/b.js"]]


@needs_node
def test_two_folders_may_need_one_another(run):
    modules = {
        "parts/a/one.js": 'import { two } from "../b/two.js";\nexport const one = two + 1;\n',
        "parts/b/two.js": 'import { three } from "../a/three.js";\nexport const two = three - 1;\n',
        "parts/a/three.js": "export const three = 3;\n",
    }
    lines = "const { one } = await loadModule('parts/a/one.js');"

    assert run(modules, lines + SAY.format("[one, fetched]")) == [3, ["parts/a.js", "parts/b.js"]]


@needs_node
def test_a_module_of_a_script_that_has_come_waits_for_those_that_it_needs(run):
    modules = {
        "site/start.js": 'import { two } from "../parts/b/two.js";\nexport const three = two + 1;\n',
        "parts/b/two.js": "export const two = 2;\n",
    }
    lines = "(0, eval)(late['site/start.js']); const { three } = await loadModule('site/start.js');"

    assert run(modules, lines + SAY.format("[three, fetched]")) == [3, ["parts/b.js"]]


@needs_node
def test_a_module_runs_once_however_often_it_is_asked_for(run):
    modules = {
        "parts/a/one.js": "globalThis.runs = (globalThis.runs ?? 0) + 1;\nexport default { render: 1 };\n",
    }
    lines = "const both = await Promise.all([loadModule('parts/a/one.js'), loadModule('parts/a/one.js')]);"

    assert run(modules, lines + SAY.format("[runs, both[0] === both[1], fetched]")) == [1, True, ["parts/a.js"]]


@needs_node
def test_a_script_that_did_not_come_is_named_and_may_be_asked_for_again(run):
    modules = {"parts/a/one.js": "export const one = 1;\n"}
    lines = (
        "failing.add('parts/a.js'); const said = await loadModule('parts/a/one.js').catch(({ message }) => message);"
        "const { one } = await loadModule('parts/a/one.js');"
    )

    assert run(modules, lines + SAY.format("[said, one]")) == ["parts/a.js did not come", 1]


@needs_node
def test_a_module_that_fails_says_why_each_time_and_leaves_no_half_of_itself(run):
    modules = {"parts/a/one.js": "export const one = missing();\n"}
    lines = (
        "const said = []; for (let turn = 0; turn < 2; turn++)"
        "said.push(await loadModule('parts/a/one.js').catch(({ message }) => message));"
    )

    assert run(modules, lines + SAY.format("said")) == ["missing is not defined"] * 2


@needs_node
def test_who_asks_for_a_module_that_waits_at_its_top_waits_for_its_end(run):
    modules = {
        "site/page.js": 'globalThis.order = ["begun"];\nawait new Promise((done) => setTimeout(done, 9));\norder.push("ended");\n'
    }
    lines = "await loadModule('site/page.js');"

    assert run(modules, lines + SAY.format("order")) == ["begun", "ended"]


@needs_node
def test_a_module_knows_its_own_address_on_the_server(run):
    modules = {"site/page.js": 'export const beside = String(new URL("x.json", import.meta.url));\n'}
    lines = "const { beside } = await loadModule('site/page.js');"

    assert run(modules, lines + SAY.format("beside")) == "https://school.example/pages/site/x.json"
