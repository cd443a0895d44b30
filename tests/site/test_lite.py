"""JupyterLite's site as files: which wheels it takes, what its lock says, what of the course a browser is given."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import tarfile
import zipfile
from pathlib import Path

import browser
import pytest

from readingroom.content.errors import CourseError
from readingroom.site.lite import course as live_course
from readingroom.site.lite import runtime, wheels
from readingroom.site.lite.distribution import pandas_in
from readingroom.site.lite.lock import lock
from readingroom.site.lite.settings import AT_START, page_settings
from readingroom.site.lite.sums import BROWSERS_OWN, sha256, sums_in
from readingroom.site.lite.wheels import fetched, lightened, made, needed
from readingroom.site.serve import server


@pytest.fixture
def wheel(tmp_path):
    (tmp_path / "full").mkdir()
    files = [
        ("sung/__init__.py", b"a = 1"),
        ("sung/tests/test_a.py", b"b"),
        ("sung-1.data/data/share/x.js", b"c"),
        ("_sung.py", b"d"),
    ]
    return made("sung", "1", files, tmp_path / "full")


@pytest.fixture
def missing():
    """The stand-in for pandas, loaded as a browser loads it."""
    spec = importlib.util.spec_from_file_location("pandas_standin", live_course.WITHOUT_PANDAS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- wheels --------------------------------------------------------------------------------------------------------------


def test_what_a_package_needs_comes_with_it():
    found = needed(["anywidget"])

    assert {"anywidget", "ipywidgets", "psygnal", "traitlets", "ipython"} <= set(found)
    assert "psygnal" in found["anywidget"][1]


def test_what_only_a_server_has_stays_out():
    assert not {"jedi", "ipykernel", "pexpect", "jupyterlab-widgets"} & set(needed())


def test_neither_plotly_nor_pandas_is_sent_to_a_browser():
    assert not {"plotly", "pandas", "numpy"} & set(needed())


def test_a_lightened_wheel_holds_the_package_and_neither_its_tests_nor_the_pages_extensions(wheel, tmp_path):
    names = zipfile.ZipFile(lightened(wheel, tmp_path / wheel.name)).namelist()

    assert names == [
        "sung/__init__.py",
        "_sung.py",
        "sung-1.dist-info/METADATA",
        "sung-1.dist-info/WHEEL",
        "sung-1.dist-info/RECORD",
    ]


def test_the_same_files_make_the_same_wheel(tmp_path):
    one, two = [
        made("sung", "1", [("sung.py", b"a")], folder).read_bytes()
        for folder in (_folder(tmp_path / "one"), _folder(tmp_path / "two"))
    ]

    assert one == two


def _folder(path):
    path.mkdir()
    return path


def test_the_lock_says_what_a_wheel_brings_and_needs_among_those_that_are_there(wheel):
    entry = json.loads(lock({"arch": "wasm32"}, {"sung": wheel}, {"sung": ["absent"]}))["packages"]["sung"]

    assert (entry["file_name"], entry["version"], entry["imports"], entry["depends"]) == (
        wheel.name,
        "1",
        ["_sung", "sung"],
        [],
    )


# --- the course ----------------------------------------------------------------------------------------------------------


def test_a_browser_is_given_what_lessons_call_and_not_the_teachers_side():
    names = {name for name, _ in live_course.package_files()}

    assert {"readingroom/notebook.py", "readingroom/parts/quiz/quiz.js", "readingroom/learning/record.py"} <= names
    assert not [
        name for name in names if name.startswith(("readingroom/teaching", "readingroom/site", "readingroom/__main__"))
    ]


def test_a_browser_is_given_every_lesson_exercise_and_data_file_but_no_key(root, tmp_path):
    live_course.lay(root, tmp_path)
    laid = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}

    wanted = {
        path.relative_to(root).as_posix()
        for folder in ("notebooks", "exercises", "data")
        for path in (root / folder).rglob("*")
        if path.suffix in (".ipynb", ".toml", ".csv", ".json") and not {"key", ".ipynb_checkpoints"} & set(path.parts)
    }
    assert wanted <= laid
    assert not [name for name in laid if "/key/" in name]


def test_nothing_is_asked_of_another_host():
    settings = json.dumps(page_settings())

    assert "://" not in settings and '"disablePyPIFallback": true' in settings


def test_the_course_is_there_when_the_kernel_is():
    assert "readingroom" in AT_START


# --- without pandas ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "work",
    [
        lambda pd: pd.DataFrame({"a": [1]}),
        lambda pd: (100 * pd.Series([1])["a"] / pd.Series([2])).round(2).loc[2000:2005],
        lambda pd: pd.Series([1]) > 1,
        lambda pd: pd.DataFrame([], dtype="float64").dropna().index,
    ],
)
def test_whatever_is_done_without_pandas_says_kindly_what_is_missing_and_names_another_door(missing, work):
    made_of_nothing = work(missing)

    assert "needs pandas" in repr(made_of_nothing) and "Binder" in made_of_nothing._repr_markdown_()


def test_what_shows_objects_finds_no_picture_in_the_stand_in(missing):
    assert not hasattr(missing.DataFrame(), "_repr_png_")


# --- with pandas, from Pyodide's distribution ------------------------------------------------------------------------------


@pytest.fixture
def distribution(tmp_path):
    """A folder as Pyodide's archive unpacks: pandas needs numpy, and a third package nobody asks for."""
    wheels = {
        name: made(name, "1", [(f"{name}/__init__.py", b"a = 1")], tmp_path) for name in ("pandas", "numpy", "other")
    }
    listing = json.loads(lock({"abi_version": "2026_0", "python": "3.14.2"}, wheels, {"pandas": ["numpy"]}))
    (tmp_path / runtime.LOCK).write_text(json.dumps(listing))
    return tmp_path


def named(distribution):
    """What Pyodide says of the packages."""
    return json.loads((distribution / runtime.LOCK).read_text())["packages"]


def test_a_wheel_that_only_the_distribution_vouches_for_is_refused(distribution):
    of_pyodide = named(distribution)
    of_pyodide["pandas"]["sha256"] = "0" * 64

    with pytest.raises(CourseError, match="is damaged"):
        pandas_in(distribution, {}, of_pyodide)


def test_pandas_comes_with_what_it_needs_and_nothing_else(distribution):
    wheels, needs = pandas_in(distribution, {"abi_version": "2026_0"}, named(distribution))

    assert {name: wheel.name for name, wheel in wheels.items()} == {
        "pandas": "pandas-1-py3-none-any.whl",
        "numpy": "numpy-1-py3-none-any.whl",
    }
    assert needs == {"pandas": ["numpy"], "numpy": []}


def test_all_that_is_wrong_with_a_distribution_is_said_at_once(distribution):
    (distribution / "numpy-1-py3-none-any.whl").unlink()
    (distribution / "pandas-1-py3-none-any.whl").write_bytes(b"half")

    with pytest.raises(
        CourseError, match=r"numpy-1-py3-none-any.whl is not beside it; pandas-1-py3-none-any.whl is damaged"
    ):
        pandas_in(distribution, {}, named(distribution))


def test_a_distribution_of_another_pyodide_is_refused(distribution):
    with pytest.raises(CourseError, match=r"python is 3.14.2, and must be 3.15.0"):
        pandas_in(distribution, {"abi_version": "2026_0", "python": "3.15.0"}, {})


def test_a_folder_that_is_no_distribution_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(CourseError, match="unpack the whole archive"):
        pandas_in(tmp_path, {}, {})


# --- serving -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name, packed", [("a.wasm", True), ("a.html", True), ("a.whl", False)])
def test_a_site_is_sent_packed_where_packing_helps(tmp_path, name, packed):
    (tmp_path / name).write_bytes(b"a" * 5000)

    with browser.answering(server(tmp_path)) as address:
        answer = _got(f"{address}{name}")

    assert (answer.headers.get("Content-Encoding") == "gzip", len(answer.read()) < 5000) == (packed, packed)


def test_a_site_is_served_to_this_machine_only(tmp_path):
    running = server(tmp_path)
    running.server_close()

    assert running.server_address[0] == "127.0.0.1"


def _got(address):
    import urllib.request

    return urllib.request.urlopen(urllib.request.Request(address, headers={"Accept-Encoding": "gzip"}), timeout=20)


# --- what cannot be had ----------------------------------------------------------------------------------------------------


def test_without_npm_the_reader_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime.shutil, "which", lambda name: None)

    with pytest.raises(CourseError, match=r"install Node.js"):
        runtime.runtime("314.0.6", "sha512-x", tmp_path)


@pytest.mark.slow
def test_a_wheel_that_no_browser_can_run_is_named(tmp_path):
    with pytest.raises(CourseError, match="no-such-package-of-ours"):
        fetched(
            {"no-such-package-of-ours": ("1", [])}, "2026_0", tmp_path, {("no-such-package-of-ours", "1"): ["0" * 64]}
        )


# --- held to a sum -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def npm(monkeypatch):
    """An npm that fetches these bytes as Pyodide: the same archive however often it is asked."""

    def gives(files):
        packed = io.BytesIO()  # packed once: gzip writes the second into what it packs
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            for name, held in files.items():
                entry = tarfile.TarInfo(f"package/{name}")
                entry.size = len(held)
                archive.addfile(entry, io.BytesIO(held))

        def run(command, **_):
            Path(command[-1], "pyodide-1.tgz").write_bytes(packed.getvalue())
            return subprocess.CompletedProcess(command, 0, "", "")

        monkeypatch.setattr(runtime.shutil, "which", lambda name: name)
        monkeypatch.setattr(runtime.subprocess, "run", run)

    return gives


PYODIDE = {name: name.encode() for name in (*runtime.FILES, runtime.LOCK)}


def test_another_pyodide_than_the_one_named_by_its_sum_is_not_used(npm, tmp_path):
    npm(PYODIDE)

    with pytest.raises(CourseError, match="names by its sum"):
        runtime.runtime("1", "sha512-other", tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_was_cut_off_is_fetched_again_and_unpacked_whole(npm, tmp_path):
    npm(PYODIDE)
    runtime._fetch("1", tmp_path / "pyodide-1.tgz")
    total = runtime._sum(tmp_path / "pyodide-1.tgz")
    (tmp_path / "pyodide-1.tgz").write_bytes(b"half")
    (tmp_path / "pyodide-1").mkdir()
    (tmp_path / "pyodide-1/pyodide.mjs").write_bytes(b"half")

    folder = runtime.runtime("1", total, tmp_path)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == PYODIDE


def test_a_package_without_a_sum_is_not_given_to_a_browser(tmp_path):
    with pytest.raises(CourseError, match=r"no sum for sung 2, other 1"):
        fetched({"sung": ("2", []), "other": ("1", [])}, "2026_0", tmp_path, {("sung", "1"): ["0" * 64]})


def test_a_wheel_that_is_not_what_the_lists_say_is_fetched_again(wheel, tmp_path, monkeypatch):
    right, folder = wheel.read_bytes(), wheel.parent
    sums = {("sung", "1"): [sha256(wheel)]}
    wheel.write_bytes(b"half")
    monkeypatch.setattr(wheels, "_fetch", lambda missing, abi, into: wheel.write_bytes(right))

    assert fetched({"sung": ("1", [])}, "2026_0", folder, sums) == {"sung": wheel}
    assert wheel.read_bytes() == right


def test_sums_are_read_as_pip_reads_them(tmp_path):
    one, two = "1" * 64, "2" * 64
    (tmp_path / "a.txt").write_text(
        f"# of\nsung-b==1.0 ; os_name == 'nt' \\\n    --hash=sha256:{one} \\\n    --hash=sha256:{two}\n"
    )

    assert sums_in([tmp_path / "a.txt"]) == {("sung-b", "1.0"): [one, two]}


def test_every_wheel_that_a_browser_gets_has_a_sum(root):
    sums = sums_in([root / "requirements.txt", BROWSERS_OWN])

    assert [name for name, (version, _) in needed().items() if not sums.get((name, version))] == []
    assert [name for name, _ in sums if name == "micropip"]
