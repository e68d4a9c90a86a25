"""Codes of countries and languages as words."""

from __future__ import annotations

from collections.abc import Mapping

COUNTRIES: Mapping[str, str] = {
    "AFG": "Afghanistan",
    "BGD": "Bangladesh",
    "CHE": "Switzerland",
    "CHN": "China",
    "ECU": "Ecuador",
    "FRA": "France",
    "GBR": "United Kingdom",
    "IND": "India",
    "IRN": "Iran",
    "IRQ": "Iraq",
    "KAZ": "Kazakhstan",
    "KGZ": "Kyrgyzstan",
    "LUX": "Luxembourg",
    "MYS": "Malaysia",
    "OMN": "Oman",
    "PAK": "Pakistan",
    "PHL": "Philippines",
    "RUS": "Russia",
    "SUN": "Soviet Union",
    "TJK": "Tajikistan",
    "TKM": "Turkmenistan",
    "TUR": "Turkey",
    "UKR": "Ukraine",
    "USA": "United States",
    "UZB": "Uzbekistan",
    "YEM": "Yemen",
}

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "en": "English",
    "fa": "Persian",
    "fil": "Filipino",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "ru": "Russian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "zh": "Chinese",
}


def country(code: str) -> str:
    """The name of a country; a code without one stays as it is."""
    return COUNTRIES.get(code, code)


def language(code: str) -> str:
    """The name of a language, whatever its region (`en-GB`)."""
    return LANGUAGES.get(code.partition("-")[0], code)
