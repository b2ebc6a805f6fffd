"""What others said to our comments, however their program wrote it."""

from types import ModuleType

import pytest

from claimdesk.domain.comment_mark import key_of, mark_line, signed
from claimdesk.domain.imported import ImportedText
from claimdesk.services.importers.intake import read_bytes

AUTHOR = signed("Martha Müller")
ASKED = "2030-01-01T08:00:00Z"


def comment(make: ModuleType, id_: int, author: str, text: str, date: str = ASKED) -> str:
    lines = "".join(make.p(line) for line in text.split("\n"))
    return f'<w:comment w:id="{id_}" w:author="{author}" w:date="{date}">{lines}</w:comment>'


def ours(number: int) -> str:
    words = f"Behauptung {number} · belegt\nSo steht es da."
    return f"{words}\n{mark_line(number, f'claim-{number}', words)}"


def at(make: ModuleType, words: str, *ids: int) -> str:
    """A paragraph with comments around the same words."""
    starts = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in ids)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{one}"/><w:r><w:commentReference w:id="{one}"/></w:r>'
        for one in ids
    )
    return make.p("Davor ", starts, words, ends, " danach.")


def read(make: ModuleType, body: str, *comments: str) -> ImportedText:
    return read_bytes(make.docx(body, comments="".join(comments)), "zurück.docx")


def said(text: ImportedText) -> list[tuple[int, str | None, str]]:
    return [(one.mark.number, one.lead.said_by, one.lead.text) for one in text.replies]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_without_threads_a_comment_at_the_same_words_is_a_reply(
    make: ModuleType, order: tuple[int, int]
) -> None:
    text = read(
        make,
        at(make, "412 Schiffe", *order),
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, "Anna Autor", "Ja."),
    )
    assert said(text) == [(3, "Anna Autor", "Ja.")]
    assert (text.leads, text.replies[0].asked) == ((), ASKED)
    assert text.replies[0].mark.key == key_of("claim-3")


def test_where_two_of_ours_stand_at_the_words_nothing_is_guessed(make: ModuleType) -> None:
    text = read(
        make,
        at(make, "412 Schiffe", 1, 2, 3),
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, AUTHOR, ours(4)),
        comment(make, 3, "Anna Autor", "Ja."),
    )
    assert said(text) == []
    assert [lead.text for lead in text.leads] == ["Ja."]


def test_a_comment_at_other_words_is_a_lead(make: ModuleType) -> None:
    text = read(
        make,
        at(make, "412 Schiffe", 1) + at(make, "398 Schiffe", 2),
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, "Lea Legal", "Prüfen wir."),
    )
    assert said(text) == []
    assert [(lead.said_by, lead.text) for lead in text.leads] == [("Lea Legal", "Prüfen wir.")]


def test_a_reply_that_repeats_ours_says_only_what_is_its_own(make: ModuleType) -> None:
    quoted = f'Antwort an {AUTHOR} (01.01.2030, 08:00): "{ours(3)}"\nDoch.'
    text = read(
        make,
        at(make, "412 Schiffe", 1, 2),
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, "Anna Autor", quoted),
    )
    assert said(text) == [(3, "Anna Autor", "Doch.")]


def test_in_word_a_thread_of_its_own_is_no_reply(make: ModuleType) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId'
    comments = [
        comment(make, id_, author, text).replace("<w:p>", f'<w:p {space}="{id_}">')
        for id_, author, text in ((1, AUTHOR, ours(3)), (2, "Lea Legal", "Prüfen wir."))
    ]
    threads = '<w:commentEx w:paraId="1" w:done="0"/><w:commentEx w:paraId="2" w:done="0"/>'
    nameless = comment(make, 3, "Lea Legal", "Ohne Kennung.")
    listed = threads + '<w:commentEx w:done="0"/>'
    body = at(make, "412 Schiffe", 1, 2) + at(make, "398 Schiffe", 3)
    content = make.docx(body, comments="".join(comments) + nameless, commentsExtended=listed)
    text = read_bytes(content, "a.docx")
    assert (said(text), [one.text for one in text.leads]) == ([], ["Prüfen wir.", "Ohne Kennung."])


def test_replies_to_replies_belong_to_the_claim_too(make: ModuleType) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId'
    ids = {1: "00000001", 2: "00000002", 3: "00000003", 4: "00000004"}
    comments = [
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, "Anna Autor", "Ja.", "2030-01-02T08:00:00Z"),
        comment(make, 3, "Edda Editor", "Gut.", "2030-01-03T08:00:00Z"),
        comment(make, 4, "Lea Legal", "Eigenes.", "2030-01-03T08:00:00Z"),
    ]
    named = [
        name[:-16].rpartition("<w:p>")[0]
        + f'<w:p {space}="{ids[at_]}">'
        + name.rpartition("<w:p>")[2]
        for at_, name in enumerate(comments, 1)
    ]
    threads = "".join(
        f'<w:commentEx w:paraId="{ids[child]}" w:paraIdParent="{ids[parent]}" w:done="0"/>'
        for child, parent in ((2, 1), (3, 2))
    )
    done = f'<w:commentEx w:paraId="{ids[1]}" w:done="1"/>'
    content = make.docx(
        at(make, "412 Schiffe", 1, 2, 3) + at(make, "398 Schiffe", 4),
        comments="".join(named),
        commentsExtended=threads + done,
    )
    text = read_bytes(content, "zurück.docx")
    assert said(text) == [(3, "Anna Autor", "Ja."), (3, "Edda Editor", "Gut.")]
    assert [lead.text for lead in text.leads] == ["Eigenes."]
    assert text.done == 1


def test_replies_at_a_passage_that_was_deleted_are_kept(make: ModuleType) -> None:
    def inside(id_: int) -> str:
        return (
            f'<w:commentRangeStart w:id="{id_}"/><w:r><w:delText>412</w:delText></w:r>'
            f'<w:commentRangeEnd w:id="{id_}"/><w:r><w:commentReference w:id="{id_}"/></w:r>'
        )

    body = make.p("Davor ", f"<w:del>{inside(1)}{inside(2)}{inside(3)}</w:del>", "danach.")
    quoted = f'"{ours(3)}"\nKann weg.'
    text = read(
        make,
        body,
        comment(make, 1, AUTHOR, ours(3)),
        comment(make, 2, "Anna Autor", quoted),
        comment(make, 3, "Lea Legal", "Prüfen wir."),
    )
    assert text.text == "Davor danach."
    assert ((3, "Anna Autor", "Kann weg.") in said(text), text.leads) == (True, ())


def test_threads_that_go_round_in_a_ring_are_read(make: ModuleType) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId'
    comments = "".join(
        comment(make, id_, "A", text).replace("<w:p>", f'<w:p {space}="{id_}">')
        for id_, text in ((1, "Eins"), (2, "Zwei"))
    ) + comment(make, 3, AUTHOR, ours(3))
    ring = '<w:commentEx w:paraId="1" w:paraIdParent="2"/><w:commentEx w:paraId="2" w:paraIdParent="1"/>'
    body = at(make, "412 Schiffe", 1, 2, 3)
    text = read_bytes(make.docx(body, comments=comments, commentsExtended=ring), "a.docx")
    assert sorted(lead.text for lead in text.leads) == ["Eins", "Zwei"]


def test_replies_in_an_opendocument_text(make: ModuleType) -> None:
    def annotation(name: str, author: str, text: str, more: str = "") -> str:
        lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
        return (
            f'<office:annotation office:name="{name}" {more}><dc:creator>{author}</dc:creator>'
            f"<dc:date>2030-01-01T08:00:00</dc:date>{lines}</office:annotation>"
        )

    space = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
    body = (
        "<text:p>Davor "
        + annotation("a", AUTHOR, ours(3), f'{space}loext:resolved="true"')
        + "412<office:annotation-end office:name='a'/> Schiffe"
        + annotation("b", "Anna Autor", "Ja.", f'{space}loext:parent-name="a"')
        + ".</text:p>"
    )
    text = read_bytes(make.odt(body), "zurück.odt")
    assert (said(text), text.leads, text.done) == ([(3, "Anna Autor", "Ja.")], (), 1)


def test_what_was_typed_into_ours_counts_as_said_by_whoever_saved(make: ModuleType) -> None:
    import io
    import zipfile

    content = make.docx(
        at(make, "412 Schiffe", 1), comments=comment(make, 1, AUTHOR, f"{ours(3)}\nStimmt.")
    )
    held = io.BytesIO(content)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("docProps/core.xml", "<c><lastModifiedBy>Edda Editor</lastModifiedBy></c>")
    assert said(read_bytes(held.getvalue(), "a.docx")) == [(3, "Edda Editor", "Stimmt.")]
    assert said(read_bytes(content, "a.docx")) == [(3, "not named", "Stimmt.")]
