"""The figures of who says so, by capital."""

from __future__ import annotations

from dashboard.figures.question import Question
from dashboard.figures.spec import EVENTS, RECORD, Answer, FigureSpec, Option
from dashboard.queries import capitals as ask
from dashboard.views import capitals

BY = Option("by", "Countries of sources by", {"theme": "Theme", "era": "Era"})


def _events(question: Question) -> Answer:
    atlas, tellings, by = question.dataset.atlas, question.dataset.told_by_country, question.option(BY)
    groups = atlas["themes"] if by == "theme" else atlas["eras"]
    labels = dict(zip(groups[f"{by}_id"], groups["label"], strict=True))
    if by == "theme":
        return capitals.events_by_country(
            ask.by_theme(question.events, tellings), labels, by, question.mode, atlas.subject.voices_note
        )
    return capitals.events_by_country(
        ask.by_era(question.events, tellings, groups), labels, by, question.mode, atlas.subject.voices_note
    )


def _one_country(question: Question) -> Answer:
    atlas = question.dataset.atlas
    alone = ask.of_one_country(
        question.dataset.told_by_country, atlas["evidence"], question.dataset.counted_sources
    )
    return capitals.of_one_country(alone, question.events, atlas.subject.voices_note)


def _of_record(question: Question) -> Answer:
    subject = question.dataset.atlas.subject
    return capitals.of_record(
        question.dataset.told_by_country, question.option(RECORD), subject.voices, subject.voices_note
    )


BY_COUNTRY = FigureSpec("sources-capitals", _events, EVENTS, (BY,))
ONE_COUNTRY = FigureSpec("sources-one-country", _one_country, EVENTS)
OF_RECORD = FigureSpec("record-capitals", _of_record, options=(RECORD,))
