"""The claims of many articles: from the cache where they were read before, by several processes
where there is much to read. What comes out is what `crosscheck.claims.extract` gives, in order.
"""

from crosscheck.extraction.many import (
    Reading,
    claims_of,
    claims_of_all,
    claims_of_each,
    placed,
)

__all__ = ["Reading", "claims_of", "claims_of_all", "claims_of_each", "placed"]
