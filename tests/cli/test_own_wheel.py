"""The course's own wheel: what pip and uv read of it."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from readingroom.cli import own_wheel


def opened(build, folder):
    return zipfile.ZipFile(folder / build(str(folder)))


def test_the_wheel_holds_the_package_and_its_data_and_nothing_compiled(tmp_path):
    names = opened(own_wheel.build_wheel, tmp_path).namelist()

    assert {"readingroom/__main__.py", "readingroom/parts/quiz/quiz.js", "readingroom/cli/locks/test.txt"} <= set(names)
    assert not [name for name in names if "__pycache__" in name]


@pytest.mark.parametrize("build", [own_wheel.build_wheel, own_wheel.build_editable])
def test_both_wheels_put_what_opens_a_lesson_where_jupyter_looks_for_it(tmp_path, build):
    place = "readingroom-1.data/data/share/jupyter/labextensions/readingroom"
    names = [name.replace(f"-{own_wheel.__version__}.", "-1.") for name in opened(build, tmp_path).namelist()]

    assert {f"{place}/package.json", f"{place}/static/remoteEntry.js", f"{place}/static/guard.py"} <= set(names)


def test_every_file_of_the_wheel_has_its_size_in_the_record(tmp_path):
    archive = opened(own_wheel.build_wheel, tmp_path)
    record = next(name for name in archive.namelist() if name.endswith("RECORD"))
    rows = dict(line.rsplit(",", 2)[::2] for line in archive.read(record).decode().splitlines())

    assert rows == {
        info.filename: str(info.file_size) if info.filename != record else "" for info in archive.infolist()
    }


@pytest.mark.parametrize("folder", ["plain", "a #1 100% [x] Мой"])
def test_an_editable_wheel_leads_to_the_package_in_any_folder_and_any_encoding(tmp_path, monkeypatch, folder):
    root = tmp_path / folder
    root.mkdir()
    for name in ("pyproject.toml", "LICENSE"):
        (root / name).write_bytes((own_wheel._ROOT / name).read_bytes())
    monkeypatch.setattr(own_wheel, "_ROOT", root)

    line = opened(own_wheel.build_editable, tmp_path).read("_readingroom.pth")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_readingroom.pth").write_bytes(line)
    code = "import site, sys; site.addsitedir(sys.argv[1]); print(ascii(sys.path[-1]))"
    seen = subprocess.run([sys.executable, "-I", "-c", code, tmp_path / "site"], capture_output=True, text=True).stdout

    assert line.isascii() and seen.strip() == ascii(str(root))


def test_an_extra_keeps_the_systems_that_a_requirement_is_for():
    project = {"name": "a", "optional-dependencies": {"lab": ["b<2; sys_platform == 'darwin' or os_name == 'nt'", "c"]}}

    assert own_wheel.metadata(project).splitlines()[3:] == [
        "Provides-Extra: lab",
        "Requires-Dist: b<2; (sys_platform == 'darwin' or os_name == 'nt') and extra == \"lab\"",
        'Requires-Dist: c; extra == "lab"',
    ]
