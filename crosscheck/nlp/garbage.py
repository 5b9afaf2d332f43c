"""When Python looks for garbage that holds on to itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage() -> Iterator[None]:
    """Inside it is not looked for: what is made there lives at least as long, so to look each time
    when some hundred objects are new takes a tenth of the time and finds nothing.
    """
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
