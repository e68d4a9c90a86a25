"""The page of the desk: what is proposed at one place of the document, what a coder makes of it, and how far
the document is coded.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from dashboard.data.desk_folder import DETAILS, DeskFolder
from dashboard.data.manuscript import ENDINGS, read_manuscript
from dashboard.desk.sitting import Record, Sitting, detailed
from dashboard.model.fault import FaultyData, report
from dashboard.model.proposal import KINDS, Proposal
from dashboard.ui import navigation
from dashboard.ui.data_store import DATA
from dashboard.ui.desk.card import TOGETHER, draw_card, draw_undo
from dashboard.ui.desk.rows import draw_rows
from dashboard.ui.desk.together import drawn_together
from dashboard.ui.messages import warn
from dashboard.views import desk, theme
from dashboard.views.icon import icon
from dashboard.views.markup import Markup, tag

AT, MADE = "at", "desk-made"
LOCAL = ("localhost", "127.0.0.1", "::1")


def run() -> None:
    """Draw the desk; `pages/` beside desk.py belongs to the app and is not offered."""
    st.set_page_config(page_title="Desk", page_icon=icon(), layout="wide")
    st.navigation([st.Page(_draw, title="Desk", url_path="desk", default=True)], position="hidden").run()


def _draw() -> None:
    mode: theme.Mode = "dark" if st.context.theme.type == "dark" else "light"
    st.html(navigation.STYLE)
    st.html(Markup(f"<style>{theme.css(mode, {})}</style>"))
    st.html(desk.STYLE)
    if not is_local(st.context.url):
        warn("The desk writes files, so it opens on the machine on which it runs and nowhere else.")
        return
    try:
        record = _record(os.environ.get("ATLAS_DATA") or str(DATA))
        folder = _opened(record)
        if folder:
            _work(Sitting(record, folder))
    except FaultyData as faulty:
        st.html(tag("h1", "The desk cannot open"))
        st.html(desk.listed(report(faulty.faults)))


def is_local(url: str | None) -> bool:
    """Whether a page was asked for on the machine on which it runs; without an address nobody asked from
    afar.
    """
    return not url or urlsplit(url).hostname in LOCAL


@st.cache_resource(show_spinner="Reading and checking the tables")
def _record(data: str) -> Record:
    return Record.read(Path(data))


def _opened(record: Record) -> DeskFolder | None:
    """The folder that the command line or the coder names; begun where it names a document."""
    named = sys.argv[1] if len(sys.argv) > 1 else ""
    if not named:
        st.html(tag("h1", "A document for the desk"))
        kinds = ", ".join(ENDINGS)
        named = st.text_input(f"A document ({kinds}) or a folder of work, as a path on this machine").strip()
    if not named:
        return None
    path = Path(named)
    if path.is_dir():
        return DeskFolder(path)
    folder = DeskFolder(path.with_name(f"desk-{path.stem.lower()}"))
    if not folder.is_begun:
        details = detailed({**dict.fromkeys(DETAILS, ""), "source_id": path.stem.lower()}, record)
        folder.begin(read_manuscript(path), details)
    return folder


def _work(sitting: Sitting) -> None:
    sitting.proposals = _proposals(sitting)
    coverage, untied = sitting.coverage(), sitting.untied
    made: dict[str, Proposal] = st.session_state.setdefault(MADE, {})
    for key in sitting.written:
        again = made.get(key) or sitting.written_as(key)
        if again:
            made[key] = again
    everything = {**{proposal.key: proposal for proposal in sitting.proposals}, **made}
    decided = len(sitting.proposals) - len(sitting.undecided)
    st.html(tag("h1", sitting.details["title"] or sitting.source_id))
    with st.container(key="desk-bar"):
        st.html(
            desk.progress(
                decided,
                len(sitting.proposals),
                coverage.sentences,
                coverage.tied,
                len(untied),
                coverage.share_quoted,
            )
        )
    main, aside = st.columns([2, 1], gap="large")
    with main:
        at = _place(sitting, everything)
        if not at and drawn_together(sitting):
            draw_undo(sitting, list(everything), _go)
        elif at := at or _first_waiting(sitting, everything):
            draw_card(sitting, everything[at], list(everything), _go)
        else:
            st.html(tag("p", "Every proposal is decided. What is tied to nothing stands beside this."))
            draw_undo(sitting, list(everything), _go)
    with aside:
        _draw_untied(sitting, untied)
        draw_rows(sitting, _go)


def _proposals(sitting: Sitting) -> list[Proposal]:
    """Worked out once a session: the same text and tables always have the same."""
    key = f"desk-proposals-{sitting.folder.path}-{sitting.record.atlas.digest}"
    if key not in st.session_state:
        st.session_state[key] = sitting.proposals
    proposals: list[Proposal] = st.session_state[key]
    return proposals


def _place(sitting: Sitting, everything: dict[str, Proposal]) -> str:
    """The proposal that the link names, else the one that was begun last and not decided."""
    named = str(st.query_params.get(AT, ""))
    if named in everything:
        return named
    begun = [key for key in sitting.drafts if key in everything]
    return next(reversed(begun), "")


def _first_waiting(sitting: Sitting, everything: dict[str, Proposal]) -> str:
    waiting = [key for key in everything if key not in sitting.decisions]
    return next(iter(waiting), "")


def _go(key: str) -> None:
    if key:
        st.query_params[AT] = key
    else:
        st.query_params.pop(AT, None)


def _draw_untied(sitting: Sitting, untied: tuple[tuple[str, str], ...]) -> None:
    """The telling sentences that no accepted row quotes, and after them every other one, each with a way to a
    row of its own: a sentence that is tied by one row may tell more.
    """
    st.html(tag("h2", f"Tied to nothing: {len(untied)}"))
    sentences = (*untied, *(sentence for sentence in sitting.sentences if sentence not in untied))
    chosen = st.selectbox(
        "Sentence, those tied to nothing first",
        list(range(len(sentences))),
        format_func=lambda place: ": ".join(sentences[place]),
        # Named anew whenever a sentence is settled, so that the first of those that remain stands chosen.
        key=f"desk-untied-{len(untied)}",
    )
    kind = st.pills("Make a row of kind", KINDS, default=KINDS[0], required=True, wrap=True, key="desk-kind")
    with st.container(horizontal=True, key="desk-sentence-keys"):
        st.button(
            "Make a row",
            key="desk-make",
            shortcut="m",
            on_click=_make,
            args=(sitting, sentences, chosen, kind),
        )
        st.button(
            "Leave it out", key="desk-leave", shortcut="l", on_click=_leave, args=(sitting, sentences, chosen)
        )
    if not untied:
        return
    with st.expander("All that are tied to nothing"):
        st.html(desk.listed([f"{locator}: {sentence}" for locator, sentence in untied]))
        label = f"Leave all {len(untied)} out"
        st.button(label, key="desk-leave-untied", on_click=_leave_all, args=(sitting, untied))


def _make(
    sitting: Sitting, sentences: tuple[tuple[str, str], ...], chosen: int | None, kind: str | None
) -> None:
    if chosen is None or kind is None or chosen >= len(sentences):
        return
    proposal = sitting.written_for(*sentences[chosen], kind)
    st.session_state[MADE][proposal.key] = proposal
    sitting.begin(proposal)
    _go(proposal.key)


def _leave(sitting: Sitting, sentences: tuple[tuple[str, str], ...], chosen: int | None) -> None:
    if chosen is not None and chosen < len(sentences):
        sitting.leave_sentence(*sentences[chosen])


def _leave_all(sitting: Sitting, untied: tuple[tuple[str, str], ...]) -> None:
    """Leave every sentence out that is tied to nothing; they are taken back together too."""
    st.session_state[TOGETHER] = [sitting.leave_sentence(*place) for place in untied]
