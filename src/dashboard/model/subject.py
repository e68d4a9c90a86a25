"""What an Atlas is about: its title, its two sides, where its years begin, directions of trade, views of the
map.
"""

from __future__ import annotations

from dataclasses import dataclass

Corner = tuple[float, float]


@dataclass(frozen=True)
class Side:
    """One of the two sides: its country code, the names under which data sets report it, and the codes of
    states that are gone and count for it.
    """

    country: str
    names: tuple[str, ...]
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Direction:
    """A direction of trade: its name in a link, a short and a full title, the country whose goods they are
    (empty: both), and the stated indicators that count it.
    """

    id: str
    label: str
    title: str
    sender: str
    stated: tuple[str, ...]


@dataclass(frozen=True)
class Voice:
    """A country of which it is said whether its sources tell of a record, by the name of its capital."""

    country: str
    capital: str


@dataclass(frozen=True)
class MapView:
    """A first view of the map: its name in a link, its label, and the [longitude, latitude] corners that it
    frames.
    """

    id: str
    label: str
    corners: tuple[Corner, ...]


@dataclass(frozen=True)
class Subject:
    """`package` names the data package and the Atlas in citations, `lead` are the sentences that open the
    first page, `map_note` is what the map has to say of disputed lines, `voices_note` how sources count for
    countries (both may be empty), `example_record` a record that shows how one is kept (or empty), `faults`
    the mail address that receives faults, or a tracker's with `{title}` and `{body}` (or empty).
    """

    title: str
    package: str
    first_year: int
    lead: tuple[str, ...]
    map_note: str
    sides: tuple[Side, ...]
    directions: tuple[Direction, ...]
    views: tuple[MapView, ...]
    voices: tuple[Voice, ...] = ()
    voices_note: str = ""
    example_record: str = ""
    faults: str = ""

    @property
    def successors(self) -> dict[str, str]:
        """The country of a side by the code of each former state that counts for it."""
        return {former: side.country for side in self.sides for former in side.former}

    def side_of(self, name: str) -> str:
        """The country of the side that a data set calls by that name; empty if it is neither."""
        return next((side.country for side in self.sides if name in side.names), "")
