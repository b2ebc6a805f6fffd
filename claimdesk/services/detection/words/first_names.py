"""First names that tell of whom 'he' or 'she' is said; those that both bear are left out."""

_WOMEN = """
ada agnes alice amelia amy andrea anette angela anita anja anke anna anne annette antje astrid
barbara beate bettina birgit brigitte britta carla carmen carol caroline catherine charlotte
christa christiane christina christine clara claudia cornelia daniela diana doris dorothea edith
elena elisabeth elizabeth elke ellen emily emma erika eva evelyn franziska frauke frieda gabriele
gerda gisela gudrun hanna hannah heidi heike helen helena helga hilde ida ilse ines inge ingrid
irene iris jana jane janet jennifer jessica johanna judith julia juliane karen karin karla
katharina katherine kathrin katja katrin kerstin kirsten klara lara laura lea lena linda lisa
louise luise magdalena maike manuela margaret margarete margit maria marianne marie marina marion
marlene martha martina mary melanie mia michaela miriam monika nadine nadja nancy natalie nicole
nina olga olivia patricia paula petra regina renate rita rosa rosemarie ruth sabine sandra sara
sarah silke silvia simone sofia sonja sophia sophie stefanie stephanie susan susanne svenja sylvia
tanja theresa ulrike ursula ute valerie vanessa vera veronika victoria waltraud
"""
_MEN = """
adam adrian albert alexander alfred andrew anton arne arthur axel ben benjamin bernd bernhard bill
bob boris brian bruno carl charles christian christoph christopher claus daniel david dennis
dieter dirk dominik donald eberhard edward emil eric erich ernst erwin felix ferdinand florian
frank franz fred friedrich fritz georg george gerd gerhard gregor guido gustav günter günther hans
harald harry hartmut heinrich heinz helmut henry herbert hermann holger horst hubert hugo ingo
jack jakob james jan jens joachim jochen johann johannes john jonas jonathan josef joseph jörg
jürgen karl karsten kevin klaus konrad kurt lars leon lothar ludwig lukas malte manfred marc marcel
marco marcus mark markus martin matthew matthias max maximilian michael moritz niklas norbert
olaf oliver oskar otto patrick paul peter philip philipp ralf rainer reinhard reinhold richard
robert roger roland rolf rudolf rüdiger samuel sebastian siegfried simon stefan steffen stephan
stephen steve sven theo theodor thomas thorsten till tim tobias tom torsten ulrich uwe viktor volker
walter werner wilhelm william wolfgang
"""
FIRST_NAMES = {
    **dict.fromkeys(_WOMEN.split(), "f"),
    **dict.fromkeys(_MEN.split(), "m"),
}
"""'f' or 'm' for each of them in lower case."""
