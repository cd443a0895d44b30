"""The argument map: what hangs on a doubted step, and where each step stands."""

from __future__ import annotations

from pathlib import Path

from readingroom.content.library import Library
from readingroom.content.models import ArgumentNode
from readingroom.learning.argument_doubts import dependents
from readingroom.learning.record import Record
from readingroom.parts.argument.argument import argument_content, argument_map, columns, tree

ROOT = Path(__file__).resolve().parents[2]


def node(id, kind="premise", supports=(), doubts=(), group=""):
    return ArgumentNode(
        id=id,
        kind=kind,
        label=id,
        text=id,
        paragraphs=["opening-1"],
        supports=list(supports),
        doubts=list(doubts),
        group=group,
    )


CASE = [
    node("thesis", "thesis", ["advice"]),
    node("ground", supports=["thesis"]),
    node("pillar", supports=["ground"], group="pillar"),
    node("second", supports=["ground", "advice"]),
    node("fact", "evidence", ["pillar"]),
    node("figure", "evidence", ["second"]),
    node("but", "objection", doubts=["pillar"]),
    node("advice", "prescription"),
]


def test_what_leans_on_a_step_leans_on_it_through_others_too():
    assert dependents(CASE)["fact"] == ["thesis", "ground", "pillar", "advice"]


def test_each_step_that_leans_in_two_ways_is_named_once():
    assert dependents(CASE)["second"] == ["thesis", "ground", "advice"]


def test_nothing_leans_on_advice_or_on_an_objection():
    leaning = dependents(CASE)
    assert (leaning["advice"], leaning["but"]) == ([], [])


def test_an_argument_in_a_circle_does_not_hang_the_map():
    circle = [node("a", supports=["b"]), node("b", supports=["a"])]
    assert dependents(circle) == {"a": ["b"], "b": ["a"]}


def test_columns_run_from_evidence_to_advice():
    assert [column["heading"] for column in columns(CASE, "Pillars", "Pillars and other premises")] == [
        "Evidence",
        "Pillars and other premises",
        "Premises",
        "Thesis",
        "Advice",
    ]


def test_a_step_stands_left_of_all_that_lean_on_it():
    place = {id: i for i, column in enumerate(columns(CASE)) for block in column["blocks"] for id in block}
    assert all(place[n.id] < place[above] for n in CASE for above in n.supports)


def test_evidence_stands_in_the_order_of_what_it_supports():
    assert columns(CASE)[0]["blocks"] == [["fact"], ["figure"]]


def test_an_objection_stands_with_the_step_it_attacks():
    assert ["pillar", "but"] in columns(CASE)[1]["blocks"]


def test_the_list_hangs_each_step_under_what_it_carries_first():
    assert tree(CASE)[0] == {
        "id": "thesis",
        "under": [
            {
                "id": "ground",
                "under": [
                    {"id": "pillar", "under": [{"id": "fact", "under": []}, {"id": "but", "under": []}]},
                    {"id": "second", "under": [{"id": "figure", "under": []}]},
                ],
            }
        ],
    }


def test_figure_and_list_of_the_course_hold_every_step_once():
    content = argument_content(Library(ROOT))
    figure = [id for column in content["columns"] for block in column["blocks"] for id in block]
    assert sorted(figure) == sorted(listed(content["tree"])) == sorted(content["nodes"])


def test_every_step_of_the_course_reaches_an_end_of_the_argument():
    content = argument_content(Library(ROOT))
    loose = [
        id for id, n in content["nodes"].items() if n["kind"] in ("evidence", "premise") and not content["leaning"][id]
    ]
    assert loose == []


def test_doubts_of_the_record_are_there_when_the_map_opens(tmp_path):
    record = Record(tmp_path)
    record.append([{"what": "doubt", "node": "reality-home", "doubted": True}])
    assert argument_map(Library(ROOT), record).state["doubts"]["reality-home"]["doubted"] is True


def listed(branches):
    return [id for branch in branches for id in (branch["id"], *listed(branch["under"]))]
