"""One file a format: each has `read(data, limits)`, which gives the articles of a file.

What they share stands beside them: `opened` (decoding), `zips` and `xml` (archives and documents
that refuse what is hostile), `building` (a text put together with its blocks).
"""
