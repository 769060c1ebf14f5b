"""Lemmas by edit scripts: keep or lower the case, cut letters from the end, add others."""

from collections.abc import Mapping


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
    """The lemma of a form: from the table of irregular forms (`FORM/UPOS` in lower case), else by the script."""
    listed = known.get(f"{form.lower()}/{upos}")
    return apply(edit, form) if listed is None else listed
