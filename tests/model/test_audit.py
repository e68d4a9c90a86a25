"""The field of an audit names its draw; its numbers say how far it carries."""

import pytest

from dashboard.model.audit import Audit, Draw, Drawn, draw_of


@pytest.mark.parametrize(
    ("field", "draw"),
    [
        ("audit of 2026-11-29", Draw("2026-11-29", 1)),
        ("audit 2 of 2026-11-29", Draw("2026-11-29", 2)),
        ("audit 1 of 2026-11-29", None),
        ("audit two of 2026-11-29", None),
        ("audit of 2026-11", None),
        ("an audit of 2026-11-29", None),
        ("audit of 2026-11-29.", None),
        ("event", None),
        ("", None),
    ],
)
def test_the_draw_of_an_audit_is_read_from_its_field(field: str, draw: Draw | None) -> None:
    assert draw_of(field) == draw


@pytest.mark.parametrize(
    ("wrong", "of", "least", "most"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998), table I.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_share_of_the_wrong_lies_in_the_interval_of_wilson(
    wrong: int, of: int, least: float, most: float
) -> None:
    judged = ["wrong"] * wrong + ["right", "small fault"] * of
    drawn = [Drawn(f"e{at}", value, "", 2000) for at, value in enumerate(judged[:of])]
    unfound = Drawn("lost", "not found again", "", 2000)
    audit = Audit(Draw("2021-01-02"), (*drawn, unfound))
    assert audit.judged == of
    assert audit.wrong_share == pytest.approx((least, most), abs=5e-5)
