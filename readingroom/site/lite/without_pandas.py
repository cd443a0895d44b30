"""What stands for pandas in a browser that has none: whatever is done with it says so, kindly, and no cell fails.

This file is laid into JupyterLite's site as the package pandas.
"""

from collections.abc import Iterator

SAYS = (
    "This cell needs *pandas*, which Python in this browser does not have. All else on the "
    "page works. To run this cell too, open the course on your own "
    "machine or on Binder, and take your record along. The same figures come as plain "
    "Python if you write .rows where .data stands, with the row and then the column in square brackets; and they stand "
    "under the charts of the lessons, as a table and as a CSV file for any spreadsheet."
)


class Missing:
    """Answers everything with itself, and shows why."""

    def __repr__(self) -> str:
        return SAYS.replace("*", "")

    def _repr_markdown_(self) -> str:
        return SAYS

    def __getattr__(self, name: str) -> "Missing":
        if name.startswith("_"):  # what shows and copies objects asks for such names, and must not find them
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "Missing":
        return self

    def __getitem__(self, _: object) -> "Missing":
        return self

    def __setitem__(self, _: object, __: object) -> None:
        pass

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def _self(self, *_: object) -> "Missing":
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = (
        __mod__
    ) = __pow__ = _self
    __and__ = __or__ = __neg__ = __invert__ = __lt__ = __le__ = __gt__ = __ge__ = _self
    __eq__ = __ne__ = _self  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]


def __getattr__(name: str) -> Missing:
    if name.startswith("_"):
        raise AttributeError(name)
    return Missing()
