"""The scripts of a page opened as a file: what stands in the site for browsers that refuse modules and fetch there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

from readingroom.site.offline.classic import as_script, module_body

NODE = shutil.which("node")


@pytest.mark.parametrize(
    ("module", "within"),
    [
        ('import { a, b as c } from "./x.js";', 'const { a, b:c }=need("./x.js");'),
        ('import {\n  a,\n  b,\n} from "./x.js";', 'const {\n  a,\n  b,\n}=need("./x.js");'),
        ('import part from "../parts/x.js";', 'const part=need("../parts/x.js").default;'),
        ('const x = await import("./x.js");', 'const x = await later("./x.js");'),
        ("export default { render };", "exports.default={ render };"),
        ("export const a = 1;", "get a(){return a},"),
        ("export async function f() {}", "get f(){return f},"),
        ("import.meta.url", 'new URL("site/y.js",document.baseURI).href'),
    ],
)
def test_each_form_of_taking_and_giving_has_its_classic_form(module, within):
    assert within in module_body("site/y.js", module)


def test_the_bundle_holds_every_module_and_no_form_that_only_modules_have(site):
    bundle = (site / "site/offline/classic.js").read_text(encoding="utf-8")
    scripts = [path for path in site.glob("*/**/*.js") if not path.name.endswith(".json.js")]
    modules = {path.relative_to(site).as_posix() for path in scripts}

    held = set(re.findall(r'bodies\["([^"]+)"\]', bundle))
    assert modules - held == {
        "site/theme.js",
        "site/offline/lead-on.js",
        "site/plotly.min.js",
        "site/offline/classic.js",
    }
    assert re.findall(r"(?m)^(?:import|export)\b.*|\bimport\(.*|import\.meta", bundle) == []


@pytest.mark.skipif(not NODE, reason="no node on this machine")
def test_the_bundle_is_one_classic_script(site):
    assert subprocess.run([str(NODE), "--check", site / "site/offline/classic.js"], capture_output=True).returncode == 0


def test_only_one_module_fetches_so_that_each_late_file_has_its_script(site):
    fetching = [path.name for path in (site / "site").rglob("*.js") if re.search(r"\bfetch\(", path.read_text("utf-8"))]
    late = [*site.glob("parts/*.json"), *site.glob("figures/*.json"), site / "search.json"]

    assert set(fetching) - {"classic.js", "plotly.min.js"} == {"late-file.js"}
    assert [path.name for path in late if not path.with_name(f"{path.name}.js").is_file()] == []


def test_a_late_file_s_script_says_its_text_under_its_address():
    script = as_script("parts/a.json", '{"b": "“c” \\n"}')

    assert script.startswith('(globalThis.lateFiles??={})["parts/a.json"]=')
    assert json.loads(script.partition("]=")[2].rstrip(";\n")) == '{"b": "“c” \\n"}'


def test_a_page_loads_the_bundle_only_where_its_modules_are_refused(site):
    page = (site / "index.html").read_text(encoding="utf-8")

    assert page.count("classic.js") == 1
    assert '<script type="module" src="site/page.js" data-classic="site/offline/classic.js"' in page
