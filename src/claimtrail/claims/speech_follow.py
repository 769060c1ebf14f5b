"""Speech that leans on what stands before it: pronouns for a speaker, free quotations, sentences that go on."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto

from claimtrail.claims.kinds import PEOPLE, category_of
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.speech_words import Cue, beside, words
from claimtrail.claims.tree import Tree, obliques, phrase
from claimtrail.model import Span, SpeakerKind

KEPT = 12


class _Sort(Enum):
    """What a pronoun tells of whom it stands for."""

    PERSON = auto()
    MANY = auto()
    BODY = auto()
    DOCUMENT = auto()


class Memory:
    """The phrases of a text that a pronoun may take up as a speaker, the latest last."""

    def __init__(self) -> None:
        self._seen: list[tuple[Span, _Sort, bool]] = []
        self._spoke: list[tuple[Span, _Sort]] = []

    def add(self, tree: Tree, noun: int, spoke: bool) -> None:
        """Remember a noun that spoke, or is a subject; what cannot speak is passed over."""
        if tree.upos(noun) == "PRON":
            return
        sort = _sort(tree, noun)
        if sort is not None:
            span = speaker_phrase(tree, noun)
            firm = spoke or tree.upos(noun) == "PROPN" or span.of(tree.text)[:1].isupper()
            self._seen = [*self._seen[-KEPT:], (span, sort, firm)]
            self._spoke = [*self._spoke[-KEPT:], (span, sort)] if spoke else self._spoke

    def issuer(self, before: int) -> Span | None:
        """Who spoke last before a position, where that was no document: whoever issued "the statement"."""
        spoke = (span for span, sort in reversed(self._spoke) if sort is not _Sort.DOCUMENT)
        return next((span for span in spoke if span.end <= before), None)

    def recall(self, tree: Tree, pronoun: int) -> Span | None:
        """The phrase that a pronoun stands for: the latest that spoke or is a name, else the latest subject."""
        form = tree.form[pronoun]
        sorts = _sorts(form)
        before = tree.tokens.start[pronoun]
        fit = [(span, firm) for span, sort, firm in reversed(self._seen) if sort in sorts and span.end <= before]
        return next((span for span, firm in fit if firm), fit[0][0] if fit else None)


def _sorts(pronoun: str) -> frozenset[_Sort]:
    """The sorts of speaker that a pronoun may stand for."""
    if pronoun in beside("person"):
        return frozenset({_Sort.PERSON})
    things = frozenset({_Sort.BODY, _Sort.DOCUMENT})
    return things if pronoun in beside("thing") else things | {_Sort.MANY}


def form_of_issue(tree: Tree, noun: int) -> bool:
    """Whether a noun is a bare "the statement": one that some speaker named before has issued."""
    bare = all(tree.rel(kid) in {"det", "punct", "case"} for kid in tree.children[noun])
    definite = any(tree.form[kid] in {"the", "this", "that"} for kid in tree.kids(noun, "det"))
    return bare and definite and tree.lemma[noun] in words("follow", "issued")


def _sort(tree: Tree, noun: int) -> _Sort | None:
    """What sort of speaker a noun names; None for what cannot speak."""
    lemma = tree.lemma[noun]
    words_ = phrase(tree, noun).of(tree.text)
    kind = kind_of_speaker(words_)
    if lemma in words("noun", "document"):
        return _Sort.DOCUMENT
    if lemma in words("follow", "body") or kind in {SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.MONITOR}:
        return _Sort.BODY
    if tree.upos(noun) == "PROPN":
        if tree.mention[noun] == "time":
            return None
        return _Sort.PERSON if tree.mention[noun] == "person" and not words_.isupper() else _Sort.BODY
    if kind is None and category_of(words_) not in PEOPLE:
        return None
    return _Sort.MANY if tree.form[noun] != lemma else _Sort.PERSON


def speaker_of(tree: Tree, source: int, memory: Memory) -> Span | None:
    """The phrase that names a speaker; for a pronoun that of whom it stands for. None for "I", "we", "one"."""
    form = tree.form[source]
    if form in beside("nobody"):
        return None
    if form in beside("person", "thing", "many"):
        return memory.recall(tree, source)
    if form_of_issue(tree, source) and (issuer := memory.issuer(tree.tokens.start[source])):
        return issuer
    owner = tree.kid(source, "nmod:poss")
    if owner is not None and tree.upos(owner) == "PRON" and tree.lemma[source] in words("noun", "document"):
        return memory.recall(tree, owner) or speaker_phrase(tree, source)
    return speaker_phrase(tree, source)


def speaker_phrase(tree: Tree, noun: int) -> Span:
    """The phrase that names a speaker: the name beside a person's title, the maker of a document, else the noun.

    Names right beside the noun belong to it.
    """
    named = next((kid for kid in tree.kids(noun, "appos") if tree.upos(kid) == "PROPN"), None)
    if named is not None and tree.upos(noun) == "NOUN" and tree.lemma[noun] not in words("follow", "body"):
        return phrase(tree, named)
    maker = next((each for case, each in obliques(tree, noun) if case in {"by", "from"}), None)
    if maker is not None and tree.lemma[noun] in words("noun", "document"):
        return phrase(tree, maker)
    span = phrase(tree, noun)
    sentence, tokens = tree.sentence(noun), tree.range(span)
    first, last = tokens.start, tokens.stop
    while last < sentence.last and tree.upos(last) == "PROPN" and tree.upos(last - 1) in {"NOUN", "PROPN"}:
        last += 1
    while first > sentence.first and tree.upos(first) == "PROPN" and tree.upos(first - 1) in {"PROPN", "NOUN"}:
        first -= 1
    return tree.span(first, last)


def can_speak(tree: Tree, cue: Cue) -> bool:
    """Whether the source of a cue can be one: anything but a thing or a place, unless "that" shows that it speaks."""
    noun = cue.source
    if noun is None or tree.upos(noun) in {"PROPN", "PRON"} or tree.lemma[noun] in words("noun", "document"):
        return True
    words_ = phrase(tree, noun).of(tree.text)
    category = category_of(words_)
    # An unknown noun may speak, but for a doing: "the fighting goes on and …" is a misreading.
    unknown = category is None and not tree.form[noun].endswith("ing")
    if kind_of_speaker(words_) is not None or unknown or category in PEOPLE:
        return True
    return any(piece.of(tree.text).startswith("that ") for piece in cue.content)


def free_quotes(quotes: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The quotations that no content touches."""
    pieces = sorted(content)
    starts = [piece.start for piece in pieces]
    ends: list[int] = []
    for piece in pieces:
        ends.append(max(piece.end, ends[-1] if ends else 0))
    return [
        quote for quote in quotes if (at := bisect_right(starts, quote.end - 1)) == 0 or ends[at - 1] <= quote.start
    ]
