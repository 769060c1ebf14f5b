"""Settings, parsed once at the edge into one frozen value."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits of fetching: seconds, bytes, seconds between requests to one host."""

    timeout: float = 20.0
    max_bytes: int = 20_000_000
    delay: float = 1.0
    allow_private: bool = False
    user_agent: str = "claimtrail"


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """What holds for every input: the date to assume where a page gives none, and the limits."""

    published: str | None = None
    max_chars: int = 2_000_000
    fetch: FetchSettings = FetchSettings()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told; `gazetteer` is the file to ask for places, where not the one in the package."""

    ingest: IngestSettings = IngestSettings()
    jobs: int = 1
    min_confidence: float = 0.0
    gazetteer: Path | None = None
