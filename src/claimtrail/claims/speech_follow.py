"""Speech that leans on what stands before it: pronouns for a speaker, free quotations, sentences that go on."""

from bisect import bisect_right
from collections.abc import Sequence

from claimtrail.claims.kinds import category_of
from claimtrail.claims.speech_sources import kind_of_speaker
from claimtrail.claims.speech_words import Cue, words
from claimtrail.claims.tree import Tree, obliques, phrase
from claimtrail.model import Block, Category, Span, SpeakerKind

KEPT = 12
PEOPLE = frozenset({Category.PERSON, Category.CIVILIAN, Category.COMBATANT})


class Memory:
    """The phrases of a text that a pronoun may take up as a speaker, the latest last."""

    def __init__(self) -> None:
        self._seen: list[tuple[Span, str, bool]] = []
        self._spoke: list[tuple[Span, str]] = []

    def add(self, tree: Tree, noun: int, spoke: bool) -> None:
        """Remember a noun that spoke, or is a subject; what cannot speak is passed over."""
        if tree.upos(noun) == "PRON":
            return
        sort = _sort(tree, noun)
        if sort:
            span = speaker_phrase(tree, noun)
            firm = spoke or tree.upos(noun) == "PROPN" or span.of(tree.text)[:1].isupper()
            self._seen = [*self._seen[-KEPT:], (span, sort, firm)]
            self._spoke = [*self._spoke[-KEPT:], (span, sort)] if spoke else self._spoke

    def issuer(self, before: int) -> Span | None:
        """Who spoke last before a position, where that was no document: whoever issued "the statement"."""
        return next((span for span, sort in reversed(self._spoke) if span.end <= before and sort != "document"), None)

    def recall(self, tree: Tree, pronoun: int) -> Span | None:
        """The phrase that a pronoun stands for: the latest that spoke or is a name, else the latest subject."""
        form = tree.form[pronoun]
        sorts = _sorts(form)
        before = tree.tokens.start[pronoun]
        fit = [(span, firm) for span, sort, firm in reversed(self._seen) if sort in sorts and span.end <= before]
        return next((span for span, firm in fit if firm), fit[0][0] if fit else None)


def _sorts(pronoun: str) -> frozenset[str]:
    """The sorts of speaker (`_sort`) that a pronoun may stand for."""
    if pronoun in words("pronoun", "person"):
        return frozenset({"person"})
    things = frozenset({"body", "document"})
    return things if pronoun in words("pronoun", "thing") else things | {"many"}


def form_of_issue(tree: Tree, noun: int) -> bool:
    """Whether a noun is a bare "the statement": one that some speaker named before has issued."""
    bare = all(tree.rel(kid) in {"det", "punct", "case"} for kid in tree.children[noun])
    definite = any(tree.form[kid] in {"the", "this", "that"} for kid in tree.kids(noun, "det"))
    return bare and definite and tree.lemma[noun] in words("follow", "issued")


def _sort(tree: Tree, noun: int) -> str:
    """Whether a noun names a person, a body, several persons or a document; empty where it names none of them."""
    lemma = tree.lemma[noun]
    words_ = phrase(tree, noun).of(tree.text)
    kind = kind_of_speaker(words_)
    if lemma in words("noun", "document"):
        return "document"
    if lemma in words("follow", "body") or kind in {SpeakerKind.AGENCY, SpeakerKind.OUTLET, SpeakerKind.MONITOR}:
        return "body"
    if tree.upos(noun) == "PROPN":
        if tree.mention[noun] == "time":
            return ""
        return "person" if tree.mention[noun] == "person" and not words_.isupper() else "body"
    if kind is None and category_of(words_) not in PEOPLE:
        return ""
    return "many" if tree.form[noun] != lemma else "person"


def speaker_of(tree: Tree, source: int, memory: Memory) -> Span | None:
    """The phrase that names a speaker; for a pronoun that of whom it stands for. None for "I", "we", "one"."""
    form = tree.form[source]
    if form in words("pronoun", "nobody"):
        return None
    if form in words("pronoun", "person", "thing", "many"):
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
    if kind_of_speaker(words_) is not None or category is None or category in PEOPLE:
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


def block_of(blocks: Sequence[Block], position: int) -> int:
    """The index of the block, of blocks in the order of the text, that holds a character; -1 where none does."""
    at = bisect_right([block.span.start for block in blocks], position) - 1
    return at if at >= 0 and position < blocks[at].span.end else -1
