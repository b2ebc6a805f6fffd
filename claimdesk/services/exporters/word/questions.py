"""The question sheet as a Word file, with room for the answers."""

from collections.abc import Iterator

from claimdesk.i18n import speaking
from claimdesk.services.exporters.question_sheet import Asked, QuestionSheet, Rewording
from claimdesk.services.exporters.questions_pdf import sheet_words
from claimdesk.services.exporters.word.markup import (
    TEXT_WIDTH,
    cell,
    paragraph,
    paragraphs,
    row,
    run,
    shaded,
    table,
)
from claimdesk.services.exporters.word.package import WordFile
from claimdesk.services.exporters.word.parts import Parts

_ROOM = (1_100, TEXT_WIDTH - 1_100)


def questions(sheet: QuestionSheet, made_at: str) -> bytes:
    """The sheet as a Word file, in its own language."""
    with speaking(sheet.language):
        file, words = WordFile(sheet.language), sheet_words(sheet)
        file.fill("".join(_Writer(file, sheet, words).body()))
        title = sheet.head.title
        file.run_heads(kind=words["title"], title=title, made=words["made"])
        file.describe(f"{words['title']}: {title}", "", made_at)
        return file.bytes()


class _Writer:
    """Writes one sheet."""

    def __init__(self, file: WordFile, sheet: QuestionSheet, words: dict[str, str]) -> None:
        self._sheet, self._words = sheet, words
        self._parts = Parts(file, sheet.head.language)

    def body(self) -> Iterator[str]:
        """All of it."""
        given, words = self._sheet.head, self._words
        yield paragraph(run(words["title"]), style="Kicker")
        yield paragraph(self._parts.of_article(given.title), style="Title")
        told = [given.author or ""]
        if given.revision:
            told.append(f"{words['revision']} {given.revision.number}")
        yield paragraph(run(" · ".join(filter(None, [*told, given.made_at])), "Quiet"))
        for group in self._sheet.groups:
            yield paragraph(run(group.to), style="Heading1")
            for at, one in enumerate(group.asked, 1):
                yield from self._asked(at, one)
        if self._sheet.rewordings:
            yield paragraph(run(words["corrections"]), style="Heading1")
        for rewording in self._sheet.rewordings:
            yield from self._rewording(rewording)

    def _asked(self, at: int, one: Asked) -> Iterator[str]:
        words, number = self._words, one.question.number
        about = words["on_article"] if number is None else words["claim"].format(number=number)
        yield paragraph(run(f"{at}. {about}"), style="Kicker", properties=_APART)
        if one.passage:
            yield self._parts.passage(one.passage)
        yield paragraphs(one.question.text, "Question")
        label = paragraph(run(words["answer"], "Quiet"), style="Cell")
        room = paragraph(style="Cell") + paragraph(style="Cell")
        ground = shaded("#F4F4F2") + _INSET
        cells = (cell(_ROOM[0], label, ground), cell(_ROOM[1], room, ground))
        yield table(_ROOM, [row(cells)], ruled=False)
        yield paragraph(
            run(", ".join((one.question.asked_by, one.question.asked_at))), style="Signed"
        )

    def _rewording(self, one: Rewording) -> Iterator[str]:
        number = self._words["claim"].format(number=one.number)
        yield paragraph(run(number), style="Kicker", properties=_APART)
        yield paragraph(run(one.statement), properties="<w:keepNext/>")
        yield self._parts.wordings(one.correction)


_INSET = '<w:tcMar><w:left w:w="113" w:type="dxa"/></w:tcMar>'
_APART = '<w:spacing w:before="280"/>'
