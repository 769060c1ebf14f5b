"""Who says the words of a verb of speech, and the medium told, quoting or quoted."""

from claimtrail.claims.speech_sources import is_medium
from claimtrail.claims.speech_words import APART, LONGEST, NOMINAL, spoken_lemma, words
from claimtrail.claims.tree import Tree, agents, obliques, passive, phrase, subject
from claimtrail.model import Sentence

INNER = frozenset({"NOUN", "PROPN", "PART"})
PHRASE = NOMINAL | {"DET", "ADJ", "NUM", "ADP", "PART"}
MEDIUM = frozenset({"to", "on", "through", "via"})


def source_of(tree: Tree, verb: int) -> tuple[int | None, int | None]:
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
        return (by[0] if by else None), (told if told is not None and medium(tree, told) else None)
    source = _beside(tree, verb)
    source = source if source is not None else subject(tree, verb)
    source = source if source is not None else _astray(tree, verb)
    if source is None:
        return _inverted(tree, verb), None
    told = next((kid for kid in tree.kids(verb, "obj", "iobj") if medium(tree, kid)), None)
    told = (
        told
        if told is not None
        else next((n for case, n in obliques(tree, verb) if case in MEDIUM and medium(tree, n)), None)
    )
    return source, told if told is not None else _relayed(tree, source)


def _beside(tree: Tree, verb: int) -> int | None:
    """The noun phrase between a comma and a strong verb of speech: its source, whatever the tree makes of it."""
    start = beside_start(tree, verb)
    if start is None:
        return turned_source(tree, verb)
    return _first_noun(tree, start, verb)


def _astray(tree: Tree, verb: int) -> int | None:
    """A subject before a strong verb of speech that the tree ties to a word beyond it."""
    if spoken_lemma(tree, verb) not in words("verb", "strong") or tree.form[verb].endswith("ing"):
        return None
    before = range(verb - 1, max(tree.sentence(verb).first, verb - LONGEST) - 1, -1)
    return next((t for t in before if tree.rel(t).startswith("nsubj") and tree.head(t) > verb), None)


def _first_noun(tree: Tree, start: int, end: int) -> int | None:
    """The head of the first noun phrase among some words: the noun that no other noun follows."""
    nouns = (t for t in range(start, end) if tree.upos(t) in NOMINAL)
    return next((t for t in nouns if t + 1 == end or (tree.upos(t + 1) not in INNER and tree.form[t + 1] != "-")), None)


def beside_start(tree: Tree, verb: int) -> int | None:
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


def turned_source(tree: Tree, verb: int) -> int | None:
    """The source after its verb: "…, said the reader", "so said the reader"."""
    sentence = tree.sentence(verb)
    before = tree.form[verb - 1] if verb > sentence.first else ""
    if spoken_lemma(tree, verb) not in words("verb", "strong") or before not in APART | {"so", "”", '"', "''"}:
        return None
    end = verb + 1
    while end < sentence.last and (tree.upos(end) in PHRASE or _hyphen(tree, end)):
        end += 1
    if end < sentence.last and tree.upos(end) != "PUNCT" and tree.form[end] != "who":
        return None
    return _first_noun(tree, verb + 1, end)


def set_aside(tree: Tree, sentence: Sentence, verb: int) -> bool:
    """Whether a verb of speech and its source stand apart from the rest: "…, the bulletin says, …"."""
    end = verb + 1
    while end < sentence.last and tree.upos(end) in {"ADV", "NOUN", "PROPN", "ADP", "DET", "NUM", "PRON"}:
        end += 1
    closed = end == sentence.last or tree.form[end] in APART or tree.upos(end) == "PUNCT"
    return closed and tree.form[min(end, sentence.last - 1)] != ":" and beside_start(tree, verb) is not None


def _marked_as(tree: Tree, verb: int) -> bool:
    return any(tree.form[kid] == "as" for kid in tree.kids(verb, "mark", "case", "advmod"))


def _quoted(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """ "X was quoted by Reuters as saying", "Reuters quoted X as saying"."""
    if passive(tree, verb):
        by = agents(tree, verb)
        return subject(tree, verb), by[0] if by else None
    return tree.kid(verb, "obj"), subject(tree, verb)


def _relayed(tree: Tree, source: int) -> int | None:
    """The medium that a participle after the source names: "a source quoted by the agency"."""
    for verb in tree.kids(source, "acl"):
        if spoken_lemma(tree, verb) in words("verb", "quote"):
            nouns = (noun for case, noun in obliques(tree, verb) if case in {"by", "in", "on"})
            return next((noun for noun in nouns if medium(tree, noun)), None)
    return None


def medium(tree: Tree, noun: int) -> bool:
    """Whether a noun names a medium or agency other than the one that prints the article."""
    own = any(tree.form[kid] in {"this", "our"} for kid in tree.kids(noun, "det", "nmod:poss"))
    return not own and is_medium(phrase(tree, noun).of(tree.text))


def _inverted(tree: Tree, verb: int) -> int | None:
    """A subject after its verb that the tree calls an object: "said Ana Lund"."""
    found = tree.kid(verb, "obj")
    return (
        found if found is not None and tree.rel(verb) == "parataxis" and tree.upos(found) in {"PROPN", "NOUN"} else None
    )


def origin_of(tree: Tree, verb: int, source: int | None) -> int | None:
    """Whom a source names as its own source: "the radio, quoting a minister, claimed"."""
    above = [verb] if source is None else [verb, source]
    citing = (kid for token in above for kid in tree.kids(token, "advcl", "acl", "parataxis"))
    citing = (kid for kid in citing if tree.lemma[kid] in words("verb", "citing") and tree.form[kid].endswith("ing"))
    return next((noun for kid in citing for noun in tree.kids(kid, "obj")), None)
