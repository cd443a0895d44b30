"""Cross-checks of the whole content: every fault at once, each with file, record and field."""

from __future__ import annotations

from ..errors import Fault
from ..library import Library
from .article import check_article
from .collector import Collector
from .course_file import check_course_file
from .exercise_files import check_exercises
from .forecasts_and_argument import check_argument, check_forecasts
from .notes_and_claims import check_notes_and_claims
from .quizzes import check_quizzes
from .records import check_shared_records
from .series_and_charts import check_charts, check_series
from .typed_figures import figure_faults


def faults(library: Library) -> list[Fault]:
    """Return every fault in data/ and exercises/, in the order of the files; an empty list means sound content."""
    collector = Collector(library)
    check_course_file(collector)
    check_article(collector)
    check_shared_records(collector)
    for section in collector.sections:
        check_notes_and_claims(collector, section)
    check_quizzes(collector)
    check_forecasts(collector)
    check_argument(collector)
    check_series(collector)
    check_charts(collector)
    check_exercises(collector)
    collector.faults += figure_faults(library, collector.texts, whole=collector.all_readable)
    return collector.faults
