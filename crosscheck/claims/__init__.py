"""From expressions to claims: what is said, of what, by whom, and how firmly."""

from crosscheck.claims.extract import extract, extract_all, holds_something

__all__ = ["extract", "extract_all", "holds_something"]
