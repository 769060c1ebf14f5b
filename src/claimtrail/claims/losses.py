"""Losses over the trees: who or what was killed, taken, destroyed ..., by which word, and where its count stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimtrail.claims.kinds import PEOPLE, category_of
from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.outcomes import Part, carriers, listed, outcome_of
from claimtrail.claims.phrases import Found
from claimtrail.claims.tree import Tree, conjuncts, obliques, participle, passive, patients, phrase, subject
from claimtrail.model import Category, Outcome, Sentence, Span

FATES = frozenset({Outcome.KILLED, Outcome.CAPTURED})
BODILY = FATES | {Outcome.WOUNDED, Outcome.KILLED_OR_WOUNDED, Outcome.MISSING}
PURPOSES = frozenset({"acl", "advcl"})
OF = frozenset({"of", "among", "to"})


@dataclass(frozen=True, slots=True)
class FoundLoss:
    """A loss as the tree tells it.

    `count_near` holds the words that may carry the count (None: there are none); `governor` is the word that carries
    the outcome. `category` is None where the phrase does not tell it.
    """

    who: Span
    count_near: Span | None
    category: Category | None
    outcome: Outcome
    governor: Span


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was told before: the first word of each lemma, and the lemmas of those lost, with their outcome."""

    known: Mapping[str, int]
    lost: set[tuple[str, Outcome]]


def find_losses(tree: Tree) -> list[FoundLoss]:
    """The losses of a text in the order of the text, each once by what was lost and its outcome."""
    found: dict[tuple[Span, Outcome], FoundLoss] = {}
    first: dict[str, int] = {}
    for token, lemma in enumerate(tree.lemma):
        first.setdefault(lemma, token)
    earlier = _Earlier(first, set())
    for sentence in tree.sentences:
        for loss in list(_in_sentence(tree, sentence, earlier)):
            found.setdefault((loss.who, loss.outcome), loss)
            head = tree.head_of(loss.who)
            if head is not None:
                earlier.lost.add((tree.lemma[head], loss.outcome))
    return sorted(found.values(), key=lambda loss: (loss.who, loss.governor))


def unlost(tree: Tree, who: Span, outcome: str | None) -> bool:
    """Whether a phrase can tell no loss: of those only sought, and of sums of money said to suffer what people do."""
    return sought(tree, who) or (outcome in BODILY and money(tree, who))


def sought(tree: Tree, who: Span) -> bool:
    """Whether those of a phrase are only meant to be lost: "a raid to capture a commander"."""
    verb = _acting_on(tree, who)
    if verb is None or tree.form[verb] != tree.lemma[verb] or tree.rel(verb) not in PURPOSES:
        return False
    return any(tree.form[kid] == "to" for kid in tree.kids(verb, "mark"))


def spared(tree: Tree, who: Span) -> bool:
    """Whether a verb tells that those of a phrase came to no harm: "two women were protected", "led eight fighters"."""
    verb = _acting_on(tree, who)
    return verb is not None and tree.lemma[verb] in listed("sparing")


def _acting_on(tree: Tree, who: Span) -> int | None:
    """The verb that acts on those of a phrase, as single object or subject, one of several, or "a group of" them."""
    noun = tree.head_of(who)
    while noun is not None and tree.upos(tree.head(noun)) != "VERB":
        band = tree.rel(noun) == "nmod" and tree.lemma[tree.head(noun)] in _counting("bands")
        if tree.head(noun) < 0 or not (band or tree.rel(noun) == "conj"):
            return None
        noun = tree.head(noun)
    return tree.head(noun) if noun is not None and tree.rel(noun) in {"obj", "nsubj:pass"} else None


def money(tree: Tree, who: Span) -> bool:
    """Whether a phrase tells of a sum of money, which may be seized but is never a person."""
    noun = tree.head_of(who)
    return noun is not None and tree.form[noun] in lexicon("numbers")["after"]["money"]


@cache
def _counting(name: str) -> frozenset[str]:
    """The words by which a loss is counted: `nouns` or `determiners`."""
    return frozenset(lexicon("numbers")["losses"][name])


def _in_sentence(tree: Tree, sentence: Sentence, earlier: _Earlier) -> Iterator[FoundLoss]:
    taken: set[int] = set()
    hits = sorted(carriers().find(tree, sentence), key=lambda hit: -len(hit.tokens))
    for hit in hits:
        if taken.intersection(hit.tokens) and len(hit.tokens) == 1 and hit.tokens[0] in taken:
            continue
        if len(hit.tokens) > 1:
            taken.update(hit.tokens)
        for noun in [part for each in _sufferers(tree, hit) for part in (each, *_parts(tree, each))]:
            loss = _loss(tree, noun, hit, earlier)
            if loss:
                yield loss


def _sufferers(tree: Tree, hit: Found[tuple[str, Part]]) -> list[int]:
    """The nouns that a word of outcome is about."""
    head, part = hit.tokens[0], hit.value[1]
    if part is Part.VERB:
        return _undergoers(tree, head, set(hit.tokens)) if tree.upos(head) == "VERB" else []
    if part is Part.INTRANSITIVE:
        return _fallen(tree, head) if tree.upos(head) == "VERB" else []
    if part is Part.STATE:
        return _predicated(tree, hit.tokens[-1])
    return _named(tree, hit.tokens[-1])


def _undergoers(tree: Tree, verb: int, own: set[int]) -> list[int]:
    """What a verb acts on; of a past form without auxiliary and object, as in headlines, its subject: "two killed"."""
    found = [noun for noun in patients(tree, verb) if noun not in own] or _unmarked(tree, verb)
    bare = participle(tree, verb) and tree.kid(verb, "obj", "aux") is None
    subjects = tree.kids(verb, "nsubj") if bare and not found else []
    return found + [each for noun in subjects for each in conjuncts(tree, noun)]


def _unmarked(tree: Tree, verb: int) -> list[int]:
    """The people right after a verb of several words that the tree takes for its oblique: "beat to death two men"."""
    return [
        noun
        for noun in tree.kids(verb, "obl")
        if noun > verb
        and tree.kid(noun, "case") is None
        and tree.upos(noun) == "NOUN"
        and category_of(phrase(tree, noun).of(tree.text)) in PEOPLE
    ]


def _parts(tree: Tree, noun: int) -> list[int]:
    """The subsets named after a noun: "thirty hostages, including two nurses"."""
    return [each for case, each in obliques(tree, noun) if case in {"including", "among them", "of them"}]


def _fallen(tree: Tree, verb: int) -> list[int]:
    if passive(tree, verb) or (tree.kid(verb, "obj") is not None and tree.lemma[verb] not in listed("taking")):
        return []
    found = subject(tree, verb)
    return conjuncts(tree, found) if found is not None else []


def _predicated(tree: Tree, state: int) -> list[int]:
    """Who a state is said of ("12 were dead", "left 12 dead", "the missing man"), or the state itself if counted."""
    before = state - 1 if state > tree.sentence(state).first else state
    if tree.upos(before) == "NUM" and tree.upos(state) != "VERB":
        return [state]
    if tree.upos(before) == "NOUN" and tree.kid(before, "nummod") is not None and tree.upos(state) == "ADJ":
        return [before]
    if tree.kid(state, "nummod") is not None or (tree.kid(state, "det") is not None and tree.upos(state) != "VERB"):
        return [state]
    if tree.rel(state) in {"amod", "acl"}:
        return [tree.head(state)] if tree.upos(state) != "VERB" or passive(tree, state) else []
    if tree.upos(state) == "VERB" and tree.rel(state) != "xcomp":
        return []
    if tree.rel(state) in {"xcomp", "ccomp"} and tree.lemma[tree.head(state)] in listed("leaving"):
        return [noun for kid in tree.kids(tree.head(state), "obj") for noun in conjuncts(tree, kid)] or (
            _own_subject(tree, state)
        )
    return _own_subject(tree, state)


def _own_subject(tree: Tree, state: int) -> list[int]:
    found = tree.kid(state, "nsubj", "nsubj:pass")
    return conjuncts(tree, found) if found is not None else []


def _named(tree: Tree, noun: int) -> list[int]:
    """Who a noun of outcome is about: its "of" phrase or owner; else the noun itself where it is counted."""
    if tree.upos(noun) not in {"NOUN", "PROPN", "ADJ"}:
        return []
    of = [each for case, each in obliques(tree, noun) if case in OF]
    owner = [each for each in tree.kids(noun, "nmod:poss") if tree.upos(each) != "PRON"]
    if of or owner:
        return of or owner
    counted = tree.kid(noun, "nummod") is not None or any(
        tree.lemma[k] in {"several", "no", "many"} for k in tree.children[noun]
    )
    return [noun] if counted else []


def _loss(tree: Tree, noun: int, hit: Found[tuple[str, Part]], earlier: _Earlier) -> FoundLoss | None:
    """The loss of one noun, if its category and the word of outcome agree and the noun is told anew."""
    noun = _content(tree, noun)
    words, part = hit.value
    who = tree.word(noun) if tree.upos(noun) in {"NUM", "DET"} else phrase(tree, _name(tree, noun))
    category = category_of(phrase(tree, noun).of(tree.text))
    personal = tree.upos(noun) == "PRON" and tree.form[noun] not in _counting("pronouns") and not _nobody(tree, noun)
    if personal or (category is None and not _countable(tree, noun)):
        return None
    outcome = outcome_of(words, part, category)
    if not (_new(tree, noun, earlier.known) or _newly(tree, noun, category, outcome, earlier)):
        return None
    if outcome is None or (words in listed("broad") and not _plain(tree, noun, category)):
        return None
    return FoundLoss(who, _count_near(tree, noun, who), category, outcome, tree.word(hit.tokens[0]))


def _nobody(tree: Tree, noun: int) -> bool:
    """Whether a pronoun says that there was no loss: "nobody was hurt"."""
    return tree.form[noun] in {"nobody", "none", "noone"} or (tree.form[noun] == "one" and tree.form[noun - 1] == "no")


def _name(tree: Tree, noun: int) -> int:
    """The name in apposition to a person's description ("a driver of forty, Tomas"), else the noun."""
    named = next((kid for kid in tree.kids(noun, "appos") if tree.upos(kid) == "PROPN"), None)
    return named if named is not None and tree.upos(noun) == "NOUN" and tree.kid(noun, "nummod") is None else noun


def _new(tree: Tree, noun: int, known: Mapping[str, int]) -> bool:
    """Whether a noun is told anew: a definite one without a count takes up a noun of an earlier sentence."""
    if tree.upos(noun) == "PROPN" or tree.kid(noun, "nummod") is not None:
        return True
    definite = any(tree.form[kid] in {"the", "these", "those", "this"} for kid in tree.kids(noun, "det"))
    return not definite or known.get(tree.lemma[noun], noun) >= tree.sentence(noun).first


def _newly(tree: Tree, noun: int, category: Category | None, outcome: Outcome | None, earlier: _Earlier) -> bool:
    """Whether people told of before are newly lost: "two men opened fire; the guards killed the men"."""
    fate = outcome in FATES and category in PEOPLE
    return fate and outcome is not None and (tree.lemma[noun], outcome) not in earlier.lost


def _content(tree: Tree, noun: int) -> int:
    """What a word of quantity counts: "dozens of soldiers", "40 of the men"."""
    if tree.upos(noun) != "NUM" and tree.lemma[noun] not in _counting("nouns"):
        return noun
    after = next((each for case, each in obliques(tree, noun) if case == "of"), None)
    if after is None and noun + 2 < tree.sentence(noun).last and tree.form[noun + 1] == "of":
        nouns = (
            t for t in range(noun + 2, min(noun + 7, tree.sentence(noun).last)) if tree.upos(t) in {"NOUN", "PROPN"}
        )
        after = next((t for t in nouns if tree.head(t) not in range(noun + 2, noun + 7)), None)
    return noun if after is None or tree.upos(after) == "PRON" else after


def _countable(tree: Tree, noun: int) -> bool:
    if tree.upos(noun) == "PROPN":
        return tree.mention[noun] not in {"location", "time"}
    if tree.form[noun] in _counting("pronouns"):
        return True
    return tree.upos(noun) == "NUM" or tree.kid(noun, "nummod") is not None


def _plain(tree: Tree, noun: int, category: Category | None) -> bool:
    """Whether a broad verb may tell a loss: of something of a known category that is counted, "a" included."""
    counted = tree.kid(noun, "nummod") is not None or any(
        tree.form[kid] in _counting("determiners") for kid in tree.kids(noun, "det", "amod")
    )
    return category is not None and counted


def _count_near(tree: Tree, noun: int, who: Span) -> Span | None:
    """The words right before a name where a count would stand; the number itself where it is the head."""
    if tree.upos(noun) == "NUM":
        return tree.span(min(tree.first[noun], noun), noun + 1)
    head = tree.head(noun)
    counts_it = head >= 0 and (tree.upos(head) == "NUM" or tree.lemma[head] in _counting("nouns"))
    first = tree.first[head] if counts_it else tree.first[noun]
    last = tree.range(who).start
    comma = next((t for t in range(last - 1, first - 1, -1) if tree.form[t] in {",", ";", ":", "(", "•"}), None)
    first = first if comma is None else comma + 1
    while first < last and (tree.upos(first) == "CCONJ" or tree.form[first] == "of"):
        first += 1
    return tree.span(first, last) if first < last else None
