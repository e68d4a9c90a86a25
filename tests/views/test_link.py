"""Addresses inside the Atlas keep what a reader chose."""

from dashboard.views import link


def test_a_link_to_the_same_page_keeps_the_choice_but_not_its_years_if_it_has_its_own() -> None:
    chosen = {"theme": ["energy"], "years": ["2014", "2021"]}
    own = link.here((("topic", "topic-sea"), ("years", "1980"), ("years", "1989")))
    assert link.under_choice(own, chosen) == "?theme=energy&amp;topic=topic-sea&years=1980&years=1989"
    to_list = link.here((("topic", "topic-sea"),), "votes-list")
    assert link.under_choice(to_list, {}) == "?topic=topic-sea#votes-list"
    assert link.under_choice(link.here((("topic", "topic-sea"),)), chosen).startswith(
        "?theme=energy&amp;years=2014&amp;years=2021&amp;topic"
    )
