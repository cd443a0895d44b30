"""Arithmetic on figures of the series: parses and evaluates expressions of references and numbers, and runs no code."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable

from .references import REFERENCE, Lookup, UnknownReferenceError, figure


def evaluate(expression: str, table_of: Lookup) -> float:
    """Return the value of an expression of references, numbers, + - * /, brackets, min and max.

    Raises UnknownReferenceError for anything else.
    """
    plain = REFERENCE.sub(lambda match: repr(figure(match[0], table_of)), expression)
    try:
        if _TOUCHING.search(expression) or len(plain) > _LONGEST or not _ARITHMETIC.fullmatch(plain):
            raise KeyError
        value = _value(ast.parse(plain.strip(), mode="eval").body)
    except (SyntaxError, KeyError, ZeroDivisionError, OverflowError, RecursionError, MemoryError):
        raise UnknownReferenceError(f"{expression!r} cannot be worked out ({_ALLOWED})") from None
    if not math.isfinite(value):
        raise UnknownReferenceError(f"{expression!r} comes to no number")
    return value


# Python's own parser warns of what is no arithmetic, and gives up on very long texts with errors of its own.
_LONGEST = 2000
_ARITHMETIC = re.compile(r"(?:[0-9]{1,30}(?:\.[0-9]*)?(?:e[+-]?[0-9]{1,3})?(?![\w.])|[-+*/(), \n]|min|max)+")
# A sign is missing, as in 100{series:...}: the digits of two numbers would be read as one.
_TOUCHING = re.compile(r"[\w.]\s*\{|\}\s*[\w.{]")
_ALLOWED = "only references, numbers, + - * /, brackets, min and max"

_OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return _OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return {"min": min, "max": max}[node.func.id](map(_value, node.args))
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    raise KeyError(_ALLOWED)
