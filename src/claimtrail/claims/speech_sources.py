"""What a speaker is: official, military, agency, outlet, monitor, witness ... (`data/speakers.toml`)."""

import re
from functools import cache

from claimtrail.claims.lexicon import lexicon
from claimtrail.model import SpeakerKind

WORD = re.compile(r"[^\W_]+(?:['./][^\W_]+)*")
MEDIA = frozenset({SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.MONITOR})
LONGEST = 5


def kind_of_speaker(words: str) -> SpeakerKind | None:
    """The kind of a speaker by the words that name it; None where they do not tell, as for a bare personal name."""
    parts = [word.lower() for word in WORD.findall(words.replace("’", "'").replace("-", " "))]
    parts = [part.removesuffix("'s").rstrip(".") for part in parts]
    cut = next(
        (at for at, part in enumerate(parts) if part in {"of", "in", "for", "from", "at", "with", "to"} and at),
        len(parts),
    )
    return _tail(parts[:cut]) or _tail(parts) or _anywhere(parts)


def is_medium(words: str) -> bool:
    """Whether who is told is part of the chain: an agency, an outlet or an organisation that passes statements on."""
    return kind_of_speaker(words) in MEDIA and not _told().search(words)


def _tail(parts: list[str]) -> SpeakerKind | None:
    """The kind of the longest entry that ends the words."""
    for size in range(min(LONGEST, len(parts)), 0, -1):
        run = " ".join(parts[len(parts) - size :])
        found = next((_words()[each] for each in _singulars(run) if each in _words()), None)
        if found:
            return found
    return None


def _singulars(run: str) -> tuple[str, ...]:
    family = f"{run[:-3]}y" if run.endswith("ies") else run
    return (run, run.removesuffix("s"), run.removesuffix("es"), family, run.replace("men", "man"))


def _anywhere(parts: list[str]) -> SpeakerKind | None:
    """The kind of a title or noun within the words: "Gen. Morel", "Radio Marel", "spokeswoman Ana Lund"."""
    for at, part in enumerate(parts):
        runs = (" ".join(parts[at : at + size]) for size in range(LONGEST, 1, -1))
        found = next((_words()[run] for run in runs if run in _words()), None)
        if found := found or _titles().get(part) or _words().get(part):
            return found
    return None


@cache
def _told() -> re.Pattern[str]:
    """Those who are told without being part of the chain."""
    return re.compile(rf"\b({'|'.join(lexicon('speech_beside')['told'])})\b", re.I)


@cache
def _words() -> dict[str, SpeakerKind]:
    found: dict[str, SpeakerKind] = {}
    for kind in SpeakerKind:
        table = lexicon("speakers").get(kind, {})
        for phrase_ in [*table.get("names", ()), *table.get("words", ())]:
            found.setdefault(phrase_, kind)
    return found


@cache
def _titles() -> dict[str, SpeakerKind]:
    return {word: SpeakerKind(kind) for kind, words in lexicon("speakers")["title"].items() for word in words}
