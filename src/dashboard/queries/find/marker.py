"""The words of a question as they stand in texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dashboard.queries.find.question import Group
from dashboard.queries.find.words import spans


class Marker:
    """Finds the words of a question in texts; made once for a question, because each word of each text is
    asked about.
    """

    def __init__(self, groups: Iterable[Group], read_as: Mapping[str, Collection[str]]) -> None:
        """`groups` are those of the question, `read_as` the words as which strange ones were read."""
        phrases = [phrase for group in groups for phrase in group.phrases]
        meant = [word for words in read_as.values() for word in words]
        self._wanted = {word for phrase in phrases for word in phrase.split()} | set(meant)
        self._stems = tuple(word for word in self._wanted if len(word) > 3)
        self._met: dict[str, bool] = {}

    def places_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words of the question stand in a text: pairs of begin and end."""
        return tuple((begin, end) for word, begin, end in spans(text) if self.meets(word))

    def number_in(self, text: str) -> int:
        """How many different words of the question a text has."""
        return len({text[begin:end].casefold() for begin, end in self.places_in(text)})

    def meets(self, word: str) -> bool:
        """Whether a word is one of the question, or a form of it."""
        if word not in self._met:
            near = any(word.startswith(stem) and len(word) - len(stem) < 4 for stem in self._stems)
            self._met[word] = near or word in self._wanted
        return self._met[word]
