"""The report as a page, read as a browser would."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import OutputError
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.source import SourceData, Stance
from claimdesk.domain.status import Status
from claimdesk.services.exporters import content
from claimdesk.services.exporters.html import css_string, html
from claimdesk.ui.colours import DARK, LIGHT, Tokens
from tests.support.page import Page

Make = Callable[..., Dossier]

FETCHING = {"script", "img", "link", "iframe", "object", "embed", "base", "form", "audio"}


def page_text(dossier: Dossier, language: str = "de") -> str:
    return html(content.build(dossier, made_at="2022-03-28T12:10:00Z", language=language))


def page(dossier: Dossier, language: str = "de") -> Page:
    return Page(page_text(dossier, language))


def check_self_contained(shown: Page) -> None:
    """Nothing is fetched, nothing runs, and links lead inside or to web and mail addresses."""
    assert not shown.open
    assert not shown.tags & FETCHING
    for tag, name, value in shown.attributes:
        assert name not in ("src", "srcset", "data", "action", "background", "poster"), tag
        assert not name.startswith("on"), name
        if name == "href":
            assert re.match("#|https?://|mailto:", value or ""), value


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("claims", [0, 1, 180])
def test_the_page_holds_every_claim_and_source_and_fetches_nothing(
    dossier: Make, claims: int, language: str
) -> None:
    made = dossier(claims=claims)
    shown = page(made, language)
    check_self_contained(shown)
    assert shown.declared == "DOCTYPE html"
    assert ("html", "lang", language) in shown.attributes
    for claim in made.claims:
        assert f"claim-{claim.row.number}" in shown.ids
        assert claim.row.statement in shown.text
    for source in made.sources:
        assert source.data.title in shown.text
    assert len([name for name in shown.ids if name.startswith("source-")]) == len(made.sources)


def test_a_thousand_claims_fit(dossier: Make) -> None:
    shown = page(dossier(claims=1000, evidence=5))
    check_self_contained(shown)
    assert len([name for name in shown.ids if name.startswith("claim-")]) == 1000


def test_the_same_dossier_gives_the_same_bytes(dossier: Make) -> None:
    assert page_text(dossier(claims=40)) == page_text(dossier(claims=40))


def test_the_policy_forbids_what_the_page_does_not_need(dossier: Make) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert ("meta", "content", policy) in page(dossier()).attributes
    assert not re.search(r"url\(|@import", page_text(dossier()))


def test_links_inside_lead_somewhere_and_ids_are_unique(dossier: Make) -> None:
    note = Note(1, "n", None, 1, "M", NoteRole.PASSAGE, "Meinung", "2022-03-28T12:00:00Z", 5, 9)
    shown = page(dossier(claims=30, notes=(note,)))
    assert len(shown.ids) == len(set(shown.ids))
    inside = {link[1:] for link in shown.links if link.startswith("#")}
    used = {value[1:] for _, name, value in shown.attributes if name == "href" and value[0] == "#"}
    assert inside <= used <= set(shown.ids)
    assert {f"claim-{n}" for n in range(1, 31)} <= inside
    assert {f"source-{n}" for n in range(1, 5)} <= inside


def test_headings_skip_no_level_and_headed_cells_say_what_they_head(dossier: Make) -> None:
    shown = page(dossier(claims=30))
    assert shown.headings[0] == 1
    for above, below in zip(shown.headings, shown.headings[1:], strict=False):
        assert below <= above + 1
    cells = page_text(dossier(claims=30)).count("<th ")
    assert cells == len(re.findall('<th scope="(?:row|col)"', page_text(dossier(claims=30)))) > 0


def test_the_words_are_german_or_english(dossier: Make) -> None:
    german, english = page(dossier(claims=20)).text, page(dossier(claims=20), "en").text
    for word in ("Prüfbericht · Zwischenstand", "Ergebnis: 14 von 20", "bewusst nicht geprüft: 2"):
        assert word in german
    for word in ("Verification report", "Result: 14 of 20", "left unchecked on purpose: 2"):
        assert word in english
    for word in ("nach dem Artikel erschienen", "28.03.2022", "Titel nicht gesehen", "kein Befund"):
        assert word in german
        assert word not in english
    for word in ("published after the article", "28 March 2022", "not seen", "not a finding"):
        assert word in english
        assert word not in german


def test_what_was_not_checked_is_named(dossier: Make) -> None:
    some = page(dossier(claims=10)).text
    assert "Was nicht geprüft wurde ungeprüft (1)" in some
    assert "bewusst nicht geprüft (1)" in some
    left = page(dossier(claims=10, statuses=(Status.VERIFIED, Status.LEFT_OUT))).text
    assert "Nicht geprüft. Bewusst nicht geprüft: 5." in left
    assert "reason 10:" in some.split("Was nicht geprüft wurde")[1]
    everything = page(dossier(claims=3, statuses=(Status.VERIFIED,))).text
    assert "Jede erfasste Behauptung ist geprüft." in everything
    assert "Zwischenstand" not in everything
    assert "nichts geprüft" in page(dossier(claims=0)).text


DECIDED = {
    "decided_by": "Ösel",
    "decided_at": "2022-03-29T08:00:00.000Z",
    "reason": "Zu ungenau.",
}


def test_corrections_come_first_old_beside_new(discussed: Make) -> None:
    shown = page(discussed())
    check_self_contained(shown)
    first = shown.text.split("Ergebnis:")[1].split("Alle Behauptungen in")[0]
    wordings = "Alter Wortlaut Neuer Wortlaut 104 Menschen rund 100 Menschen"
    proposed = f"{wordings} Das Jahrbuch rundet. vorgeschlagen Martha Müller, 28.03.2022"
    assert proposed in first
    assert "Noch kein neuer Wortlaut vorgeschlagen." in first, "claim 6 is false"
    assert first.index(wordings) < first.index("Offene Rückfragen")
    assert shown.text.count(proposed) == 2, "once first, once at its claim"
    for word in ("Old wording New wording", "proposed Martha", "No new wording has been proposed"):
        assert word in page(discussed(), "en").text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (CorrectionState.ACCEPTED, "angenommen"),
        (CorrectionState.DECLINED, "abgelehnt"),
        (CorrectionState.DROPPED, "Textstelle gestrichen"),
    ],
)
def test_a_decision_says_who_when_and_why(
    discussed: Make, state: CorrectionState, words: str
) -> None:
    shown = page(discussed(correction={"state": state, **DECIDED})).text
    assert (
        f"{words} Ösel, 29.03.2022, 08:00 UTC · vorgeschlagen von Martha Müller, "
        "28.03.2022, 12:06 UTC Begründung: Zu ungenau."
    ) in shown


def test_a_dropped_passage_without_new_wording(discussed: Make) -> None:
    state = CorrectionState.DROPPED
    shown = page(discussed(correction={"state": state, "new_wording": "", **DECIDED})).text
    assert "104 Menschen – Das Jahrbuch" in shown


def test_open_questions_have_a_section_of_their_own(discussed: Make) -> None:
    shown = page(discussed())
    check_self_contained(shown)
    section = shown.text.split("Offene Rückfragen")[2].split("Zu entscheiden")[0]
    asked = "Rückfrage an eine Quelle (Frau Öhm): Gilt das? Martha Müller, 28.03.2022, 12:06 UTC"
    assert f"Behauptung 7 {asked} Noch keine Antwort." in section
    assert f"Zum Artikel {asked} Noch keine Antwort." in section
    assert "#claim-7" in shown.links
    answer = "Antwort: Ja, so ist es. Ösel, 28.03.2022, 12:06 UTC"
    assert answer not in section
    at_claim = shown.text.split("Behauptung 7 ·")[1].split("Behauptung 8 ·")[0]
    assert asked in at_claim
    assert answer in at_claim
    assert answer in shown.text.split("Beantwortete Rückfragen zum Artikel")[1]
    assert "Question to a source (Frau Öhm): Gilt das?" in page(discussed(), "en").text


def test_a_report_without_them_has_no_empty_sections(dossier: Make) -> None:
    shown = page(dossier(statuses=(Status.VERIFIED,))).text
    for word in ("Korrektur", "Rückfrage", "Wortlaut"):
        assert word not in shown


def test_the_as_of_date_stands_at_the_claim(dossier: Make) -> None:
    shown = page(dossier(claims=2)).text
    assert "Stand 28.03.2022" in shown.split("Behauptung 1 ·")[1].split("Behauptung 2 ·")[0]
    assert "as of 28 March 2022" in page(dossier(claims=2), "en").text


def test_no_share_of_truth_is_shown(dossier: Make) -> None:
    assert "%" not in page(dossier(claims=20)).text


def test_a_sample_says_so(dossier: Make) -> None:
    made = dossier()
    sample = replace(made, desk=replace(made.desk, sample=True))
    assert "Beispiel-Desk" in page(sample).text
    assert "Beispiel-Desk" not in page(made).text


def test_only_clickable_addresses_are_links(dossier: Make) -> None:
    sources = tuple(
        SourceData(f"Quelle {place}", url=url)
        for place, url in enumerate(
            ["https://example.org/?a=1&b=2", "javascript:alert(1)", "file:///etc/passwd", "//host"]
        )
    )
    shown = page(dossier(sources=sources))
    outside = {link for link in shown.links if not link.startswith("#")}
    assert outside == {"https://kleine-zeitung.example/stadt", "https://example.org/?a=1&b=2"}
    assert "javascript:alert(1)" in shown.text


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\x00\u202eabc\ud800",
    '"; } body { display: none',
    "%s {name} & &amp; <!-- ",
)


def _pages(make: Make, bad: str) -> Iterator[Page]:
    source = SourceData(bad, author=bad, publisher=bad, url=bad, remark=bad, language=bad)
    made = make(claims=3, statement=bad, note=bad, title=bad, people=(bad,), sources=(source,) * 3)
    made = replace(made, desk=replace(made.desk, title=bad))
    data = replace(made.article.data, language=bad, url=bad, author=bad)
    yield page(replace(made, article=replace(made.article, data=data)))


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_words_stay_words(dossier: Make, bad: str) -> None:
    for shown in _pages(dossier, bad):
        check_self_contained(shown)
    assert not set(page_text(dossier(statement=bad, title=bad))) & set("\x00\u202e\ud800")


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_words_stay_words_in_what_was_discussed(discussed: Make, bad: str) -> None:
    wording = {"old_wording": bad, "new_wording": bad, "why": bad, **DECIDED, "reason": bad}
    made = discussed(correction=wording, question={"text": bad, "name": bad, "asked_by": bad})
    check_self_contained(page(made))
    assert not set(page_text(made)) & set("\x00\u202e\ud800")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(bad=st.text(st.sampled_from("<>\"'&/\\;:{}%!-=*#\x00\u202e\n scriptaj"), min_size=1))
def test_any_words_stay_words(dossier: Make, bad: str) -> None:
    for shown in _pages(dossier, bad):
        check_self_contained(shown)


@given(st.text())
def test_a_css_string_ends_where_it_should(text: str) -> None:
    inside = css_string(text)[1:-1]
    assert not set(inside) & set("\"'<>\n;{}")
    assert re.fullmatch(r"(?:\\[0-9a-f]+ |[^\\])*", inside)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_colours_are_the_windows(dossier: Make, scheme: Tokens) -> None:
    style = page_text(dossier())
    for status, (mark, ink, fill, _strong) in scheme.status.items():
        for name, colour in (("mark", mark), ("ink", ink), ("fill", fill)):
            assert f"--{status}-{name}: {colour.lower()};" in style
    for name in ("paper", "line", "text", "text2", "text3", "accent"):
        assert f"--{name}: {scheme.neutral[name].lower()};" in style


def test_every_status_and_stance_has_its_icon(dossier: Make) -> None:
    ids = page(dossier()).ids
    assert {f"i-{name}" for name in (*Status, *Stance)} <= set(ids)


def test_sentences_nobody_looked_at_are_counted_and_listed(dossier: Make) -> None:
    made = dossier(claims=2)
    assert made.revision
    text = f"{made.revision.text} Niemand sah <das>."
    longer = replace(made, revision=replace(made.revision, text=text))
    page = html(content.build(longer, made_at="2022-03-28T12:10:00Z", language="de"))
    assert "Nicht angesehene Sätze: 1." in page
    assert "<li>Niemand sah &lt;das&gt;.</li>" in page
    assert "Nicht angesehene" not in html(
        content.build(made, made_at="2022-03-28T12:10:00Z", language="de")
    )


def test_a_house_s_own_style_takes_the_place_of_ours(dossier: Make, user_folder: Path) -> None:
    own = user_folder / "reports"
    own.mkdir()
    (own / "report.css").write_text("body { color: #123456 }")
    assert "body { color: #123456 }" in page_text(dossier())


def test_a_house_s_own_page_that_cannot_be_read_is_one_sentence(
    dossier: Make, user_folder: Path
) -> None:
    own = user_folder / "reports"
    own.mkdir()
    (own / "report.html.j2").write_text("{% nonsense")
    with pytest.raises(OutputError, match="The page cannot be made from"):
        page_text(dossier())


def test_text_and_claims_lead_to_each_other(dossier: Make) -> None:
    shown = page(dossier(claims=3))
    for number in (1, 2, 3):
        assert f"passage-{number}" in shown.ids
        assert shown.links.count(f"#passage-{number}") == 1
        assert f"#claim-{number}" in shown.links


def test_each_status_there_can_be_shown_alone_without_a_script(dossier: Make) -> None:
    shown = page_text(dossier(claims=len(Status)))
    offered = re.findall(r'<input type="radio" name="status" id="only-(\w+)">', shown)
    assert sorted(offered) == sorted(set(re.findall(r'class="claim s-(\w+)"', shown)))
    for status in offered:
        assert f"body:has(#only-{status}:checked) .claim:not(.s-{status}, :target)" in shown
    assert "@supports not selector(:has(*)) { .filter { display: none; } }" in shown


def test_claims_that_share_a_passage_are_all_linked_from_it(dossier: Make) -> None:
    made = dossier(claims=3)
    sharing = tuple(replace(one, anchor=made.claims[0].anchor) for one in made.claims)
    shown = page(replace(made, claims=sharing))
    assert {f"passage-{n}" for n in (1, 2, 3)} <= set(shown.ids) & {a[1:] for a in shown.links}


def test_an_article_without_text_has_no_section_and_no_links_to_it(dossier: Make) -> None:
    shown = page(replace(dossier(claims=3), revision=None))
    assert "text" not in shown.ids
    assert not [link for link in shown.links if link.startswith(("#text", "#passage-"))]
