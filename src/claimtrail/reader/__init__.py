"""The linguistic reader: sentences, words, trees and mentions by one small encoder; the only user of onnxruntime."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrail.reader.reader import Reader

__all__ = ["Reader"]


def __getattr__(name: str) -> Any:
    """Import `Reader` on first use, so that importing this package does not load the inference libraries."""
    if name == "Reader":
        from claimtrail.reader.reader import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
