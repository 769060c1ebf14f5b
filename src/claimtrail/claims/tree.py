"""Small helpers over the dependency trees of a reading: children, phrases, subjects, objects, obliques, negation.

Relations and parts of speech are those of Universal Dependencies. A `Tree` is made once per reading.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrail.claims.lemmas import lemma_of, unchanging
from claimtrail.claims.lexicon import lexicon
from claimtrail.model import Reading, Sentence, Span, Tokens

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "appos", "conj", "discourse"})
WITHIN = frozenset({"compound", "amod", "flat", "nmod:poss", "nmod", "fixed", "goeswith", "nmod:desc", "nmod:unmarked"})
# How far a coordinated or controlled verb may be from the one whose subject it shares.
CHAIN = 6
# A longer coordination is no list that anybody reads.
MOST = 64
TITLED = frozenset({"ADJ", "NOUN", "PROPN"})
SET_OFF = frozenset({",", "–", "—", "-"})
UNNAMED = frozenset({"'s", "his", "her", "their", "its", "my", "our", "your", "same", "said", "latter", "former"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a reading with their children, subtree edges and lower-case forms and lemmas, one column each.

    `mention` is the type of the mention that a word stands in, empty where it stands in none.
    """

    text: str
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]
    form: tuple[str, ...]
    lemma: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    mention: tuple[str, ...]

    @staticmethod
    def of(reading: Reading) -> "Tree":
        """The tree of a reading; linear in its words."""
        tokens, text = reading.tokens, reading.text
        children: list[list[int]] = [[] for _ in tokens.head]
        for token, head in enumerate(tokens.head):
            if head >= 0:
                children[head].append(token)
        first, last = _edges(tokens, children)
        form = tuple(text[a:b].lower().replace("’", "'") for a, b in zip(tokens.start, tokens.end, strict=True))
        lemma = tuple(
            lemma_of(each, upos, word.lower()) for each, upos, word in zip(form, tokens.upos, tokens.lemma, strict=True)
        )
        mention = _mentioned(reading)
        return Tree(text, tokens, reading.sentences, tuple(map(tuple, children)), form, lemma, first, last, mention)

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` up to, not including, token `last`."""
        return Span(self.tokens.start[first], self.tokens.end[last - 1])

    def word(self, token: int) -> Span:
        """The characters of one token."""
        return Span(self.tokens.start[token], self.tokens.end[token])

    def subtree(self, token: int) -> Span:
        """The characters from the first to the last token under `token`."""
        return self.span(self.first[token], self.last[token])

    def range(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        return range(bisect_right(self.tokens.end, span.start), bisect_left(self.tokens.start, span.end))

    def head_of(self, span: Span) -> int | None:
        """The token of `span` whose governor lies outside it; None where the range holds no token."""
        tokens = self.range(span)
        return next(
            (t for t in tokens if self.tokens.head[t] not in tokens and self.upos(t) != "PUNCT"),
            tokens[0] if tokens else None,
        )

    def upos(self, token: int) -> str:
        """The part of speech of a token."""
        return self.tokens.upos[token]

    def rel(self, token: int) -> str:
        """The relation of a token to its governor."""
        return self.tokens.deprel[token]

    def head(self, token: int) -> int:
        """The governor of a token, -1 for a root."""
        return self.tokens.head[token]

    def kids(self, token: int, *relations: str) -> list[int]:
        """The children of a token in one of these relations; a bare relation includes its subtypes."""
        return [
            kid
            for kid in self.children[token]
            if self.rel(kid) in relations or self.rel(kid).partition(":")[0] in relations
        ]

    def kid(self, token: int, *relations: str) -> int | None:
        """The first child in one of these relations, if any."""
        return next(iter(self.kids(token, *relations)), None)

    def governors(self, token: int) -> Iterator[int]:
        """The tokens above a token, nearest first."""
        above = self.head(token)
        while above >= 0:
            yield above
            above = self.head(above)

    def sentence(self, token: int) -> Sentence:
        """The sentence a token stands in."""
        return self.sentences[self.tokens.sentence[token]]


def _edges(tokens: Tokens, children: list[list[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The half-open token range that each token's subtree spans."""
    first, last = list(range(len(tokens))), [token + 1 for token in range(len(tokens))]
    order = [token for token, head in enumerate(tokens.head) if head < 0]
    for token in order:
        order.extend(children[token])
    for token in reversed(order):
        head = tokens.head[token]
        if head >= 0:
            first[head], last[head] = min(first[head], first[token]), max(last[head], last[token])
    return tuple(first), tuple(last)


def _mentioned(reading: Reading) -> tuple[str, ...]:
    """The type of the mention that each word stands in."""
    types = [""] * len(reading.tokens)
    for mention in reading.mentions:
        first = bisect_right(reading.tokens.end, mention.span.start)
        for token in range(first, bisect_left(reading.tokens.start, mention.span.end)):
            types[token] = mention.type
    return tuple(types)


def phrase(tree: Tree, head: int) -> Span:
    """The noun phrase of `head` as the gold guidelines want it: no determiner, no number, no relative clause.

    An "of" phrase stays ("guards of the old port"); other prepositional phrases and conjuncts do not.
    """
    inside = {head}
    for kid in tree.children[head]:
        if _belongs(tree, head, kid):
            inside.update(range(tree.first[kid], _end(tree, kid)))
    low, high = head, head
    while low - 1 in inside or (tree.form[low - 1] in {"-", "/", "."} and low - 2 in inside):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and tree.form[high + 1] in {"-", "/", "'s", "."}):
        high += 1
    return _trim(tree, low, high)


def source_phrase(tree: Tree, head: int) -> Span:
    """The whole noun phrase of `head` as it stands, clauses and apposition too, without its preposition.

    The mark that closes an apposition belongs to it.
    """
    sentence = tree.sentence(head)
    first, last = tree.first[head], max(head + 1, tree.last[head])
    while first < head and tree.upos(first) in {"PUNCT", "CCONJ", "ADP", "SCONJ", "VERB"}:
        first += 1
    while first > sentence.first and tree.upos(first) in TITLED and tree.upos(first - 1) in TITLED | {"DET"}:
        first -= 1
    while last > head + 1 and (tree.upos(last - 1) == "PUNCT" or tree.form[last - 1] in {"'s", "'"}):
        last -= 1
    if last < sentence.last and tree.form[last] in SET_OFF and tree.form[last] in tree.form[head + 1 : last]:
        last += 1
    return tree.span(first, last)


def _belongs(tree: Tree, head: int, kid: int) -> bool:
    relation = tree.rel(kid)
    if relation not in WITHIN and relation.partition(":")[0] not in WITHIN:
        return False
    if kid < head:
        return relation != "nmod" or tree.kid(kid, "case") is None
    if relation.partition(":")[0] == "nmod":
        return any(tree.form[case] == "of" for case in tree.kids(kid, "case"))
    return relation.partition(":")[0] in {"flat", "compound", "fixed"} or (relation == "amod" and kid == head + 1)


def _end(tree: Tree, token: int) -> int:
    """Where the subtree of a token ends before its clauses and conjuncts begin."""
    ends = [tree.first[kid] for kid in tree.children[token] if kid > token and tree.rel(kid) in CLAUSES]
    return min([tree.last[token], *ends])


def _trim(tree: Tree, low: int, high: int) -> Span:
    while low < high and (tree.upos(low) in {"DET", "PUNCT", "NUM"} or tree.form[low] in UNNAMED):
        low += 1
    while high > low and tree.upos(high) in {"PUNCT", "PART"}:
        high -= 1
    return tree.span(low, high + 1)


def conjuncts(tree: Tree, token: int) -> list[int]:
    """A token and all that is coordinated with it, in the order of the text."""
    found = [token]
    for each in found:
        if len(found) < MOST:
            found.extend(tree.kids(each, "conj"))
    return sorted(found)


def first_conjunct(tree: Tree, token: int) -> int:
    """The token that heads the coordination a token is in, itself where it is in none."""
    while tree.rel(token).startswith("conj"):
        token = tree.head(token)
    return token


def passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: by its subject or auxiliary, or a bare past participle after its noun."""
    for _ in range(CHAIN):
        if tree.kid(verb, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
            return True
        if (
            tree.rel(verb) != "conj"
            or tree.form[verb].endswith("ing")
            or tree.kid(verb, "nsubj", "aux", "obj") is not None
        ):
            break
        verb = tree.head(verb)
    return tree.rel(verb) in {"acl", "amod"} and participle(tree, verb) and tree.kid(verb, "obj") is None


def participle(tree: Tree, verb: int) -> bool:
    """Whether a form may be a past participle: neither the lemma itself nor an -ing form, infinitive or finite."""
    form = tree.form[verb]
    return not form.endswith("ing") and (form != tree.lemma[verb] or form in unchanging())


def subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb or predicate; a coordinated or controlled verb has its governor's."""
    for _ in range(CHAIN):
        own = min(tree.kids(verb, *SUBJECTS), key=lambda kid: abs(kid - verb), default=None)
        if own is not None:
            return _antecedent(tree, own, verb)
        relation = tree.rel(verb)
        if relation not in {"conj", "xcomp", "advcl", "acl", "acl:relcl", "aux"} or tree.head(verb) < 0:
            return None
        if relation == "xcomp" and (told := tree.kid(tree.head(verb), "obj", "iobj")) is not None:
            return told
        if relation in {"acl", "acl:relcl"}:
            return tree.head(verb)
        verb = tree.head(verb)
    return None


def _antecedent(tree: Tree, token: int, verb: int) -> int:
    """The noun that a relative pronoun stands for."""
    if tree.form[token] in {"who", "which", "that"} and tree.rel(verb).startswith("acl"):
        return tree.head(verb)
    return token


def objects(tree: Tree, verb: int) -> list[int]:
    """The direct objects of a verb, coordinated ones too."""
    own = tree.kids(verb, "obj") or [kid for kid in tree.kids(verb, "obl") if _counted(tree, verb, kid)]
    return [each for kid in own for each in conjuncts(tree, kid)]


def _counted(tree: Tree, verb: int, kid: int) -> bool:
    """Whether what the tree calls an oblique is an object after a hedge: "wounded at least 20 guards"."""
    hedge = " ".join(tree.form[t] for c in tree.kids(kid, "case") for t in range(tree.first[c], tree.last[c]))
    hedged = not hedge or hedge in lexicon("hedges")["preposition"]["words"]
    return tree.first[kid] in {verb + 1, verb + 2} and hedged and tree.kid(kid, "nummod") is not None


def patients(tree: Tree, verb: int) -> list[int]:
    """What a verb acts on: the objects of an active, the subject of a passive, the noun a participle stands with."""
    if passive(tree, verb):
        if tree.rel(verb) in {"acl", "amod"}:
            return [tree.head(verb)]
        found = subject(tree, verb)
        return conjuncts(tree, found) if found is not None else []
    if tree.rel(verb) == "acl:relcl" and not objects(tree, verb):
        own = tree.kid(verb, "nsubj")
        return [tree.head(verb)] if own is not None and tree.form[own] not in {"who", "which", "that"} else []
    return objects(tree, verb)


def obliques(tree: Tree, token: int) -> list[tuple[str, int]]:
    """The prepositional phrases of a verb or noun: preposition and noun, coordinated nouns too."""
    found: list[tuple[str, int]] = []
    for kid in tree.kids(token, "obl", "nmod"):
        case = " ".join(tree.form[t] for c in tree.kids(kid, "case") for t in (c, *tree.kids(c, "fixed")))
        found.extend((case, each) for each in conjuncts(tree, kid))
    return found


def agents(tree: Tree, verb: int) -> list[int]:
    """Who does what a verb tells: the subject of an active, the "by" phrase of a passive."""
    if passive(tree, verb):
        return [noun for case, noun in obliques(tree, verb) if case == "by"]
    found = subject(tree, verb)
    return conjuncts(tree, found) if found is not None and found != verb else []


def auxiliaries(tree: Tree, verb: int) -> list[str]:
    """The lemmas of a verb's auxiliaries, modals included."""
    return [tree.lemma[kid] for kid in tree.kids(verb, "aux")]


def negated(tree: Tree, token: int) -> bool:
    """Whether a word is negated by its own adverb or determiner."""
    return any(
        tree.form[kid] in NEGATIONS or tree.lemma[kid] in NEGATIONS
        for kid in tree.kids(token, "advmod", "det", "cc:preconj", "case")
    )


def _modifies_noun(tree: Tree, word: int) -> bool:
    """Whether a word is part of a noun's name, or a plain adjective of it ("same", but not "Syrian")."""
    plain = tree.rel(word) == "amod" and tree.text[tree.tokens.start[word]].islower()
    named = tree.rel(word) in {"compound", "flat"}
    return (plain or named) and tree.head(word) >= 0 and tree.upos(tree.head(word)) in {"NOUN", "PROPN"}


def completed(tree: Tree, span: Span) -> Span:
    """A range grown to the words it cuts off, and without the clause that says what its noun does.

    "fuel" of "fuel depots" becomes "fuel depots"; "road vehicles" of "off-road vehicles" the whole; of "trucks carrying
    guns" the trucks stay.
    """
    head = tree.head_of(span)
    if head is None:
        return span
    top = head
    while _modifies_noun(tree, top):
        top = tree.head(top)
    first = tree.range(span)[0]
    while (
        first > 1 and tree.form[first - 1] in {"-", "‑"} and tree.tokens.end[first - 2] == tree.tokens.start[first - 1]
    ):
        first -= 2
    end = tree.tokens.end[top] if top > head else span.end
    whole = Span(min(span.start, tree.tokens.start[first]), max(span.end, end))
    clause = min((tree.first[kid] for kid in tree.kids(top, "acl") if tree.first[kid] > top), default=None)
    if clause is not None and whole.start < tree.tokens.start[clause] < whole.end:
        whole = Span(whole.start, tree.tokens.end[clause - 1])
    return whole


def describes(tree: Tree, phrase: Span, other: Span) -> bool:
    """Whether a phrase stands in apposition to another, or after it between commas without "and" or "or".

    Parsers take the latter for the first two members of a list; with only two there is no list.
    """
    head, above = tree.head_of(phrase), tree.head_of(other)
    if head is None or above is None or tree.head(head) != above:
        return False
    alone = len(tree.kids(above, "conj")) == 1 and tree.kid(head, "cc") is None
    return tree.rel(head) == "appos" or (tree.rel(head) == "conj" and alone)
