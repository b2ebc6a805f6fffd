"""Slips that a text gives away, and likenesses that are none."""

import pytest

from claimdesk.domain.remark import RemarkKind
from claimdesk.i18n import speaking
from claimdesk.services.detection.remarks import remarks_of

HEAD = "Kopf\n\n"


def kinds(text: str, language: str) -> list[RemarkKind]:
    return [remark.kind for remark in remarks_of(HEAD + text, language)]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "„Wir warten, sagte sie. Dann ging sie.", RemarkKind.QUOTATION_MARK),
        ("de", "Wir warten“, sagte sie.", RemarkKind.QUOTATION_MARK),
        ("de", "»Wir warten, sagte sie.", RemarkKind.QUOTATION_MARK),
        ("en", "“We wait, she said. Then she left.", RemarkKind.QUOTATION_MARK),
        ("en", 'He said: "We wait. Then he left.', RemarkKind.QUOTATION_MARK),
        ("de", "Es war Donnerstag, der 14. Juni 2024.", RemarkKind.WEEKDAY),
        ("de", "Am 31. November 2025 beginnt der Umbau.", RemarkKind.NO_SUCH_DAY),
        ("de", "Am 30. Februar endet die Frist.", RemarkKind.NO_SUCH_DAY),
        ("de", "Am Montag, dem 31. Februar 2024, war nichts.", RemarkKind.NO_SUCH_DAY),
        ("de", "Es begann am 29.02.2023.", RemarkKind.NO_SUCH_DAY),
        ("en", "On 31 November the work begins.", RemarkKind.NO_SUCH_DAY),
        ("en", "On June 31 the work begins.", RemarkKind.NO_SUCH_DAY),
        ("de", "Der Minister regierte von 2012 bis 2008.", RemarkKind.DURATION_DIFFERS),
        ("en", "He ruled from 2012 until 2008.", RemarkKind.DURATION_DIFFERS),
        (
            "de",
            "Es gaben 12.000 von 20.000 Leuten ihre Stimme ab, das sind 70 Prozent.",
            RemarkKind.PERCENTAGE,
        ),
        ("en", "Turnout was 12,000 of 20,000 voters, or 70 percent.", RemarkKind.PERCENTAGE),
        (
            "de",
            "Der Rat tagt am Montag, 4. Mai. Bis Dienstag, 4. Mai, liegt der Plan aus.",
            RemarkKind.WEEKDAY,
        ),
        (
            "en",
            "They meet on Monday, May 4. On Tuesday, May 4, the hall is closed.",
            RemarkKind.WEEKDAY,
        ),
        (
            "de",
            "Vizepräsidentin Ines Moll kam. Am Abend sagte Präsidentin Moll nichts dazu.",
            RemarkKind.OFFICE_DIFFERS,
        ),
        (
            "de",
            "Baudezernent Jan Reeb kam zu Fuß. Schuldezernent Reeb ging früh.",
            RemarkKind.OFFICE_DIFFERS,
        ),
        (
            "en",
            "Ada Penn, the deputy mayor, opened the hall. The key was lost, says Mayor Penn.",
            RemarkKind.OFFICE_DIFFERS,
        ),
        (
            "en",
            "Foreign minister Ada Penn came by train. The cost, says health minister Penn, is low.",
            RemarkKind.OFFICE_DIFFERS,
        ),
        (
            "de",
            "Ida Moll, 73, lacht. Mit ihren 71 Jahren putzt sie wieder.",
            RemarkKind.AGE_DIFFERS,
        ),
        (
            "en",
            "Ada Penn, 41, laughs. The rest is luck, says Penn, 44, a baker.",
            RemarkKind.AGE_DIFFERS,
        ),
        (
            "de",
            "Sie kauften 40 Stühle zu je 30 Euro, zusammen also für 1300 Euro.",
            RemarkKind.SUM,
        ),
        ("en", "They bought 40 chairs at 30 euros each, in all 1,300 euros.", RemarkKind.SUM),
        (
            "de",
            "Die Wehr rückte 30 Mal aus. Zwölfmal war es Feuer, neunmal Wasser, sechsmal nichts.",
            RemarkKind.SUM,
        ),
        (
            "de",
            "Das Land grenzt an drei Staaten: im Norden an Ostrien, im Süden an Westrien.",
            RemarkKind.COUNT_ANNOUNCED,
        ),
        (
            "de",
            "Es gibt drei Wege. Der erste ist teuer. Der zweite ist lang.",
            RemarkKind.COUNT_ANNOUNCED,
        ),
        (
            "en",
            "At the public hearing in April nobody spoke. Since the June hearing all is quiet.",
            RemarkKind.DATE_DIFFERS,
        ),
        (
            "en",
            "Superintendent Dilys Crane came. In the evening Supt Crain left.",
            RemarkKind.NAME_SPELLING,
        ),
        ("en", "It was on Monday, June 14, 2024.", RemarkKind.WEEKDAY),
        (
            "de",
            "Ministerin Anna Dorvan kam. Am Abend ging Ministerin Dorwan wieder.",
            RemarkKind.NAME_SPELLING,
        ),
        (
            "en",
            "Mayor Ruth Whitlock came. In the evening Mrs Whitelock left.",
            RemarkKind.NAME_SPELLING,
        ),
        ("de", "Es halten der Kreis 60, die Stadt 25 und das Land 20 Prozent.", RemarkKind.SUM),
        ("de", "Von 40 Spielen, also 24 Siegen, neun Remis und 11 Niederlagen.", RemarkKind.SUM),
        ("en", "The total of 120 is made up of 70 buses and 40 trams.", RemarkKind.SUM),
        ("de", "Es fehlen 86 der insgesamt 410 Leute, also jeder Dritte.", RemarkKind.PERCENTAGE),
        ("en", "It rose from 30 to 39 pounds, an increase of 45%.", RemarkKind.PERCENTAGE),
        (
            "de",
            "Drei Dinge fehlen: das Geld und die Zeit.",
            RemarkKind.COUNT_ANNOUNCED,
        ),
        (
            "de",
            "Er drehte elf Spielfilme. Später lobte sie seine zwölf Spielfilme.",
            RemarkKind.QUANTITY_DIFFERS,
        ),
        (
            "de",
            "Die im Februar beschlossene Kündigung kam. Seit der Kündigung im März ist Ruhe.",
            RemarkKind.DATE_DIFFERS,
        ),
        ("de", "Die Firma Lanz zahlt. Später zahlte auch Lantz.", RemarkKind.NAME_SPELLING),
        (
            "de",
            "Um 7.40 Uhr brach das Feuer aus. Gelöscht war es um 11.15 Uhr, nach fünf Stunden.",
            RemarkKind.DURATION_DIFFERS,
        ),
        (
            "en",
            "The strike began on 29 April. It lasted for 12 days and ended on 19 May.",
            RemarkKind.DURATION_DIFFERS,
        ),
        ("de", "Von 1987 bis 1994 war er zwölf Jahre lang Trainer.", RemarkKind.DURATION_DIFFERS),
        (
            "de",
            "Sie wurde 1941 in Bonn geboren. Als sie 1968 mit 33 Jahren filmte, lachte sie.",
            RemarkKind.AGE_DIFFERS,
        ),
        ("de", "Gesine Pohlmann, 61, ist Ärztin. Im Mai wird sie 64.", RemarkKind.AGE_DIFFERS),
        (
            "de",
            "Er siegte mit 501 Punkten vor Ott mit 452 Punkten, ein Vorsprung von 54 Punkten.",
            RemarkKind.SUM,
        ),
        ("de", "Er lief 2:08:41 Stunden, schneller als 2:09:45 um 1:14 Minuten.", RemarkKind.SUM),
        ("en", "The five-member board met. The rule passed 4-3.", RemarkKind.SUM),
        ("de", "Alle neun Mitglieder kamen. Es endete mit fünf zu drei.", RemarkKind.SUM),
        ("de", "Von 640 Gästen kamen viele. Es waren 410 und 150.", RemarkKind.SUM),
        ("en", "Theft: 1,930\nArson: 640\nFraud: 1,075\nTotal: 3,745", RemarkKind.SUM),
        ("de", "Die Zahl stieg von 30 auf 75, sie verdoppelte sich.", RemarkKind.PERCENTAGE),
        ("de", "Es waren 18 Prozent, also jeder Dritte.", RemarkKind.PERCENTAGE),
        (
            "de",
            "Früher waren es 7,90 Euro. Heute sind es 13,40 Euro, ein Plus von 45 Prozent.",
            RemarkKind.PERCENTAGE,
        ),
        ("de", "Laut Artikel 62 gilt das. Später hieß es Artikel 26.", RemarkKind.QUANTITY_DIFFERS),
        (
            "de",
            "Zum vierten Mal nach 2012 und 2016 wurde geprüft.",
            RemarkKind.COUNT_ANNOUNCED,
        ),
        (
            "de",
            "Das stieg von 12,1 auf 18,4 Millionen Euro, ein Plus von rund 40 Prozent.",
            RemarkKind.PERCENTAGE,
        ),
        (
            "en",
            "It rose from 12.1 to 18.4 million pounds, an increase of 40 per cent.",
            RemarkKind.PERCENTAGE,
        ),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro, 40 Prozent mehr als geplant. Damals war von 12,1 "
                "Millionen Euro die Rede."
            ),
            RemarkKind.PERCENTAGE,
        ),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro. Nach Abzug von 6,5 und 2 Millionen Euro bleiben "
                "8,9 Millionen Euro."
            ),
            RemarkKind.SUM,
        ),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro, zuvor 12,1 Millionen Euro.\n\nDas Land gibt "
                "höchstens 6,5 Millionen Euro. Vom Bund kommen 2 Millionen Euro. Den Rest von 8,9 "
                "Millionen Euro trägt die Stadt."
            ),
            RemarkKind.SUM,
        ),
        (
            "en",
            "It costs £18.4m. The state pays £6.5m and Kent £2m. The remaining £8.9m are ours.",
            RemarkKind.SUM,
        ),
    ],
)
def test_a_slip_is_noticed(language: str, text: str, kind: RemarkKind) -> None:
    assert kinds(text, language) == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Wir warten“, sagte sie. „Dann gehen wir.“"),
        ("en", "“We wait.\n\n“We wait longer,” she said."),
        ("en", "It’s the dogs’ house, isn’t it?"),
        ("de", "Es war Freitag, der 14. Juni 2024."),
        ("de", "Am 29. Februar 2024 und am 31. März war nichts, am 29. Februar auch."),
        ("de", "Er kam auf Platz 38. Mai und Juni waren kalt."),
        ("en", "On 30 November 2025 and on February 29, 2024, the work began."),
        ("en", "In November 31 people came. In June 31 left."),
        ("de", "Er regierte von 2008 bis 2012. Der Preis sank von 2012 bis 1900 Euro."),
        ("de", "Es kommen von 2000 bis 1800 Gäste, und die Reiche von 1800 bis 1600 v. Chr."),
        ("en", "The number fell from 2012 to 1998. He ruled from 2008 to 2012."),
        ("en", "It went from 2012 to 1998 votes."),
        ("de", "Es kamen 12.000 von 20.000 Wahlberechtigten, das sind rund 62 Prozent."),
        ("de", "Es kamen 12.050 von 20.000 Wahlberechtigten, also 60 Prozent."),
        ("de", "Ministerin Anna Meier kam. Mit ihr kam Minister Karl Maier."),
        ("de", "Der Berliner Richter Thomas Bergmann traf Bergmanns Anwalt."),
        ("de", "Es halten der Kreis 55, die Stadt 25 und das Land 20 Prozent."),
        ("de", "Von 40 Spielen, also 24 Siegen, neun Remis und 7 Niederlagen."),
        ("de", "Es fehlen 86 der 258 Leute, also jeder Dritte."),
        ("en", "It rose from 30 to 39 pounds, an increase of 30%."),
        ("de", "Drei Dinge fehlen: das Geld, die Zeit und der Mut."),
        ("de", "Er las elf Bücher. Später las er zwölf Bücher."),
        ("de", "Im Februar kam der Regen. Im März kam der Schnee."),
        ("de", "Der Schuldner zahlt. Die Schulden bleiben."),
        (
            "de",
            "Um 7.40 Uhr brach das Feuer aus. Gelöscht war es um 11.15 Uhr, nach gut drei Stunden.",
        ),
        ("en", "The strike began on 29 April. It lasted for 20 days and ended on 19 May."),
        ("de", "Von 1987 bis 1994 war er sieben Jahre lang Trainer."),
        ("de", "Sie wurde 1941 in Bonn geboren. Als sie 1968 mit 27 Jahren filmte, lachte sie."),
        ("de", "Gesine Pohlmann, 61, ist Ärztin. Im Mai wird sie 62."),
        ("de", "Er siegte mit 501 Punkten vor Ott mit 452 Punkten, ein Vorsprung von 49 Punkten."),
        ("de", "Er lief 2:08:41 Stunden, schneller als 2:09:45 um 1:04 Minuten."),
        ("en", "The seven-member board met. The rule passed 4-3."),
        ("en", "Theft: 1,930\nArson: 640\nFraud: 1,075\nTotal: 3,645"),
        ("de", "Die Zahl stieg von 30 auf 60, sie verdoppelte sich."),
        ("de", "Es waren 33 Prozent, also jeder Dritte."),
        ("de", "Laut Artikel 62 gilt das. Später hieß es Artikel 63."),
        ("de", "Zum dritten Mal nach 2012 und 2016 wurde geprüft."),
        ("de", "Der 1997 unterzeichnete Vertrag läuft bis 2032."),
        (
            "de",
            "Montag, 4. Mai 2026, geht es los. Im Jahr 2027 war Dienstag, 4. Mai 2027, Schluss.",
        ),
        ("de", "Finanzministerin Ines Moll kam. Moll, die frühere Innenministerin, ging."),
        ("de", "Ministerpräsidentin Ines Moll kam. Parteipräsidentin Moll ging."),
        ("de", "Schuldezernent Jan Reeb kam. Baudezernent Karl Reeb ging."),
        ("en", "Ada Penn, the deputy mayor, came. Mayor Rhys Penn, her uncle, left."),
        ("en", "Health minister Ada Penn was foreign minister until 2019, when Penn left."),
        ("de", "Ida Moll, 73, lacht. Damals, mit ihren 71 Jahren, putzte sie."),
        ("de", "Ida Moll, 73, lacht. Ihr Sohn Jan Moll, 45, auch."),
        ("de", "Sie kauften 40 Stühle zu je 30 Euro, zusammen also für 1200 Euro."),
        ("de", "Je 30 Euro kosten 40 Stühle; insgesamt gab die Stadt 2 Millionen Euro aus."),
        (
            "de",
            "Die Wehr rückte 27 Mal aus. Zwölfmal war es Feuer, neunmal Wasser, sechsmal nichts.",
        ),
        ("de", "Es gibt drei Wege. Der erste ist teuer. Der zweite ist lang. Der dritte fehlt."),
        ("de", "Das Land grenzt an zwei Staaten: im Norden an Ostrien, im Süden an Westrien."),
        ("de", "Dreimal half er, drei Mal kam Hilfe: im Mai ein Rad, im Juli ein Dach."),
        ("de", "Auf Ida Moll entfielen 50,4 Prozent, auf Jan Moll, 49,6 Prozent."),
        ("de", "Der Stadtteil Kontag wächst. Dort wohnt Konrad Reeb."),
        (
            "de",
            "Der Winter 993 auf 994 war kalt: ein Boot von acht Metern, zehn Särge, fünf Ringe.",
        ),
        ("de", "Sie listet 81 Stellen auf 64 der 310 Seiten auf, siehe Fußnote 217 und Seite 14."),
        ("de", "2020 und 2023 putschten die Offiziere. 2023 putschten die Offiziere im Mai."),
        ("en", "They tested 40 cells. They survived 3,800 charges with a loss of 11 per cent."),
        ("en", "A drive that ended Sept. 24 reached 6,340 of the 8,000 children, or 79%."),
        ("en", "At the meeting in April nobody spoke. Since the June meeting all is quiet."),
        ("en", "Superintendent Dilys Crane came. In the evening Supt Rhys Crain left."),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro, 52 Prozent mehr als geplant. Damals war von 12,1 "
                "Millionen Euro die Rede."
            ),
        ),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro. Nach Abzug von 6,5 und 2 Millionen Euro bleiben "
                "9,9 Millionen Euro."
            ),
        ),
        (
            "de",
            (
                "Es kostet 18,4 Millionen Euro. Die Brücke kostet 7 Millionen Euro, das Land gibt "
                "2 Millionen Euro. Den Rest von 5 Millionen Euro trägt die Stadt."
            ),
        ),
        (
            "en",
            "The firm has three vans. It sold twenty-five of them, up 17 per cent on the year.",
        ),
        ("de", "Es stieg von 0,9 auf 2,7 Millionen Euro und hat sich damit verdreifacht."),
        ("en", "It rose from 0.9 to about 2.7 million pounds and so tripled."),
        ("de", "Von 900 auf 1,8 Millionen Euro kam man, und es verdoppelte sich."),
        ("de", "Es stieg von 12 auf 18 Prozent, ein Plus von 50 Prozent."),
        ("de", "Rad fahren 10 bis 15 Prozent, Auto 60 Prozent, zu Fuß gehen 25 bis 30 Prozent."),
        ("de", "Es sank von 14,1 auf 9,3 Millionen Euro, also um ein Drittel."),
    ],
)
def test_what_fits_is_left_alone(language: str, text: str) -> None:
    assert kinds(text, language) == []


def test_a_remark_shows_passages_and_arithmetic() -> None:
    text = HEAD + "Es halten der Kreis 60, die Stadt 25 und das Land 20 Prozent."
    (remark,) = remarks_of(text, "de")
    assert [text[start:end] for start, end in remark.spans] == list(remark.quotes)
    with speaking("de"):
        assert remark.text == "Die Anteile ergeben 105 Prozent: 60 + 25 + 20 = 105."
    with speaking("en"):
        assert "105 per cent" in remark.text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "de",
            "Es stieg von 1,2 auf 2,7 Millionen Euro und hat sich damit verdreifacht.",
            "Von 1,2 Millionen auf 2,7 Millionen ist es 2,2-mal so viel, nicht „verdreifacht“.",
        ),
        (
            "en",
            "It rose from 1.2 to 2.7 billion pounds and so tripled.",
            "From 1.2 billion to 2.7 billion is 2.2 times as much, not “tripled”.",
        ),
        (
            "de",
            "Von 16.400 Gästen kamen viele. Es waren 10.250 und 5.150.",
            "Die Teile ergeben 15.400, nicht 16.400: 10.250 + 5.150 = 15.400.",
        ),
        (
            "en",
            (
                "Revenue rose from $10 million to $15 million, an increase of 30 percent. The "
                "firm, founded in 1998, turned 30 in 2025."
            ),
            "From 10 million to 15 million is a change of 50 per cent, not 30.",
        ),
        (
            "de",
            (
                "Der Umsatz stieg von 10 Millionen Euro auf 15 Millionen Euro, ein Plus von 30 "
                "Prozent. Die Firma zählt 30 Köpfe."
            ),
            "Von 10 Millionen auf 15 Millionen sind es 50 Prozent, nicht 30.",
        ),
        (
            "en",
            "Theft: 1,930\nArson: 640\nFraud: 1,075\nTotal: 3,745",
            "The parts add up to 3,645, not 3,745: 1,930 + 640 + 1,075 = 3,645.",
        ),
    ],
)
def test_numbers_are_written_as_the_text_writes_them(language: str, text: str, words: str) -> None:
    with speaking(language):
        assert [remark.text for remark in remarks_of(HEAD + text, language)] == [words]
