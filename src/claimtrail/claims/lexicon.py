"""Word lists of the claims stage: the TOML files beside the code, each with the source of its facts in its header."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `data/<name>.toml`; the caller must not change them."""
    return tomllib.loads(resources.files("claimtrail.claims").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@cache
def lexicon_words() -> frozenset[str]:
    """Every word of the lists of events, outcomes, kinds, speakers and speech, in small letters."""
    lists = (lexicon(name) for name in ("events", "outcomes", "kinds", "speakers", "speech", "status"))
    return frozenset(word for table in lists for word in _words(table))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.lower().replace("-", " ").split()
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)
