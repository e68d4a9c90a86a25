"""What a reader takes away from a figure: its references, its rows, its packet, its picture, each made only
when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.exports import citation, picture, reference
from dashboard.exports.packet import Choice, packet
from dashboard.exports.proof import Basis, proof_of
from dashboard.exports.table import csv_of
from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import evidence_behind, sources_behind
from dashboard.model.figure import Figure
from dashboard.model.schema import BY_NAME, Holds, Table
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.views import attribution

# Tables whose rows belong to a record that another column names.
KEYS = {"observations": "indicator_id", "milestones": "event_id"}


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
        """Rows, evidence, metadata and a note to the reader as one zip."""
        choice = Choice(
            self.context.sentence, self.context.values, self.context.address(self.figure.figure_id)
        )
        return packet(
            self.figure, choice, self.edition, self.sources, self.evidence, citation.text(self.figure_item)
        )

    def proof(self) -> bytes:
        """The shown rows, the tables that they rest on, and a script that computes them from these again."""
        bases = list(self._bases())
        return proof_of(self.figure, [*bases, *self._named(bases)], self.edition)

    def _bases(self) -> Iterator[Basis]:
        """The tables of the figure's records, the evidence on these, and what both may name."""
        dataset, ids = self.dataset, set(self.figure.record_ids)
        for table in BY_NAME.values():
            key = KEYS.get(table.name) or table.id_column
            frame = dataset.atlas.votes if table.name == "votes" else dataset.atlas[table.name]
            if key:
                rows = frame.loc[frame[key].isin(ids)]
                if len(rows):
                    yield Basis(table.name, key, rows[_published(table, rows)])

    def _named(self, bases: Sequence[Basis]) -> Iterator[Basis]:
        """The evidence on the figure's records, and every table that they or it may name."""
        atlas, ids = self.dataset.atlas, set(self.figure.record_ids)
        evidence = atlas["evidence"]
        behind = evidence[evidence["record_id"].isin(ids) | evidence["source_id"].isin(ids)]
        yield Basis("evidence", "", behind[_published(BY_NAME["evidence"], behind)])
        known = {basis.name for basis in bases} | {"evidence", "votes"}
        for table in BY_NAME.values():
            if table.id_column and table.name not in known:
                yield Basis(table.name, "", atlas[table.name][_published(table, atlas[table.name])])

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


def _published(table: Table, frame: pd.DataFrame) -> list[str]:
    """The columns of a table as published, and after each date its words where they are made."""
    names = []
    for column in table.columns:
        dated = column.holds is Holds.EDTF and f"{column.name}_caption" in frame
        names += [column.name, f"{column.name}_caption"] if dated else [column.name]
    return names


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
