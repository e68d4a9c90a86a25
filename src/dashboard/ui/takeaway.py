"""What a reader takes away from a figure: its references, its rows, its packet, its picture, each made only when it is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape

import pandas as pd
import streamlit as st

from dashboard.data.atlas import Atlas
from dashboard.exports import citation, picture, reference
from dashboard.exports.packet import Choice, packet
from dashboard.exports.table import csv_of
from dashboard.model.figure import Figure, Plate
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries import sources as ask
from dashboard.ui import frame
from dashboard.ui.catalogue import STILLS, build
from dashboard.ui.context import Context
from dashboard.ui.library import Library
from dashboard.views import attribution


@dataclass(frozen=True)
class Takeaway:
    """Everything that one figure, under one choice, can be turned into."""

    figure: Figure
    library: Library
    context: Context

    @property
    def edition(self) -> reference.Edition:
        """The Atlas as published."""
        return edition_of(self.library.atlas, self.context.base)

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """The evidence behind the figure."""
        return ask.evidence_behind(self.library.atlas["evidence"], self.library.backed(self.figure.record_ids))

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources behind the figure."""
        atlas = self.library.atlas
        return ask.sources_behind(atlas["evidence"], atlas["sources"], self.library.backed(self.figure.record_ids))

    @property
    def figure_item(self) -> reference.Item:
        """The figure as something that can be cited."""
        return reference.of_part(
            self.edition, f"atlas-{self.figure.figure_id}", self.figure.title, "Figure", self.context.address(self.figure.figure_id), self.context.sentence
        )

    def record_item(self, record_id: str) -> reference.Item:
        """A record of the figure as something that can be cited."""
        kind = RECORD_NAMES[self.library.atlas.table_of[record_id]].capitalize()
        return reference.of_part(self.edition, f"atlas-{record_id}", self.library.titles[record_id], kind, self.context.record(record_id))

    @property
    def source_items(self) -> list[reference.Item]:
        """The sources behind the figure as things that can be cited."""
        return reference.of_sources(self.sources.to_dict("records"))

    def rows(self) -> bytes:
        """The rows as CSV."""
        return csv_of(self.figure.rows)

    def packet(self) -> bytes:
        """Rows, evidence, metadata and a note to the reader as one zip."""
        choice = Choice(self.context.sentence, self.context.values, self.context.address(self.figure.figure_id))
        return packet(self.figure, choice, self.edition, self.sources, self.evidence, citation.text(self.figure_item))

    def has_picture(self) -> bool:
        """False for lists and tables."""
        return picture.has_picture(self.figure) or self.figure.figure_id in STILLS

    def svg(self) -> bytes:
        """The picture as SVG."""
        return _svg(self.figure.figure_id, self.library.atlas.digest, self.context, self).encode("utf-8")

    def png(self) -> bytes:
        """The picture as PNG."""
        return picture.png_of(self.svg().decode("utf-8"))

    def file(self, ending: str) -> str:
        """A file name that says of which figure and which version it is."""
        return f"atlas-{self.figure.figure_id}-{self.library.atlas.version}.{ending}"

    def _in_light(self) -> Figure:
        """The figure as it is drawn on white ground."""
        if self.context.asked is None:
            return self.figure
        built = build(self.figure.figure_id, self.library, self.context.asked)
        return built if isinstance(built, Figure) else self.figure

    def _still(self) -> Plate | None:
        """The picture that stands for a drawing which moves on the screen: the map."""
        if self.figure.figure_id not in STILLS or self.context.asked is None:
            return None
        return STILLS[self.figure.figure_id](self.library, self.context.asked)


def edition_of(atlas: Atlas, base: str) -> reference.Edition:
    """The Atlas as published at an address."""
    return reference.Edition(frame.TITLE, atlas.version, atlas.released, base)


@st.cache_data(max_entries=64, show_spinner=False)
def _svg(figure_id: str, digest: str, context: Context, _takeaway: Takeaway) -> str:
    """Made once for each figure, data and choice: drawing takes most of a second."""
    own = _takeaway._in_light()
    legend = picture.Legend(
        context.sentence,
        plain(attribution.source_line(_takeaway.sources)) if len(_takeaway.sources) else "",
        _takeaway.edition.caption,
        context.address(figure_id),
    )
    return picture.svg_of(own, legend, _takeaway._still())


def plain(markup: str) -> str:
    """The words of some HTML made here."""
    return unescape(re.sub(r"<[^>]+>", "", markup))
