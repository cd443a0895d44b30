"""What a written task is marked by.

The prompt, the criteria with their levels, a model answer, notes; as a page and as Markdown.
"""

from __future__ import annotations

import html

from ....content.library import Library
from ....content.prose import blocks, inline
from ....content.tasks import Key, Task
from ...webpage import page


def rubric_page(library: Library, task: Task, key: Key) -> str:
    """Return the page to have open beside the sheet."""
    lines = [
        f"<h1>Marking: {html.escape(task.id)}</h1>",
        f"<p>{inline(library, task.prompt)}</p>",
        "<h2>Criteria</h2>",
        "<p>Give each criterion its points under its name beside each text of "
        f"{html.escape(task.id)}; leave all empty where a text is not marked yet. Then mark again "
        "as before.</p>",
    ]
    for criterion in key.criterion:
        levels = "".join(
            f"<dt>{level.points:g}</dt><dd>{inline(library, level.text)}</dd>" for level in criterion.level
        )
        lines.append(
            f"<h3>{html.escape(criterion.id)}: {inline(library, criterion.text)}</h3><dl class='levels'>{levels}</dl>"
        )
    lines += ["<h2>A model answer</h2>", blocks(library, key.model)]
    lines += ["<h2>Notes for marking</h2>", blocks(library, "\n\n".join(filter(None, (key.why, key.marking))))]
    return page(f"Marking: {task.id}", "".join(lines))


def rubric_markdown(library: Library, task: Task, key: Key) -> str:
    """Return the same as Markdown, for the top of a notebook."""
    lines = [f"# Marking: {task.id}", library.text(task.prompt).strip(), "## Criteria"]
    for criterion in key.criterion:
        levels = "\n".join(
            f"- **{level.points:g}**: {' '.join(library.text(level.text).split())}" for level in criterion.level
        )
        lines += [f"**{criterion.id}**: {library.text(criterion.text).strip()}", levels]
    lines += [
        "## A model answer",
        library.text(key.model).strip(),
        "## Notes for marking",
        *(library.text(advice).strip() for advice in (key.why, key.marking) if advice),
    ]
    return "\n\n".join(lines)
