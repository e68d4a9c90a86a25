"""What leaves with a figure states of a reader's filters only those that the figure follows; all figures,
picture, packet, citation and address.
"""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest

from dashboard.data.atlas import Atlas
from dashboard.exports import citation
from dashboard.figures.address import standing
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import COUNTRIES, KINDS, LAST_YEAR, THEMES, YEARS
from dashboard.model.figure import EmptyFigure
from dashboard.model.selection import Selection

CHOSEN = Selection(("energy",), ("news",), 2014, 2021, ("RUS",))
# The filters by their part of a question: their name in a link, and the words that state them.
STATED = {
    THEMES: ("theme", ("Energy; 2014–2021", "Energy; all years")),
    KINDS: ("kind", ("only with a source of kind news",)),
    COUNTRIES: ("country", ("only with a source of Russia",)),
}


@pytest.fixture(scope="module")
def dataset(atlas: Atlas) -> Dataset:
    """The real Atlas with its indexes."""
    return Dataset(atlas)


def statements(take: FigureExports) -> Iterator[tuple[str, set[str]]]:
    """Every text that states a choice, and the names of filters in its address or values."""
    address = take.context.address(take.figure.figure_id)
    asked = set(parse_qs(urlsplit(address).query))
    yield citation.text(take.figure_item), asked
    yield citation.bibtex([take.figure_item]), asked
    with ZipFile(io.BytesIO(take.packet())) as archive:
        told = json.loads(archive.read("metadata.json"))
        yield archive.read("README.txt").decode("utf-8"), set(told["filters"]["values"])
    yield told["filters"]["sentence"], set(parse_qs(urlsplit(told["link"]).query))
    if take.has_picture():
        words = ElementTree.fromstring(take.svg()).findall("{http://www.w3.org/2000/svg}text")
        yield " ".join(word.text or "" for word in words), asked


def test_a_figure_states_only_the_filters_that_it_follows(figure_id: str, dataset: Dataset) -> None:
    spec = figures_in(dataset)[figure_id]
    question = Question(spec, dataset, CHOSEN)
    context = standing("timeline", "https://atlas.example/", question, spec.options, "", CHOSEN)
    figure = question.answer()
    texts = [(context.sentence, set(context.values))]
    if not isinstance(figure, EmptyFigure):
        texts += statements(FigureExports(figure, dataset, context))
    for words, names in texts:
        for part, (name, stated) in STATED.items():
            assert (name in names) == (part in spec.follows), words
            assert part in spec.follows or not any(phrase in words for phrase in stated)
        assert ("years" in names) == bool(spec.follows & {YEARS, LAST_YEAR})
    assert context.filters == CHOSEN.as_params(dataset.atlas.span)
