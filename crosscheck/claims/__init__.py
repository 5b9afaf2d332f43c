"""From expressions to claims: what is said, of what, by whom, and how firmly."""

from crosscheck.claims.extract import extract

__all__ = ["extract"]
