"""The small wrong changes one might make in a source: each puts another text in the place of one piece of it.

Docstrings, annotations, decorators, imports, f-strings and sentences for people are left alone: a wrong word there is
found by reading. So is what only saves statements (`select_related` and the like): other tests count those.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult}
CONTRARY = {"min": "max", "max": "min", "any": "all", "all": "any", "first": "last", "last": "first",
            "latest": "earliest", "earliest": "latest"}  # fmt: skip
LINKS = {"filter", "exclude", "order_by", "strip", "lower", "reverse", "distinct", "astimezone", "replace"}
SAVES = {"select_related", "prefetch_related", "only", "defer", "iterator"}
NAME = re.compile(r"-?[a-z][a-z0-9_]*")
TOLD = {"__all__", "verbose_name", "verbose_name_plural", "help_text"}  # for readers, or for the tools alone

Made = Iterator[tuple[Any, ...]]  # kind, node, what takes its place, and what is said where that says little


@dataclass(frozen=True)
class Change:
    """One wrong change: where it stands and what it makes of which piece of the text."""

    kind: str
    words: str
    line: int
    text: str  # the line it begins on
    start: int  # in characters of the whole source
    end: int
    after: str

    def applied(self, source: str) -> str:
        """Give the changed source."""
        return source[: self.start] + self.after + source[self.end :]

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


def changes_of(source: str) -> list[Change]:
    """List every change of a source once, in the order of the text."""
    found = {(change.start, change.end, change.after): change for change in _Reader(source).read()}
    real = [change for change in found.values() if source[change.start : change.end] != change.after]
    return sorted(real, key=lambda change: (change.start, change.end, change.after))


class _Reader:
    """Walks a source and asks of each node what might be made of it."""

    def __init__(self, source: str) -> None:
        self.source, self.lines = source, source.splitlines(keepends=True)
        self.begins = [0]
        for line in self.lines:
            self.begins.append(self.begins[-1] + len(line))

    def read(self) -> Iterator[Change]:
        waiting: list[ast.AST] = [ast.parse(self.source)]
        while waiting:
            node = waiting.pop()
            waiting += _children(node)
            for make in MAKERS.get(type(node), ()):
                for kind, old, new, *said in make(node):
                    yield self.change(kind, old, new, *said)

    def change(self, kind: str, old: Any, new: ast.AST | str, said: str = "") -> Change:
        start, end = self.place(old.lineno, old.col_offset), self.place(old.end_lineno, old.end_col_offset)
        after = new if isinstance(new, str) else _written(new)
        words = said or f"{_short(self.source[start:end])} → {_short(after)}"
        return Change(kind, words, old.lineno, self.lines[old.lineno - 1].strip(), start, end, after)

    def place(self, line: int, column: int) -> int:
        """Turn a line and a column in bytes into a place in the source."""
        return self.begins[line - 1] + len(self.lines[line - 1].encode()[:column].decode())


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Give the parts of a node that behave."""
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom):
        return
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list", "bases"):
            parts = value if isinstance(value, list) else [value]
            yield from (part for part in parts if isinstance(part, ast.AST) and not _is_told(part))


def _is_told(node: ast.AST) -> bool:
    """Tell what stands there for readers alone."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.keyword):
        return node.arg in TOLD
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) in TOLD
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _written(node: ast.AST) -> str:
    """Write a node so that it stays one wherever it is put."""
    text = ast.unparse(node)
    loose = isinstance(node, ast.BoolOp | ast.Compare | ast.IfExp | ast.BinOp | ast.UnaryOp | ast.Lambda)
    return f"({text})" if loose else text


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:87]}…"


def _without(parts: list[Any], at: int) -> list[Any]:
    return parts[:at] + parts[at + 1 :]


def _left_out(part: ast.AST | None) -> str:
    return f"without {_short(ast.unparse(part))}" if part else "without **"


# -- What might be made of each kind of node ---------------------------------------------------------------------------


def compared(node: ast.Compare) -> Made:
    """Move a boundary, or turn a comparison round."""
    for at, operator in enumerate(node.ops):
        operators = [*node.ops[:at], COMPARED[type(operator)](), *node.ops[at + 1 :]]
        yield "comparison", node, ast.Compare(node.left, operators, node.comparators)


def joined(node: ast.BoolOp) -> Made:
    """Take "and" for "or", and leave each condition out."""
    yield "and/or", node, ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for at, part in enumerate(node.values):
        rest = _without(node.values, at)
        yield "condition", node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest), _left_out(part)


def turned(node: ast.UnaryOp) -> Made:
    """Leave out a "not" or a minus."""
    yield "sign", node, node.operand


def reckoned(node: ast.BinOp) -> Made:
    """Reckon the contrary; of two sets keep one."""
    if type(node.op) in RECKONED:
        yield "arithmetic", node, ast.BinOp(node.left, RECKONED[type(node.op)](), node.right)
    if isinstance(node.op, ast.BitOr | ast.BitAnd):
        yield "part", node, node.left
        yield "part", node, node.right


def constant(node: ast.Constant) -> Made:
    """Miss a number by one, a truth by the other, a name by a letter."""
    if isinstance(node.value, bool):
        yield "truth", node, ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield from (("number", node, ast.Constant(node.value + by)) for by in (1, -1))
    elif isinstance(node.value, str) and NAME.fullmatch(node.value):
        yield "name", node, ast.Constant(node.value[1:] if node.value.startswith("-") else f"{node.value}_")


def called(node: ast.Call) -> Made:
    """Drop each keyword argument and a link of a chain; swap arguments; call the contrary."""
    for at, argument in enumerate(node.keywords):
        if argument.arg not in TOLD:
            yield "argument", node, ast.Call(node.func, node.args, _without(node.keywords, at)), _left_out(argument)
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if isinstance(node.func, ast.Attribute) and name in LINKS:
        link = ast.unparse(ast.Call(ast.Name(node.func.attr), node.args, node.keywords))
        yield "link", node, node.func.value, f"without .{_short(link)}"
    if name in CONTRARY:
        other = CONTRARY[name]
        function = ast.Attribute(node.func.value, other) if isinstance(node.func, ast.Attribute) else ast.Name(other)
        yield "contrary", node, ast.Call(function, node.args, node.keywords)
    if len(node.args) > 1 and name not in SAVES and not any(isinstance(part, ast.Starred) for part in node.args):
        yield "swapped", node, ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)


def returned(node: ast.Return) -> Made:
    """Give nothing back."""
    if node.value is not None and ast.unparse(node.value) != "None":
        yield "return", node, "return None"


def done(node: ast.Expr) -> Made:
    """Do not do it."""
    if isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom):
        yield "statement", node, "pass", _left_out(node)


def stored(node: Any) -> Made:
    """Do not write it to where others read it."""
    targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]
    first = targets[0].elts[0] if isinstance(targets[0], ast.Tuple) else targets[0]
    if isinstance(node, ast.AugAssign) or isinstance(first, ast.Attribute | ast.Subscript):
        yield "statement", node, "pass", _left_out(node)


def left(node: ast.AST) -> Made:
    """Go on instead."""
    yield "exit", node, "pass", _left_out(node)


def asked(node: ast.If | ast.While) -> Made:
    """Never do what a condition guards, or always."""
    yield "never", node.test, "False"
    if isinstance(node, ast.If):
        yield "always", node.test, "True"


def chosen(node: ast.IfExp) -> Made:
    """Take the same of two always."""
    yield "always", node, node.body
    yield "never", node, node.orelse


def listed(node: Any) -> Made:
    """Leave one member out."""
    if isinstance(getattr(node, "ctx", None), ast.Store) or len(node.elts) == 1:
        return
    for at, part in enumerate(node.elts):
        rest = _without(node.elts, at)
        yield (
            "member",
            node,
            ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, ast.Load()),
            _left_out(part),
        )


def mapped(node: ast.Dict) -> Made:
    """Leave one entry out."""
    for at, key in enumerate(node.keys):
        yield (
            "entry",
            node,
            ast.Dict(_without(node.keys, at), _without(node.values, at)),
            _left_out(key or node.values[at]),
        )


def gathered(node: Any) -> Made:
    """Gather without a condition."""
    parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
    for at, loop in enumerate(node.generators):
        for which, condition in enumerate(loop.ifs):
            looser = ast.comprehension(loop.target, loop.iter, _without(loop.ifs, which), loop.is_async)
            loops = [*node.generators[:at], looser, *node.generators[at + 1 :]]
            yield "condition", node, type(node)(*parts, loops), _left_out(condition)


MAKERS: dict[type[ast.AST], tuple[Any, ...]] = {
    ast.Compare: (compared,), ast.BoolOp: (joined,), ast.UnaryOp: (turned,), ast.BinOp: (reckoned,),
    ast.Constant: (constant,), ast.Call: (called,), ast.Return: (returned,), ast.Expr: (done,),
    ast.Assign: (stored,), ast.AugAssign: (stored,), ast.Delete: (stored,), ast.Raise: (left,), ast.Break: (left,),
    ast.Continue: (left,), ast.If: (asked,), ast.While: (asked,), ast.IfExp: (chosen,), ast.List: (listed,),
    ast.Tuple: (listed,), ast.Set: (listed,), ast.Dict: (mapped,), ast.ListComp: (gathered,),
    ast.SetComp: (gathered,), ast.DictComp: (gathered,), ast.GeneratorExp: (gathered,),
}  # fmt: skip
