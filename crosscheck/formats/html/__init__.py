"""The page: one self-contained HTML file, for a browser that needs no network and no server."""

from crosscheck.formats.html.render import to_html

__all__ = ["to_html"]
