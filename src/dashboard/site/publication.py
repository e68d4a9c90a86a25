"""What is published and where each part of it stands: the path of every page, figure and record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.exports.reference import Edition
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import days_of
from dashboard.figures.figure_exports import edition_of
from dashboard.figures.pages import HOME, PAGES
from dashboard.figures.spec import SEARCH
from dashboard.views.link import written

MENU = tuple(page for page in PAGES if page.listed)
# A page that answers to words alone has no figure to show here; the index of names and words stands for it.
SHOWN = tuple(page for page in MENU if not all(SEARCH in figure.options for figure in page.figures))
# Votes of one page: each has a row there and no page of its own.
VOTES = 150


@dataclass(frozen=True, eq=False)
class Publication:
    """A data set under the address at which it is published, which is empty where nobody has told it.

    `reads_app`: the addresses are those of the living app, not those of the files of the edition.
    `has_tables`: the tables as published stand beside the pages.
    """

    dataset: Dataset
    base: str = ""
    reads_app: bool = False
    has_tables: bool = True

    @property
    def has_editions(self) -> bool:
        """True where there is an edition before, with which the tables can be compared."""
        return bool(days_of(self.dataset))

    @cached_property
    def edition(self) -> Edition:
        """The Atlas as published."""
        return edition_of(self.dataset.atlas, self.base)

    @cached_property
    def votes(self) -> tuple[str, ...]:
        """The recorded votes by id, the newest first."""
        votes = self.dataset.atlas.votes.sort_values(["date", "vote_id"], ascending=False)
        return tuple(votes["vote_id"])

    @cached_property
    def _part_of_vote(self) -> dict[str, int]:
        return {vote_id: place // VOTES + 1 for place, vote_id in enumerate(self.votes)}

    def path_of(self, record_id: str) -> str:
        """Where a record stands; KeyError if there is none of that id."""
        if self.reads_app:
            return f"record?{written({'id': [record_id]})}"
        if record_id in self.dataset.atlas.table_of:
            return f"record/{record_id}.html"
        return f"votes/{self._part_of_vote[record_id]}.html#{record_id}"

    def address(self, path: str) -> str:
        """The address of a path, or an empty text where nobody has told where the edition is published."""
        return self.base + ("" if path == "index.html" else path) if self.base else ""

    def plain(self, path: str) -> str:
        """The path of a page that the app shows without scripts only."""
        return f"read/{path}" if self.reads_app else path

    def page(self, name: str) -> str:
        """The path of a page of the menu."""
        if self.reads_app:
            return "" if name == HOME.name else name
        return "index.html" if name == HOME.name else f"{name}.html"


class Links(Mapping[str, str]):
    """The addresses of records by id, relative to the page that shows them: a folder needs no server."""

    def __init__(self, publication: Publication, path: str = "") -> None:
        self.publication = publication
        self._up = "../" * path.count("/")

    def to(self, path: str) -> str:
        """A path from this page."""
        return self._up + path

    def __getitem__(self, record_id: str) -> str:
        return self.to(self.publication.path_of(record_id))

    def __contains__(self, record_id: object) -> bool:
        return record_id in self.publication.dataset.titles

    def __iter__(self) -> Iterator[str]:
        return iter(self.publication.dataset.atlas.table_of)

    def __len__(self) -> int:
        return len(self.publication.dataset.atlas.table_of)
