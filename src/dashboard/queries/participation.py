"""Who took part in an event, and who is only spoken of in it: the sender of a message, the master of an
envoy, the dead of a funeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands in for a person who is not there.
_STANDING_IN = (
    "absence|aides?|behalf|condolences|death|delegation|emissary|envoys?|funeral|greetings|letters?"
    "|messages?|representative|telegrams?"
)
_AFTER = re.compile(rf"[’'](?:s)? (?:\w+ )?(?:{_STANDING_IN})\b| (?:sends?|sent|writes? to|wrote to)\b")
_OF = rf"\b(?:{_STANDING_IN})\b[^.;,]{{0,20}} (?:from|of|to|for)"
_BEFORE = re.compile(rf"(?:{_OF}|\bsent by)(?: the)?(?: [A-Z][\w-]*){{0,3}} $")
# So much of a text in front of a name is read.
_FARTHEST = 60


def taking_part(words: str, named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of those who took part in an event; `words` are its title and its summary, `named` the id and
    the name of each person whom it points to.

    A person of whom the words speak only as sender, addressee or master of what stands in for them did not
    take part; one whom they do not name did.
    """
    return tuple(person for person, name in named if not _only_spoken_of(words, name))


def _only_spoken_of(words: str, name: str) -> bool:
    family_name = name.rsplit(" ", 1)[-1]
    mentions = [match.span() for match in re.finditer(rf"\b{re.escape(family_name)}\b", words)]
    return bool(mentions) and all(_stands_in(words, begin, end) for begin, end in mentions)


def _stands_in(words: str, begin: int, end: int) -> bool:
    before = words[max(0, begin - _FARTHEST) : begin]
    return bool(_AFTER.match(words, end) or _BEFORE.search(before))
