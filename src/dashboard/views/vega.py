"""Charts as plain Vega-Lite: channels and layers as dictionaries, and the drawing that lays layers over each
other.

A grammar of objects that judges every part takes longer to write a chart than all else of its figure takes;
the tests hold every chart against the schema instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"

Part = dict[str, Any]
"""A part of a specification; shared by the layers that use it, and not to be changed."""

_TYPES = {"Q": "quantitative", "N": "nominal", "O": "ordinal", "T": "temporal"}


def of(column: str, **look: Any) -> Part:
    """A channel that follows a column, written as `name:T` with the letter of its type; the second end of a
    span has none.
    """
    name, _, letter = column.partition(":")
    return {"field": name, **({"type": _TYPES[letter]} if letter else {}), **look}


def value(fixed: Any, **look: Any) -> Part:
    """A channel of one value, or of a Vega expression as from `expr`; with a `condition`, the value else."""
    return {"value": fixed, **look}


def expr(words: str) -> Part:
    """A Vega expression."""
    return {"expr": words}


def parameter(name: str, kind: str, bind: str = "", **look: Any) -> Part:
    """A parameter that a reader sets with the pointer, of the kind `point` or `interval`."""
    select = {"type": kind, **look}
    return {"name": name, "select": select, **({"bind": bind} if bind else {})}


@dataclass(frozen=True)
class Layer:
    """Marks of one kind over the rows of the data set `data`."""

    data: str
    look: Part = field(default_factory=dict)
    encoding: Part = field(default_factory=dict)
    transform: tuple[Part, ...] = ()
    params: tuple[Part, ...] = ()

    def mark(self, kind: str, **look: Any) -> Layer:
        """The same with its kind of mark."""
        return replace(self, look={"type": kind, **look})

    def encode(self, **channels: Any) -> Layer:
        """The same with more channels; a text or a list of texts stands for `of` them."""
        return replace(
            self, encoding={**self.encoding, **{name: _channel(said) for name, said in channels.items()}}
        )

    def filter(self, test: str | Part) -> Layer:
        """The same of those rows that pass a test."""
        return replace(self, transform=(*self.transform, {"filter": test}))

    def calculate(self, **columns: str) -> Layer:
        """The same with columns that are Vega expressions."""
        made = tuple({"calculate": words, "as": name} for name, words in columns.items())
        return replace(self, transform=(*self.transform, *made))

    def add_params(self, *params: Part) -> Layer:
        """The same where a reader sets parameters."""
        return replace(self, params=(*self.params, *params))

    def to_dict(self) -> Part:
        """The layer as Vega-Lite; its parameters stand at the drawing."""
        transform = {"transform": list(self.transform)} if self.transform else {}
        return {"data": {"name": self.data}, "mark": self.look, "encoding": self.encoding, **transform}


def layered(*layers: Layer, **size: Any) -> Part:
    """Layers over each other, the first one lowest; parameters are the drawing's, each set in its layer."""
    drawn, params = [], list[Part]()
    for place, layer in enumerate(layers):
        named = {"name": f"view_{place}"} if layer.params else {}
        drawn.append({**layer.to_dict(), **named})
        params += [{**param, "views": [named["name"]]} for param in layer.params]
    return {"$schema": SCHEMA, "layer": drawn, **({"params": params} if params else {}), **size}


def _channel(said: Any) -> Any:
    if isinstance(said, str):
        return of(said)
    return [_channel(each) for each in said] if isinstance(said, list) else said
