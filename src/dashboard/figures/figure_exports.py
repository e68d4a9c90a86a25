"""What a reader takes away from a figure: its references, its rows, its packet, its picture, each made only
when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.exports import citation, picture, reference
from dashboard.exports.packet import Choice, packet
from dashboard.exports.proof import Scope, changes_query, proof_of
from dashboard.exports.table import csv_of
from dashboard.figures.address import Context
from dashboard.figures.changes import editions_behind
from dashboard.figures.dataset import Dataset
from dashboard.figures.held_texts import HeldTexts, texts_of_changes
from dashboard.figures.lookup import evidence_behind, sources_behind
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD
from dashboard.model.figure import Figure
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.model.vote import is_state
from dashboard.views import attribution


@dataclass(frozen=True)
class FigureExports:
    """Everything that one figure, under one choice, can be turned into."""

    figure: Figure
    dataset: Dataset
    context: Context

    @property
    def edition(self) -> reference.Edition:
        """The Atlas as published."""
        return edition_of(self.dataset.atlas, self.context.base)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """The evidence behind the figure."""
        return evidence_behind(self.dataset, self.dataset.backed(self.figure.record_ids))

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources behind the figure."""
        return sources_behind(self.dataset, self.dataset.backed(self.figure.record_ids))

    @property
    def figure_item(self) -> reference.Item:
        """The figure as something that can be cited."""
        return reference.of_part(
            self.edition,
            f"atlas-{self.figure.figure_id}",
            self.figure.title,
            "Figure",
            self.context.cited(self.dataset.atlas.version, self.figure.figure_id),
            self.context.sentence,
        )

    def record_item(self, record_id: str) -> reference.Item:
        """A record of the figure as something that can be cited."""
        kind = RECORD_NAMES[self.dataset.table_of(record_id)].capitalize()
        return reference.of_part(
            self.edition,
            f"atlas-{record_id}",
            self.dataset.titles[record_id],
            kind,
            self.context.cited_record(self.dataset.atlas.version, record_id),
        )

    @property
    def source_items(self) -> list[reference.Item]:
        """The sources behind the figure as things that can be cited."""
        return reference.of_sources(self.sources.to_dict("records"))

    def rows(self) -> bytes:
        """The rows as CSV."""
        return csv_of(self.figure.rows)

    def packet(self) -> bytes:
        """Rows, evidence, metadata, a note to the reader and the picture as one zip."""
        choice = Choice(
            self.context.sentence, self.context.values, self.context.address(self.figure.figure_id)
        )
        return packet(
            self.figure,
            choice,
            self.edition,
            self.sources,
            self.evidence,
            citation.text(self.figure_item),
            {"figure.svg": self.svg(), "figure.png": self.png()} if self.has_picture() else {},
        )

    def proof(self) -> bytes:
        """The shown rows, the tables that they rest on, and a script that computes them from these again."""
        question, held = self.context.question, HeldTexts(self.dataset)
        if question is None:
            return proof_of(self.figure, held, self.edition, Scope(self.dataset.atlas.span))
        scope, compared = self._scope(question), editions_behind(question)
        if not compared:
            return proof_of(self.figure, held, self.edition, scope)
        texts = texts_of_changes(self.dataset, compared, set(self.figure.record_ids))
        return proof_of(
            self.figure, HeldTexts(self.dataset, texts), self.edition, scope, written=changes_query()
        )

    def _scope(self, question: Question) -> Scope:
        """What the figure was asked."""
        followed, options = question.followed, question.chosen_options
        return Scope(
            (followed.first_year, followed.last_year),
            [name for name in self.dataset.atlas.votes.columns if is_state(name)],
            followed.themes,
            next(iter(options.get(RECORD, ())), ""),
            {option.name: next(iter(values), "") for option, values in options.items()},
            self.dataset.atlas.released.isoformat(),
        )

    def has_picture(self) -> bool:
        """False for lists and tables."""
        question = self.context.question
        return picture.has_picture(self.figure) or bool(question and question.spec.still)

    def svg(self) -> bytes:
        """The picture as SVG, drawn once: that takes most of a second."""
        question = self.context.question
        key = ("picture", self.context.address(self.figure.figure_id), question and question.on_paper().key)
        svg: str = self.dataset.texts.answer(key, lambda: _svg(self))
        return svg.encode("utf-8")

    def framed(self, body: picture.Body) -> bytes:
        """A drawing that is made already, as a picture with the words that travel with it."""
        return picture.composed(self.figure, self._legend, body).encode("utf-8")

    @property
    def _legend(self) -> picture.Legend:
        return picture.Legend(
            self.context.sentence,
            attribution.sources_in_short(self.sources),
            self.edition.caption,
            self.context.address(self.figure.figure_id),
        )

    def png(self) -> bytes:
        """The picture as PNG."""
        return picture.png_of(self.svg().decode("utf-8"))

    def file(self, ending: str) -> str:
        """A file name that says of which figure and which version it is."""
        return f"atlas-{self.figure.figure_id}-{self.dataset.atlas.version}.{ending}"


def edition_of(atlas: Atlas, base: str) -> reference.Edition:
    """The Atlas as published at an address."""
    return reference.Edition(
        atlas.subject.title, atlas.version, atlas.released, base, package=atlas.subject.package
    )


def _svg(exports: FigureExports) -> str:
    figure, question = exports.figure, exports.context.question
    if question is None:
        return picture.svg_of(figure, exports._legend)
    drawn = question.on_paper().answer()
    figure = drawn if isinstance(drawn, Figure) else figure
    return picture.svg_of(figure, exports._legend, question.on_paper().still())
