"""The field of an audit names its day."""

import pytest

from dashboard.model.audit import day_of_audit


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("audit of 2026-11-29", "2026-11-29"),
        ("audit of 2026-11", ""),
        ("an audit of 2026-11-29", ""),
        ("audit of 2026-11-29.", ""),
        ("event", ""),
        ("", ""),
    ],
)
def test_the_day_of_an_audit_is_read_from_its_field(field: str, day: str) -> None:
    assert day_of_audit(field) == day
