"""The ways in which a slip changes a module: each a small edit of its syntax tree, found anew in the same
order whenever the same text is read.
"""

from __future__ import annotations

import ast
import csv
import difflib
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGES = ("model", "queries", "figures", "exports")

Edit = tuple[str, ast.stmt | None, Callable[[], None]]
Function = ast.FunctionDef | ast.AsyncFunctionDef

TURNED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
}  # fmt: skip
BOUNDARY = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
PAIRS = (
    ("min", "max"), ("any", "all"), ("first", "last"), ("head", "tail"), ("idxmin", "idxmax"),
    ("first_year", "last_year"), ("nlargest", "nsmallest"), ("sum", "count"), ("start", "end"),
    ("startswith", "endswith"), ("light", "dark"), ("left", "right"), ("title", "label"),
    ("earliest", "latest"), ("append", "remove"), ("bfill", "ffill"), ("cummax", "cummin"),
)  # fmt: skip
TWINS = {name: twin for pair in PAIRS for name, twin in (pair, pair[::-1])}
# Methods that give back what they are called on, changed; without the call most code still runs.
STEPS = {
    "sort_values", "sort_index", "drop_duplicates", "dropna", "fillna", "reset_index", "head", "tail",
    "strip", "lstrip", "rstrip", "lower", "casefold", "upper", "removeprefix", "removesuffix", "astype",
    "assign", "query", "rename", "replace", "round", "set_index", "abs", "copy", "reindex", "title",
    "capitalize", "mask", "where", "ffill",
}  # fmt: skip
# What annotations, imports and decorators say has no effect on an answer, and words of a raised mistake are
# read by those who write code.
UNREAD_FIELDS = frozenset(("annotation", "returns", "decorator_list", "bases", "ctx", "op", "ops"))
UNREAD_NODES = (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.Global, ast.Nonlocal)


@dataclass(frozen=True)
class Change:
    """One change of one module: which of the edits that fit it."""

    module: Path
    number: int
    kind: str
    line: int
    # The function that it lies in, through its class, and the place of its statement there; "" and -1
    # where a module or a class is put together.
    function: str
    statement: int

    @property
    def name(self) -> str:
        """How the module is imported."""
        parts = self.module.relative_to(SOURCE).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def tree(self) -> ast.Module:
        """The changed module."""
        tree = ast.parse(self.module.read_text("utf-8"))
        list(edits(tree))[self.number][2]()
        return ast.fix_missing_locations(tree)

    @property
    def difference(self) -> str:
        """The change as lines before and after, as Python writes them out."""
        before = ast.unparse(ast.parse(self.module.read_text("utf-8"))).splitlines()
        after = ast.unparse(self.tree).splitlines()
        lines = list(difflib.unified_diff(before, after, lineterm="", n=0))
        return "\n".join(line for line in lines[2:] if not line.startswith("@@"))


def drawn(modules: Sequence[Path], seed: int) -> Iterator[Change]:
    """Changes in an order drawn at random: the lines of the modules evenly, of a line first the kind."""
    chance = random.Random(seed)
    of_lines = [found for module in modules for found in by_line(module).values()]
    chance.shuffle(of_lines)
    for found in of_lines:
        kind = chance.choice(sorted({change.kind for change in found}))
        yield chance.choice([change for change in found if change.kind == kind])


def by_line(module: Path) -> Mapping[int, list[Change]]:
    """The changes that fit each line of a module."""
    tree = ast.parse(module.read_text("utf-8"))
    places = {
        id(statement): (name, place)
        for name, function in functions(tree)
        for place, statement in enumerate(statements(function))
    }
    lines: dict[int, list[Change]] = defaultdict(list)
    for number, (kind, statement, _) in enumerate(edits(tree)):
        if statement is not None:
            function, place = places.get(id(statement), ("", -1))
            found = Change(module, number, kind, statement.lineno, function, place)
            lines[statement.lineno].append(found)
    return lines


def functions(tree: ast.AST, before: str = "") -> Iterator[tuple[str, Function]]:
    """The functions of a module and of its classes, each with its name; those within functions are parts."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield before + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{before}{node.name}.")


def statements(function: Function) -> list[ast.stmt]:
    """Every statement within a function, in one order."""
    return [node for part in function.body for node in ast.walk(part) if isinstance(node, ast.stmt)]


def edits(tree: ast.Module) -> Iterator[Edit]:
    """Every edit with its kind and the statement that it changes; each may be carried out."""
    found: list[Edit] = []
    _visit(tree, None, found)
    return iter(found)


def _visit(node: ast.AST, statement: ast.stmt | None, found: list[Edit]) -> None:
    for field, value in ast.iter_fields(node):
        if field in UNREAD_FIELDS:
            continue
        for place, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _unread(node, field, child):
                continue
            inner = child if isinstance(child, ast.stmt) else statement

            def put(new: ast.AST, field: str = field, place: int | None = place) -> None:
                if place is None:
                    setattr(node, field, new)
                else:
                    getattr(node, field)[place] = new

            found += [(kind, inner, edit) for kind, edit in _edits_of(child, put)]
            _visit(child, inner, found)


def _unread(parent: ast.AST, field: str, child: ast.AST) -> bool:
    if isinstance(child, UNREAD_NODES):
        return True
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    if isinstance(child, ast.Assign) and isinstance(child.value, ast.Subscript):
        return isinstance(parent, ast.Module)  # the short name of a type
    if isinstance(child, ast.Assign) and isinstance(child.value, ast.Call):
        return ast.unparse(child.value.func) in ("TypeVar", "logging.getLogger")
    if isinstance(parent, ast.Call) and ast.unparse(parent.func) in ("cast", "field"):
        return True
    return isinstance(child, ast.Tuple | ast.List) and isinstance(parent, ast.Subscript | ast.Assign) and (
        field in ("slice", "targets")
    )  # fmt: skip


Changed = Iterator[tuple[str, Callable[[], None]]]


def _edits_of(node: ast.AST, put: Callable[[ast.AST], None]) -> Changed:
    match node:
        case ast.Compare():
            for place, op in enumerate(node.ops):
                for kind, table in (("comparison", TURNED), ("boundary", BOUNDARY)):
                    other = table.get(type(op))
                    if other:
                        yield kind, lambda p=place, new=other: _set(node.ops, p, new())
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "boolean", lambda: setattr(node, "op", other)
            for place in range(len(node.values)):
                yield "condition", lambda p=place: _left_out(node, p, put)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "boolean" if isinstance(node.op, ast.Not) else "arithmetic", lambda: put(node.operand)
        case ast.BinOp() if type(node.op) in ARITHMETIC and not (_text(node.left) or _text(node.right)):
            yield "arithmetic", lambda: setattr(node, "op", ARITHMETIC[type(node.op)]())
        case ast.If() | ast.IfExp():
            for answer in (True, False):
                yield "condition", lambda a=answer: setattr(node, "test", ast.Constant(a))
        case ast.comprehension() if node.ifs:
            yield "condition", lambda: node.ifs.pop()
        case ast.Constant():
            yield from _other_values(node)
        case ast.JoinedStr():
            for place, part in enumerate(node.values):
                if isinstance(part, ast.FormattedValue):
                    yield "string", lambda p=place: _set(node.values, p, ast.Constant(""))
        case ast.Return() if node.value and ast.unparse(node.value) != "None":
            yield "return", lambda: setattr(node, "value", ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield "removed statement", lambda: put(ast.Pass())
        case ast.Assign(targets=[ast.Name(id=name)]) if name in _names(node.value):
            yield "removed statement", lambda: put(ast.Pass())
        case ast.Call():
            yield from _other_calls(node, put)
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if len(node.elts) > 1:
            for place in range(len(node.elts)):
                yield "removed element", lambda p=place: _pop(node.elts, p)
        case ast.Dict() if len(node.values) > 1:
            for place in range(len(node.values)):
                yield "removed element", lambda p=place: (_pop(node.keys, p), _pop(node.values, p))
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    if name in TWINS and isinstance(getattr(node, "ctx", None), ast.Load):
        yield "wrong name", lambda: setattr(node, "attr" if hasattr(node, "attr") else "id", TWINS[name])


def _other_values(node: ast.Constant) -> Changed:
    value = node.value
    if isinstance(value, bool):
        yield "boolean", lambda: setattr(node, "value", not value)
    elif isinstance(value, int | float):
        for step in (1, -1):
            yield "constant", lambda s=step: setattr(node, "value", value + s)
    elif isinstance(value, str) and value in columns():
        yield "wrong column", lambda: setattr(node, "value", columns()[value])
    elif isinstance(value, str) and value.strip():
        words = value.rsplit(" ", 1)
        yield "string", lambda: setattr(node, "value", words[0] if len(words) > 1 else value + "x")


def _other_calls(node: ast.Call, put: Callable[[ast.AST], None]) -> Changed:
    simple = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
    if len(simple) == len(node.args) > 1 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield "swapped arguments", lambda: node.args.insert(0, node.args.pop(1))
    for place in range(len(node.keywords)):
        yield "removed argument", lambda p=place: _pop(node.keywords, p)
    if isinstance(node.func, ast.Attribute) and node.func.attr in STEPS:
        yield "removed call", lambda: put(node.func.value)
    elif isinstance(node.func, ast.Name) and node.func.id in ("sorted", "reversed"):
        yield "removed call", lambda: put(ast.Call(ast.Name("list", ast.Load()), node.args[:1], []))
    elif isinstance(node.func, ast.Name) and node.func.id in ("abs", "round"):
        yield "removed call", lambda: put(node.args[0])


def _text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _set(parts: list, place: int, new: ast.AST) -> None:
    parts[place] = new


def _pop(parts: list, place: int) -> None:
    parts.pop(place)


def _left_out(node: ast.BoolOp, place: int, put: Callable[[ast.AST], None]) -> None:
    """Leave out one of several conditions; of two the other stands alone."""
    _pop(node.values, place)
    if len(node.values) == 1:
        put(node.values[0])


@cache
def columns() -> Mapping[str, str]:
    """For each column of the tables another of the same table."""
    found: dict[str, str] = {}
    for table in sorted((ROOT / "data").glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        for column, following in zip(header, [*header[1:], header[0]], strict=True):
            if column != following:
                found.setdefault(column, following)
    return found
