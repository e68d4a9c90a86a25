"""The proof of a figure: the tables that it rests on, and a script of twenty lines that computes its rows
from them again by one query.
"""

from dashboard.exports.proof.bundle import proof_of
from dashboard.exports.proof.changes import changes_query
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.tallies import Tallied, tallies_of

__all__ = ["Query", "Tallied", "changes_query", "proof_of", "tallies_of"]
