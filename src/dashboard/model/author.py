"""Who wrote a source: its authors one by one, each a person in parts or a body whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r";(?![^(]*\))")
_AND = re.compile(r"\s+(?:and|&)\s+(?![^(]*\))")
_ROLE = re.compile(r"\s*\([^)]*\)")
_SUFFIX = re.compile(r"(?:,\s*|\s)(Jr\.?|Sr\.?|II|III|IV)$")
# Titles before a name, which are no part of it: their first letters would be taken for initials.
_TITLE = re.compile(
    r"(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Ambassador|Senator|Air Marshal|Admiral|Gen(?:eral)?|Brig(?:adier)?"
    r"|Col(?:onel)?|Lt|Lieutenant|Maj(?:or)?|Capt(?:ain)?)\b\.?[\s-]+(?=\w)"
)
# Who else wrote is not told, so that nothing is told of parts of a name.
_OTHERS = (" et al.", " et al")
# Initials that stand against each other, as in A.M.Bhatti.
_INITIALS = re.compile(r"(?:\w\.)+(?=\w{2})")


@dataclass(frozen=True)
class Author:
    """A person with a given name, or a body or a person of one name, which stands in `family` alone."""

    family: str
    given: str = ""
    suffix: str = ""


def authors_of(cell: str, kind: str) -> tuple[Author, ...]:
    """The authors of a cell, parted by semicolons outside of brackets; two persons also by `and`."""
    names = [name for name in _BETWEEN.split(cell) if name.strip()]
    if kind == "person":
        names = [person for name in names for person in _AND.split(name)]
    return tuple(author_of(name, kind) for name in names)


def author_of(name: str, kind: str) -> Author:
    """A person by family and given name, a body as it stands; `kind` says which (`person`, `body`), and what
    is not told stays as it stands.

    Of a person a role in brackets and a title before the name are left out. A name that begins with the
    family's has a comma after it. Words in small letters before the family's name (`van der`, `de`, `bin`)
    belong to it.
    """
    person = _untitled(_ROLE.sub("", name).strip(" ,"))
    if kind != "person" or not person or person.endswith(_OTHERS):
        return Author(name.strip())
    suffix = _SUFFIX.search(person)
    family, given = _parts(person[: suffix.start()].strip(" ,") if suffix else person)
    if suffix is None or not given:
        return Author(family if suffix is None else person, given)
    return Author(family, given, suffix[1])


def _untitled(person: str) -> str:
    while title := _TITLE.match(person):
        person = person[title.end() :]
    return person


def _parts(person: str) -> tuple[str, str]:
    if "," in person:
        family, _, given = person.partition(",")
        return family.strip(), given.strip()
    *before, last = _INITIALS.sub(lambda initials: f"{initials[0]} ", person).split()
    of_family = [last]
    while len(before) > 1 and before[-1][0].islower():
        of_family.insert(0, before.pop())
    return " ".join(of_family), " ".join(before)
