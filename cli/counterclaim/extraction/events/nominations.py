"""Which predicates the words of a claim nominate, and how near to its head each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterclaim.extraction.entities.named_parties import NamedParties, Party
from counterclaim.extraction.grammar.arguments import counted_by, patients, subject
from counterclaim.extraction.grammar.voice import case_of, is_misread_verb
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import Cue, compiled, cues_from, load_words
from counterclaim.language.tree import Parse, Word, asked_once
from counterclaim.records import Span

CLAUSES = ("advcl", "acl", "ccomp", "parataxis", "csubj")
_GOVERNED = ("xcomp", "ccomp", "advcl", "obj", "nmod", "obl")


Acting = Mapping[int, frozenset[str]]
"""The words of found actors, with what each of these is (`kinds_of_actor`)."""


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a claim, and how near to its head.

    `anchor` is its highest word, `words` are the indices of its words, `cost` says how far the
    anchor lies below the head of the claim (0 at the head itself). `vain`: it names what was tried
    in vain, so that "failed" is told already.
    """

    cue: Cue
    anchor: Word
    words: range
    cost: float
    vain: bool = False


@dataclass
class Content:
    """The words of a claim with what the cues and roles ask of them, worked out once."""

    parse: Parse
    spans: tuple[Span, ...]

    @cached_property
    def words(self) -> list[Word]:
        """The words of all pieces, in text order."""
        found = {w.i: w for start, end in self.spans for w in self.parse.within(start, end)}
        return [found[i] for i in sorted(found)]

    @cached_property
    def members(self) -> frozenset[int]:
        return frozenset(w.i for w in self.words)

    @cached_property
    def costs(self) -> dict[int, float]:
        """How far each word lies below the head of the claim, by grammatical relation."""
        costs = {w.i: limits().second_top for w in self._roots}
        costs |= {w.i: 0.0 for w in self._tops[:1]}
        for word in self.words:
            chain, at = [], word
            while at.i not in costs:
                chain.append(at)
                at = self.parse.words[at.head]
            for below in reversed(chain):
                costs[below.i] = costs[below.head] + _edge(self.parse, below)
        for word in self.behind:
            costs[word.i] = max(costs[word.i], limits().clause_behind)
        return costs

    @cached_property
    def behind(self) -> list[Word]:
        """The words behind "since", "after", "when" with a verb of their own, where the tree may
        have hung that clause too high."""
        top, openers = self.top, load_words().sets["circumstance"]
        for k, word in enumerate(self.words):
            rest = self.words[k + 1 :]
            if top is None or word.i <= top.i or word.lower not in openers:
                continue
            if any(w.is_finite for w in rest[:6]):
                return rest
        return []

    @cached_property
    def top(self) -> Word | None:
        """The head of the claim: the first of its words that no other of its words governs."""
        return next(iter(self._tops), None)

    @cached_property
    def _roots(self) -> list[Word]:
        return [w for w in self.words if w.head == w.i or w.head not in self.members]

    @cached_property
    def _tops(self) -> list[Word]:
        tops = self._roots
        content = [w for w in tops if w.rel not in ("punct", "case", "mark", "cc", "det")]
        # A stray word before the clause ("Rather", "in") must not pass for its head, nor a noun
        # that was hung on the speaker before it.
        stray = {w.i for w in content if len(content) > 1 and not self.parse.children(w.i)}
        rooted = any(w.rel == "root" for w in content)
        hung = {w.i for w in content if rooted and w.rel == "appos"}
        return sorted(content or tops, key=lambda w: (w.i in stray | hung, w.i))

    @cached_property
    def classes(self) -> frozenset[str]:
        """The noun classes present anywhere in the claim."""
        return classes_of(self.words)

    def matches(self, acting: Acting) -> list[Match]:
        """All cues of the claim whose conditions hold; `acting` are the words of found actors."""
        found = (m for start, end in self.spans for m in self._piece(start, end))
        return [m for m in found if _confirmed(self, m, acting)]

    def _piece(self, start: int, end: int) -> Iterator[Match]:
        raw = self.parse.text[start:end]
        text = raw.lower()
        if len(text) != len(raw):  # of a few letters the small one is longer: keep the offsets
            text = "".join(c.lower() if len(c.lower()) == 1 else c for c in raw)
        for word in self.parse.within(start, end):
            offset = word.start - start
            for cue in cues_from(text[max(offset, 0) : word.end - start]):
                hit = compiled(cue.pattern).match(text, offset)
                if hit:
                    yield self._match(cue, word, start + hit.end())

    def _match(self, cue: Cue, first: Word, end: int) -> Match:
        last = first.i
        while last + 1 < len(self.parse.words) and self.parse.words[last + 1].start < end:
            last += 1
        words = range(first.i, last + 1)
        # Of "is ours" the copula is as high in the tree, but the other word has the arguments.
        helping = {i for i in words if self.parse.words[i].rel in ("aux", "cop")}
        anchor = min(words, key=lambda i: (self.costs.get(i, 9.0), i in helping, i))
        return Match(cue, self.parse.words[anchor], words, self.costs.get(anchor, 9.0))


def classes_of(words: Iterable[Word]) -> frozenset[str]:
    """The noun classes of some words, with `name` for proper nouns and `number` for figures."""
    found: set[str] = set()
    for word in words:
        found |= _listed(word.lemma, word.lower)
        if word.is_proper:
            found.add("name")
        elif word.is_number:
            found.add("number")
    return frozenset(found)


@lru_cache(maxsize=4096)
def _listed(lemma: str, written: str) -> frozenset[str]:
    forms = {lemma, written, written.removesuffix("s"), _singular(written)}
    return frozenset().union(*(load_words().classes.get(form, ()) for form in forms))


def _singular(word: str) -> str:
    """`families` as `family`: lemmas of nouns in -ies are not always right."""
    return f"{word[:-3]}y" if word.endswith("ies") else word


def kinds_of_actor(party: Party) -> frozenset[str]:
    """What a named actor is beside its words: `armed` if it fights, `state` if it is a state or an
    organ of one."""
    told = {"armed": party.force, "state": party.state}
    return frozenset(kind for kind, holds in told.items() if holds)


def acting_in(content: Content, parties: NamedParties) -> Acting:
    """The words of the actors that a claim names, with what each of these is."""
    named = ((w.i, parties.at(w)) for w in content.words)
    return {i: kinds_of_actor(party) for i, party in named if party is not None}


def kinds_of(parse: Parse, heads: Iterable[Word], acting: Acting) -> frozenset[str]:
    """The noun classes of some phrases by their heads; `acting` are the words of found actors."""
    return frozenset().union(*(_kinds(parse, head, acting) for head in heads))


def _acted(words: Iterable[Word], acting: Acting) -> frozenset[str]:
    return frozenset().union(*(acting.get(w.i, frozenset()) for w in words))


def _kinds(parse: Parse, head: Word, acting: Acting) -> frozenset[str]:
    """The noun classes of a phrase: those of its head, only where it has none of its modifiers.

    "the artillery college" is no artillery, and "dozens of rifles" are rifles.
    """
    heads = _counted(parse, head)
    joined = _joined(parse, head)
    if joined:
        return joined
    kinds = classes_of(heads) | _acted(heads, acting)
    if kinds - {"name", "number"}:
        return kinds
    words = _kernel(parse, head)
    return classes_of(words) | _acted(words, acting)


def _joined(parse: Parse, head: Word) -> frozenset[str]:
    """The noun classes of a noun with the noun before it, where the two are listed as one: a "fuel
    tank" is no tank."""
    before = parse.children(head.i, "compound")[-1:]
    return frozenset().union(*(_listed(f"{w.lower} {head.lemma}", "") for w in before))


def _counted(parse: Parse, head: Word) -> list[Word]:
    """The nouns a phrase stands for: what is counted, and what is joined to it by "and"."""
    of = [w for w in counted_by(parse, head) if w.head == head.i]
    if of:
        return [w for noun in of for w in _counted(parse, noun)]
    return [head, *(w for noun in parse.children(head.i, "conj") for w in _counted(parse, noun))]


def _kernel(parse: Parse, head: Word) -> list[Word]:
    """A noun with what says of what kind it is: not the place of "talks in Istanbul"."""
    found = [head]
    for word in parse.children(head.i, "amod", "compound", "nummod", "flat", "conj", "nmod"):
        if word.dep != "nmod" or case_of(parse, word) == "of":
            found += _kernel(parse, word)
    return found


@asked_once
def _edge(parse: Parse, word: Word) -> float:
    """How much farther from the head of the claim a word is than its governor."""
    if is_misread_verb(parse, word):
        return limits().edges["xcomp"]
    if word.dep == "nsubj" and any(w.is_expletive for w in parse.children(word.head, "expl")):
        return limits().edges["cop"]  # "there was fighting" says no more than "fighting"
    if word.rel == "amod" and word.is_past:
        return limits().attribute
    head = parse.words[word.head]
    if word.rel == "acl" and word.is_past_participle and parse.child(head.head, "expl"):
        return limits().edges["cop"]  # ... and "there were two men shot" that two were shot
    governor = parse.words[head.head] if word.rel == "acl" and head.rel == "obj" else head
    if governor.lemma in load_words().sets["causing"] and word.rel in ("nsubj", "advcl", "acl"):
        if word.dep == "nsubj":
            return limits().cause
        if word.is_base:
            return limits().edges["xcomp"]
    edges = limits().edges
    return edges.get(word.dep, edges.get(word.rel, limits().other_edge))


def _confirmed(content: Content, match: Match, acting: Acting) -> bool:
    """Tell whether the conditions of a cue hold where it was found."""
    cue, parse, anchor = match.cue, content.parse, match.anchor
    if (cue.head and match.cost > limits().head_reach) or _is_part_of_name(parse, anchor):
        return False
    if anchor.rel == "amod" and anchor.is_past and match.cost > limits().passing:
        return False
    if cue.wraps and not parse.children(anchor.i, *_GOVERNED):
        return False
    if cue.pos and (cue.pos == "verb") != anchor.is_verb:
        return False
    if cue.present or cue.absent:
        present = content.classes | frozenset().union(*acting.values())
        if cue.absent & present or (cue.present and not cue.present & present):
            return False
    if cue.object or cue.no_object:
        there = kinds_of(parse, _objects(content, match), acting)
        if cue.no_object & there or (cue.object and not cue.object & there):
            return False
    return not cue.subject or _has_subject(content, match, acting)


def _is_part_of_name(parse: Parse, word: Word) -> bool:
    """Tell whether a word names a body or a site: "Liberation Army", "a missile base", "a command
    and control centre"."""
    head, behind = parse.head(word), parse.words[word.i + 1 : word.i + 2]
    site = [w for w in behind if "positions" in load_words().classes.get(w.lemma, frozenset())]
    if word.is_common and site and site[0].sentence == word.sentence:
        return True
    if head is None or word.rel not in ("compound", "amod", "flat"):
        return False
    kinds = load_words().classes.get(head.lemma, frozenset())
    capitals = word.text[0].isupper() and head.text[0].isupper()
    return (capitals and "bodies" in kinds) or (word.is_common and "positions" in kinds)


def _objects(content: Content, match: Match) -> list[Word]:
    heads = patients(content.parse, match.anchor)
    inside = [content.parse.words[i] for i in match.words if i != match.anchor.i]
    # The particle of "handed over medicine" is often taken for a preposition.
    beside = [content.parse.words[w.head] for w in inside if w.rel == "case"]
    beside = [w for w in beside if w.head == match.anchor.i and w.rel == "obl"]
    return [*heads, *beside, *(w for w in inside if w.rel in ("obj", "nmod", "obl"))]


def _has_subject(content: Content, match: Match, acting: Acting) -> bool:
    parse, verb = content.parse, match.anchor
    doer = subject(parse, verb)
    heads = [doer] if doer is not None else patients(parse, verb)
    return bool(match.cue.subject & kinds_of(parse, heads, acting))
