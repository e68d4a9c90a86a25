"""The data page's choices, codebook and downloads: one table, the whole package, all evidence as annotations,
the bibliography.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.data.codebook import codebook, descriptor
from dashboard.data.publication import OutOfStep, published_tables
from dashboard.exports import reference
from dashboard.exports.annotation import MEDIA_TYPE, web_annotations
from dashboard.exports.package import data_package
from dashboard.exports.table import csv_of
from dashboard.figures.address import Context, base_of
from dashboard.figures.data import TABLE
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import edition_of
from dashboard.model.schema import BY_NAME
from dashboard.ui.data_store import store
from dashboard.ui.details import FORMATS, offer
from dashboard.ui.page import Page
from dashboard.views import data_table, tables
from dashboard.views.markup import tag


def show_codebook(page: Page) -> None:
    """What each column of a table means."""
    if page.alone:
        return
    table = page.answered(TABLE)
    with st.expander("What the columns mean", key="codebook"):
        st.html(tables.grid(data_table.codebook(BY_NAME[table]), {}, f"Codebook of {table}"))


def show_downloads(page: Page) -> None:
    """Everything that the Atlas hands out whole; each file is made when it is asked for."""
    if page.alone:
        return
    dataset, version, table = page.dataset, page.dataset.atlas.version, page.answered(TABLE)
    st.html(tag("h2", "Take the data away", class_="atlas-figure"))
    with st.container(horizontal=True):
        offer(
            f"Table {table} (CSV)",
            partial(_table, dataset, table),
            f"atlas-{table}-{version}.csv",
            "text/csv",
            "table-csv",
        )
        if _in_step(dataset):
            offer(
                "Whole Atlas (data package)",
                partial(_package, dataset),
                f"atlas-{version}.zip",
                "application/zip",
                "package",
            )
        context = Context(page.name, base_of(st.context.url, page.name))
        offer(
            "All evidence (JSON-LD)",
            partial(_annotations, dataset, context),
            f"atlas-evidence-{version}.jsonld",
            MEDIA_TYPE,
            "annotations",
        )
    st.html(tag("p", _WORDS if _in_step(dataset) else _RENEWED, class_="atlas-note"))
    st.html(tag("h3", "Bibliography of all sources", class_="atlas-figure"))
    with st.container(horizontal=True):
        for name, (write, ending, mime) in FORMATS.items():
            offer(
                name,
                partial(_bibliography, dataset, write),
                f"atlas-sources-{version}.{ending}",
                mime,
                f"bibliography-{name}",
            )


_WORDS = (
    "The data package is a zip with every table as published, their Frictionless descriptor "
    "and the codebook. "
    "The evidence is a collection of W3C Web Annotations: each points from a source, and its "
    "quoted words where there are any, to a record. "
    "Facts: CC BY 4.0. The values of a data set keep the terms of its source, named in the table of sources."
)

_RENEWED = (
    "The tables are being renewed, so the data package cannot be made just now; everything else is "
    "of the version shown."
)


def _table(dataset: Dataset, name: str) -> bytes:
    return csv_of(dataset.atlas[name][[column.name for column in BY_NAME[name].columns]])


def _package(dataset: Dataset) -> bytes:
    atlas = dataset.atlas
    return data_package(
        published_tables(store().folder, atlas.digest), descriptor(atlas), codebook(atlas), atlas.released
    )


def _annotations(dataset: Dataset, context: Context) -> str:
    atlas = dataset.atlas
    addresses = dict(zip(atlas["sources"]["source_id"], atlas["sources"]["url"], strict=True))
    return web_annotations(atlas["evidence"], addresses, edition_of(atlas, context.base), context.record)


def _bibliography(dataset: Dataset, write: Callable[[list[reference.Item]], str]) -> str:
    return write(reference.of_sources(dataset.atlas["sources"].to_dict("records")))


def _in_step(dataset: Dataset) -> bool:
    """True if the published files are those that the pages show."""
    try:
        published_tables(store().folder, dataset.atlas.digest)
    except (OSError, OutOfStep):
        return False
    return True
