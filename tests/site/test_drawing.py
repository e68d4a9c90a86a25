"""A chart in a page: the file given by day, by night and on a phone, and what stands below it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.figures.question import Question
from dashboard.figures.timeline import LANES
from dashboard.model.figure import Figure
from dashboard.site.drawing import caption, files_of, shown
from dashboard.site.publication import Links, Publication
from dashboard.views.theme import INK


@pytest.fixture
def question(publication: Publication) -> Question:
    """The timeline of the small Atlas."""
    return Question(LANES, publication.dataset)


@pytest.fixture
def figure(question: Question) -> Figure:
    """What it shows."""
    answer = question.answer()
    assert isinstance(answer, Figure)
    return answer


def test_a_phone_and_a_screen_are_each_given_the_drawing_of_the_day_or_of_the_night(
    publication: Publication, question: Question, figure: Figure
) -> None:
    links = Links(publication, "figure/timeline-lanes.html")
    page = str(shown(figure, question, links, "figure/timeline-lanes"))
    stem = "../figure/timeline-lanes"
    assert re.findall(r'<source media="([^"]*)" srcset="([^"]*)">', page) == [
        ("(max-width: 640px) and (prefers-color-scheme: dark)", f"{stem}-phone-dark.svg"),
        ("(max-width: 640px)", f"{stem}-phone-light.svg"),
        ("screen and (prefers-color-scheme: dark)", f"{stem}-page-dark.svg"),
    ]
    (image,) = re.findall(r'<img src="([^"]*)" alt="([^"]*)"', page)
    assert (image[0], unescape(image[1])) == (f"{stem}-page-light.svg", figure.message)


def test_a_drawing_among_others_has_no_file_for_a_phone_and_names_none(
    publication: Publication, question: Question, figure: Figure
) -> None:
    page = str(shown(figure, question, Links(publication), "decade/2010s-timeline-lanes"))
    named = re.findall(r'(?:srcset|src)="([^"]*)"', page)
    assert sorted(named) == sorted(path for path, _ in files_of(question, "decade/2010s-timeline-lanes"))


def test_a_drawing_stands_on_the_ground_of_its_time_of_day(question: Question) -> None:
    drawn = {path: content.decode("utf-8") for path, content in files_of(question, "x")}
    for mode, other in (("light", "dark"), ("dark", "light")):
        ground, words = drawn[f"x-page-{mode}.svg"].lower(), INK[mode].ground.lower()
        assert f'fill="{words}"' in ground[:2000], mode
        assert f'fill="{INK[other].ground.lower()}"' not in ground[:2000], mode


def test_under_a_drawing_stand_its_message_its_note_and_its_sources(
    question: Question, figure: Figure
) -> None:
    words = unescape(str(caption(replace(figure, note="Beware of this."), question)))
    assert '<p class="atlas-note">Beware of this.</p>' in words
    assert f"<p>{figure.message}</p>" in words
    assert "Data: " in words
    assert '<p class="atlas-note">' not in str(caption(replace(figure, note=""), question))
