"""What the living app says before scripts run: heads, content, plain pages and files, made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from mimetypes import guess_type

from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.pages import BY_NAME, figures_in
from dashboard.figures.parameters import homes
from dashboard.figures.question import Question
from dashboard.figures.spoken import File, Words
from dashboard.model.figure import Figure
from dashboard.site import card, edition, feed, figure_data, guide, page, record, record_data, sitemap, style
from dashboard.site.content import PLAIN, of_page, of_record
from dashboard.site.head import Head, coins, written
from dashboard.site.model_context import converse
from dashboard.site.publication import Publication
from dashboard.views.markup import join, tag

__all__ = ["converse", "file", "words"]

_TYPES = {
    ".json": "application/json",
    ".xml": "application/xml",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".geojson": "application/geo+json",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
}
_RECORD, INDEX = "record", "index.html"


def words(dataset: Dataset, base: str, name: str, record_id: str) -> Words:
    """What a page says, or a record if one is named; KeyError if there is no such record."""
    app = Publication(dataset, base, reads_app=True)
    if record_id:
        said = replace(record.head_of(app, record_id), picture=f"{base}card/{record_id}.png")
        if feed.has_changed(app, record_id):
            said = replace(said, feed=f"{base}record/{record_id}.xml")
        twin, plain = f"{base}record/{record_id}.json", f"{base}{PLAIN}{_plain(app).path_of(record_id)}"
        content = dataset.texts.answer(("content", record_id), lambda: of_record(app, record_id))
    else:
        said = replace(page.head_of(BY_NAME[name], app, app.page(name)), picture=f"{base}card/{name}.png")
        twin, plain = "", f"{base}{PLAIN}{_plain(app).page(name)}"
        content = dataset.texts.answer(("content", name), lambda: of_page(BY_NAME[name], app))
    links = _signposts(said, twin, plain)
    shown = join(coins(said, app), tag("noscript", content))
    return Words(str(written(said, app)), str(shown), links)


def file(dataset: Dataset, base: str, path: str) -> File | None:
    """The file at a path, or None."""
    path = PLAIN + INDEX if path == PLAIN else path
    content = dataset.texts.answer(("file", base, path), lambda: _made(dataset, base, path))
    return File(content, _type_of(path)) if content is not None else None


def _made(dataset: Dataset, base: str, path: str) -> bytes | None:
    app = Publication(dataset, base, reads_app=True, has_tables=False)
    if path.startswith(PLAIN):
        return edition.file_at(_plain(app), path.removeprefix(PLAIN))
    if path in _WHOLE:
        return _WHOLE[path](app)
    folder, _, name = path.partition("/")
    stem, _, ending = name.rpartition(".")
    if folder in _PARTS and stem:
        return _PARTS[folder](app, stem, ending)
    return None


def _record_file(app: Publication, record_id: str, ending: str) -> bytes | None:
    if record_id not in app.dataset.titles:
        return None
    if ending == "xml" and app.has_editions:
        return feed.atom(feed.of_record(app, record_id), app)
    return record_data.as_json(record_data.data_of(app, record_id)) if ending == "json" else None


def _figure_file(app: Publication, figure_id: str, ending: str) -> bytes | None:
    spec = figures_in(app.dataset).get(figure_id)
    if spec is None:
        return None
    question = Question(spec, app.dataset)
    figure = question.answer()
    if not isinstance(figure, Figure):
        return None
    places = homes(spec, app.dataset)
    take = FigureExports(figure, app.dataset, Context(places[0].name, app.base, question=question))
    makers: Mapping[str, Callable[[], bytes]] = {
        "json": lambda: record_data.as_json(figure_data.data_of(app, take)),
        "csv": take.rows,
        "zip": take.proof,
        **({"svg": take.svg, "png": take.png} if take.has_picture() else {}),
    }
    return makers[ending]() if ending in makers else None


def _card_file(app: Publication, name: str, ending: str) -> bytes | None:
    if ending != "png":
        return None
    if name in BY_NAME and name != _RECORD:
        said = page.head_of(BY_NAME[name], app, app.page(name))
        return card.of_page(app, said.title, BY_NAME[name].question)
    return card.of_record(app, name) if name in app.dataset.titles else None


def _feed_file(app: Publication, name: str, ending: str) -> bytes | None:
    found = [entry for entry in feed.feeds_of(app) if entry.stem == f"feed/{name}"]
    return feed.atom(found[0], app) if found and ending == "xml" else None


def _sitemap(app: Publication) -> bytes:
    """Every page, record and vote at its address in the app."""
    pages = [app.page(name) for name, spec in BY_NAME.items() if spec.listed]
    records = [app.path_of(record_id) for record_id in (*app.dataset.atlas.table_of, *app.votes)]
    return sitemap.sitemap(app, [*pages, *records])


_WHOLE: Mapping[str, Callable[[Publication], bytes]] = {
    "robots.txt": sitemap.robots,
    "sitemap.xml": _sitemap,
    "feed.json": lambda app: feed.json_feed(feed.feeds_of(app)[0], app),
    "llms.txt": guide.for_language_models,
    "icon.svg": lambda app: style.icon(),
    "favicon.ico": lambda app: style.icon(),
}
_PARTS: Mapping[str, Callable[[Publication, str, str], bytes | None]] = {
    "record": _record_file,
    "figure": _figure_file,
    "card": _card_file,
    "feed": _feed_file,
}


def _plain(app: Publication) -> Publication:
    return Publication(app.dataset, app.base + PLAIN, has_tables=False)


def _signposts(said: Head, twin: str, plain: str) -> str:
    """The header by which a program finds its way (FAIR Signposting)."""
    ways = [
        f'<{said.address}>; rel="cite-as"',
        f'<{plain}>; rel="alternate"; type="text/html"',
        '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
        *([f'<{twin}>; rel="describedby"; type="application/json"'] if twin else []),
        *(f'<{part["@context"]}/{part["@type"]}>; rel="type"' for part in said.linked[:1]),
    ]
    return ", ".join(ways)


def _type_of(path: str) -> str:
    if path == "favicon.ico":
        return "image/svg+xml"
    ending = path[path.rfind(".") :]
    named = _TYPES.get(ending) or guess_type(path)[0] or "application/octet-stream"
    return f"{named}; charset=utf-8" if named in ("text/html", "text/css", "text/plain") else named
