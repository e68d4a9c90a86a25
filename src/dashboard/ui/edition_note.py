"""The note above a page whose link names an earlier edition: what differs now in what the page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from dashboard.figures.changes import PAGE as CHANGES
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import changes_of, days_of, named_edition
from dashboard.model.figure import Figure
from dashboard.model.selection import EDITION
from dashboard.ui import messages, navigation
from dashboard.views import edition_note


def say(page: str, dataset: Dataset, record_id: str, drawn: Callable[[], Sequence[Figure]]) -> None:
    """Say what changed since the edition that the link names: in the record of a page of records at once,
    elsewhere when its figures are `drawn`. The page of changes has the edition as an option of its own.
    """
    if page == CHANGES.name:
        return
    since, problems = named_edition(dataset, st.query_params.get_all(EDITION))
    messages.warn_all(map(str, problems))
    if not since:
        return
    day, now = days_of(dataset)[since], dataset.atlas.version
    if record_id:
        changes = changes_of(dataset, since, [record_id])
        st.html(edition_note.of_record(since, day, now, changes, dataset.titles))
        return
    place = st.container()

    def count_changes() -> None:
        changes = changes_of(dataset, since, _records_of(drawn()))
        place.html(edition_note.of_page(since, day, now, changes))

    navigation.at_the_end(count_changes)


def _records_of(figures: Iterable[Figure]) -> set[str]:
    return {record_id for figure in figures for record_id in figure.record_ids}
