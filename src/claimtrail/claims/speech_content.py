"""What a verb of speech says: its clause, the sentence around it, what it names, or a quotation."""

from collections.abc import Sequence

from claimtrail.claims.speech_subjects import beside_start, medium, set_aside, turned_source
from claimtrail.claims.speech_words import APART, NOMINAL, segment, spoken_lemma, trimmed, without, words
from claimtrail.claims.tree import Tree, obliques, passive, phrase
from claimtrail.model import Sentence, Span

OWN = frozenset({"nsubj", "aux", "advmod", "obj", "iobj", "obl", "compound", "mark", "cc"})
ABOUT = frozenset({"of", "about", "against", "to", "as", "on"})
NEAR = 60


def said_by(tree: Tree, sentence: Sentence, verb: int, quotes: Sequence[Span]) -> tuple[tuple[Span, ...], bool]:
    """What a verb of speech says, and whether it may go on beyond the sentence."""
    lemma = spoken_lemma(tree, verb)
    says, strong = lemma in words("verb", "say"), lemma in words("verb", "strong")
    clauses = [kid for kid in tree.kids(verb, "ccomp", "xcomp", "csubj:pass") if tree.first[kid] > verb]
    if lemma not in words("verb", "act"):
        clauses = [kid for kid in clauses if tree.rel(kid) != "xcomp" or tree.kid(kid, "nsubj") is not None]
    aside = set_aside(tree, sentence, verb) or turned_source(tree, verb) is not None
    if says and aside and (framed := _framed(tree, sentence, verb)):
        return framed, True
    if lemma in words("verb", "charge") and not passive(tree, verb):
        span = trimmed(tree, verb + 1, segment(tree, sentence, verb, verb + 1)[1])
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
    if quoted and not strong and (ended := [quote for quote in quoted if _ended_by(tree, verb, quote)]):
        return tuple(_clip(sentence, quote) for quote in ended), True
    if quoted and strong:
        return tuple(_clip(sentence, quote) for quote in quoted), True
    return (_rest(tree, sentence, verb, strong) if says else ()), strong


def _ended_by(tree: Tree, verb: int, quote: Span) -> bool:
    """Whether a quotation that ends in a comma runs right up to a verb and its subject: "…," the statement went on."""
    between = tree.text[quote.end : tree.tokens.start[verb]]
    return (
        tree.text[quote.end - 2 : quote.end - 1] in {",", "?", "!"} and 0 < len(between) < NEAR and "," not in between
    )


def _after(tree: Tree, sentence: Sentence, verb: int, clauses: list[int], strong: bool) -> tuple[Span, ...]:
    """The clauses after their verb; for a strong one the rest of the sentence, up to what is joined to the verb."""
    if not strong:
        spans = [trimmed(tree, tree.first[clause], tree.last[clause]) for clause in clauses]
        return tuple(span for span in spans if span is not None)
    start = min(tree.first[clause] for clause in clauses)
    joined = [
        tree.first[kid] for kid in tree.kids(verb, "conj", "parataxis") if tree.first[kid] > start and _own(tree, kid)
    ]
    last = min([segment(tree, sentence, verb, verb + 1)[1], *joined])
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
    last = segment(tree, sentence, verb, verb + 1)[1]
    start = next((t for t in range(verb + 1, min(last, verb + 9)) if tree.form[t] == "that"), None)
    if start is None and strong and verb + 1 < last and tree.upos(verb + 1) in NOMINAL | {"DET", "NUM", "ADJ"}:
        start = verb + 1
    span = trimmed(tree, start, last) if start is not None else None
    return (span,) if span is not None else ()


def _framed(tree: Tree, sentence: Sentence, verb: int) -> tuple[Span, ...]:
    """The sentence around a verb of speech that is set beside it: "…, he said", "he said: …".

    Its own words are the verb's subject, auxiliaries and adverbs; the rest of the sentence, up to a semicolon, is said.
    """
    beside = beside_start(tree, verb)
    own = [verb, *(kid for kid in tree.children[verb] if tree.rel(kid).partition(":")[0] in OWN)]
    low = min(kid if kid == verb else tree.first[kid] for kid in own) if beside is None else beside
    high = max(_own_end(tree, verb, kid) for kid in own if kid >= verb)
    if tree.rel(verb).startswith("acl") and beside is None:
        return ()
    if tree.rel(verb) != "parataxis" and beside is None and not _apart(tree, sentence, low, high):
        return ()
    first, last = segment(tree, sentence, low, high)
    return without(tree, first, last, low, high)


def _own_end(tree: Tree, verb: int, kid: int) -> int:
    return kid + 1 if kid == verb else tree.last[kid]


def _apart(tree: Tree, sentence: Sentence, low: int, high: int) -> bool:
    """Whether commas, dashes or a colon set some words apart from the rest of their sentence."""
    before = low == sentence.first or tree.form[low - 1] in APART
    after = high >= sentence.last or tree.form[high] in APART or tree.upos(high) == "PUNCT"
    colon = high < sentence.last and tree.form[high] == ":"
    return before and after and (low > sentence.first or colon)


def _objects(tree: Tree, verb: int) -> tuple[Span, ...]:
    """What a verb reports by naming it: its object, the subject of its passive, or its "of" phrase."""
    owned = [noun for noun in tree.kids(verb, "obj") if tree.lemma[noun] in words("verb", "owned")]
    if owned:
        return (tree.word(owned[0]),)
    nouns = tree.kids(verb, "obj") or (
        [s] if passive(tree, verb) and (s := tree.kid(verb, "nsubj:pass")) is not None else []
    )
    if spoken_lemma(tree, verb) in words("verb", "tell"):
        nouns = [noun for noun in nouns if tree.upos(noun) == "NOUN" and not medium(tree, noun)]
    if not nouns and tree.rel(verb) == "acl:relcl":
        return (phrase(tree, tree.head(verb)),)
    matter = ABOUT | {"for"} if spoken_lemma(tree, verb) == "call" else ABOUT
    about = [noun for case, noun in obliques(tree, verb) if case in matter and not medium(tree, noun)]
    spans = [trimmed(tree, _past_case(tree, noun), tree.last[noun]) for noun in dict.fromkeys([*nouns, *about])]
    return tuple(span for span in spans if span is not None)


def _past_case(tree: Tree, noun: int) -> int:
    """Where the phrase of a noun begins after its preposition."""
    return max([tree.first[noun], *(tree.last[case] for case in tree.kids(noun, "case") if case < noun)])


def _clip(sentence: Sentence, quote: Span) -> Span:
    return Span(max(quote.start, sentence.span.start), min(quote.end, sentence.span.end))
