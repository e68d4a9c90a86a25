"""No reader meets a code where a country or a language has a name."""

from __future__ import annotations

from dashboard.data.atlas import Atlas
from dashboard.views.country_names import COUNTRIES, LANGUAGES, country, language


def test_every_country_and_language_of_the_tables_has_a_name(atlas: Atlas) -> None:
    codes = {code for codes in atlas["projects"]["countries"] for code in codes}
    codes |= {
        code for table in ("places", "actors", "sources", "offices") for code in atlas[table]["country"]
    }
    assert codes - {""} - set(COUNTRIES) == set()
    assert {code.partition("-")[0] for code in atlas["sources"]["language"]} - set(LANGUAGES) == set()


def test_a_code_without_a_name_stays_and_a_region_does_not_matter() -> None:
    assert (country("PAK"), country("XYZ")) == ("Pakistan", "XYZ")
    assert (language("en-GB"), language("ar"), language("xx")) == ("English", "Arabic", "xx")
