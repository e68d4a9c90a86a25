"""The one line under a figure and what opens below it: its sources with their passages, its note, its rows as
a table, how to cite it, what to download, its links.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from dashboard.exports import citation, reference
from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.lookup import behind, counts_of
from dashboard.figures.rendered import RenderedFigure
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import RECORD
from dashboard.views import attribution, columns, tables
from dashboard.views.formatting import count
from dashboard.views.link import under_choice
from dashboard.views.markup import Markup, link, tag

SOURCES, NOTE, TABLE, CITE, DOWNLOAD, LINK = "Sources", "Note", "Table", "Cite", "Download", "Link"

FORMATS: Mapping[str, tuple[Callable[[list[reference.Item]], str], str, str]] = {
    "BibTeX": (citation.bibtex, "bib", "application/x-bibtex"),
    "RIS": (citation.ris, "ris", "application/x-research-info-systems"),
    "CSL-JSON": (citation.csl_json, "json", "application/vnd.citationstyles.csl+json"),
}


def show_line(rendered: RenderedFigure, dataset: Dataset, chosen: str, context: Context) -> None:
    """The one line under a figure, and below it the part of it that is open; a closed part is not made.

    The sources narrow to `chosen` if the figure shows that record among others.
    """
    figure = rendered.figure
    if isinstance(figure, EmptyFigure):
        return
    key, narrowed = f"panel-{figure.figure_id}", chosen if chosen in figure.record_ids else ""
    with st.container(horizontal=True, key=f"line-{figure.figure_id}", gap="xsmall"):
        st.html(rendered.after, width="content")
        opened = _offer_parts(rendered, figure, key)
    if opened:
        with st.container(key=f"open-{figure.figure_id}", border=True):
            _show_part(opened, FigureExports(figure, dataset, context), narrowed)


def _offer_parts(rendered: RenderedFigure, figure: Figure, key: str) -> str | None:
    """The parts as one row of words; to each its figure's name is added for those who hear it alone."""
    name = figure.figure_id.replace("-", " ")
    words = {SOURCES: count(rendered.sources, "source")} if rendered.sources else {}
    words |= {NOTE: NOTE} if figure.note or figure.hint else {}
    words |= {part: part for part in (TABLE, CITE, DOWNLOAD, LINK)}
    return st.pills(
        f"About {name}",
        list(words),
        format_func=lambda part: f"{words[part]} :small[{name}]",
        key=key,
        label_visibility="collapsed",
        width="content",
    )


def _show_part(part: str, take: FigureExports, narrowed: str) -> None:
    ids = (narrowed,) if narrowed else take.figure.record_ids
    if narrowed and len(take.figure.record_ids) > 1 and part in (SOURCES, TABLE):
        _show_choice(take, narrowed)
    if part == SOURCES:
        st.html(under_choice(_sources_of(take.dataset, ids), take.context.filters))
    elif part == NOTE:
        show_note(take.figure)
    elif part == TABLE:
        _show_table(take, ids)
    elif part == CITE:
        show_citations(take, narrowed)
    elif part == DOWNLOAD:
        show_downloads(take)
    else:
        show_links(take)


def show_note(figure: Figure) -> None:
    """How to read the figure, and what can be done with it on a screen."""
    for words in (figure.note, figure.hint):
        if words:
            st.html(tag("p", words, class_="atlas-note"))


def _show_table(take: FigureExports, ids: tuple[str, ...]) -> None:
    rows = columns.told_once(take.figure.rows, take.dataset.titles)
    shown = rows[rows["record_id"].isin(ids)]
    caption = f"The rows of “{take.figure.title}”"
    table = tables.frame(shown, take.dataset.hrefs, caption, take.dataset.titles)
    st.html(under_choice(table, take.context.filters))


def _show_choice(take: FigureExports, record_id: str) -> None:
    leading = link(take.dataset.titles[record_id], take.dataset.hrefs[record_id])
    st.html(under_choice(tag("p", "Chosen: ", leading, class_="atlas-chosen"), take.context.filters))
    st.button("Show all records of the figure again", key=f"all-{take.figure.figure_id}", on_click=_forget)


def _forget() -> None:
    if RECORD in st.query_params:
        del st.query_params[RECORD]


def _sources_of(dataset: Dataset, ids: tuple[str, ...]) -> Markup:
    """The sources and passages behind records, written once for all readers."""
    written: Markup = dataset.texts.answer(("sources", ids), lambda: _written(dataset, ids))
    return written


def _written(dataset: Dataset, ids: tuple[str, ...]) -> Markup:
    evidence, sources = behind(dataset, dataset.backed(ids))
    return attribution.panel(evidence, sources, dataset.titles, dataset.hrefs, counts_of(dataset))


def show_citations(take: FigureExports, narrowed: str) -> None:
    """How to cite the figure, the chosen record, the Atlas, and the sources behind the figure: as a sentence
    and for reference managers.
    """
    cited: dict[str, Callable[[], list[reference.Item]]] = {"This figure": lambda: [take.figure_item]}
    if narrowed:
        cited["This record"] = lambda: [take.record_item(narrowed)]
    cited["The Atlas"] = lambda: [reference.of_atlas(take.edition)]
    if len(take.sources):
        cited["A source"] = lambda: _chosen_source(take)
        cited[f"All {len(take.sources)} sources"] = lambda: take.source_items
    what = st.segmented_control(
        "Cite",
        list(cited),
        default="This figure",
        required=True,
        key=f"cite-{take.figure.figure_id}",
        label_visibility="collapsed",
    )
    items = cited[what or "This figure"]()
    st.code("\n\n".join(citation.texts(items)), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        for name, (write, ending, mime) in FORMATS.items():
            file = f"{items[0]['id']}.{ending}" if len(items) == 1 else take.file(ending)
            offer(name, partial(write, items), file, mime, f"{name}-{take.figure.figure_id}")


def _chosen_source(take: FigureExports) -> list[reference.Item]:
    titles = dict(zip(take.sources["source_id"], take.sources["title"], strict=True))
    chosen = st.selectbox(
        "Source",
        list(titles),
        format_func=lambda source_id: titles[source_id],
        key=f"source-{take.figure.figure_id}",
    )
    return [item for item in take.source_items if item["id"] == chosen]


def show_downloads(take: FigureExports) -> None:
    """Rows, packet and picture; nothing is made before the click."""
    key = take.figure.figure_id
    with st.container(horizontal=True):
        offer("Rows (CSV)", take.rows, take.file("csv"), "text/csv", f"csv-{key}")
        offer("Packet (zip)", take.packet, take.file("zip"), "application/zip", f"zip-{key}")
        offer("Proof (zip)", take.proof, take.file("proof.zip"), "application/zip", f"proof-{key}")
        if take.has_picture():
            offer("Picture (SVG)", take.svg, take.file("svg"), "image/svg+xml", f"svg-{key}")
            offer("Picture (PNG)", take.png, take.file("png"), "image/png", f"png-{key}")
    held = (
        f"The packet holds the rows{', the picture' if take.has_picture() else ''}, the evidence behind them "
        "and their sources with choice, terms, version and link."
    )
    pictured = (
        " The picture carries title, choice, note, sources and link."
        if take.has_picture()
        else " A list or a table has no picture: its rows say it all."
    )
    st.html(tag("p", held + pictured, class_="atlas-note"))


def show_links(take: FigureExports) -> None:
    """The address of the figure under the present choice, and the one that shows it alone inside another
    page; what answers to a reader's own words stands in no link, so that a frame would show nothing.
    """
    st.html(tag("p", "A link to this figure with the present choice:", class_="atlas-note"))
    st.code(take.context.address(take.figure.figure_id), language=None, wrap_lines=True)
    question = take.context.question
    if question and question.spec.of_text:
        return
    st.html(
        tag("p", "The figure alone, with its source line, for a frame in another page:", class_="atlas-note")
    )
    st.code(take.context.embedding(take.figure.figure_id), language=None, wrap_lines=True)


def offer(label: str, make: Callable[[], str | bytes], file: str, mime: str, key: str) -> None:
    """A download that is made when it is asked for, without running the page again."""
    st.download_button(label, make, file, mime, key=key, on_click="ignore")
