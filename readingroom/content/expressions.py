"""Figures reckoned from others: an expression of references and numbers, and nothing that could run."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable

from .references import REFERENCE, Lookup, UnknownReferenceError, figure


def reckon(expression: str, table_of: Lookup) -> float:
    """Return what an expression of references, numbers, + - * /, brackets, min and max comes to; ReferenceFault if it is none."""
    plain = REFERENCE.sub(lambda found: repr(figure(found[0], table_of)), expression)
    try:
        return _value(ast.parse(plain, mode="eval").body)
    except (SyntaxError, KeyError, ZeroDivisionError) as error:
        raise UnknownReferenceError(f"{expression!r} cannot be reckoned ({error})") from None


_DOES: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return _DOES[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return {"min": min, "max": max}[node.func.id](map(_value, node.args))
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    raise KeyError("only references, numbers, + - * /, brackets, min and max")
