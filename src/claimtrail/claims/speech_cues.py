"""Cues of speech in one sentence: the word of speech, its source, the medium it was told to, and what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.speech_sources import is_medium, kind_of_speaker
from claimtrail.claims.tree import Tree, agents, first_conjunct, obliques, passive, phrase, subject
from claimtrail.model import Sentence, Span, SpeakerKind

APART = frozenset({",", "-", "--", "–", "—", ":", ";", "(", ")"})
CLAUSAL = frozenset({"root", "ccomp", "parataxis", "advcl", "conj"})
LABELLED = frozenset(
    {SpeakerKind.OFFICIAL, SpeakerKind.MILITARY, SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.MONITOR}
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INNER = frozenset({"NOUN", "PROPN", "PART"})
PHRASE = NOMINAL | {"DET", "ADJ", "NUM", "ADP", "PART"}
OWN = frozenset({"nsubj", "aux", "advmod", "obj", "iobj", "obl", "compound", "mark", "cc"})
MEDIUM = frozenset({"to", "on", "through", "via"})
ABOUT = frozenset({"of", "about", "against", "to", "as", "on"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech: the tokens of its source and of the medium told (None: not given), its word, what is said.

    `origin` is whom the source cites in turn. `open` is true where what is said may go on beyond the sentence, as after a colon or before a free quotation.
    """

    token: int
    word: Span
    source: int | None
    via: int | None
    content: tuple[Span, ...]
    open: bool = False
    origin: int | None = None


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
    return found or list(_label(tree, sentence))


def spoken_lemma(tree: Tree, verb: int) -> str:
    """The lemma of a verb, with its particle where the two are a verb of speech: "point out", "rule out"."""
    for particle in tree.kids(verb, "compound", "advmod"):
        both = f"{tree.lemma[verb]} {tree.form[particle]}"
        if particle == verb + 1 and both in words("verb", "say", "object"):
            return both
    return tree.lemma[verb]


@cache
def words(table: str, *keys: str) -> frozenset[str]:
    """The entries of some lists of the lexicon of speech."""
    tables: dict[str, Any] = lexicon("speech")
    return frozenset(word for key in keys for word in tables[table][key])


def _according(tree: Tree, sentence: Sentence, token: int) -> Iterator[Cue]:
    """ "According to X": the noun after it is the source, and the sentence around the phrase is said."""
    nouns = (t for t in range(token + 2, sentence.last) if tree.upos(t) in NOMINAL)
    source = next((t for t in nouns if t + 1 == sentence.last or tree.upos(t + 1) not in NOMINAL | {"PART"}), None)
    if source is None:
        return
    end = next((t for t in range(source + 1, sentence.last) if tree.form[t] in APART - {"-"}), sentence.last)
    first, last = _segment(tree, sentence, token, end)
    yield Cue(token, tree.span(token, token + 2), source, None, without(tree, first, last, token, end))


def _clause(tree: Tree, token: int) -> int:
    """The nearest clause above a word, by its predicate; a noun's clause is that of its verb."""
    for above in tree.governors(token):
        if tree.rel(above) in CLAUSAL or tree.kid(above, "nsubj", "nsubj:pass") is not None:
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
        _within(tree.word(verb), quotes) and spoken_lemma(tree, verb) not in words("verb", "strong")
    ):
        return
    if spoken_lemma(tree, verb) in words("verb", "citing") and tree.form[verb].endswith("ing"):
        return
    source, via = _source(tree, verb)
    content, is_open = _said(tree, sentence, verb, quotes)
    if source is not None and source in _tokens(tree, content):
        return
    if content or (is_open and source is not None):
        yield Cue(verb, _cue_word(tree, verb), source, via, content, is_open, _origin(tree, verb, source))


def _tokens(tree: Tree, content: Sequence[Span]) -> set[int]:
    return {token for span in content for token in tree.range(span)}


def _within(span: Span, quotes: Sequence[Span]) -> bool:
    return any(quote.covers(span) for quote in quotes)


def _origin(tree: Tree, verb: int, source: int | None) -> int | None:
    """Whom a source names as its own source: "the agency, quoting the High Command, claimed"."""
    above = [verb] if source is None else [verb, source]
    citing = (kid for token in above for kid in tree.kids(token, "advcl", "acl", "parataxis"))
    citing = (kid for kid in citing if tree.lemma[kid] in words("verb", "citing") and tree.form[kid].endswith("ing"))
    return next((noun for kid in citing for noun in tree.kids(kid, "obj")), None)


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
        told = subject(tree, verb) if spoken_lemma(tree, verb) in words("verb", "tell") else None
        return (by[0] if by else None), (told if told is not None and _medium(tree, told) else None)
    source = _beside(tree, verb)
    source = source if source is not None else subject(tree, verb)
    source = source if source is not None else _astray(tree, verb)
    if source is None:
        return _inverted(tree, verb), None
    told = next((kid for kid in tree.kids(verb, "obj", "iobj") if _medium(tree, kid)), None)
    told = (
        told
        if told is not None
        else next((n for case, n in obliques(tree, verb) if case in MEDIUM and _medium(tree, n)), None)
    )
    return source, told if told is not None else _relayed(tree, source)


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun phrase between a comma and a strong verb of speech: its source, whatever the tree makes of it."""
    start = _beside_start(tree, verb)
    if start is None:
        return _turned(tree, verb)
    return _first_noun(tree, start, verb)


def _astray(tree: Tree, verb: int) -> int | None:
    """A subject before a strong verb of speech that the tree ties to a word beyond it."""
    if spoken_lemma(tree, verb) not in words("verb", "strong") or tree.form[verb].endswith("ing"):
        return None
    before = range(verb - 1, tree.sentence(verb).first - 1, -1)
    return next((t for t in before if tree.rel(t).startswith("nsubj") and tree.head(t) > verb), None)


def _first_noun(tree: Tree, start: int, end: int) -> int | None:
    """The head of the first noun phrase among some words: the noun that no other noun follows."""
    nouns = (t for t in range(start, end) if tree.upos(t) in NOMINAL)
    return next((t for t in nouns if t + 1 == end or (tree.upos(t + 1) not in INNER and tree.form[t + 1] != "-")), None)


def _beside_start(tree: Tree, verb: int) -> int | None:
    """Where the noun phrase right before a strong verb of speech begins, if a comma or dash stands before it."""
    first, end = tree.sentence(verb).first, verb
    if spoken_lemma(tree, verb) not in words("verb", "strong"):
        return None
    while end > first and tree.upos(end - 1) in {"ADV", "AUX"}:
        end -= 1
    start = end
    while start > first and (tree.upos(start - 1) in PHRASE or _hyphen(tree, start - 1)):
        start -= 1
    if start == first or tree.form[start - 1] not in APART or _first_noun(tree, start, end) is None:
        return None
    return start if tree.upos(end - 1) in NOMINAL | {"ADJ", "NUM"} else None


def _hyphen(tree: Tree, token: int) -> bool:
    """Whether a token is a hyphen inside a word, not a dash."""
    return tree.form[token] == "-" and tree.tokens.end[token - 1] == tree.tokens.start[token]


def _turned(tree: Tree, verb: int) -> int | None:
    """The source after its verb: "…, said the reader", "so said the reader"."""
    sentence = tree.sentence(verb)
    before = tree.form[verb - 1] if verb > sentence.first else ""
    if spoken_lemma(tree, verb) not in words("verb", "strong") or not (before in APART | {"so", "”", '"', "''"}):
        return None
    end = verb + 1
    while end < sentence.last and (tree.upos(end) in PHRASE or _hyphen(tree, end)):
        end += 1
    if end < sentence.last and tree.upos(end) != "PUNCT" and tree.form[end] != "who":
        return None
    return _first_noun(tree, verb + 1, end)


def _parenthetical(tree: Tree, sentence: Sentence, verb: int) -> bool:
    """Whether a verb of speech and its source stand apart from the rest: "…, the bulletin says, …"."""
    end = verb + 1
    while end < sentence.last and tree.upos(end) in {"ADV", "NOUN", "PROPN", "ADP", "DET", "NUM", "PRON"}:
        end += 1
    closed = end == sentence.last or tree.form[end] in APART or tree.upos(end) == "PUNCT"
    return closed and tree.form[min(end, sentence.last - 1)] != ":" and _beside_start(tree, verb) is not None


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
        if spoken_lemma(tree, verb) in words("verb", "quote"):
            nouns = (noun for case, noun in obliques(tree, verb) if case in {"by", "in", "on"})
            return next((noun for noun in nouns if _medium(tree, noun)), None)
    return None


def _medium(tree: Tree, noun: int) -> bool:
    """Whether a noun names a medium or agency other than the one that prints the article."""
    own = any(tree.form[kid] in {"this", "our"} for kid in tree.kids(noun, "det", "nmod:poss"))
    return not own and is_medium(phrase(tree, noun).of(tree.text))


def _inverted(tree: Tree, verb: int) -> int | None:
    """A subject after its verb that the tree calls an object: "said Mr Amsen"."""
    found = tree.kid(verb, "obj")
    return (
        found if found is not None and tree.rel(verb) == "parataxis" and tree.upos(found) in {"PROPN", "NOUN"} else None
    )


def _said(tree: Tree, sentence: Sentence, verb: int, quotes: Sequence[Span]) -> tuple[tuple[Span, ...], bool]:
    """What a verb of speech says, and whether it may go on beyond the sentence."""
    lemma = spoken_lemma(tree, verb)
    says, strong = lemma in words("verb", "say"), lemma in words("verb", "strong")
    clauses = [kid for kid in tree.kids(verb, "ccomp", "xcomp", "csubj:pass") if tree.first[kid] > verb]
    if lemma not in words("verb", "act"):
        clauses = [kid for kid in clauses if tree.rel(kid) != "xcomp" or tree.kid(kid, "nsubj") is not None]
    aside = _parenthetical(tree, sentence, verb) or _turned(tree, verb) is not None
    if says and aside and (framed := _framed(tree, sentence, verb)):
        return framed, True
    if lemma in words("verb", "charge") and not passive(tree, verb):
        span = trimmed(tree, verb + 1, _segment(tree, sentence, verb, verb + 1)[1])
        return ((span,) if span is not None else ()), False
    if clauses:
        return _after(tree, sentence, verb, clauses, strong), strong
    if lemma in words("verb", "object") and not strong and (named := _objects(tree, verb)):
        return named, False
    if says and (framed := _framed(tree, sentence, verb)):
        return framed, True
    if lemma in words("verb", "object") and (named := _objects(tree, verb)):
        return named, False
    quoted = [quote for quote in quotes if not quote.covers(tree.word(verb)) and says]
    if quoted and strong:
        return tuple(_clip(sentence, quote) for quote in quoted), True
    return (_rest(tree, sentence, verb, strong) if says else ()), strong


def _after(tree: Tree, sentence: Sentence, verb: int, clauses: list[int], strong: bool) -> tuple[Span, ...]:
    """The clauses that follow their verb; after a strong one the rest of the sentence, up to what is joined to the verb."""
    if not strong:
        spans = [trimmed(tree, tree.first[clause], tree.last[clause]) for clause in clauses]
        return tuple(span for span in spans if span is not None)
    start = min(tree.first[clause] for clause in clauses)
    joined = [
        tree.first[kid] for kid in tree.kids(verb, "conj", "parataxis") if tree.first[kid] > start and _own(tree, kid)
    ]
    last = min([_segment(tree, sentence, verb, verb + 1)[1], *joined])
    span = trimmed(tree, start, last - 1 if tree.upos(last - 1) == "CCONJ" else last)
    return (span,) if span is not None else ()


def _own(tree: Tree, verb: int) -> bool:
    """Whether a verb joined to a verb of speech is told by the article itself, not by the speaker.

    It is one of speech, or it has a subject and a comma before it.
    """
    if tree.lemma[verb] in words("verb", "say", "object") and tree.kid(verb, "nsubj") is None:
        return True
    first = tree.first[verb]
    return tree.kid(verb, "nsubj", "nsubj:pass") is not None and "," in tree.form[first - 1 : first + 2]


def _rest(tree: Tree, sentence: Sentence, verb: int, strong: bool) -> tuple[Span, ...]:
    """The sentence after a verb of speech, from its "that" on, where the tree ties no clause to the verb."""
    last = _segment(tree, sentence, verb, verb + 1)[1]
    start = next((t for t in range(verb + 1, min(last, verb + 9)) if tree.form[t] == "that"), None)
    if start is None and strong and verb + 1 < last and tree.upos(verb + 1) in NOMINAL | {"DET", "NUM", "ADJ"}:
        start = verb + 1
    span = trimmed(tree, start, last) if start is not None else None
    return (span,) if span is not None else ()


def _framed(tree: Tree, sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The sentence around a verb of speech that is set beside it: "…, he said", "he said: …".

    Its own words are the verb's subject, auxiliaries and adverbs; the rest of the sentence, up to a semicolon, is said.
    """
    beside = _beside_start(tree, verb)
    own = [verb, *(kid for kid in tree.children[verb] if tree.rel(kid).partition(":")[0] in OWN)]
    low = min(kid if kid == verb else tree.first[kid] for kid in own) if beside is None else beside
    high = max(_own_end(tree, verb, kid) for kid in own if kid >= verb)
    if tree.rel(verb).startswith("acl") and beside is None:
        return ()
    if tree.rel(verb) != "parataxis" and beside is None and not _apart(tree, sentence, low, high):
        return ()
    first, last = _segment(tree, sentence, low, high)
    return without(tree, first, last, low, high)


def _own_end(tree: Tree, verb: int, kid: int) -> int:
    return kid + 1 if kid == verb else tree.last[kid]


def _apart(tree: Tree, sentence: Sentence, low: int, high: int) -> bool:
    """Whether commas, dashes or a colon set some words apart from the rest of their sentence."""
    before = low == sentence.first or tree.form[low - 1] in APART
    after = high >= sentence.last or tree.form[high] in APART or tree.upos(high) == "PUNCT"
    colon = high < sentence.last and tree.form[high] == ":"
    return before and after and (low > sentence.first or colon)


def _segment(tree: Tree, sentence: Sentence, low: int, high: int) -> tuple[int, int]:
    """The part of a sentence, between semicolons, that some words stand in."""
    first = next((t + 1 for t in range(low - 1, sentence.first - 1, -1) if tree.form[t] == ";"), sentence.first)
    return first, next((t for t in range(high, sentence.last) if tree.form[t] == ";"), sentence.last)


def _objects(tree: Tree, verb: int) -> tuple[Span, ...]:
    """What a verb reports by naming it: its object, the subject of its passive, or its "of" phrase."""
    owned = [noun for noun in tree.kids(verb, "obj") if tree.lemma[noun] in words("verb", "owned")]
    if owned:
        return (tree.word(owned[0]),)
    nouns = tree.kids(verb, "obj") or (
        [s] if passive(tree, verb) and (s := tree.kid(verb, "nsubj:pass")) is not None else []
    )
    if spoken_lemma(tree, verb) in words("verb", "tell"):
        nouns = [noun for noun in nouns if tree.upos(noun) == "NOUN" and not _medium(tree, noun)]
    if not nouns and tree.rel(verb) == "acl:relcl":
        return (phrase(tree, tree.head(verb)),)
    about = [noun for case, noun in obliques(tree, verb) if case in ABOUT and not _medium(tree, noun)]
    spans = [trimmed(tree, tree.first[noun], tree.last[noun]) for noun in dict.fromkeys([*nouns, *about])]
    return tuple(span for span in spans if span is not None)


def _clip(sentence: Sentence, quote: Span) -> Span:
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
        of = [
            each for case, each in obliques(tree, noun) if case in {"of", "about"} and lemma in words("noun", "about")
        ]
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
    heads = [t for t in range(sentence.first, colon) if not sentence.first <= tree.head(t) < colon]
    heads = [t for t in heads if tree.upos(t) in {"NOUN", "PROPN"}]
    content = trimmed(tree, colon + 1, sentence.last)
    if not heads or content is None or sentence.last - colon < 4:
        return
    named = tree.span(sentence.first, colon).of(tree.text)
    place = all(tree.mention[t] == "location" for t in heads)
    if (kind_of_speaker(named) in LABELLED and not place) or tree.form[colon + 1] in {'"', "“", "«"}:
        yield Cue(colon, tree.word(colon), heads[0], None, (content,), True)
