"""Records that one browser sends entries to are told apart, and a reader's own stays the same."""

from __future__ import annotations

import pytest

from readingroom.learning.record import Record
from readingroom.learning.record_id import record_id


def account(monkeypatch, name: str, **more: str) -> None:
    for variable, value in {"JUPYTERHUB_USER": name, **more}.items():
        monkeypatch.setenv(variable, value)


@pytest.fixture(autouse=True)
def no_server(monkeypatch):
    for variable in ("JUPYTERHUB_USER", "BINDER_REPO_URL"):
        monkeypatch.delenv(variable, raising=False)


def test_a_record_has_the_same_id_on_the_next_day(tmp_path):
    assert Record(tmp_path, "course").id == Record(tmp_path, "course").id


def test_records_of_other_folders_and_courses_have_other_ids(tmp_path):
    ids = {Record(tmp_path / folder, course).id for folder in ("one", "two") for course in ("russia", "tiny")}

    assert len(ids) == 4


def test_two_accounts_of_a_hub_have_two_ids_for_the_same_folder(tmp_path, monkeypatch):
    account(monkeypatch, "ada")
    one = record_id(tmp_path, "course")
    account(monkeypatch, "ben")

    assert record_id(tmp_path, "course") != one


def test_on_binder_a_reader_has_one_id_under_another_account(tmp_path, monkeypatch):
    account(monkeypatch, "jovyan-x1", BINDER_REPO_URL="address")
    one = record_id(tmp_path, "course")
    account(monkeypatch, "jovyan-y2", BINDER_REPO_URL="address")

    assert record_id(tmp_path, "course") == one


def test_an_id_tells_neither_the_folder_nor_the_account(tmp_path, monkeypatch):
    account(monkeypatch, "ada")

    told = record_id(tmp_path / "ada's folder \udcff", "course")

    assert len(told) == 16 and set(told) <= set("0123456789abcdef")
