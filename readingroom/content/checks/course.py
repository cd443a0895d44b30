"""Cross-checks of the whole content: every fault at once, each with file, record and field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import Fault
from ..library import Library
from .article import check_article
from .charts import check_charts
from .collector import Collector
from .copies import check_copies
from .course_file import check_course_file
from .documents import check_documents
from .exercise_files import check_exercises
from .file_order import in_file_order
from .forecasts_and_argument import check_argument, check_forecasts
from .layout import TomlFile
from .notebooks import check_notebooks
from .notes_and_claims import check_notes_and_claims
from .other_files import check_fingerprints, check_strays
from .quizzes import check_quizzes
from .records import check_shared_records
from .series import check_series
from .story import check_story
from .toml_files import check_course_files, check_file_of
from .turns import check_turns
from .typed_figures import figure_faults
from .ways import check_ways

STOPPED = "stopped at something that it does not know"
CHECKS: tuple[Callable[[Collector], object], ...] = (
    check_course_files,
    check_course_file,
    check_article,
    check_shared_records,
    check_notes_and_claims,
    check_quizzes,
    check_forecasts,
    check_argument,
    check_documents,
    check_turns,
    check_story,
    check_ways,
    check_series,
    check_charts,
    check_strays,
    check_copies,
    check_fingerprints,
    check_exercises,
    check_notebooks,
)


def faults(library: Library, also: Sequence[TomlFile] = ()) -> list[Fault]:
    """Return every fault in data/, exercises/ and notebooks/, in the order of the files; none means sound content.

    `also` are files that other rooms of the package read.
    """
    collector = Collector(library)
    for file in also:
        check_file_of(collector, file)
    for check in (*CHECKS, _check_figures):
        try:
            check(collector)
        except Exception as error:  # a fault of the content that the check did not foresee must not hide the others
            message = f"{check.__name__} {STOPPED} ({error!r}); mend what else is named, then try again"
            collector.add("", "", "", message)
    return in_file_order(collector.faults)


def _check_figures(collector: Collector) -> None:
    collector.faults += figure_faults(collector.library, collector.texts, whole=collector.all_readable)
