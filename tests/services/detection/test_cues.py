"""What single passes see."""

from collections.abc import Callable

import pytest

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues import cues_of
from claimdesk.services.detection.measures import measures
from claimdesk.services.detection.resolve import by_rules
from claimdesk.services.detection.sentence import Sentence

Read = Callable[..., list[Sentence]]


def cues(sentence: Sentence) -> set[tuple[str, Kind]]:
    return {(sentence.between(cue.first, cue.last), cue.kind) for cue in cues_of(sentence)}


@pytest.mark.parametrize(
    ("text", "language", "words", "kind"),
    [
        ("Es kamen mindestens 250 Menschen.", "de", "mindestens 250 Menschen", Kind.QUANTITY),
        ("Zehntausende zogen durch die Stadt.", "de", "Zehntausende", Kind.QUANTITY),
        ("Er starb am 3. März 1987 in Bonn.", "de", "am 3. März 1987", Kind.DATE),
        ("Um 18.45 Uhr schloss sie ab.", "de", "Um 18.45 Uhr", Kind.DATE),
        ("Das dauerte drei Wochen.", "de", "drei Wochen", Kind.DATE),
        ("Da kam Bürgermeister Alois Weber.", "de", "Bürgermeister Alois Weber", Kind.NAME_OFFICE),
        ("Er sprach von „einem Rennen“.", "de", "„einem Rennen“", Kind.QUOTE),
        ("It cost $1.4 million last year.", "en", "$1.4 million", Kind.QUANTITY),
        ("He left at ten to six.", "en", "at ten to six", Kind.DATE),
        ("The van arrived from Leeds.", "en", "from Leeds", Kind.GEOGRAPHY),
    ],
)
def test_a_pass_sees_its_passage(
    read: Read, text: str, language: str, words: str, kind: Kind
) -> None:
    (sentence,) = read(text, language)
    assert (words, kind) in cues(sentence)


def test_a_month_is_no_figure(read: Read) -> None:
    (sentence,) = read("Das war am 14. Mai 2024.")
    assert Kind.QUANTITY not in {kind for _, kind in cues(sentence)}


def test_rules_alone_take_no_word_twice(read: Read) -> None:
    for sentence in read("Laut Polizei starben 2019 mindestens zwölf Menschen, weil Gas austrat."):
        taken: list[int] = []
        for cue in by_rules(sentence, cues_of(sentence)):
            taken += range(cue.first, cue.last + 1)
        assert len(taken) == len(set(taken))
        assert taken


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Es waren mindestens 250 Euro.", "de", (250, "Euro", 250, None, False)),
        ("Es waren rund 1,5 Mio. Euro.", "de", (1_500_000, "Euro", None, None, True)),
        ("Es waren knapp 30 Prozent.", "de", (30, "Prozent", None, 30, True)),
        ("Es waren zwischen 10 und 20 Meter.", "de", (None, "Meter", 10, 20, False)),
        ("Es waren zwischen 1 und 2 Millionen Meter.", "de", (None, "Meter", 1e6, 2e6, False)),
        ("They paid up to $900,000 for it.", "en", (900_000, "$", None, 900_000, False)),
        ("It was about 97% of them.", "en", (97, "%", None, None, True)),
    ],
)
def test_figures_become_numbers(
    read: Read,
    text: str,
    language: str,
    expected: tuple[float | None, str, float | None, float | None, bool],
) -> None:
    (sentence,) = read(text, language)
    (one,) = measures(sentence, 0, len(sentence.tokens) - 1)
    figure = one.figure
    assert (
        figure.value,
        figure.unit,
        figure.lower,
        figure.upper,
        figure.approximate,
    ) == expected
