"""Find without a server: every record by kind and name, every word of a title, the search's data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps

import pandas as pd

from dashboard.figures.find import PAGE as FIND
from dashboard.model.schema import BY_NAME
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.queries.find.words import folded, tokens
from dashboard.site import figure, parts
from dashboard.site.document import INDEX, INDEX_WAY, Document, page_of
from dashboard.site.head import Head, shortened
from dashboard.site.linked_data import breadcrumbs
from dashboard.site.publication import Links, Publication
from dashboard.views.formatting import count
from dashboard.views.markup import Markup, join, link, tag

MOST = 80
"""Records of one word: what stands in more titles finds nothing."""
SHORTEST, TITLE = 3, 90
# Tables whose records have names in several scripts.
NAMED = ("actors", "places", "projects")
_SEARCH = Markup(
    '<div id="search"><label for="asked">Search titles and names</label>'
    '<input id="asked" type="search" autocomplete="off">'
    '<p role="status" id="said"></p><ul id="found"></ul></div>'
)


def index_of(publication: Publication) -> tuple[str, bytes]:
    """The page Find: the search for who runs scripts, and the ways to every kind of record and every word."""
    return INDEX, _first(publication, _letters(_words(publication)))


def pages_of(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The names of each kind of record, and the words by their first letter."""
    words = _words(publication)
    for table in dict.fromkeys(publication.dataset.index["table"]):
        yield from _names(publication, table)
    for letter in _letters(words):
        yield from _by_letter(
            publication, letter, {word: ids for word, ids in words.items() if _letter(word) == letter}
        )


def search_data(publication: Publication) -> bytes:
    """Title, path and kind of every record for the optional search, as a script, because a folder answers no
    other question.
    """
    index = publication.dataset.index
    aliases = _other_names(publication)
    rows = [
        [title, publication.path_of(record_id), RECORD_NAMES[table], *aliases.get(record_id, ())]
        for record_id, table, title in index[["record_id", "table", "title"]].itertuples(index=False)
    ]
    return f"atlasRecords({dumps(rows, ensure_ascii=False, separators=(',', ':'))});\n".encode()


def _other_names(publication: Publication) -> dict[str, list[str]]:
    """What else a record is called, in any script."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for table in NAMED:
        frame = publication.dataset.atlas[table]
        for row in frame.to_dict("records"):
            others = [*row.get("aliases", ()), row["name_ru"], row["name_ur"]]
            names[row[BY_NAME[table].id_column]] += filter(None, others)
    return {record_id: [" ".join(others)] for record_id, others in names.items() if others}


def _first(publication: Publication, letters: Sequence[str]) -> bytes:
    links = Links(publication, INDEX)
    tables = publication.dataset.index["table"].value_counts(sort=False)
    kinds = [
        tag("li", link(f"{RECORD_NAMES[str(table)].capitalize()} ({size})", links.to(f"names/{table}.html")))
        for table, size in tables.items()
    ]
    votes = len(publication.votes)
    kinds += [tag("li", link(f"Vote ({votes})", links.to("votes/1.html")))] if votes else []
    by_letter = [tag("li", link(letter.upper(), links.to(_stem(letter) + ".html"))) for letter in letters]
    words = "Every record by its kind and name, and every word of their titles."
    body = join(
        tag("h1", FIND.title),
        tag("p", FIND.question, class_="lead"),
        tag("p", words),
        _SEARCH,
        tag("h2", "Records by kind"),
        tag("ul", *kinds, class_="names"),
        tag("h2", "Words by first letter"),
        tag("ul", *by_letter, class_="names"),
        Markup(f'<script src="{links.to("search.js")}" defer></script>'),
    )
    said = f"{FIND.question} {words}"
    linked = (breadcrumbs(publication, (), FIND.title),)
    head = Head(FIND.title, said, publication.address(INDEX), kind="Collection", linked=linked)
    return page_of(Document(INDEX, head, body), publication)


def _names(publication: Publication, table: str) -> Iterator[tuple[str, bytes]]:
    index = publication.dataset.index
    held = index[index["table"] == table].sort_values("title", key=_alphabetical)
    links = Links(publication, f"names/{table}")
    lines = [tag("li", link(row.title, links[row.record_id])) for row in held.itertuples(index=False)]
    name = RECORD_NAMES[table].capitalize()
    yield from _listed(publication, f"names/{table}", name, f"{count(len(held), 'record')}, by name.", lines)


def _alphabetical(titles: pd.Series) -> pd.Series:
    return titles.map(folded)


def _by_letter(
    publication: Publication, letter: str, words: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    links, titles = Links(publication, _stem(letter)), publication.dataset.titles
    lines = []
    for word, ids in sorted(words.items()):
        ways = [link(shortened(titles[record_id], TITLE), links[record_id]) for record_id in ids]
        lines.append(tag("li", tag("b", word), ": ", join(*(part for way in ways for part in (way, "; ")))))
    title = f"Words that begin with {letter.upper()}"
    yield from _listed(
        publication, _stem(letter), title, f"{count(len(words), 'word')} of titles and names.", lines
    )


def _listed(
    publication: Publication, stem: str, title: str, words: str, lines: Sequence[Markup]
) -> Iterator[tuple[str, bytes]]:
    pages = parts.packed(lines)
    for number, held in enumerate(pages, 1):
        path = figure.part_path(stem, number)
        links = Links(publication, path)
        name = title if number == 1 else f"{title}, part {number} of {len(pages)}"
        turning = figure.turning(stem, number, len(pages), links)
        body = join(
            tag("h1", name),
            tag("p", words, class_="lead"),
            turning,
            tag("ul", *held, class_="words"),
            turning,
        )
        head = Head(name, words, publication.address(path), kind="Collection")
        yield path, page_of(Document(path, head, body, (INDEX_WAY,)), publication)


def _words(publication: Publication) -> dict[str, list[str]]:
    """The records of each word that stands in few enough titles to lead somewhere."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record_id, title in publication.dataset.index[["record_id", "title"]].itertuples(index=False):
        for word in dict.fromkeys(tokens(title)):
            if len(word) >= SHORTEST:
                found[word].append(record_id)
    return {word: ids for word, ids in found.items() if len(ids) <= MOST}


def _letters(words: Iterable[str]) -> list[str]:
    return sorted({_letter(word) for word in words})


def _letter(word: str) -> str:
    """The first letter of a word; a number stands under 0."""
    return "0" if word[0].isdigit() else word[0]


def _stem(letter: str) -> str:
    """A path in letters of ASCII, whatever the script of the word."""
    return f"words/{letter}" if letter.isascii() else f"words/u{ord(letter):x}"
