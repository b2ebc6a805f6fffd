"""Forms of verbs: enough to know 'griff an' and 'angegriffen', 'sold' and 'sells' as one verb,
and to tell their tenses apart."""

from functools import lru_cache

_GERMAN = """beginnen beginnt begann begonnen|beissen beisst biss gebissen|biegen biegt bog gebogen
bieten bietet bot geboten|binden bindet band gebunden|bitten bittet bat gebeten
blasen blaest blies geblasen|bleiben bleibt blieb geblieben|brechen bricht brach gebrochen
brennen brennt brannte gebrannt|bringen bringt brachte gebracht|denken denkt dachte gedacht
dringen dringt drang gedrungen|empfehlen empfiehlt empfahl empfohlen|essen isst ass gegessen
fahren faehrt fuhr gefahren|fallen faellt fiel gefallen|fangen faengt fing gefangen
finden findet fand gefunden|fliegen fliegt flog geflogen|fliehen flieht floh geflohen
fliessen fliesst floss geflossen|frieren friert fror gefroren|geben gibt gab gegeben
gehen geht ging gegangen|gelten gilt galt gegolten|gewinnen gewinnt gewann gewonnen
giessen giesst goss gegossen|greifen greift griff gegriffen|halten haelt hielt gehalten
haengen haengt hing gehangen|heben hebt hob gehoben|heissen heisst hiess geheissen
helfen hilft half geholfen|kennen kennt kannte gekannt|kommen kommt kam gekommen
laden laedt lud geladen|lassen laesst liess gelassen|laufen laeuft lief gelaufen
leiden leidet litt gelitten|leihen leiht lieh geliehen|lesen liest las gelesen
liegen liegt lag gelegen|luegen luegt log gelogen|meiden meidet mied gemieden
messen misst mass gemessen|nehmen nimmt nahm genommen|nennen nennt nannte genannt
raten raet riet geraten|reissen reisst riss gerissen|reiten reitet ritt geritten
rennen rennt rannte gerannt|rufen ruft rief gerufen|schaffen schafft schuf geschaffen
scheiden scheidet schied geschieden|scheinen scheint schien geschienen
schieben schiebt schob geschoben|schiessen schiesst schoss geschossen
schlafen schlaeft schlief geschlafen|schlagen schlaegt schlug geschlagen
schliessen schliesst schloss geschlossen|schneiden schneidet schnitt geschnitten
schreiben schreibt schrieb geschrieben|schreien schreit schrie geschrien
schreiten schreitet schritt geschritten|schweigen schweigt schwieg geschwiegen
schwimmen schwimmt schwamm geschwommen|schwinden schwindet schwand geschwunden
schwoeren schwoert schwor geschworen|sehen sieht sah gesehen|senden sendet sandte gesandt
singen singt sang gesungen|sinken sinkt sank gesunken|sitzen sitzt sass gesessen
sprechen spricht sprach gesprochen|springen springt sprang gesprungen
stechen sticht stach gestochen|stehen steht stand gestanden|stehlen stiehlt stahl gestohlen
steigen steigt stieg gestiegen|sterben stirbt starb gestorben|stossen stoesst stiess gestossen
streichen streicht strich gestrichen|streiten streitet stritt gestritten
tragen traegt trug getragen|treffen trifft traf getroffen|treiben treibt trieb getrieben
treten tritt trat getreten|trinken trinkt trank getrunken|tun tut tat getan
verlieren verliert verlor verloren|vergessen vergisst vergass vergessen
wachsen waechst wuchs gewachsen|waschen waescht wusch gewaschen|weisen weist wies gewiesen
wenden wendet wandte gewandt|werben wirbt warb geworben|werfen wirft warf geworfen
wiegen wiegt wog gewogen|wissen weiss wusste gewusst|ziehen zieht zog gezogen
zwingen zwingt zwang gezwungen"""

_ENGLISH = """bear bore borne|bend bent bent|bet bet bet|bleed bled bled|breed bred bred
cost cost cost|cut cut cut|dig dug dug|hit hit hit|hurt hurt hurt|lay laid laid|let let let
put put put|quit quit quit|set set set|shed shed shed|shut shut shut|slide slid slid
split split split
spread spread spread|spring sprang sprung|sweep swept swept|swing swung swung|tear tore torn
wake woke woken|weave wove woven
beat beat beaten|become became become|begin began begun|bind bound bound
bite bit bitten|blow blew blown|break broke broken|bring brought brought|build built built
buy bought bought|catch caught caught|choose chose chosen|come came come|deal dealt dealt
draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|freeze froze frozen|get got got|give gave given|go went gone
grow grew grown|hear heard heard|hide hid hidden|hold held held|keep kept kept|lead led led
leave left left|lend lent lent|lose lost lost|make made made|mean meant meant|meet met met
pay paid paid|ride rode ridden|ring rang rung|rise rose risen|run ran run|see saw seen
seek sought sought|sell sold sold|send sent sent|shake shook shaken|shoot shot shot
show showed shown|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken
spend spent spent|stand stood stood|steal stole stolen|strike struck struck|swear swore sworn
swim swam swum|take took taken|teach taught taught|throw threw thrown
understand understood understood|wear wore worn|win won won
withdraw withdrew withdrawn|write wrote written"""

SEPARABLE = [
    "zurueck",
    "zusammen",
    "weiter",
    "wieder",
    "fort",
    "hinzu",
    "herbei",
    "hervor",
    "herunter",
    "hinunter",
    "hinaus",
    "heraus",
    "herein",
    "hinein",
    "voran",
    "vorbei",
    "ueber",
    "durch",
    "statt",
    "teil",
    "fest",
    "frei",
    "hoch",
    "nach",
    "auf",
    "aus",
    "bei",
    "ein",
    "her",
    "hin",
    "mit",
    "vor",
    "weg",
    "los",
    "ab",
    "an",
    "um",
    "zu",
]
PARTICLES = frozenset(SEPARABLE)
_INSEPARABLE = ("be", "ver", "er", "ent", "emp", "zer", "miss", "ueber", "unter", "wider", "hinter")

Verb = tuple[str, str, str]
"""Stem, separable particle or '', and form: present, past, participle, bare, or '?'."""


def _german_forms() -> dict[str, tuple[str, str]]:
    forms = {}
    for entry in _GERMAN.replace("\n", "|").split("|"):
        bare, present, past, participle = entry.split()
        forms[past] = forms[f"{past}en"] = (bare, "past")
        if past.endswith("e"):
            forms[f"{past}n"] = (bare, "past")
        forms[present] = (bare, "present")
        forms[bare] = (bare, "bare")
        forms[participle] = (bare, "participle")
    return forms


def _english_forms() -> dict[str, tuple[str, str]]:
    forms = {}
    for entry in _ENGLISH.replace("\n", "|").split("|"):
        bare, past, participle = entry.split()
        forms[participle] = (bare, "participle")
        forms[past] = (bare, "past" if past != participle else "?")
        forms[bare] = (bare, "bare")
        forms[bare + ("es" if bare.endswith(("o", "ch", "sh")) else "s")] = (bare, "present")
    return forms


_STRONG = _german_forms()
_IRREGULAR = _english_forms()


@lru_cache(20_000)
def analysed(key: str) -> Verb | None:
    """The verb that a word may be a form of; None where it does not look like one."""
    if key in _IRREGULAR:
        bare, form = _IRREGULAR[key]
        return bare, "", form
    for particle in ("", *SEPARABLE):
        if key.startswith(particle) and (found := _strong(key[len(particle) :], particle)):
            return found
    return _regular(key)


def is_known_verb(key: str) -> bool:
    """Whether a word is certainly a finite form of a verb that is listed."""
    return key in _IRREGULAR or (key in _STRONG and _STRONG[key][1] in ("past", "present"))


def _strong(rest: str, particle: str) -> Verb | None:
    if particle and rest.startswith("zu") and rest[2:] in _STRONG:
        rest = rest[2:]
    if rest in _STRONG:
        bare, form = _STRONG[rest]
        return bare, particle, form
    for prefix in _INSEPARABLE:
        body = rest.removeprefix(prefix)
        if body == rest:
            continue
        if body in _STRONG:
            bare, form = _STRONG[body]
            return prefix + bare, particle, form
        if f"ge{body}" in _STRONG:
            return prefix + _STRONG[f"ge{body}"][0], particle, "participle"
    return None


def _regular(key: str) -> Verb | None:
    for particle in ("", *SEPARABLE):
        rest = key.removeprefix(particle)
        if (particle and rest == key) or len(rest) < 5:
            continue
        if rest.startswith("ge") and rest.endswith("t"):
            return _stem(rest[2:], ("et", "t")), particle, "participle"
    for suffix, form in _SUFFIXES:
        if key.endswith(suffix) and len(key) - len(suffix) >= (2 if suffix == "ed" else 3):
            return _stem(key, (suffix,)), "", form
    return None


_SUFFIXES = (
    ("eten", "past"),
    ("ete", "past"),
    ("ten", "past"),
    ("te", "past"),
    ("ied", "past"),
    ("ed", "past"),
    ("ing", "bare"),
    ("ies", "present"),
    ("es", "present"),
    ("et", "?"),
    ("t", "?"),
    ("s", "present"),
    ("en", "bare"),
    ("n", "bare"),
    ("e", "reported"),
)


def _stem(word: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            word = word[: -len(suffix)]
            break
    return word.removesuffix("e").removesuffix("i").removesuffix("y")
