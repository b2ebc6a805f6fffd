"""Words whose full stop need not end a sentence, and words that sentences begin with."""

_NEVER = """abb anm art aufl ausg bd bearb begr bes betr bez bspw bzgl bzw ca dipl div dr eigtl
entspr erg etw evtl fa fam fig ggf ggfs habil hbf hd hg hrsg ing insb inkl exkl jg jr kap kfm lfd
lic mag max min mind mio mrd mr mrs ms nat nr op phil prof rd red resp rer schr sen sog st str tel
tsd univ urspr usf vgl vol vorm vs zit zt zzgl gen lt col maj capt sgt gov rep hon rev pres eds
est approx dept ft mt no pp cf al viz messrs mme mlle assn bros ave blvd rd gr kl sel verf verw
vs b.a m.a ph.d d.h z.b u.a i.d.r o.ä u.ä s.o s.u v.a e.v a.d i.a i.v z.t u.u m.e d.j e.g i.e
jan feb mär apr jun jul aug sep sept okt nov dez oct dec mon di mi do fr sa so tue wed thu fri sat
sun"""

_SOMETIMES = """usw etc co inc corp ltd u.s u.k u.n u.s.a e.u a.m p.m d.c z uzw bros jun sen mio
mrd e.v jh jhd jhdt std stdn sek km kg"""

_CLASH = """so do di mi sa mon sun sat fr no an est mag op rep hon rev pres min max art mark"""
"""Abbreviations that are words as well: only a word behind them tells, so they end nothing
where that is no usual beginning."""

ABBREVIATIONS: dict[str, bool] = {
    **dict.fromkeys(_NEVER.split(), False),
    **dict.fromkeys(_SOMETIMES.split(), True),
}
"""Lower-cased, without the last full stop; true where it may end a sentence as well."""

for _word in _CLASH.split():
    ABBREVIATIONS.pop(_word, None)
for _word in ("no", "art", "min", "max"):
    ABBREVIATIONS[_word] = True

_STARTERS = """Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Und Aber
Doch Denn Dann Danach Dabei Damit Dazu Dort Da Darauf Deshalb Daher Dennoch Trotzdem Zudem Außerdem
    Auch Nur Noch Schon Nun Jetzt Heute Gestern Morgen Damals Zuvor Bisher Seit Seitdem Nach Vor
Bei Mit Ohne Für Gegen Im In Am An Auf Aus Von Vom Zu Zum Zur Um Über Unter Wegen Laut Während
Als Wenn Weil Ob Obwohl Wer Was Wie Wo Warum Dies Diese Dieser Dieses Diesen Diesem Jene Jeder
Jede Alle Viele Manche Einige Kein Keine Keiner Nicht So Sein Seine Seinen Seiner Ihre Ihren
Hier Inzwischen Später Zuletzt Insgesamt Allerdings Jedoch Sogar Beide Neben Zwischen Bis
The This That These Those There Then They He She It We You I And But Or So Yet Still However
Meanwhile Moreover After Before Since While When Where Why What Who How If Although Though
Because In On At By For From To With Without Under Over Of As Its His Her Their Our My Your
Some Many Most All No Not None Now Today Yesterday Later Earlier Once Only Even Also Both Each
Every Such According Despite During Until"""

STARTERS = frozenset(_STARTERS.split())
