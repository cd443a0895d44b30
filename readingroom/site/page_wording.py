"""Sentences of the notebooks that would be wrong on a page without a kernel, and what the page says instead."""

from __future__ import annotations

import re

# As the notebooks have them, line breaks aside -> as a page says it; nothing where there is nothing to say.
SAID_OTHERWISE = {
    "Each time you open a lesson, run every cell: in the menu choose *Run*, then *Run All Cells*, and come back up to here. (Parts that read *model not found* were run on another day; this puts them right.)": "",
    "On Binder a lesson takes from half a minute to several to open; read its paragraphs in the article meanwhile. Binder keeps nothing once you have been away "
    "for ten minutes: before you pause, choose *Download my record* at the end of the lesson, or wherever it is offered.": "",
    "Give it to the course, and from then on each lesson shows the author's own words beside its notes. The copy stays on this machine:": "In the notebooks each lesson shows the author's own words beside its notes:",
    "The course knows the paragraphs by a few fingerprints, from which no text can be recovered, and says which ones it found. Without a copy everything else works as well.": "Without a copy everything else works as well.",
    "On any later day open this page first. It asks again for what you are about to forget: items, terms and dates from all lessons:": "The notebooks ask again for what you are about to forget, items, terms and dates from all lessons:",
    "On your first day nothing is due yet. Five minutes of this": "Five minutes of this",
    "You now have the section's paragraphs, notes, charts and questions under one name, `realism`.": "",
    "Your answers, marks and notes are saved in a folder named `my-record`, beside the folder of the notebooks. They stay on the machine where the course runs.": "Your answers, marks and notes are kept in this browser, on this device. They go nowhere else; clearing the browser's data takes them away.",
    "On Binder nothing is kept: the session ends after some ten idle minutes, and your record goes with it. Before you leave, choose *Download* here and keep the file; "
    "next time choose *Restore* and go on where you stopped:": "To go on in another browser, or in the notebooks, choose *Download* here and keep the file; there choose *Restore* and go on where you stopped:",
    "The next notebook, *Looking back*, scores": "The next lesson, *Looking back*, scores",
    "On Binder choose *Download* before you leave. In a month": "In a month",
}
# Every page has its own way to the next lesson and back.
_TURNING = re.compile(r"^\*\*Next:\*\*.*$|^\*\*Back:\*\*.*$", re.MULTILINE)


def as_on_a_page(markdown: str) -> str:
    """Return a notebook's text as a plain page says it."""
    for notebook_text, page_text in SAID_OTHERWISE.items():
        # Escaped, since a backslash in a replacement would be read as a group.
        markdown = pattern(notebook_text).sub(page_text.replace("\\", r"\\"), markdown)
    return _TURNING.sub("", markdown).strip()


def pattern(said: str) -> re.Pattern[str]:
    """Return what finds `said` however its lines are broken."""
    return re.compile(r"\s+".join(re.escape(word) for word in said.split()))
