"""Lemmas by edit scripts: keep or lower the case, cut letters from the end, add others."""

from collections.abc import Mapping, Sequence

_NAMES = ("PROPN", "X", "SYM", "NUM")
_NEVER_NAMES = ("VERB", "AUX", "ADP", "ADV", "DET", "CCONJ", "SCONJ", "PART", "PRON")


def script(form: str, lemma: str) -> str:
    """The shortest edit that makes `lemma` of `form`, written `CASE|CUT|ADD`.

    CASE is `k` (keep) or `l` (lower first); CUT counts letters. A lemma that shares no beginning with its form is
    written whole, `=LEMMA`.
    """
    case = "k" if form.startswith(lemma[:1]) else "l"
    base = form if case == "k" else form.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{case}|{len(base) - shared}|{lemma[shared:]}" if shared else f"={lemma}"


def apply(edit: str, form: str) -> str:
    """What a script makes of a form; a script that would leave nothing leaves the form in lower case."""
    if edit.startswith("="):
        return edit[1:]
    case, cut, add = edit.split("|", 2)
    base = form if case == "k" else form.lower()
    return (base[: max(len(base) - int(cut), 0)] + add) or form.lower()


def lemma(form: str, upos: str, edit: str, known: Mapping[str, str]) -> str:
    """The lemma of a form: from the table of known forms (`form/UPOS`, form in lower case), else by the script."""
    listed = known.get(f"{form.lower()}/{upos}")
    return apply(edit, form) if listed is None else listed


def of_sentence(words: Sequence[str], upos: Sequence[str], edits: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """The lemmas of a sentence.

    Headlines capitalise words that are no names: verbs, function words and nouns with one capital are read in lower
    case, and in a sentence written in capitals every word is, save names.
    """
    shouted = sum(word.isupper() for word in words) > len(words) / 2
    forms = [word.lower() if _plain(word, part, shouted) else word for word, part in zip(words, upos, strict=True)]
    return [lemma(form, part, edit, known) for form, part, edit in zip(forms, upos, edits, strict=True)]


def _plain(word: str, upos: str, shouted: bool) -> bool:
    capital = word[:1].isupper() and word[1:].islower()
    return upos in _NEVER_NAMES or (upos == "NOUN" and capital) or (shouted and upos not in _NAMES)
