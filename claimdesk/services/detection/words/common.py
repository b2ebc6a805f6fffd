"""Abbreviations and months: what the other modules need of both languages."""

MONTHS: dict[str, dict[str, int]] = {
    "de": {
        name: number
        for number, names in enumerate(
            (
                "januar jan jänner",
                "februar feb feber",
                "märz mär mrz",
                "april apr",
                "mai",
                "juni jun",
                "juli jul",
                "august aug",
                "september sep sept",
                "oktober okt",
                "november nov",
                "dezember dez",
            ),
            start=1,
        )
        for name in names.split()
    },
    "en": {
        name: number
        for number, names in enumerate(
            (
                "january jan",
                "february feb",
                "march mar",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sep sept",
                "october oct",
                "november nov",
                "december dec",
            ),
            start=1,
        )
        for name in names.split()
    },
}
WEEKDAYS: dict[str, dict[str, int]] = {
    "de": {
        "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
        "sonnabend": 5, "sonntag": 6,
    },
    "en": {
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
        "sunday": 6,
    },
}  # fmt: skip
ABBREVIATIONS = {
    "de": frozenset(
        "abs art az bd bzw ca chr co d.h dr dipl ing etc evtl f ff fr frhr geb gest ggf hl hr hrsg "
        "inkl insb jh jhd kap lt max mind min mio mrd nr o.ä o.g p.a phil prof rd s.o s.u sen sog "
        "st std str tel tsd u.a u.ä u.u usf usw v.a vgl vs z.b z.t zzgl z jan feb apr aug sept "
        "sep okt nov dez i.d.r n.chr v.chr bspw einschl gem jr med jur rer nat zit".split()
    ),
    "en": frozenset(
        "mr mrs ms dr prof rev hon st sr jr gen col lt sgt capt cmdr adm maj gov sen rep pres "
        "inc ltd co corp bros dept est etc e.g i.e vs no nos vol pp fig al approx ave blvd rd "
        "jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k u.n d.c ph.d".split()
    ),
}
MAY_END = frozenset(
    "etc usw usf inc ltd corp jr sr a.m p.m u.s u.k u.n d.c str ave bros o.ä u.ä p.a".split()
)
SENTENCE_STARTERS = frozenset(
    "der die das ein eine er sie es wir ich in im am an auf bei mit nach von vor zu zum und aber "
    "doch denn auch so da dann dort hier jetzt nun wer was wie wo warum wenn als seit für ihr "
    "sein ihre seine dies diese dieser damit dabei dazu danach heute über unter durch ohne gegen "
    "trotz während laut zwei drei beide alle viele manche kein keine man niemand eines einer "
    "dem den seit bis ab aus bei nur auch erst schon noch mehr weil obwohl dafür daran darum "
    "deshalb trotzdem allerdings dennoch insgesamt zusammen".split()
)
