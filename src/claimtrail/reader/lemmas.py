"""Lemmas by edit scripts (keep or lower the case, cut the end, add another), checked against known words."""

from collections.abc import Iterator, Mapping, Sequence, Set

_NAMES = ("PROPN", "X", "SYM", "NUM")
_NEVER_NAMES = ("VERB", "AUX", "ADP", "ADV", "DET", "CCONJ", "SCONJ", "PART", "PRON")
# Regular endings of English, and what stands for each in the lemma. "=" undoes a doubled letter: "planned", "plan".
_ENDINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "VERB": {"ied": ("y",), "ies": ("y",), "ed": ("", "e", "="), "ing": ("", "e", "="), "es": ("", "e"), "s": ("",)},
    "NOUN": {"ies": ("y",), "ves": ("f", "fe", "ve"), "men": ("man",), "es": ("", "e"), "s": ("",)},
    "ADJ": {"ier": ("y",), "iest": ("y",), "er": ("", "e", "="), "est": ("", "e", "=")},
}
_PREFIXES = ("re", "de", "un", "dis", "mis", "out", "over", "under", "counter", "pre", "co")


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


def lemma(form: str, upos: str, edit: str, known: Mapping[str, str], lexicon: Set[str]) -> str:
    """The lemma of a form: from the table of known forms (`form/UPOS`, form in lower case), else by the script.

    Where the script makes no word of the lexicon, a regular ending that does is undone instead.
    """
    listed = known.get(f"{form.lower()}/{upos}")
    if listed is not None:
        return listed
    made = apply(edit, form)
    if upos not in _ENDINGS or _is_word(made, lexicon):
        return made
    return next((base for base in _bases(form, upos) if _is_word(base, lexicon)), made)


def _bases(form: str, upos: str) -> Iterator[str]:
    """What a regular form may be a form of."""
    for ending, instead in _ENDINGS[upos].items():
        if form.endswith(ending):
            stem = form[: -len(ending)]
            doubled = len(stem) > 2 and stem[-1] == stem[-2]
            yield from (stem + letters for letters in instead if letters != "=")
            if doubled and "=" in instead:
                yield stem[:-1]


def _is_word(word: str, lexicon: Set[str]) -> bool:
    """Whether the lexicon has a word, with or without a prefix."""
    return word in lexicon or any(
        word.startswith(prefix) and word.removeprefix(prefix) in lexicon and len(word) > len(prefix) + 3
        for prefix in _PREFIXES
    )


def of_sentence(
    words: Sequence[str], upos: Sequence[str], edits: Sequence[str], known: Mapping[str, str], lexicon: Set[str]
) -> list[str]:
    """The lemmas of a sentence.

    Headlines capitalise words that are no names: verbs, function words and nouns with one capital are read in lower
    case, and in a sentence written in capitals every word is, save names.
    """
    shouted = sum(word.isupper() for word in words) > len(words) / 2
    forms = [word.lower() if _plain(word, part, shouted) else word for word, part in zip(words, upos, strict=True)]
    return [lemma(form, part, edit, known, lexicon) for form, part, edit in zip(forms, upos, edits, strict=True)]


def _plain(word: str, upos: str, shouted: bool) -> bool:
    capital = word[:1].isupper() and word[1:].islower()
    return upos in _NEVER_NAMES or (upos == "NOUN" and capital) or (shouted and upos not in _NAMES)
