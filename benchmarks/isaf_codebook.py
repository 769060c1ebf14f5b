"""The words by which releases are coded (`isaf.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("isaf.toml")


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codebook's words; `numbers` is ordered from the highest, and so tried first where words share a word."""

    numbers: tuple[tuple[int, tuple[str, ...]], ...]
    leaders: frozenset[str]
    ranks: frozenset[str]
    common: frozenset[str]
    fighters: frozenset[str]
    criminals: frozenset[str]
    spared: frozenset[str]
    further: frozenset[str]
    more: re.Pattern[str]
    update: re.Pattern[str]
    idle: re.Pattern[str]
    linked: re.Pattern[str]
    raid: re.Pattern[str]
    patrol: re.Pattern[str]
    silent: re.Pattern[str]
    holds: re.Pattern[str]
    digest: re.Pattern[str]
    cumulative: re.Pattern[str]
    names: frozenset[str]
    groups: dict[str, re.Pattern[str]]
    labels: dict[str, str]
    provinces: dict[str, str]
    province: re.Pattern[str]
    so_called: re.Pattern[str]
    unnumbered: dict[int, int]
    day_early: tuple[tuple[str, str], ...]

    def spares(self, who: frozenset[str]) -> bool:
        """Whether the data leave out those whom these words name: the forces' own, civilians, or a group as a whole."""
        if not who - self.names:
            return True
        return bool(who & self.spared) and not who & (self.ranks | self.fighters)


@cache
def codebook() -> Codebook:
    """The codebook, read once."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    numbers = sorted(((int(number), tuple(words)) for number, words in data["numbers"].items()), reverse=True)
    people = {name: frozenset(words) for name, words in data["people"].items()}
    patterns = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in data["patterns"].items()}
    provinces = {name: code for code, names in data["provinces"].items() for name in names}
    return Codebook(
        numbers=tuple(numbers),
        leaders=people["leaders"],
        ranks=people["leaders"] | people["ranks"],
        common=people["common"],
        fighters=people["fighters"],
        criminals=people["criminals"],
        labels=data["labels"],
        spared=people["spared"],
        further=people["further"],
        names=frozenset(word for names in data["groups"].values() for name in names for word in name.split())
        - {"taliban"},
        groups={code: _any_of(names) for code, names in data["groups"].items()},
        provinces=provinces,
        province=_any_of(list(provinces)),
        so_called=re.compile(_any_of(list(provinces)).pattern + r" province", re.IGNORECASE),
        unnumbered={int(month): year for month, year in data["dates"]["unnumbered"].items()},
        day_early=tuple((first, last) for first, last in data["dates"]["day_early"]),
        **patterns,
    )


def _any_of(names: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
