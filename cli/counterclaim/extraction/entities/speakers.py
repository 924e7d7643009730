"""Who the source of some words is: somebody of whom the article has told, or somebody new.

A pronoun, a surname, `the ministry` points back at somebody that is named; a known name gets
its canonical form and its side of the day; else the side is "unknown".
"""

from __future__ import annotations

from counterclaim.extraction.entities.antecedents import (
    FIRST,
    HE,
    PRONOUNS,
    SHE,
    Here,
    antecedent,
)
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.descriptions import Descriptions
from counterclaim.extraction.entities.entity import BODY, PERSON, SUBJECT, Entity, Seat
from counterclaim.extraction.entities.identity import Identity
from counterclaim.extraction.entities.joint import as_joint, joint_parts
from counterclaim.extraction.entities.memory import Memory
from counterclaim.extraction.entities.naming import bears, name_words
from counterclaim.extraction.entities.persons import Persons
from counterclaim.extraction.entities.somebody import Introduced, gender_in
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.patterns import pattern
from counterclaim.knowledge.people import gender_of
from counterclaim.knowledge.sides import UNKNOWN
from counterclaim.language.tree import Parse
from counterclaim.records.model import Span

_ARTICLE = pattern("title_before_name")


class Speakers:
    """Whom the sources of one article mean, asked in text order."""

    def __init__(
        self, parse: Parse, article: ArticleContext, memory: Memory, descriptions: Descriptions
    ) -> None:
        self._parse, self._article, self._memory = parse, article, memory
        self._persons = Persons(parse, article)
        self._descriptions = descriptions
        self._identity = Identity(parse, article, memory)

    def meant(self, span: Span, sentence: int) -> Entity:
        """Who is the source that one mention names, in a sentence that has been counted.

        Example:
            After `Olena Koval, the governor of Kherson, said …`, the mentions `she`, `Koval` and
            `the governor` all mean `Olena Koval`.
        """
        mention = self._parse.text[span[0] : span[1]]
        word = mention.lower().strip()
        if word in word_class("of_us"):  # the author's, or a party nobody has named
            return Entity(BODY, who=Classified(mention, "unnamed", UNKNOWN))
        if word in PRONOUNS:
            found = antecedent(word, Here(sentence, speaks=True), self._memory)
            if found is None:
                kind = "person" if word in HE | SHE | FIRST else "unnamed"
                return Entity(PERSON, who=Classified(mention, kind, UNKNOWN))
            if word in HE | SHE and found.who.kind == "person":
                found.gender = "f" if word in SHE else "m"
        else:
            found = self._named_before(mention, span, sentence)
            if found is None:
                return self._new(mention, span, sentence)
            found.gender = found.gender or gender_of(mention)
        found.who = self._persons.settled(found.who)
        self._speaks(found, span[0], sentence)
        return found

    def only(self, description: str) -> Classified | None:
        """The one body of the article whose names hold the words of a description."""
        words = name_words(description)
        told = (e for e in self._memory.of_whom(words) if words <= e.said)
        known = {e.who.name: e.who for e in told}
        sided = [who for who in known.values() if who.side != UNKNOWN]
        return sided[0] if len(sided) == 1 else None

    def introduce(self, named: Introduced, told: Seat, *, joined: bool) -> Entity | None:
        """Who of those known the narrator names; None for somebody new."""
        same = self._named_alike(named.who.name, named.who.kind)
        if same is None:
            return None
        if named.start > same.told.offset:
            self._memory.tell(same, told)
            self._memory.move(same)
            self._memory.learn(same, named.words)
            same.joined = joined
        if named.start >= same.told.offset:
            same.silent = named.silent
        return same

    def _named_before(self, mention: str, span: Span, sentence: int) -> Entity | None:
        several = len(joint_parts(self._parse, span)) > 1
        if several or self._identity.state_here(mention, span):
            return None
        maker = self._article.maker_words(mention)  # "data from the ministry" is the ministry's
        words = maker if maker.startswith("the ") else mention
        found = self._known(words, sentence)
        namesake = found is not None and self._identity.is_namesake(found, mention, span)
        return None if namesake else found

    def _new(self, mention: str, span: Span, sentence: int) -> Entity:
        who = self._persons.settled(self._identity.of(mention, span, sentence))
        who = as_joint(self._parse, span, who, self._article)
        entity = Entity(
            BODY if who.kind == "organisation" else PERSON,
            who=who,
            said=name_words(" ".join((mention, who.name, who.role or ""))),
            gender=gender_in(mention, who),
            many=who.kind == "unnamed" and mention.rstrip().endswith("s"),
            spoke=True,
        )
        self._memory.add(self._memory.new(entity))
        self._memory.tell(entity, Seat(sentence, span[0], SUBJECT))
        return entity

    def _speaks(self, entity: Entity, offset: int, sentence: int) -> None:
        self._memory.tell(entity, Seat(sentence, offset, SUBJECT))
        self._memory.move(entity)
        entity.spoke, entity.joined, entity.silent = True, False, False

    def _named_alike(self, name: str, kind: str) -> Entity | None:
        """Somebody of a name, or of a name whose last part this is: `Koval` is Olena Koval."""
        words = name_words(name)
        exact = self._memory.named(words)
        if exact is not None or kind != "person" or len(words) != 1:
            return exact
        return self._bearer(words)

    def _bearer(self, words: frozenset[str]) -> Entity | None:
        """Who bears a surname: the last person with it who has spoken, else the last."""
        known = self._memory.of_whom(words)
        bearers = [e for e in known if e.who.kind == "person" and bears(e, words)]
        spoke = [e for e in bearers if e.spoke]
        return (spoke or bearers)[-1] if bearers else None

    def _known(self, mention: str, sentence: int) -> Entity | None:
        """Somebody named before whom this mention names again: same name, surname, acronym or a
        definite description (`the ministry`, `the group`)."""
        if aged := self._descriptions.by_age(mention, sentence):
            return aged
        bare = _ARTICLE.sub("", mention)
        words = name_words(self._untitled(bare))
        if not words:
            return None
        entry = self._article.registry.find(bare)  # "the IDF" is not the IDF's spokesman
        kind = entry.kind if entry is not None else "person"
        found = self._named_alike(" ".join(sorted(words)), kind)
        if found is not None and (found.who.kind == "person" or mention[:2] != "a "):
            return self._fuller(found, mention, bare, sentence)
        full = self._article.acronyms.get(bare)
        if full is not None:
            return self._memory.named(name_words(self._article.classify(full).name))
        if words & {"same"}:
            return next((e for e in reversed(self._memory.recent()) if e.spoke), None)
        described = self._descriptions
        return described.tied(mention, sentence) or described.meant(mention, bare, sentence)

    def _fuller(self, found: Entity, mention: str, bare: str, sentence: int) -> Entity:
        """`The Ministry of Defence`, whom nobody knows by that name alone, as the one of which the
        article has told whose it is."""
        known = found.who
        if not found.is_body or known.entry is not None or known.side != "unknown":
            return found
        fuller = self._descriptions.meant(mention, bare, sentence)
        return fuller if fuller is not None and fuller.who.entry is not None else found

    def _untitled(self, mention: str) -> str:
        """A name without rank: `Gen. Koval` and `Mayor Koval` are Koval."""
        first, _, rest = mention.partition(" ")
        titled = bool(rest) and rest[:1].isupper() and " " not in rest
        return rest if titled and self._article.is_title(first) else mention
