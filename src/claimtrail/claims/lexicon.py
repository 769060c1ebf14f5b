"""Word lists of the claims stage: the TOML files beside the code, each with the source of its facts in its header."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `data/<name>.toml`; the caller must not change them."""
    return tomllib.loads(resources.files("claimtrail.claims").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))
