"""The proof of a figure: the tables that it rests on, and a script of twenty lines that computes its rows
from them again by one query.
"""

from dashboard.exports.proof.bundle import proof_of
from dashboard.exports.proof.changes import changes_query
from dashboard.exports.proof.scope import Scope

__all__ = ["Scope", "changes_query", "proof_of"]
