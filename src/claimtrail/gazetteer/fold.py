"""Name folding: the many spellings of one place name brought to one key."""

import re
import unicodedata
from dataclasses import dataclass

from claimtrail.gazetteer.tables import split, table
from claimtrail.gazetteer.words import words

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"})
_APOSTROPHES = re.compile("['`´‘’‛ʻʼʽʾʿˈ′ʹ\u05f3]")
_BREAKS = re.compile(r"[\W_]+")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


# Where names are English they are spelt in one way, and another spelling is another name.
ENGLISH = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})

_FEATURE_OF = {word: row["feature"] for row in table("generic") for word in split(row["words"])}


@dataclass(frozen=True, slots=True)
class Core:
    """A folded name without its generic word, and the GeoNames feature code that the word hints at."""

    name: str
    feature: str


def fold(name: str) -> str:
    """The key of a name: lower case, no diacritics or apostrophes, hyphens and dots as spaces, "St." spelt out.

    Articles stay; `loosen` drops them. Text without a letter or digit gives the empty string.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()).translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = _BREAKS.sub(" ", letters).split()
    return " ".join(_SHORT_FORMS.get(word, word) if i + 1 < len(words) else word for i, word in enumerate(words))


def loosen(folded: str) -> str:
    """The loose key of a folded name: its articles and spaces dropped ("ar raqqah" gives "raqqah")."""
    parts = folded.split()
    return "".join(part for part in parts if part not in words().dropped) or "".join(parts)


def abbreviation(short: str) -> str:
    """The key of a state's abbreviation; its colon keeps it apart from names ("La." is not "La")."""
    return f"abbr:{short.casefold()}"


def core(folded: str) -> Core | None:
    """A folded name split from its generic word, first or last ("kunduz province"); None where there is none."""
    words = folded.split()
    if len(words) > 2 and words[0] in _FEATURE_OF and words[1] == "of":
        return Core(" ".join(words[2:]), _FEATURE_OF[words[0]])
    if len(words) > 1 and words[-1] in _FEATURE_OF:
        return Core(" ".join(words[:-1]), _FEATURE_OF[words[-1]])
    if len(words) > 1 and words[0] in _FEATURE_OF:
        return Core(" ".join(words[1:]), _FEATURE_OF[words[0]])
    return None
