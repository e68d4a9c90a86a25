"""The whole edition as files: what has to be made, and each of it made on as many cores as there are."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from dashboard.figures.question import Question
from dashboard.site import (
    book,
    chapter,
    feed,
    figure,
    guide,
    holding,
    page,
    record,
    record_data,
    register,
    sitemap,
    style,
    vote,
)
from dashboard.site.document import INDEX
from dashboard.site.publication import SHOWN, Publication

Files = Iterator[tuple[str, bytes]]
Task = Callable[[Publication], Files]
RECORDS = 40
"""Records of one task."""


def tasks_of(publication: Publication) -> list[Task]:
    """Everything that is made from the figures, the dear ones first."""
    figures = [partial(_figure, number) for number in range(len(page.figures_of(SHOWN, publication)))]
    chapters = [partial(_chapter, number) for number in range(len(chapter.chapters_of(publication)))]
    pages = [partial(_page, number) for number in range(len(SHOWN))]
    ids = list(publication.dataset.atlas.table_of)
    records = [partial(_records, tuple(ids[at : at + RECORDS])) for at in range(0, len(ids), RECORDS)]
    votes = [partial(_votes, number) for number in range(1, vote.parts_of(publication) + 1)]
    return [*figures, *chapters, *pages, *records, *votes, _index, _register, _shared]


def files_of(publication: Publication, tables: Mapping[str, bytes], workers: int = 0) -> Files:
    """Every file of the edition, in no order; `tables` are those of the release by file name.

    `workers` is the number of processes, as many as there are cores unless told.
    """
    paths = []
    for made in made_by(publication, tasks_of(publication), workers or os.cpu_count() or 1):
        paths += [path for path, _ in made]
        yield from made
    for path, content in holding.files_of(publication, tables):
        paths.append(path)
        yield path, content
    yield from sitemap.files_of(publication, paths)


def file_at(publication: Publication, path: str) -> bytes | None:
    """One file of the edition, made for itself; None if the edition has none at that path."""
    for task in _tasks_for(publication, path):
        for made, content in task(publication):
            if made == path:
                return content
    return None


def _tasks_for(publication: Publication, path: str) -> list[Task]:
    """What may make a path, by where it stands."""
    folder, _, name = path.rpartition("/")
    stem = name.split(".")[0]
    if folder == "record":
        return [partial(_records, (stem,))] if stem in publication.dataset.atlas.table_of else []
    if folder == "votes":
        known = stem.isascii() and stem.isdigit() and 0 < int(stem) <= vote.parts_of(publication)
        return [partial(_votes, int(stem))] if known else []
    if folder == "figure":
        ids = [spec.figure_id for spec, _ in page.figures_of(SHOWN, publication)]
        return [partial(_figure, place) for place, known in enumerate(ids) if _is_of(known, stem)]
    if folder in ("theme", "decade", "era"):
        stems = [section.stem for section in chapter.chapters_of(publication)]
        return [
            partial(_chapter, place) for place, known in enumerate(stems) if _is_of(known, f"{folder}/{stem}")
        ]
    if folder in ("names", "words"):
        return [_register]
    if folder in ("data", "data/parquet"):
        return [partial(_held, path)]
    if path == INDEX:
        return [_index]
    paths = [publication.page(spec.name) for spec in SHOWN]
    return [partial(_page, paths.index(path))] if path in paths else [_shared]


def _is_of(stem: str, wanted: str) -> bool:
    """True for the pages and the drawings of a figure or a chapter."""
    return wanted == stem or wanted.startswith(f"{stem}-")


def made_by(
    publication: Publication, tasks: Sequence[Task], workers: int
) -> Iterator[list[tuple[str, bytes]]]:
    """What each task makes; where processes cannot share what was read, one after the other."""
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        for task in tasks:
            yield list(task(publication))
        return
    context = multiprocessing.get_context("fork")
    _SHARED["publication"] = publication
    # What every record asks of the whole is found before the processes part, and no process looks through it
    # for garbage.
    list(_records(tuple(publication.dataset.atlas.table_of)[:1], publication))
    gc.freeze()
    try:
        with context.Pool(workers) as pool:
            yield from pool.imap_unordered(_run, tasks)
    finally:
        gc.unfreeze()


_SHARED: dict[str, Publication] = {}


def _run(task: Task) -> list[tuple[str, bytes]]:
    return list(task(_SHARED["publication"]))


def _figure(number: int, publication: Publication) -> Files:
    spec, home = page.figures_of(SHOWN, publication)[number]
    yield from figure.pages_of(Question(spec, publication.dataset), home, publication)


def _chapter(number: int, publication: Publication) -> Files:
    yield from chapter.pages_of(chapter.chapters_of(publication)[number], publication)


def _page(number: int, publication: Publication) -> Files:
    yield from page.pages_of(SHOWN[number], publication)


def _records(ids: Sequence[str], publication: Publication) -> Files:
    for record_id in ids:
        yield from record.pages_of(record_id, publication)
        data = record_data.data_of(publication, record_id)
        yield f"record/{record_id}.json", record_data.as_json(data)
        if feed.has_changed(publication, record_id):
            yield f"record/{record_id}.xml", feed.atom(feed.of_record(publication, record_id), publication)


def _votes(number: int, publication: Publication) -> Files:
    yield vote.page_of_part(number, publication)


def _held(path: str, publication: Publication) -> Files:
    content = holding.file_at(publication, path)
    if content is not None:
        yield path, content


def _shared(publication: Publication) -> Files:
    yield "style.css", style.style_sheet(publication)
    yield "icon.svg", style.icon()
    yield "search.js", style.search_script()
    yield "search-data.js", register.search_data(publication)
    yield from feed.files_of(publication)
    yield from guide.pages_of(publication)
    yield "llms.txt", guide.for_language_models(publication)
    yield "atlas.epub", book.epub(publication)


def _index(publication: Publication) -> Files:
    yield register.index_of(publication)


def _register(publication: Publication) -> Files:
    yield from register.pages_of(publication)
