"""Reads `atlas.toml`, which says what the Atlas is about, and names every fault of it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from dashboard.data.cells import is_address
from dashboard.data.code_list import is_country
from dashboard.data.text_file import text_at
from dashboard.model.fault import Fault
from dashboard.model.sign import says_something, unseen
from dashboard.model.subject import Direction, MapView, Side, Subject, Voice

SUBJECT_FILE = "atlas.toml"
# Characters of one text: the longest stand above figures, and none is an essay.
LONGEST = 1_000

Part = TypeVar("Part")
Values = Mapping[str, Any]

_IN_A_LINK = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# What each key must hold, in words, and whether a value does.
_TEXT: tuple[str, Callable[[Any], bool]] = (
    f"a text of one line and at most {LONGEST} characters, each of which is seen",
    lambda value: _is_plain(value) and says_something(value),
)
_ANY_TEXT: tuple[str, Callable[[Any], bool]] = (
    f"a text of one line and at most {LONGEST} characters, each of which is seen; it may be empty",
    lambda value: _is_plain(value),
)
_NAME: tuple[str, Callable[[Any], bool]] = (
    "small letters, digits and hyphens",
    lambda value: isinstance(value, str) and _IN_A_LINK.fullmatch(value) is not None,
)
_COUNTRIES: tuple[str, Callable[[Any], bool]] = (
    "a list of country codes, each once; it may be empty",
    lambda value: isinstance(value, list) and all(map(_COUNTRY[1], value)) and _each_once(value),
)
_TEXTS: tuple[str, Callable[[Any], bool]] = (
    "a list of texts, each once",
    lambda value: isinstance(value, list) and all(_TEXT[1](part) for part in value) and _each_once(value),
)
_SOME_TEXTS: tuple[str, Callable[[Any], bool]] = (
    "a list of one text or more, each once",
    lambda value: _TEXTS[1](value) and bool(value),
)
_YEAR: tuple[str, Callable[[Any], bool]] = (
    "a year such as 1947",
    lambda value: type(value) is int and 1000 <= value <= 2100,
)
_COUNTRY: tuple[str, Callable[[Any], bool]] = (
    "a three-letter code of ISO 3166",
    lambda value: isinstance(value, str) and is_country(value),
)
_COUNTRY_OR_NONE: tuple[str, Callable[[Any], bool]] = (
    "a three-letter code of ISO 3166, or an empty text",
    lambda value: value == "" or _COUNTRY[1](value),
)
_CORNERS: tuple[str, Callable[[Any], bool]] = (
    "two or more [longitude, latitude], not all of them one place",
    lambda value: isinstance(value, list) and all(map(_is_corner, value)) and _spread(value),
)
_TABLES: tuple[str, Callable[[Any], bool]] = (
    "a list of tables",
    lambda value: isinstance(value, list) and all(isinstance(part, dict) for part in value),
)
_MAIL = re.compile(r"[^\s@?&:/]+@[^\s@?&:/]+\.[^\s@?&:/.]+")
_RECEIVING: tuple[str, Callable[[Any], bool]] = (
    "a mail address, or a tracker's https address that holds {title} or {body}",
    lambda value: isinstance(value, str) and _receives(value),
)
_WHOLE = {
    "title": _TEXT,
    "package": _NAME,
    "first_year": _YEAR,
    "lead": _SOME_TEXTS,
    "example_record": _ANY_TEXT,
    "map_note": _ANY_TEXT,
    "sides": _TABLES,
    "directions": _TABLES,
    "views": _TABLES,
    "voices": _TABLES,
    "voices_note": _ANY_TEXT,
}
_PARTS = {
    "sides": {"country": _COUNTRY, "names": _SOME_TEXTS, "former": _COUNTRIES},
    "directions": {"id": _NAME, "label": _TEXT, "title": _TEXT, "sender": _COUNTRY_OR_NONE, "stated": _TEXTS},
    "voices": {"country": _COUNTRY, "capital": _TEXT},
    "views": {"id": _NAME, "label": _TEXT, "corners": _CORNERS},
}
# Where a reader's report of a fault may go: a table of its own that need not be there.
_FAULTS = "faults"
_OF_FAULTS = {"address": _RECEIVING}


def read_subject(folder: Path) -> tuple[Subject | None, list[Fault]]:
    """What the Atlas is about; None where `atlas.toml` has a fault, and every fault of it."""
    try:
        values = tomllib.loads(text_at(folder / SUBJECT_FILE))
    except (OSError, ValueError) as error:
        found = str(getattr(error, "strerror", None) or error)
        return None, [Fault(SUBJECT_FILE, 0, "", "the file cannot be read", found, "a file in TOML")]
    receiving = values.pop(_FAULTS, {"address": ""})
    faults = [*_faults(values, _WHOLE, ""), *_faults_of_receiving(receiving)]
    if not faults:
        faults = [
            fault for name, keys in _PARTS.items() for fault in _faults_of_parts(values[name], keys, name)
        ]
    if not faults:
        faults = list(_contradictions(values))
    return (None, faults) if faults else (_subject({**values, _FAULTS: receiving["address"]}), [])


def unshown(subject: Subject, records: Container[str]) -> list[Fault]:
    """The example of a record, where it is none of the ids of records."""
    if not subject.example_record or subject.example_record in records:
        return []
    expected = "the id of a record, or an empty text"
    return [Fault(SUBJECT_FILE, 0, "example_record", "no such record", subject.example_record, expected)]


def _contradictions(values: Values) -> Iterator[Fault]:
    """What the parts cannot say beside one another."""
    countries = [side["country"] for side in values["sides"]]
    if len(set(countries)) != 2 or len(countries) != 2:
        found = ", ".join(countries) or "none"
        yield Fault(SUBJECT_FILE, 0, "sides", "not two sides", found, "the two countries of the Atlas")
        return
    standing = [*countries, *(code for side in values["sides"] for code in side["former"])]
    named = [name for side in values["sides"] for name in side["names"]]
    for where, once, expected in (
        ("sides: former", standing, "a state that is gone, under one side"),
        ("sides: names", named, "a name that one side has"),
        ("directions: id", [part["id"] for part in values["directions"]], "an id of its own"),
        ("views: id", [part["id"] for part in values["views"]], "an id of its own"),
        ("voices: country", [part["country"] for part in values["voices"]], "each country once"),
    ):
        twice = [name for name, count in Counter(once).items() if count > 1]
        if twice:
            yield Fault(SUBJECT_FILE, 0, where, "stands twice", ", ".join(twice), expected)
    for part in values["directions"]:
        if part["sender"] not in ("", *countries):
            expected = f"{' or '.join(countries)}, or an empty text"
            yield Fault(SUBJECT_FILE, 0, "directions: sender", "none of the sides", part["sender"], expected)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and not unseen(value) and len(value) <= LONGEST


def _each_once(values: list[Any]) -> bool:
    return len(set(values)) == len(values)


def _spread(corners: list[list[float]]) -> bool:
    return len({tuple(corner) for corner in corners}) >= 2


def _subject(values: Values) -> Subject:
    return Subject(
        title=values["title"],
        package=values["package"],
        first_year=values["first_year"],
        lead=tuple(values["lead"]),
        example_record=values["example_record"],
        map_note=values["map_note"],
        sides=tuple(
            Side(part["country"], tuple(part["names"]), tuple(part["former"])) for part in values["sides"]
        ),
        directions=tuple(
            Direction(**{**part, "stated": tuple(part["stated"])}) for part in values["directions"]
        ),
        views=tuple(
            MapView(part["id"], part["label"], _corners(part["corners"])) for part in values["views"]
        ),
        voices=tuple(Voice(**part) for part in values["voices"]),
        voices_note=values["voices_note"],
        faults=values[_FAULTS],
    )


def _corners(corners: list[list[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(longitude), float(latitude)) for longitude, latitude in corners)


def _is_corner(value: Any) -> bool:
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(type(part) in (int, float) for part in value)
    ):
        return False
    longitude, latitude = value
    return bool(-180 <= longitude <= 180 and -85 <= latitude <= 85)


def _receives(address: str) -> bool:
    if not _is_plain(address):
        return False
    if _MAIL.fullmatch(address):
        return True
    filled = address.replace("{title}", "title").replace("{body}", "body")
    host = address.removeprefix("https://").partition("/")[0]
    whole = filled != address and not set("{}") & (set(filled) | set(host))
    return address.startswith("https://") and whole and is_address(filled)


def _faults_of_receiving(receiving: Any) -> list[Fault]:
    if not isinstance(receiving, dict):
        expected = "a table [faults] with an address"
        return [Fault(SUBJECT_FILE, 0, _FAULTS, "not what is needed", str(receiving)[:60], expected)]
    return [] if receiving == {"address": ""} else _faults(receiving, _OF_FAULTS, f"{_FAULTS}: ")


def _faults_of_parts(parts: list[Values], keys: Mapping[str, Any], name: str) -> list[Fault]:
    return [
        fault for number, part in enumerate(parts, 1) for fault in _faults(part, keys, f"{name} {number}: ")
    ]


def _faults(values: Values, keys: Mapping[str, Any], where: str) -> list[Fault]:
    faults = [
        Fault(SUBJECT_FILE, 0, where + name, "unknown key", name, f"one of {', '.join(keys)}")
        for name in values
        if name not in keys
    ]
    for name, (expected, accepts) in keys.items():
        if name not in values:
            faults.append(Fault(SUBJECT_FILE, 0, where + name, "the key is missing", "nothing", expected))
        elif not accepts(values[name]):
            faults.append(
                Fault(SUBJECT_FILE, 0, where + name, "not what is needed", str(values[name])[:60], expected)
            )
    return faults
