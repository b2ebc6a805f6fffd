"""Twenty edits as editors make them, on the real article with its claims, which the project does
not ship: so they are told by the numbers of claims. What is untouched must stand where it stood."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import OldClaim
from claimdesk.services.anchoring.passages import locate, read_passages
from claimdesk.services.anchoring.sentences import sentences, sentences_touching
from claimdesk.services.importers.intake import read_file
from claimdesk.services.importers.sample import FOLDER
from claimdesk.services.matching.carry_over import carry_over

SAME, MOVED, REWORDED, CHANGED, CORRECTED, GONE = (
    AnchorOrigin.SAME,
    AnchorOrigin.MOVED,
    AnchorOrigin.REWORDED,
    AnchorOrigin.FACT_CHANGED,
    AnchorOrigin.CORRECTED,
    AnchorOrigin.GONE,
)
Span = tuple[int, int]
Replacement = tuple[int, int, str]


@dataclass(frozen=True)
class Article:
    """The text, and where each claim stands in it."""

    text: str
    spans: Mapping[int, Span]

    def quote(self, number: int) -> str:
        return self.text[slice(*self.spans[number])]

    def paragraph(self, number: int) -> Span:
        start, end = self.spans[number]
        first = self.text.rfind("\n\n", 0, start) + 2
        last = self.text.find("\n\n", end)
        return first, last + 2 if last >= 0 else len(self.text)

    def sentence(self, number: int) -> Span:
        touched = sentences_touching(sentences(self.text, "de"), *self.spans[number])
        return touched[0][0], touched[-1][1]

    def within(self, span: Span) -> set[int]:
        return {
            number
            for number, (start, end) in self.spans.items()
            if span[0] <= start and end <= span[1]
        }


@dataclass(frozen=True)
class Edit:
    """What is replaced, and the states that claims may be in; those not named have to be the
    same, those 'anyhow' may be in any state whose place is right."""

    replaced: list[Replacement]
    states: Mapping[int, set[AnchorOrigin]] = field(default_factory=dict)
    anyhow: frozenset[int] = frozenset()
    corrections: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    default: frozenset[AnchorOrigin] = frozenset({SAME})


def inside(article: Article, number: int, pattern: str, new: str) -> Replacement:
    """A replacement within a claim's passage."""
    start, end = article.spans[number]
    found = re.search(pattern, article.text[start:end])
    assert found, f"claim {number} has no {pattern}"
    return start + found.start(), start + found.end(), new


def figure(number: int, new: str, *, also: Iterable[int] = ()) -> Callable[[Article], Edit]:
    def edit(article: Article) -> Edit:
        states = {number: {CHANGED}} | {one: {CHANGED} for one in also}
        return Edit([inside(article, number, r"\d+", new)], states)

    return edit


def word(
    number: int, pattern: str, new: str, *, also: Iterable[int] = (), anyhow: Iterable[int] = ()
) -> Callable[[Article], Edit]:
    def edit(article: Article) -> Edit:
        states = {number: {CHANGED}} | {one: {CHANGED} for one in also}
        return Edit([inside(article, number, pattern, new)], states, frozenset(anyhow))

    return edit


def source_dropped(article: Article) -> Edit:
    start, _end = article.spans[42]
    verb = article.text.index(" ", article.spans[42][1] + 1)
    states = {42: {GONE, CHANGED}, 43: {CHANGED}, 44: {CHANGED}, 45: {CHANGED, REWORDED}}
    return Edit([(start, article.spans[42][1], "Es"), (verb, verb, "")], states)


def corrected(article: Article) -> Edit:
    new = article.quote(67).replace("7000", "7644")
    start, end = article.spans[67]
    return Edit(
        [(start, end, new)],
        {67: {CORRECTED}},
        corrections={67: (article.quote(67), new)},
    )


def moved(article: Article) -> Edit:
    start, end = article.paragraph(111)
    target = article.paragraph(82)[0]
    block = article.text[start:end]
    states = {number: {SAME, MOVED} for number in article.within((target, end))}
    return Edit([(target, target, block), (start, end, "")], states)


def deleted(article: Article) -> Edit:
    span = article.paragraph(128)
    return Edit([(*span, "")], {number: {GONE} for number in article.within(span)})


def inserted(article: Article) -> Edit:
    place = article.paragraph(82)[0]
    return Edit([(place, place, "Ein neuer Absatz nennt 40 Betriebe. Sie liegen im Norden.\n\n")])


def other_quotes(article: Article) -> Edit:
    found = [(m.start(), m.end(), '"') for m in re.finditer("[„“]", article.text)]
    return Edit(found, default=frozenset({SAME, REWORDED}))


def no_umlauts(article: Article) -> Edit:
    spelt = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    found = [(m.start(), m.end(), spelt[m[0]]) for m in re.finditer("[äöüÄÖÜß]", article.text)]
    return Edit(found, default=frozenset({SAME, REWORDED}))


def turned(article: Article) -> Edit:
    verb, subject, *rest = article.quote(154).split()
    place = article.quote(153)
    start, end = article.spans[153][0], article.spans[154][1]
    words = f"{subject} {verb} {place[0].lower()}{place[1:]} {' '.join(rest)}"
    return Edit([(start, end, words)], {153: {REWORDED}, 154: {REWORDED}})


def negated(article: Article) -> Edit:
    end = article.spans[80][1]
    place = article.text.rindex(" ", 0, end)
    return Edit([(place, place, " nicht")], {80: {CHANGED}, 79: {CHANGED}}, frozenset({78}))


def stated(article: Article) -> Edit:
    states = {number: {CHANGED} for number in (91, 92, 93)}
    return Edit([inside(article, 93, "sollen", "wurden")], states, frozenset({94}))


def two_sentences_between(article: Article) -> Edit:
    end = article.sentence(41)[1]
    return Edit([(end, end, " Das sagen Kenner. Es gab 12 Berichte.")])


def everything(article: Article) -> Edit:
    parts = [figure(44, "350"), word(151, r"^\w+", "drei"), moved, deleted, inserted]
    made = [part(article) for part in parts]
    states = {number: held for edit in made for number, held in edit.states.items()}
    # The block that moves has claims whose words are edited nowhere else.
    return Edit([one for edit in made for one in edit.replaced], states)


EDITS: dict[str, Callable[[Article], Edit]] = {
    "another number of dead": figure(44, "350"),
    "digits swapped": figure(109, "126"),
    "at most": word(44, r"^\w+", "höchstens"),
    "about": word(44, r"^\w+", "rund"),
    "source dropped": source_dropped,
    "another length": figure(67, "7644"),
    "another length, as decided": corrected,
    "negated": negated,
    "another year": figure(56, "1929"),
    "another month": word(17, r"\w+$", "März"),
    "another name": word(34, r"\w+$", "Tokarew", also=(35,)),
    "another number in words": word(151, r"^\w+", "drei"),
    "less than": word(110, r"^\w+", "weniger"),
    "states what should be": stated,
    "paragraph moved": moved,
    "paragraph deleted": deleted,
    "paragraph inserted": inserted,
    "other quotation marks": other_quotes,
    "no umlauts": no_umlauts,
    "words turned round": turned,
    "sentences inserted": two_sentences_between,
    "several at once": everything,
}


def applied(text: str, replaced: Iterable[Replacement]) -> str:
    for start, end, new in sorted(replaced, key=lambda one: one[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def standing(span: Span, replaced: Iterable[Replacement]) -> Span | None:
    """Where untouched characters stand after an edit; None where they were touched."""
    shift = 0
    for start, end, new in replaced:
        if start < span[1] and span[0] < (end if end > start else start):
            return None
        if end <= span[0]:
            shift += len(new) - (end - start)
    return span[0] + shift, span[1] + shift


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    text = read_file(shared / "article" / "welt-2022-03-28.md").text
    found = locate(text, read_passages(FOLDER / "passages.json", "claims"))
    return Article(text, {int(name): span for name, span in found.items()})


def test_all_claims_have_their_place(article: Article) -> None:
    assert len(article.spans) == 180


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_article(article: Article, name: str) -> None:
    edit = EDITS[name](article)
    claims = [
        OldClaim(number, *span, (edit.corrections[number],) if number in edit.corrections else ())
        for number, span in article.spans.items()
    ]
    newer = applied(article.text, edit.replaced)
    found = carry_over(article.text, claims, newer, "de").claims
    print(name, dict(Counter(one.state.value for one in found)))  # noqa: T201  for the note
    wrong_places = {
        one.claim
        for one in found
        if one.start is not None
        and one.state not in (MOVED, GONE)
        and (wanted := standing(article.spans[one.claim], edit.replaced))
        and name not in ("paragraph moved", "several at once")
        and (one.start, one.end) != wanted
    }
    assert not wrong_places
    wrong_words = {
        one.claim
        for one in found
        if one.state in (SAME, MOVED)
        and one.start is not None
        and newer[one.start : one.end] != article.quote(one.claim)
        and edit.default == {SAME}
    }
    assert not wrong_words
    wrong_states = {
        one.claim: one.state.value
        for one in found
        if one.claim not in edit.anyhow
        and one.state not in edit.states.get(one.claim, edit.default)
    }
    assert not wrong_states
