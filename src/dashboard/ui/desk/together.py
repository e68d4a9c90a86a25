"""Proposals that are decided together at the desk, each with its sentence in view."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.desk.sitting import Sitting
from dashboard.model.proposal import Proposal
from dashboard.queries.desk.batch import sure, vague
from dashboard.ui.desk.card import TOGETHER, quote_of
from dashboard.views import desk
from dashboard.views.formatting import count
from dashboard.views.markup import as_markdown, tag

# The keys of those that a coder wants to see singly.
APART = "desk-apart"
FEWEST = 2


def drawn_together(sitting: Sitting) -> bool:
    """Draw what may be decided together, if anything; returns whether there was."""
    apart = st.session_state.setdefault(APART, set())
    waiting = [proposal for proposal in sitting.undecided if proposal.key not in apart]
    certain, doubtful = sure(waiting), vague(waiting)
    if len(certain) >= FEWEST:
        _draw_sure(sitting, certain)
    elif len(doubtful) >= FEWEST:
        _draw_vague(sitting, doubtful)
    else:
        return False
    return True


def _draw_sure(sitting: Sitting, proposals: Sequence[Proposal]) -> None:
    st.html(tag("h2", f"Very likely in the record already: {count(len(proposals), 'proposal')}"))
    st.html(tag("p", "Does each sentence tell of its record? Take the tick from those that come singly."))
    ticked = _ticked(sitting, proposals, True)
    _draw_keys(f"Accept {len(ticked)} ticked", "a", sitting, proposals, ticked, True)


def _draw_vague(sitting: Sitting, proposals: Sequence[Proposal]) -> None:
    st.html(tag("h2", f"Told without a date: {count(len(proposals), 'proposal')}"))
    st.html(tag("p", "More of these are left out than kept. Tick what may be worth a row; it comes singly."))
    ticked = _ticked(sitting, proposals, False)
    rest = [proposal for proposal in proposals if proposal not in ticked]
    _draw_keys(f"Leave {len(rest)} out", "x", sitting, proposals, rest, False)


def _draw_keys(
    words: str,
    shortcut: str,
    sitting: Sitting,
    proposals: Sequence[Proposal],
    chosen: Sequence[Proposal],
    is_kept: bool,
) -> None:
    """The button that keeps the chosen ones, or leaves them out, and the one that takes all singly."""
    with st.container(horizontal=True, key="desk-together-keys"):
        st.button(
            words,
            key="desk-accept-all" if is_kept else "desk-leave-all",
            type="primary",
            shortcut=shortcut,
            on_click=_decide,
            args=(sitting, proposals, chosen, is_kept),
        )
        st.button("All singly", key="desk-apart-all", shortcut="o", on_click=_set_apart, args=(proposals,))


def _ticked(sitting: Sitting, proposals: Sequence[Proposal], at_first: bool) -> list[Proposal]:
    """Each proposal with its sentence, the quote marked in it; returns those that are ticked."""
    ticked = []
    for proposal in proposals:
        titles = {candidate.record_id: candidate.title for candidate in proposal.candidates}
        label = as_markdown(titles.get(proposal.record_id, proposal.words))
        if st.checkbox(f"{proposal.kind.capitalize()}: {label}", at_first, key=f"desk-tick-{proposal.key}"):
            ticked.append(proposal)
        st.html(desk.paragraph(proposal.sentence, "", quote_of(sitting.rows_for(proposal))))
    return ticked


def _decide(sitting: Sitting, shown: Sequence[Proposal], chosen: Sequence[Proposal], is_kept: bool) -> None:
    for proposal in chosen:
        if is_kept:
            sitting.accept(proposal)
        else:
            sitting.reject(proposal)
    st.session_state[TOGETHER] = [proposal.key for proposal in chosen]
    _set_apart([proposal for proposal in shown if proposal not in chosen])


def _set_apart(proposals: Sequence[Proposal]) -> None:
    st.session_state[APART] |= {proposal.key for proposal in proposals}
