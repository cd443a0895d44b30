"""The name under which released nbgrader notebooks import `credit`; new ones import learning.nbgrader_credit."""

from .nbgrader_credit import credit

__all__ = ["credit"]
