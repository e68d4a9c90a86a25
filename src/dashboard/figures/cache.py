"""Answers that are kept: each question is answered once, also when many readers ask it at the same moment."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class SingleFlightCache(Generic[Answer]):
    """The answers to the latest `most` questions; whoever asks what is just being answered waits for that
    answer.

    Answers are shared by all readers and must not be changed. Cheaper than st.cache_resource, which hashes
    every argument anew: a question here is any tuple that says all that the answer depends on.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._answers: OrderedDict[Hashable, Future[Answer]] = OrderedDict()
        self._lock = Lock()

    def answer(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer to a question; `make` answers it the first time. What `make` raises is raised, and not
        kept.
        """
        with self._lock:
            known = self._answers.get(question)
            if known is not None:
                self._answers.move_to_end(question)
            else:
                future: Future[Answer] = Future()
                self._answers[question] = future
                while len(self._answers) > self.most:
                    self._answers.popitem(last=False)
        if known is not None:
            return known.result()
        try:
            future.set_result(make())
        except BaseException as error:
            with self._lock:
                self._answers.pop(question, None)
            future.set_exception(error)
            raise
        return future.result()
