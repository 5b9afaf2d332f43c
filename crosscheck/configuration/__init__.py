"""What a project sets: every key with its default, and the file that says otherwise."""

from crosscheck.configuration.files import (
    OWN,
    SHARED,
    Configuration,
    ConfigurationError,
    Setting,
    load,
)
from crosscheck.configuration.keys import KEYS, PATHS, Key, Value

__all__ = [
    "KEYS",
    "OWN",
    "PATHS",
    "SHARED",
    "Configuration",
    "ConfigurationError",
    "Key",
    "Setting",
    "Value",
    "load",
]
