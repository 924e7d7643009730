"""Who the source is: the mention beside the cue resolved inside the article.

A pronoun, a surname, `the ministry` points back at somebody that is named; a known name gets
its canonical form and its side of the day; else the side is "unknown".
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from counterclaim.extraction.entities.antecedents import FIRST, HE, PRONOUNS, SHE, antecedent
from counterclaim.extraction.entities.article_context import ArticleContext
from counterclaim.extraction.entities.descriptions import Descriptions, salient
from counterclaim.extraction.entities.joint import as_joint, joint_parts
from counterclaim.extraction.entities.persons import Persons
from counterclaim.extraction.entities.referents import (
    Referent,
    find_referents,
    gender_in,
    name_words,
)
from counterclaim.extraction.entities.remembered import Remembered
from counterclaim.extraction.entities.whose import of_organ_held, organ_of
from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.names import fold_word
from counterclaim.knowledge.people import gender_of, kinds_called
from counterclaim.language.segments import Layout
from counterclaim.language.tree import Parse, Word
from counterclaim.records.model import Span

_ARTICLE = re.compile(r"^(?:the|mr|mrs|ms|dr)\.?\s+", re.IGNORECASE)
_BODY = re.compile(
    rf"\b(?:of|for|with|from|in) (?:the|this|that) ([a-z]+)(?![\w'’-]"
    rf"| [a-z])|^(?:[Tt]he )?([A-Z]?[a-z]+) {any_of('heads_of')}"
)
_COUNTRYS = re.compile(r"[Tt]he country['’ʼ]s\s+")
_OF_STATES = frozenset({"military", "ministry", "state"})
_FIGHTERS = frozenset({"armed_group"})


class Speakers:
    """The speakers and other referents of one article in the order in which they appear."""

    def __init__(self, parse: Parse, layout: Layout, article: ArticleContext) -> None:
        self._parse, self._layout, self._article = parse, layout, article
        self._told = _told_sentences(layout)
        self._waiting: deque[Referent] | None = None
        self._referents = Remembered()
        self._persons = Persons(parse, article)
        self._descriptions = Descriptions(self._referents, article)

    def resolve(self, span: Span, unit: int) -> Classified:
        """The source behind one mention in a unit of the parse; the cast remembers it. Mentions
        are resolved in text order.

        Example:
            After `Olena Koval, the governor of Kherson, said …`, the mentions `she`, `Koval` and
            `the governor` all resolve to `Olena Koval`.
        """
        mention = self._parse.text[span[0] : span[1]]
        word, sentence = mention.lower().strip(), self._told[unit]
        self._introduce(span[0])
        if word in word_class("of_us"):  # the author's, or a party nobody has named
            return Classified(mention, "unnamed", "unknown")
        if word in PRONOUNS:
            found = antecedent(word, self._referents.recent(), sentence)
            if found is None:
                kind = "person" if word in HE | SHE | FIRST else "unnamed"
                return Classified(mention, kind, "unknown")
            if word in HE | SHE and found.classified.kind == "person":
                found.gender = "f" if word in SHE else "m"
        else:
            several = len(joint_parts(self._parse, span)) > 1
            own = several or self._of_state_here(mention, span)
            maker = self._article.maker_words(mention)  # "data from the ministry" is the ministry's
            meant = maker if maker.startswith("the ") else mention
            found = None if own else self._known(meant, sentence)
            if found is None or self._is_namesake(found, mention, span):
                return self._new(mention, span, sentence)
            found.gender = found.gender or gender_of(mention)
        found.classified = self._persons.settled(found.classified)
        self._touch(found, span[0], sentence)
        return found.classified

    def only(self, description: str) -> Classified | None:
        """The one body of the article whose names hold the words of a description."""
        words = name_words(description)
        told = (f for f in self._referents.of_whom(words) if words <= f.words)
        known = {f.classified.name: f.classified for f in told}
        sided = [c for c in known.values() if c.side != "unknown"]
        return sided[0] if len(sided) == 1 else None

    def _introduce(self, upto: int) -> None:
        """Let the referents named before an offset enter; those who are here already move up."""
        if self._waiting is None:
            self._waiting = deque(
                find_referents(
                    self._parse, self._article, self._is_narrated, self._told.__getitem__
                )
            )
        while self._waiting and self._waiting[0].offset < upto:
            referent = self._waiting.popleft()
            same = self._named_alike(referent.classified.name, referent.classified.kind)
            if same is None:
                self._referents.add(referent)
            elif referent.offset > same.offset:
                self._move(same, referent.offset, referent.sentence, referent.rank)
                self._referents.learn(same, referent.words)
                same.joined = referent.joined
            if same is not None and referent.offset >= same.offset:
                same.silent = referent.silent

    def _is_narrated(self, word: Word) -> bool:
        if self._layout.is_quoted(word.start, word.start + 1):
            return False
        headline = self._parse.sentences[word.sentence].headline
        return not headline and (not self._article.is_place(word) or self._acts_as_state(word))

    def _acts_as_state(self, word: Word) -> bool:
        """Whether a country or capital does something: `Kyiv awaits the arms that it asked for`."""
        entry = self._article.classify(word.text).entry if word.rel == "nsubj" else None
        return entry is not None and entry.type == "state"

    def _new(self, mention: str, span: Span, sentence: int) -> Classified:
        classified = self._persons.settled(self._classify(mention, span, sentence))
        classified = as_joint(self._parse, span, classified, self._article)
        many = classified.kind == "unnamed" and mention.rstrip().endswith("s")
        referent = Referent(
            classified,
            name_words(" ".join((mention, classified.name, classified.role or ""))),
            span[0],
            sentence,
            gender=gender_in(mention, classified),
            spoke=True,
            many=many,
        )
        self._referents.add(referent)
        return classified

    def _classify(self, mention: str, span: Span, sentence: int) -> Classified:
        """Somebody new, by their own words and by whose they are."""
        state = self._of_state_here(mention, span)
        if state is not None:
            body = _COUNTRYS.sub("", mention)
            return self._article.classify(
                f"{state}'s {body if body != mention else mention.split(maxsplit=1)[1]}"
            )
        classified = self._article.classify_here(self._parse, span)
        elsewhere = self._is_elsewhere(classified, mention, span, sentence)
        if elsewhere:
            classified = replace(classified, side="unknown")
        classified = self._with_owner(classified, mention.lower(), sentence)
        classified = self._with_body(classified, mention, sentence)
        if self._article.is_organ(mention) and not elsewhere:
            return organ_of(self._article, self._parse, span, classified)
        if classified.kind == "person" and not elsewhere:
            return of_organ_held(self._article, self._parse, span, classified)
        return classified

    def _is_elsewhere(
        self, classified: Classified, mention: str, span: Span, sentence: int
    ) -> bool:
        """Whether `police`, whose side only the war at hand gives, may be another country's."""
        abroad = self._article.is_abroad(self._parse, span)
        if abroad and self._article.only_by_war(mention):
            return True
        return self._is_anothers(classified, mention, sentence)

    def _of_state_here(self, mention: str, span: Span) -> str | None:
        """The country whose `its army` is meant: the one that acts in the same sentence, unless a
        body named after it is nearer; `the country's army` may be that of the last sentences."""
        if _COUNTRYS.match(mention):
            return self._article.state_before(self._parse, span, back=2)
        if not mention.lower().startswith(("its ", "their ")):
            return None
        return self._article.state_before(self._parse, span)

    def _is_namesake(self, referent: Referent, mention: str, span: Span) -> bool:
        """Whether `the army` is another one than before: the paragraph tells of another country,
        or is back in the country of the war at hand."""
        if referent.classified.kind == "person" or not self._article.only_by_war(mention):
            return False
        usual = self._article.classify(mention).side
        here = self._article.classify_here(self._parse, span).side
        gone, back = here != usual, referent.classified.entry is None and usual != "unknown"
        return referent.classified.side not in {here, "unknown"} and (gone or back)

    def _with_owner(self, classified: Classified, mention: str, sentence: int) -> Classified:
        """`Its media office` is of the side of the organisation that "its" points at."""
        pronoun = mention.split(maxsplit=1)[0]
        if pronoun not in word_class("possessives") or classified.entry is not None:
            return classified
        if self._article.only_by_war(mention):
            classified = replace(classified, side="unknown")
        if classified.side != "unknown" or self._article.holds_local_office(mention):
            return classified
        owner = antecedent(pronoun, self._referents.recent(), sentence)
        if owner is None or sentence - owner.sentence > 1:
            return classified
        known = owner.classified
        return replace(classified, side=known.side, organisation=known.organisation or known.name)

    def _is_anothers(self, classified: Classified, mention: str, sentence: int) -> bool:
        """Whether `two officers`, whose side only the war at hand gives, may be those of another
        state's army of which the sentence tells (`Burundi's army has pulled back, … said`)."""
        if classified.kind != "unnamed" or not self._article.only_by_war(mention):
            return False
        here = [f.classified for f in self._referents.recent() if f.sentence == sentence]
        states = {c.side for c in here if c.entry and c.entry.type in _OF_STATES}
        return bool(states - {"independent", "unknown"}) and classified.side not in states

    def _with_body(self, classified: Classified, mention: str, sentence: int) -> Classified:
        """`Agency spokesman Koval`, `a military spokesman of the movement`: whose body has been
        named is of its side, whatever bare words mean in the war at hand. Bodies of two sides that
        fit leave it open."""
        noun = _body_noun(mention)
        open_side = classified.side == "unknown" or self._article.only_by_war(mention)
        if noun is None or not open_side or classified.organisation:
            return classified
        kinds = kinds_called(noun)
        bodies = [f for f in self._referents.recent() if f.classified.kind == "organisation"]
        fitting = [
            f
            for f in bodies
            if noun in f.words or (f.classified.entry and f.classified.entry.type in kinds)
        ]
        body = salient(fitting, sentence)
        if body is not None and len({f.classified.side for f in fitting}) == 1:
            known = body.classified
            return replace(classified, side=known.side, organisation=known.name)
        return replace(classified, side="unknown") if kinds == _FIGHTERS else classified

    def _touch(self, referent: Referent, offset: int, sentence: int) -> None:
        self._move(referent, offset, sentence, 0)
        referent.spoke, referent.joined, referent.silent = True, False, False

    def _move(self, referent: Referent, offset: int, sentence: int, rank: int) -> None:
        referent.offset, referent.sentence, referent.rank = offset, sentence, rank
        self._referents.move(referent)

    def _named_alike(self, name: str, kind: str) -> Referent | None:
        """The referent of a name, or of a name whose last part this is: `Koval` is Olena Koval."""
        words = name_words(name)
        exact = self._referents.named(words)
        if exact is not None or kind != "person" or len(words) != 1:
            return exact
        return self._bearer(words)

    def _bearer(self, words: frozenset[str]) -> Referent | None:
        """Who bears a surname: the last person with it who has spoken, else the last."""
        known = self._referents.of_whom(words)
        bearers = [f for f in known if f.classified.kind == "person" and _bears(f, words)]
        spoke = [f for f in bearers if f.spoke]
        return (spoke or bearers)[-1] if bearers else None

    def _known(self, mention: str, sentence: int) -> Referent | None:
        """A referent named before whom this mention names again: same name, surname, acronym or a
        definite description (`the ministry`, `the group`)."""
        if aged := self._descriptions.by_age(mention, sentence):
            return aged
        bare = _ARTICLE.sub("", mention)
        words = name_words(self._untitled(bare))
        if not words:
            return None
        entry = self._article.registry.find(bare)  # "the IDF" is not the IDF's spokesman
        kind = entry.kind if entry is not None else "person"
        referent = self._named_alike(" ".join(sorted(words)), kind)
        if referent is not None and (referent.classified.kind == "person" or mention[:2] != "a "):
            return self._fuller(referent, mention, bare, sentence)
        full = self._article.acronyms.get(bare)
        if full is not None:
            target = self._article.classify(full).name
            return self._referents.named(name_words(target))
        if words & {"same"}:
            return next((f for f in reversed(self._referents.recent()) if f.spoke), None)
        described = self._descriptions
        return described.tied(mention, sentence) or described.meant(mention, bare, sentence)

    def _fuller(self, found: Referent, mention: str, bare: str, sentence: int) -> Referent:
        """`The Ministry of Defence`, whom nobody knows by that name alone, as the one of which the
        article has told whose it is."""
        known = found.classified
        if known.kind != "organisation" or known.entry is not None or known.side != "unknown":
            return found
        fuller = self._descriptions.meant(mention, bare, sentence)
        return fuller if fuller is not None and fuller.classified.entry is not None else found

    def _untitled(self, mention: str) -> str:
        """A name without rank: `Gen. Koval` and `Mayor Koval` are Koval."""
        first, _, rest = mention.partition(" ")
        titled = bool(rest) and rest[:1].isupper() and " " not in rest
        return rest if titled and self._article.is_title(first) else mention


def _told_sentences(layout: Layout) -> list[int]:
    """For each unit, how many sentences with words of the narrator have begun: the sentences of a
    long quotation do not part a pronoun from who speaks."""
    counted, last, out = 0, -1, []
    for segment in layout.segments:
        if segment.quotation is None and segment.sentence != last:
            counted, last = counted + 1, segment.sentence
        out.append(counted)
    return out


def _body_noun(mention: str) -> str | None:
    """The noun that names the body of a mention: `agency` of `Agency spokesman Koval`."""
    found = (m[1] or m[2].lower() for m in _BODY.finditer(mention))
    return next((noun for noun in found if kinds_called(noun)), None)


def _bears(referent: Referent, words: frozenset[str]) -> bool:
    """Tell whether somebody bears a surname, as the registry or as the article spells it."""
    name, known = referent.classified.name, referent.classified.entry is not None
    spelled = referent.words - name_words(name.split()[0])
    return words <= _surnames(name) or (known and words <= spelled)


def _surnames(name: str) -> frozenset[str]:
    parts = [fold_word(part) for part in name.split()]
    return frozenset(parts[1:] if len(parts) > 1 else parts)
