"""An evidence atlas of two countries: events, figures and places, each with the passage that says so."""

__version__ = "0.3.0"
