"""The hash chain: each row's digest, and a hash that binds it to all rows before.

    digest = SHA-256 of the canonical JSON of the row without what may be erased; that is covered by its `content`
    hash   = SHA-256 of the canonical JSON of [seq, kind, digest, hash of the entry before]

Canonical JSON has sorted keys, no spaces, and UTF-8; bytes stand in it as their own SHA-256.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimtrail.ledger.schema import ERASABLE

Row = dict[str, Any]

START = hashlib.sha256(b"claimtrail ledger 1").hexdigest()
"""The hash before the first entry."""


def canonical(value: object) -> str:
    """Canonical JSON: one spelling for one value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_bytes)


def digest(value: object) -> str:
    """The SHA-256, in hexadecimal, of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def content_digest(kind: str, row: Mapping[str, Any]) -> str:
    """The digest of what may be erased of a row."""
    return digest({name: row[name] for name in ERASABLE[kind]})


def row_digest(kind: str, row: Mapping[str, Any]) -> str:
    """The digest of what stays of a row for ever."""
    erasable = ERASABLE.get(kind, ())
    return digest({name: value for name, value in row.items() if name not in erasable})


def link(seq: int, kind: str, row: str, before: str) -> str:
    """The hash of an entry, given the digest of its row and the hash of the entry before."""
    return digest([seq, kind, row, before])


def is_erased(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether everything that may be erased of a row is gone."""
    return kind in ERASABLE and all(row[name] is None for name in ERASABLE[kind])


@dataclass(slots=True)
class Chain:
    """The end of a chain, and the rows that one transaction appends to it."""

    seq: int
    hash: str
    rows: dict[str, list[Row]] = field(default_factory=dict)
    entries: list[Row] = field(default_factory=list)

    def append(self, kind: str, /, **values: object) -> int:
        """Add a row of a table; gives its `seq`."""
        self.seq += 1
        row: Row = {"seq": self.seq, **values}
        if kind in ERASABLE:
            row["content"] = row.get("content") or content_digest(kind, row)
        made = row_digest(kind, row)
        self.hash = link(self.seq, kind, made, self.hash)
        self.entries.append({"seq": self.seq, "kind": kind, "digest": made, "hash": self.hash})
        self.rows.setdefault(kind, []).append(row)
        return self.seq


def _bytes(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"no JSON for {type(value).__name__}")
