"""Many sources on paper stand once each below their publishers, in the order of the alphabet."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.views.register import by_publisher

SOURCES = pd.DataFrame(
    [
        ("TASS", "", "Talks held", "en", "7 April 2021"),
        ("dawn", "", "Pipeline signed", "en", ""),
        ("TASS", "", "<b>A treaty</b>", "en", "1960"),
        ("", "Ada Writer", "Книга", "ru", "1971"),
    ],
    columns=["publisher", "author", "title", "language", "published_caption"],
)


def test_each_source_stands_once_below_its_publisher() -> None:
    html = by_publisher(SOURCES)
    assert re.findall(r"<p><b>(.*?)</b>", html) == ["Ada Writer", "dawn", "TASS"]
    assert html.count("<cite") == 4
    assert html.index("A treaty") < html.index("Talks held"), "titles in the order of the alphabet"
    assert "7 April 2021" in html


def test_a_title_is_words_and_says_its_language() -> None:
    html = by_publisher(SOURCES)
    assert "&lt;b&gt;A treaty" in html
    assert '<cite lang="ru" dir="auto">Книга</cite>' in html
