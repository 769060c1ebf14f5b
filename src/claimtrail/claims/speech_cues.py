"""Cues of speech in one sentence: the word of speech, its source, the medium it was told to, and what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.speech_sources import is_medium
from claimtrail.claims.tree import Tree, agents, first_conjunct, obliques, passive, phrase, subject
from claimtrail.model import Sentence, Span

ABOUT = frozenset({"of", "about", "against", "to", "as", "on"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech: the tokens of its source and of the medium told (None: not given), its word, what is said.

    `open` is true where what is said may go on beyond the sentence, as after a colon or before a free quotation.
    """

    token: int
    word: Span
    source: int | None
    via: int | None
    content: tuple[Span, ...]
    open: bool = False


def cues_in(tree: Tree, sentence: Sentence, quotes: Sequence[Span]) -> list[Cue]:
    """The cues of a sentence, in its order; `quotes` are the quotations that overlap it."""
    found: list[Cue] = []
    for token in range(sentence.first, sentence.last):
        if tree.form[token] == "according" and token + 1 < sentence.last and tree.form[token + 1] == "to":
            found.extend(_according(tree, sentence, token))
        elif tree.upos(token) == "VERB" and tree.lemma[token] in words("verb", "say", "object"):
            found.extend(_verb(tree, sentence, token, quotes))
        elif tree.upos(token) == "NOUN":
            found.extend(_noun(tree, sentence, token))
    return found or list(_label(tree, sentence))


@cache
def words(table: str, *keys: str) -> frozenset[str]:
    """The entries of some lists of the lexicon of speech."""
    tables: dict[str, Any] = lexicon("speech")
    return frozenset(word for key in keys for word in tables[table][key])


def _according(tree: Tree, sentence: Sentence, token: int) -> Iterator[Cue]:
    """ "According to X": X is what the preposition marks, and the clause it stands in is said."""
    source = tree.head(token) if tree.rel(token) == "case" else next((noun for _, noun in obliques(tree, token)), None)
    if source is None or source < token:
        source = next((t for t in range(token + 2, sentence.last) if tree.upos(t) in {"NOUN", "PROPN", "PRON"}), None)
    if source is None:
        return
    first, last = min(token, tree.first[source]), _np_end(tree, source)
    clause = _clause(tree, source)
    yield Cue(
        token,
        tree.span(token, token + 2),
        source,
        None,
        without(tree, tree.first[clause], tree.last[clause], first, last),
    )


def _np_end(tree: Tree, noun: int) -> int:
    return max([noun + 1, *(tree.last[kid] for kid in tree.children[noun] if kid > noun and tree.rel(kid) != "punct")])


def _clause(tree: Tree, token: int) -> int:
    """The nearest clause above a word, by its predicate; a noun's clause is that of its verb."""
    for above in tree.governors(token):
        if (
            tree.rel(above) in {"root", "ccomp", "parataxis", "advcl", "conj"}
            or tree.kid(above, "nsubj", "nsubj:pass") is not None
        ):
            return first_conjunct(tree, above) if tree.rel(above) == "conj" else above
    return token


def without(tree: Tree, first: int, last: int, low: int, high: int) -> tuple[Span, ...]:
    """The tokens from `first` to `last` less those from `low` to `high`, as one or two ranges, bare of outer marks."""
    parts = [(first, min(last, low)), (max(first, high), last)] if low < last and high > first else [(first, last)]
    return tuple(span for a, b in parts if (span := trimmed(tree, a, b)) is not None)


def trimmed(tree: Tree, first: int, last: int) -> Span | None:
    """The characters of some tokens less the commas and stops at their ends; None where nothing is left."""
    while first < last and tree.upos(first) == "PUNCT" and tree.form[first] not in {'"', "“", "«", "„", "(", "'", "``"}:
        first += 1
    while last > first and tree.form[last - 1] in {",", ".", ";", ":", "-", "--", "–", "—"}:
        last -= 1
    return tree.span(first, last) if first < last else None


def _verb(tree: Tree, sentence: Sentence, verb: int, quotes: Sequence[Span]) -> Iterator[Cue]:
    if tree.rel(verb) == "amod" or (
        _within(tree.word(verb), quotes) and tree.lemma[verb] not in words("verb", "strong")
    ):
        return
    source, via = _source(tree, verb)
    content, is_open = _said(tree, sentence, verb, quotes)
    if source is not None and source in _tokens(tree, content):
        return
    if content or (is_open and source is not None):
        yield Cue(verb, _cue_word(tree, verb), source, via, content, is_open)


def _tokens(tree: Tree, content: Sequence[Span]) -> set[int]:
    return {token for span in content for token in tree.range(span)}


def _within(span: Span, quotes: Sequence[Span]) -> bool:
    return any(quote.covers(span) for quote in quotes)


def _cue_word(tree: Tree, verb: int) -> Span:
    """A verb of speech with the auxiliaries and adverbs right before it and its particle."""
    first = verb
    while first - 1 in tree.kids(verb, "aux", "advmod"):
        first -= 1
    last = verb + 1
    while last in tree.kids(verb, "compound"):
        last += 1
    return tree.span(first, last)


def _source(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Who speaks, and the medium told, quoting or relaying."""
    head = tree.head(verb)
    if (
        tree.rel(verb) == "advcl"
        and head >= 0
        and tree.lemma[head] in words("verb", "quote")
        and _marked_as(tree, verb)
    ):
        return _quoted(tree, head)
    if passive(tree, verb):
        by = agents(tree, verb)
        told = subject(tree, verb) if tree.lemma[verb] in words("verb", "tell") else None
        return (by[0] if by else None), (told if told is not None and _medium(tree, told) else None)
    source = subject(tree, verb)
    if source is None:
        return _inverted(tree, verb), None
    told = next((kid for kid in tree.kids(verb, "obj", "iobj") if _medium(tree, kid)), None)
    told = (
        told
        if told is not None
        else next((n for case, n in obliques(tree, verb) if case == "to" and _medium(tree, n)), None)
    )
    return source, told if told is not None else _relayed(tree, source)


def _marked_as(tree: Tree, verb: int) -> bool:
    return any(tree.form[kid] == "as" for kid in tree.kids(verb, "mark", "case", "advmod"))


def _quoted(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """ "X was quoted by Reuters as saying", "Reuters quoted X as saying"."""
    if passive(tree, verb):
        by = agents(tree, verb)
        return subject(tree, verb), by[0] if by else None
    return tree.kid(verb, "obj"), subject(tree, verb)


def _relayed(tree: Tree, source: int) -> int | None:
    """The medium that a participle after the source names: "a source quoted by SANA"."""
    for verb in tree.kids(source, "acl"):
        if tree.lemma[verb] in words("verb", "quote"):
            return next((noun for case, noun in obliques(tree, verb) if case in {"by", "in", "on"}), None)
    return None


def _medium(tree: Tree, noun: int) -> bool:
    return is_medium(phrase(tree, noun).of(tree.text))


def _inverted(tree: Tree, verb: int) -> int | None:
    """A subject after its verb that the tree calls an object: "said Mr Amsen"."""
    found = tree.kid(verb, "obj")
    return (
        found if found is not None and tree.rel(verb) == "parataxis" and tree.upos(found) in {"PROPN", "NOUN"} else None
    )


def _said(tree: Tree, sentence: Sentence, verb: int, quotes: Sequence[Span]) -> tuple[tuple[Span, ...], bool]:
    """What a verb of speech says, and whether it may go on beyond the sentence."""
    lemma = tree.lemma[verb]
    says = lemma in words("verb", "say")
    clauses = tree.kids(verb, "ccomp", "xcomp", "csubj:pass") if says else tree.kids(verb, "ccomp", "xcomp")
    if clauses:
        spans = [trimmed(tree, tree.first[c], tree.last[c]) for c in clauses]
        return tuple(s for s in spans if s is not None and not s.covers(tree.word(verb))), lemma in words(
            "verb", "strong"
        )
    if says and (framed := _framed(tree, sentence, verb)):
        return framed, True
    if lemma in words("verb", "object") and (named := _objects(tree, verb)):
        return named, False
    quoted = [quote for quote in quotes if not quote.covers(tree.word(verb)) and says]
    if quoted and lemma in words("verb", "strong"):
        return tuple(_clip(tree, sentence, quote) for quote in quoted), True
    return (), lemma in words("verb", "strong")


def _framed(tree: Tree, sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The sentence around a verb of speech that is set beside it: "…, he said", "he said: …"."""
    head = tree.head(verb)
    if tree.rel(verb) == "parataxis" and head >= 0:
        return without(tree, tree.first[head], tree.last[head], tree.first[verb], tree.last[verb])
    beside = [kid for kid in tree.kids(verb, "parataxis", "dep", "discourse") if tree.last[kid] - tree.first[kid] > 1]
    spans = [trimmed(tree, tree.first[kid], tree.last[kid]) for kid in beside]
    return tuple(span for span in spans if span is not None)


def _objects(tree: Tree, verb: int) -> tuple[Span, ...]:
    """What a verb reports by naming it: its object, the subject of its passive, or its "of" phrase."""
    nouns = tree.kids(verb, "obj") or (
        [s] if passive(tree, verb) and (s := tree.kid(verb, "nsubj:pass")) is not None else []
    )
    nouns = [noun for noun in nouns if not (tree.lemma[verb] in words("verb", "tell") and _medium(tree, noun))]
    about = [noun for case, noun in obliques(tree, verb) if case in ABOUT and not _medium(tree, noun)]
    spans = [trimmed(tree, tree.first[noun], tree.last[noun]) for noun in dict.fromkeys([*nouns, *about])]
    return tuple(span for span in spans if span is not None)


def _clip(tree: Tree, sentence: Sentence, quote: Span) -> Span:
    return Span(max(quote.start, sentence.span.start), min(quote.end, sentence.span.end))


def _noun(tree: Tree, sentence: Sentence, noun: int) -> Iterator[Cue]:
    """ "X's claim that …", "a report by X of …", "by X's count": the owner or maker is the source."""
    lemma = tree.lemma[noun]
    if lemma in words("preposition", "account") and any(
        tree.form[case] in {"by", "in", "on"} for case in tree.kids(noun, "case")
    ):
        yield from _by_account(tree, noun)
    elif lemma in words("noun", "statement"):
        source = _maker(tree, noun)
        clauses = [
            kid
            for kid in tree.kids(noun, "ccomp", "acl")
            if any(tree.form[m] in {"that", "of", "to"} for m in tree.kids(kid, "mark"))
        ]
        of = [each for case, each in obliques(tree, noun) if case in {"of", "about"}]
        spans = [
            trimmed(tree, tree.first[each], tree.last[each]) for each in clauses or (of if source is not None else [])
        ]
        content = tuple(span for span in spans if span is not None)
        if content and source is not None:
            yield Cue(noun, tree.word(noun), source, None, content)


def _maker(tree: Tree, noun: int) -> int | None:
    owner = tree.kid(noun, "nmod:poss")
    return owner if owner is not None else next((n for case, n in obliques(tree, noun) if case in {"by", "from"}), None)


def _by_account(tree: Tree, noun: int) -> Iterator[Cue]:
    source = _maker(tree, noun)
    if source is None:
        source = next((each for case, each in obliques(tree, noun) if case == "of"), None)
    clause = _clause(tree, noun)
    if source is not None and clause != noun:
        content = without(tree, tree.first[clause], tree.last[clause], tree.first[noun], tree.last[noun])
        yield Cue(noun, tree.word(noun), source, None, content)


def _label(tree: Tree, sentence: Sentence) -> Iterator[Cue]:
    """ "COL. TRASK: …", "Ministry: …", "…: UN": a name and a colon, without a verb of speech."""
    colon = next(
        (t for t in range(sentence.first, min(sentence.last, sentence.first + 9)) if tree.form[t] == ":"), None
    )
    if (
        colon is None
        or colon == sentence.first
        or any(tree.upos(t) in {"VERB", "AUX"} for t in range(sentence.first, colon))
    ):
        return
    heads = [
        t
        for t in range(sentence.first, colon)
        if tree.upos(t) in {"NOUN", "PROPN"} and not sentence.first <= tree.head(t) < colon
    ]
    content = trimmed(tree, colon + 1, sentence.last)
    if heads and content is not None and sentence.last - colon > 3:
        yield Cue(colon, tree.word(colon), heads[0], None, (content,), True)
