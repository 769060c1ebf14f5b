"""Cues of speech in one sentence: verbs, "according to", nouns of speech, labels; each with source and content."""

from collections.abc import Iterator, Sequence

from claimtrail.claims.speech_content import said_by
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.speech_subjects import origin_of, source_of
from claimtrail.claims.speech_words import APART, NOMINAL, Cue, segment, spoken_lemma, trimmed, without, words
from claimtrail.claims.tree import Tree, first_conjunct, negated, obliques
from claimtrail.model import Sentence, Span, SpeakerKind

CLAUSAL = frozenset({"root", "ccomp", "parataxis", "advcl", "conj"})
MATTER = frozenset({"by", "of", "about", "for", "against"})
TAILS = frozenset({"-", "--", "–", "—", ":"})
TAILED = frozenset({SpeakerKind.WITNESS, SpeakerKind.UNNAMED})
LABELLED = frozenset(
    {SpeakerKind.OFFICIAL, SpeakerKind.MILITARY, SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.MONITOR}
)


def cues_in(tree: Tree, sentence: Sentence, quotes: Sequence[Span]) -> list[Cue]:
    """The cues of a sentence, in its order; `quotes` are the quotations that overlap it."""
    found: list[Cue] = []
    for token in range(sentence.first, sentence.last):
        if tree.form[token] == "according" and token + 1 < sentence.last and tree.form[token + 1] == "to":
            found.extend(_according(tree, sentence, token))
        elif tree.upos(token) == "VERB" and spoken_lemma(tree, token) in words("verb", "say", "object"):
            found.extend(_verb(tree, sentence, token, quotes))
        elif tree.upos(token) == "NOUN":
            found.extend(_noun(tree, sentence, token))
    return found or list(_label(tree, sentence)) or list(_tail(tree, sentence))


def _according(tree: Tree, sentence: Sentence, token: int) -> Iterator[Cue]:
    """ "According to X": the noun after it is the source, and the sentence around the phrase is said."""
    nouns = (t for t in range(token + 2, sentence.last) if tree.upos(t) in NOMINAL)
    source = next((t for t in nouns if t + 1 == sentence.last or tree.upos(t + 1) not in NOMINAL | {"PART"}), None)
    if source is None:
        return
    end = next((t for t in range(source + 1, sentence.last) if tree.form[t] in APART - {"-"}), sentence.last)
    first, last = _told(tree, source, *segment(tree, sentence, token, end))
    yield Cue(token, tree.span(token, token + 2), source, None, without(tree, first, last, token, end))


def _told(tree: Tree, source: int, first: int, last: int) -> tuple[int, int]:
    """The part of a sentence that "according to" bears on: the clause it stands in, where that is a subordinate one."""
    for above in tree.governors(source):
        if tree.rel(above) in {"acl:relcl", "ccomp"}:
            return max(first, tree.first[above]), min(last, tree.last[above])
    return first, last


def _clause(tree: Tree, token: int) -> int:
    """The nearest clause above a word, by its predicate; a noun's clause is that of its verb."""
    for above in tree.governors(token):
        if tree.rel(above) in CLAUSAL or tree.kid(above, "nsubj", "nsubj:pass") is not None:
            return first_conjunct(tree, above) if tree.rel(above) == "conj" else above
    return token


def _verb(tree: Tree, sentence: Sentence, verb: int, quotes: Sequence[Span]) -> Iterator[Cue]:
    if tree.rel(verb) == "amod" or (
        _within(tree.word(verb), quotes) and spoken_lemma(tree, verb) not in words("verb", "strong")
    ):
        return
    if spoken_lemma(tree, verb) in words("verb", "citing") and tree.form[verb].endswith("ing"):
        return
    if negated(tree, verb) and spoken_lemma(tree, verb) in words("verb", "unsaid"):
        return
    source, via = source_of(tree, verb)
    content, is_open = said_by(tree, sentence, verb, quotes)
    if source is not None and source in _tokens(tree, content):
        return
    if content or (is_open and source is not None):
        yield Cue(verb, _cue_word(tree, verb), source, via, content, origin_of(tree, verb, source))


def _tokens(tree: Tree, content: Sequence[Span]) -> set[int]:
    return {token for span in content for token in tree.range(span)}


def _within(span: Span, quotes: Sequence[Span]) -> bool:
    return any(quote.covers(span) for quote in quotes)


def _cue_word(tree: Tree, verb: int) -> Span:
    """A verb of speech with its auxiliaries and adverbs, its particle, and the preposition of its source or matter."""
    first = verb
    while first - 1 in tree.kids(verb, "aux", "advmod"):
        first -= 1
    last = verb + 1
    while last in tree.kids(verb, "compound"):
        last += 1
    cases = [case for kid in tree.kids(verb, "obl") for case in tree.kids(kid, "case")]
    if last in cases and tree.form[last] in MATTER:
        last += 1
    return tree.span(first, last)


def _noun(tree: Tree, sentence: Sentence, noun: int) -> Iterator[Cue]:
    """ "X's claim that …", "a report by X of …", "by X's count", "X's toll": the owner or maker is the source."""
    lemma, source = tree.lemma[noun], _maker(tree, noun)
    if lemma in words("preposition", "account") and any(tree.form[case] == "by" for case in tree.kids(noun, "case")):
        yield from _by_account(tree, noun)
    elif source is not None and lemma in words("noun", "statement", "figure"):
        content = _named(tree, noun)
        if not content and lemma in words("noun", "figure"):
            content = tuple(span for span in (_clause_around(tree, noun),) if span is not None)
        if content:
            yield Cue(noun, tree.word(noun), source, None, content)


def _named(tree: Tree, noun: int) -> tuple[Span, ...]:
    """What a noun of speech says: its clause, or its "of" phrase."""
    marked = {"that", "of", "to"}
    clauses = [k for k in tree.kids(noun, "ccomp", "acl") if any(tree.form[m] in marked for m in tree.kids(k, "mark"))]
    about = tree.lemma[noun] in words("noun", "about")
    of = [each for case, each in obliques(tree, noun) if about and case in {"of", "about"}]
    spans = [trimmed(tree, tree.first[each], tree.last[each]) for each in clauses or of]
    return tuple(span for span in spans if span is not None)


def _clause_around(tree: Tree, noun: int) -> Span | None:
    """The rest of the clause that a figure is the subject of, or that tells what became of it."""
    clause = _clause(tree, noun)
    return trimmed(tree, noun + 1, tree.last[clause]) if tree.last[clause] > noun + 1 else None


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
    """ "GEN. MOREL: …", "Ministry: …": a name and a colon, without a verb of speech."""
    colon = next(
        (t for t in range(sentence.first, min(sentence.last, sentence.first + 9)) if tree.form[t] == ":"), None
    )
    if (
        colon is None
        or colon == sentence.first
        or any(tree.upos(t) in {"VERB", "AUX"} for t in range(sentence.first, colon))
    ):
        return
    heads = [t for t in range(sentence.first, colon) if not sentence.first <= tree.head(t) < colon]
    heads = [t for t in heads if tree.upos(t) in {"NOUN", "PROPN"}]
    content = trimmed(tree, colon + 1, sentence.last)
    if not heads or content is None or sentence.last - colon < 4:
        return
    named = tree.span(sentence.first, colon).of(tree.text)
    place = all(tree.mention[t] == "location" for t in heads)
    if (kind_of_speaker(named) in LABELLED and not place) or tree.form[colon + 1] in {'"', "“", "«"}:
        yield Cue(colon, tree.word(colon), heads[0], None, (content,))


def _tail(tree: Tree, sentence: Sentence) -> Iterator[Cue]:
    """ "Bridge destroyed – governor", "Ten held: police": a speaker after the last dash or colon of a headline."""
    first = max(sentence.first + 3, sentence.last - 6)
    mark = next((t for t in range(sentence.last - 2, first - 1, -1) if tree.form[t] in TAILS), None)
    if mark is None or tree.upos(sentence.last - 1) not in NOMINAL:
        return
    if any(tree.upos(t) in {"VERB", "AUX", "PUNCT"} for t in range(mark + 1, sentence.last)):
        return
    named = tree.span(mark + 1, sentence.last).of(tree.text)
    content = trimmed(tree, sentence.first, mark)
    if kind_of_speaker(named) in LABELLED | TAILED and content is not None:
        yield Cue(mark, tree.word(mark), sentence.last - 1, None, (content,))
