"""No reader meets a code where a country or a language has a name."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.views.country_names import country, language


def test_every_country_and_language_of_the_tables_has_a_name(atlas: Atlas) -> None:
    codes = {code for codes in atlas["projects"]["countries"] for code in codes}
    codes |= {
        code for table in ("places", "actors", "sources", "offices") for code in atlas[table]["country"]
    }
    assert {code for code in codes - {""} if country(code) == code} == set()
    assert {code for code in atlas["sources"]["language"] if language(code) == code} == set()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("PAK", "Pakistan"),
        ("SUN", "USSR"),
        ("YUG", "Yugoslavia"),
        ("HKG", "Hong Kong"),
        ("TUR", "Turkey"),
        ("VAT", "Holy See"),
        ("XYZ", "XYZ"),
        ("", ""),
    ],
)
def test_a_country_of_today_or_of_the_past_has_its_short_name_and_another_code_stays(
    code: str, name: str
) -> None:
    assert country(code) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en-GB", "English"),
        ("ar", "Arabic"),
        ("bn", "Bengali"),
        ("fil", "Filipino"),
        ("qqx", "qqx"),
        ("", ""),
    ],
)
def test_the_region_of_a_language_does_not_matter_and_another_code_stays(code: str, name: str) -> None:
    assert language(code) == name
