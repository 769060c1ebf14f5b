"""What the ledger knows beside articles and claims: runs, failures, decisions, and rows of its views."""

from dataclasses import dataclass

from claimtrail.ledger.chain import canonical, digest
from claimtrail.model import Article, Claim, Finding


@dataclass(frozen=True, slots=True)
class Run:
    """What read: the program's version, the digests of its models and tables, and the settings that bear on claims."""

    version: str
    models: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def fingerprint(self) -> str:
        """Equal where the same reading is to be expected."""
        return digest([self.version, self.models, self.settings])

    def columns(self) -> dict[str, str]:
        """The columns of its row."""
        models, settings = canonical(dict(self.models)), canonical(dict(self.settings))
        return {"version": self.version, "models": models, "settings": settings, "fingerprint": self.fingerprint}


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read: its row, where from, when, and why."""

    seq: int
    at: str
    source: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: who, when, of which kind, about what, and the values before and after (JSON)."""

    seq: int
    at: str
    who: str
    kind: str
    subject: str
    before: str | None
    after: str | None
    reason: str
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of articles; `excerpt` is where a search hit."""

    seq: int
    id: str
    source: str
    title: str | None
    published: str | None
    claims: int
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the ledger with the claims and findings of one reading; each claim with its row number."""

    seq: int
    article: Article
    claims: tuple[tuple[int, Claim], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A claim on the map: its row, its article's, what, when and where (degrees)."""

    seq: int
    article: int
    event: str
    status: str
    place: str
    lat: float
    lon: float
    time_from: str | None
