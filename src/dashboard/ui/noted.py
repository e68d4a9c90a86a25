"""Answers that serve every choice which agrees in the parts that were asked for: a chart of trade does not change with the themes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields
from threading import Lock
from typing import Generic, TypeVar

from dashboard.figures.cache import SingleFlightCache, forget_with_the_rest
from dashboard.model.selection import Selection

Answer = TypeVar("Answer")

PARTS = frozenset(part.name for part in fields(Selection))


class Noted(Selection):
    """A selection that notes which of its parts are asked for."""

    def __init__(self, selection: Selection) -> None:
        super().__init__(selection.themes, selection.kinds, selection.first_year, selection.last_year)
        object.__setattr__(self, "asked", set())

    def __getattribute__(self, name: str) -> object:
        if name in PARTS:
            object.__getattribute__(self, "asked").add(name)
        return object.__getattribute__(self, name)


class KeptByParts(Generic[Answer]):
    """Answers about a selection, kept by those of its parts from which they were made.

    An answer must follow from its question, the selection and nothing else. Which parts it asks for may depend on what it found in
    others: a part is counted from the first time that it was asked for, and the values of all counted parts are the answer's key.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._whole: SingleFlightCache[Answer] = SingleFlightCache(most)
        self._own: OrderedDict[Hashable, Answer] = OrderedDict()
        self._parts: dict[str, frozenset[str]] = {}
        self._lock = Lock()
        forget_with_the_rest(self)

    def clear(self) -> None:
        """Let go of every answer."""
        with self._lock:
            self._own.clear()

    def answer(self, name: str, question: Hashable, selection: Selection, make: Callable[[Selection], Answer]) -> Answer:
        """The answer to a question about a selection; `name` is what all questions of one kind have in common."""
        return self._whole.answer((name, question, selection), lambda: self._of_parts(name, question, selection, make))

    def _of_parts(self, name: str, question: Hashable, selection: Selection, make: Callable[[Selection], Answer]) -> Answer:
        with self._lock:
            key = self._key(name, question, selection)
            if key in self._own:
                self._own.move_to_end(key)
                return self._own[key]
        noted = Noted(selection)
        answer = make(noted)
        with self._lock:
            self._parts[name] = self._parts.get(name, frozenset()) | object.__getattribute__(noted, "asked")
            self._own[self._key(name, question, selection)] = answer
            while len(self._own) > self.most:
                self._own.popitem(last=False)
        return answer

    def _key(self, name: str, question: Hashable, selection: Selection) -> Hashable:
        return name, question, tuple((part, getattr(selection, part)) for part in sorted(self._parts.get(name, ())))
