"""Words that decide what a sentence states, in German and English: each with the class that makes
it the same as others ('rund', 'etwa'). Keys are as words.py spells them: lower case, ä as ae."""

from enum import StrEnum


class WordKind(StrEnum):
    """What a word does in its sentence."""

    NUMBER = "number"
    UNIT = "unit"
    MONTH = "month"
    NEGATION = "negation"
    QUALIFIER = "qualifier"
    MODAL = "modal"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    SAYING = "saying"
    CONDITION = "condition"
    AUXILIARY = "auxiliary"
    PREPOSITION = "preposition"
    FILLER = "filler"
    CONTENT = "content"


def _classes(table: str) -> dict[str, str]:
    """'name: word word' a line; each word by the name of its class, with '~' before it."""
    found = {}
    for line in table.strip().splitlines():
        name, _colon, words = line.partition(":")
        for word in words.split():
            found[word] = f"~{name.strip()}"
    return found


NEGATIONS = _classes("""
not: nicht kein keine keinen keinem keiner keines not no cannot
never: nie niemals never
nobody: niemand niemanden niemandem nobody
nothing: nichts nothing none
nowhere: nirgends nirgendwo nowhere
neither: weder neither
nor: nor
without: ohne without
hardly: kaum hardly barely scarcely
""")

# Several words in a row count as one; the longest is tried first.
PHRASES: dict[tuple[str, ...], tuple[str, WordKind]] = {}


def _phrases(kind: WordKind, table: str) -> None:
    for line in table.strip().splitlines():
        name, _colon, phrases = line.partition(":")
        for phrase in phrases.split(","):
            PHRASES[tuple(phrase.split())] = (f"~{name.strip()}", kind)


_phrases(
    WordKind.QUALIFIER,
    """
more: mehr als, more than, in excess of
less: weniger als, less than, fewer than
at most: nicht mehr als, no more than, not more than, at most, bis zu, up to, at the most
at least: nicht weniger als, no less than, no fewer than, at least, not less than, as many as
about: in etwa, more or less, um die
not only: nicht nur, not only, nicht bloss, nicht allein
almost: so gut wie, close to
""",
)
_phrases(
    WordKind.ATTRIBUTION,
    """
according to: nach angaben, according to, nach eigenen angaben, nach auskunft, nach darstellung
according to: unter berufung auf, nach informationen, nach worten, citing, in den worten
according to: nach einschaetzung, nach ansicht, nach meinung, aus sicht, in the view of
""",
)
_phrases(WordKind.NEGATION, "no longer: nicht mehr, no longer, not any more, kein mehr")
_phrases(WordKind.UNIT, "percentage point: percentage point, percentage points, prozent punkte")
_phrases(WordKind.UNIT, "percent: per cent")
_phrases(WordKind.CONDITION, "if: for the case that, im fall dass, provided that, as long as")

QUALIFIERS = _classes("""
about: rund etwa ungefaehr circa ca zirka about around roughly approximately approx some
almost: fast knapp beinahe annaehernd nahezu almost nearly
at least: mindestens wenigstens zumindest
at most: hoechstens maximal allenfalls
more: over ueber
less: unter under below
exactly: genau exakt exactly precisely
only: nur lediglich bloss ausschliesslich only merely solely just
solid: gut weit well
even: sogar even
""")

BEFORE_NUMBERS = frozenset(
    [
        "etwa",
        "ueber",
        "over",
        "unter",
        "under",
        "below",
        "around",
        "about",
        "some",
        "gut",
        "weit",
        "well",
        "just",
        "knapp",
        "gegen",
    ]
)
"""Qualifiers that are something else where no number follows."""

MODALS = _classes("""
shall: soll sollen sollst sollt
should: sollte sollten should ought
can: kann koennen can
could: konnte konnten could
might: koennte koennten might may moeglich
must: muss muessen must
had to: musste mussten
would have to: muesste muessten
may: darf duerfen
was allowed: durfte durften
probably: duerfte duerften
want: will wollen want wants
wanted: wollte wollten wanted
like: mag moegen moege moechte moechten
would: wuerde wuerden would
""")

HEDGES = _classes("""
allegedly: angeblich mutmasslich vermeintlich allegedly reportedly purportedly supposedly
apparently: offenbar anscheinend offensichtlich scheinbar apparently seemingly evidently
probably: wohl vermutlich wahrscheinlich voraussichtlich probably likely presumably
possibly: moeglicherweise vielleicht eventuell womoeglich possibly perhaps maybe
certainly: sicher sicherlich bestimmt zweifellos certainly definitely surely
practically: praktisch quasi faktisch practically virtually
reputed: sogenannte sogenannten sogenannter sogenanntes
""")

ATTRIBUTIONS = _classes("""
according to: laut zufolge gemaess
""")

SAYINGS = _classes("""
say: sagt sagte sagten sagen gesagt erklaert erklaerte erklaerten erklaeren says said say saying
say: aeusserte aeusserten aeussert states stated state told tells tell
claim: behauptet behauptete behaupteten behaupten claims claimed claim claiming
confirm: bestaetigt bestaetigte bestaetigten bestaetigen confirms confirmed confirm
deny: dementiert dementierte dementierten dementieren denies denied deny
dispute: bestreitet bestritt bestritten bestreiten disputes disputed dispute
admit: gesteht gestand gestanden zugegeben admits admitted admit concedes conceded
stress: betont betonte betonten betonen stresses stressed emphasised emphasized
fear: befuerchtet befuerchtete befuerchteten befuerchten fears feared fear
hope: hofft hoffte hofften hoffen hopes hoped hope
believe: glaubt glaubte glaubten glauben believes believed believe
think: meint meinte meinten meinen denkt dachte dachten thinks thought think
expect: erwartet erwartete erwarteten erwarten expects expected expect
demand: fordert forderte forderten fordern demands demanded demand
warn: warnt warnte warnten warnen warns warned warn
promise: verspricht versprach versprachen versprechen promises promised promise
announce: angekuendigt announces announced announce
report: berichtet berichtete berichteten berichten reports reported report
accuse: beschuldigt beschuldigte beschuldigten accuses accused accuse
suspect: vermutet vermutete vermuteten vermuten suspects suspected suspect
doubt: bezweifelt bezweifelte bezweifelten zweifelt doubts doubted doubt
reject: zurueckgewiesen rejects rejected reject
insist: insists insisted insist beharrt beharrte
know: weiss wusste wussten wissen knows knew know
predict: prognostiziert prognostizierte predicts predicted predict
""")

CONDITIONS = _classes("""
if: wenn falls sofern if
unless: unless
whether: ob whether
because: weil because
although: obwohl obgleich although though
or: oder or
until: bis until till
so that: damit sodass
""")

# form: (lemma, mood or tense)
AUXILIARIES: dict[str, tuple[str, str]] = {}


def _forms(lemma: str, table: str) -> None:
    for line in table.strip().splitlines():
        tense, _colon, words = line.partition(":")
        for word in words.split():
            AUXILIARIES[word] = (lemma, tense.strip())


_forms(
    "be",
    """
present: ist sind bin bist is are am
past: war waren was were
reported: sei seien
unreal: waere waeren
bare: sein be been being gewesen
""",
)
_forms(
    "have",
    """
present: hat haben has have
past: hatte hatten had
reported: habe
unreal: haette haetten
bare: gehabt having
""",
)
_forms(
    "become",
    """
present: wird werden
past: wurde wurden
reported: werde
bare: worden geworden
""",
)
_forms("do", "present: does do\npast: did\nbare: done doing")
_forms("shall be", "future: will wont shall")

MONTHS = {
    word: f"~month {number}"
    for number, words in enumerate(
        (
            "januar jaenner jan january",
            "februar feber feb february",
            "maerz mrz march",
            "april apr",
            "mai may",
            "juni jun june",
            "juli jul july",
            "august aug",
            "september sept sep",
            "oktober okt october oct",
            "november nov",
            "dezember dez december dec",
        ),
        start=1,
    )
    for word in words.split()
}

UNITS = _classes("""
percent: % prozent percent pct
per mille: ‰ promille
percentage point: prozentpunkt prozentpunkte prozentpunkten
euro: € euro euros eur
dollar: $ dollar dollars usd
pound: £ pfund pounds gbp
franc: franken chf
cent: cent cents
kilometre: km kilometer kilometern kilometers kilometre kilometres
metre: m meter metern meters metre metres
centimetre: cm zentimeter zentimetern centimetre centimetres centimeter centimeters
mile: meile meilen mile miles
square metre: qm m² quadratmeter quadratmetern
square kilometre: km² quadratkilometer quadratkilometern
hectare: ha hektar hectare hectares
kilogram: kg kilo kilogramm kilogram kilograms
gram: g gramm gram grams
tonne: t tonne tonnen tonnes tons ton
litre: l liter litern litre litres liters
degree: ° grad degree degrees celsius
hour: std stunde stunden hour hours
minute: min minute minuten minutes
second: sek sekunde sekunden second seconds
o'clock: uhr
day: tag tage tagen day days
week: woche wochen week weeks
month: monat monate monaten month months
year: jahr jahre jahren year years
megawatt: mw megawatt
gigawatt: gw gigawatt
barrel: barrel barrels fass
""")
