"""What stands in the site for pages opened as files, which may fetch nothing: each late file as a script too."""

from __future__ import annotations

import json
import re

from readingroom.site.offline.late_scripts import as_script


def test_only_one_module_fetches_so_that_each_late_file_has_its_script(root, site):
    scripts = [*root.glob("readingroom/site/*.js"), *root.glob("readingroom/parts/*/*.js")]
    fetching = [path.name for path in scripts if re.search(r"\bfetch\(", path.read_text("utf-8"))]
    late = [*site.glob("parts/*.json"), *site.glob("figures/*.json"), site / "search.json"]

    assert fetching == ["late-file.js"]
    assert [path.name for path in late if not path.with_name(f"{path.name}.js").is_file()] == []


def test_a_late_file_s_script_says_its_text_under_its_address():
    script = as_script("parts/a.json", '{"b": "“c” \\n"}')

    assert script.startswith('(globalThis.lateFiles??={})["parts/a.json"]=')
    assert json.loads(script.partition("]=")[2].rstrip(";\n")) == '{"b": "“c” \\n"}'
