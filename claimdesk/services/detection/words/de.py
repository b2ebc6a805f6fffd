"""German word classes. A word may be of several; order is meant: the first is the likeliest."""

CLASSES: dict[str, str] = {
    "det": "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem "
    "keiner keines dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes "
    "jeden jedem mein meine meinen meinem meiner dein sein seine seinen seinem seiner seines ihr "
    "ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure welcher welche "
    "welches welchen welchem derselbe dieselbe dasselbe demselben derselben denselben",
    "prep": "in im ins an am ans auf aufs aus bei beim mit nach von vom vor vorm zu zum zur für "
    "fürs durch durchs gegen ohne um ums unter über übers zwischen neben hinter hinterm seit bis "
    "ab während trotz statt anstatt außer außerhalb innerhalb entlang gegenüber jenseits diesseits "
    "samt nebst per pro via gemäß entgegen binnen mithilfe anhand angesichts inmitten unterhalb "
    "oberhalb unweit nahe rund",
    "pron": "ich du er sie es wir mich dich ihn uns euch mir dir ihm ihnen sich man wer wen wem "
    "jemand jemanden jemandem einander selbst selber etwas nichts alles dies deren dessen denen "
    "dem",
    "nobody": "niemand niemanden niemandem nie niemals nirgends nirgendwo keiner nichts weder kein "
    "keine keinen keinem keines",
    "neg": "nicht nie niemals kein keine keinen keinem keiner keines weder kaum ohne nichts "
    "niemand",
    "conj": "und oder aber sondern denn doch sowie sowohl bzw beziehungsweise noch entweder",
    "sub": "dass daß weil da obwohl obgleich wenn falls als nachdem bevor ehe während bis seit "
    "seitdem sobald solange sofern damit indem ob wie wo wobei wodurch womit wofür worauf woran "
    "wonach weshalb weswegen wohin woher sodass",
    "wh": "wer was wie wo wann warum wieso weshalb wohin woher welche welcher welches wieviel",
    "aux": "ist sind war waren bin bist seid wäre wären gewesen sei seien hat haben hatte hatten "
    "habe hätte hätten gehabt wird werden wurde wurden werde würde würden worden geworden sein "
    "hast",
    "subj1": "sei seien habe werde könne müsse solle wolle dürfe möge gebe komme gehe stehe lasse "
    "bleibe nehme brauche mache liege finde sehe wisse halte fehle führe zeige bedeute gelte "
    "beginne dauere",
    "modal": "kann können konnte konnten könne könnte könnten muss müssen musste mussten müsse "
    "müsste müssten soll sollen sollte sollten solle will wollen wollte wollten wolle darf dürfen "
    "durfte durften dürfe dürfte dürften mag mögen mochte möchte möchten",
    "may": "darf dürfen durfte durften dürfe muss müssen musste mussten müsse verboten erlaubt "
    "verbietet verbiete verpflichtet verpflichtete berechtigt vorgeschrieben untersagt zulässig "
    "unzulässig gilt gelten galt regelt vorsieht haftet genehmigt genehmigen",
    "say": "sagt sagte sagten sagen gesagt erklärt erklärte erklärten berichtet berichtete "
    "berichten berichteten meint meinte betont betonte betonten warnt warnte warnten fordert "
    "forderte forderten kritisiert kritisierte teilt teilte mitteilte mitteilt ankündigte "
    "kündigte kündigt behauptet behauptete behaupteten schreibt schrieb schrieben erzählt "
    "erzählte nennt nannte nannten glaubt glaubte versichert versicherte räumt räumte hält "
    "entgegnet entgegnete erwidert erwiderte antwortet antwortete fragt fragte ruft rief spricht "
    "sprach urteilt urteilte bestreitet bestritt bestritten dementiert dementierte verspricht "
    "versprach zitiert bestätigt bestätigte bestätigten begründet begründete vermutet vermutete "
    "rechnet rechnete schätzt schätzte schätzten lobt lobte klagt klagte beklagt beklagte mahnt "
    "mahnte verweist verwies weist wies zählt zählte schwärmt schwärmte findet beteuert beteuerte "
    "prognostiziert empfiehlt empfahl formuliert formulierte verkündet verkündete heißt hieß "
    "meldet meldete melden meldeten ergänzt ergänzte resümiert bilanziert erinnert erinnerte "
    "widerspricht widersprach beruft berief beschreibt beschrieb gibt gab wirft warf vorwarf "
    "wissen einwenden einräumt enthüllte festhält hervor",
    "source": "laut zufolge gemäß nach angaben angabe aussage aussagen ansicht auskunft bericht "
    "berichten einschätzung meinung erkenntnissen schätzung schätzungen darstellung worten "
    "mitteilung statistik studie umfrage quelle quellen gewerkschaftsangaben polizeiangaben "
    "gutachten foto fotos karte grafik infografik bild",
    "title": "präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler minister "
    "ministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin "
    "oberbürgermeister oberbürgermeisterin senator senatorin sprecher sprecherin chef chefin "
    "direktor direktorin leiter leiterin vorsitzender vorsitzende vorsitzenden geschäftsführer "
    "geschäftsführerin professor professorin prof dr herr frau herrn könig königin fürst papst "
    "bischof pfarrer pfarrerin richter richterin anwalt anwältin rechtsanwalt staatsanwalt "
    "staatsanwältin kommissar kommissarin general oberst landrat landrätin abgeordneter "
    "abgeordnete abgeordneten historiker historikerin forscher forscherin wissenschaftler "
    "wissenschaftlerin experte expertin ökonom ökonomin politologe politologin soziologe "
    "soziologin botschafter botschafterin trainer trainerin intendant intendantin kurator "
    "kuratorin lehrer lehrerin ärztin arzt hausärztin bauer landwirt landwirtin ingenieur "
    "ingenieurin architekt architektin autor autorin regisseur regisseurin schauspieler "
    "schauspielerin musiker musikerin journalist journalistin redakteur redakteurin korrespondent "
    "korrespondentin reporter reporterin vorstand vorständin generalsekretär generalsekretärin "
    "staatssekretär staatssekretärin dezernent dezernentin beauftragter beauftragte rektor "
    "rektorin dekan dekanin gründer gründerin unternehmer unternehmerin kapitän kapitänin",
    "org": "regierung bundesregierung landesregierung ministerium parlament bundestag bundesrat "
    "landtag senat gericht amtsgericht landgericht oberlandesgericht verwaltungsgericht "
    "bundesgerichtshof verfassungsgericht staatsanwaltschaft polizei behörde behörden amt "
    "verwaltung gemeinderat stadtrat kreistag ausschuss kommission partei fraktion gewerkschaft "
    "verband verein stiftung universität hochschule institut klinik krankenhaus unternehmen "
    "konzern firma bank zentralbank kirche armee marine bundeswehr feuerwehr zeitung sender "
    "agentur rat union vereinten nationen eu nato",
    "law": "gesetz gesetze gesetzes grundgesetz verfassung verordnung richtlinie artikel absatz "
    "paragraf paragraph vertrag vertrags abkommen urteil beschluss klausel regel regeln regelung "
    "vorschrift verbot pflicht recht anspruch frist lizenz genehmigung satzung tarif haftung "
    "strafe mehrheit zweidrittelmehrheit stimmrecht wahlrecht zuständig",
    "cause": "weil deshalb daher darum deswegen wegen aufgrund dank infolge denn folge folgen "
    "ursache grund gründe grunde dadurch sodass führt führte führten verursacht verursachte "
    "auslöst löste ausgelöst begründung damit bewirkt bewirkte durch um mithin demnach somit "
    "anlass bedingt ersparte kostet nachdem",
    "purpose": "um damit zwecks",
    "compare": "mehr weniger als wie doppelt dreimal zweimal halb so höher niedriger größer "
    "kleiner älter jünger länger kürzer besser schlechter stärker schwächer schneller langsamer "
    "teurer billiger häufiger seltener gestiegen gesunken gewachsen zugenommen abgenommen "
    "verdoppelt verdoppelte halbiert halbierte verdreifacht verdreifachte stieg sank wuchs fiel "
    "steigt sinkt wächst fällt plus minus zuwachs rückgang anstieg gegenüber vorjahr vergleich "
    "ebenso genauso gleich geschrumpft zurückgegangen verloren zugelegt anders statt",
    "super": "erste ersten erster erstes erstmals erstmalig einzige einzigen einziger einziges "
    "letzte letzten letzter letztes größte größten größter größtes kleinste kleinsten höchste "
    "höchsten höchster niedrigste älteste ältesten jüngste jüngsten meiste meisten beste besten "
    "schlechteste längste längsten kürzeste schnellste stärkste wichtigste wichtigsten teuerste "
    "häufigste zweitgrößte zweitgrößten drittgrößte zum nie zuvor rekord rekordhoch tiefste "
    "tiefsten schwerste schwersten als einzige einziger einmalig beispiellos nirgendwo",
    "quant": "alle allen aller viele vielen vieler wenige wenigen einige einigen mehrere mehreren "
    "manche manchen beide beiden beider sämtliche sämtlichen zahlreiche zahlreichen etliche "
    "etlichen fast knapp rund etwa circa ca mindestens höchstens gut über unter bis mehr weniger "
    "kein keine keiner hälfte drittel viertel fünftel sechstel achtel zehntel dutzend dutzende "
    "hunderte tausende zehntausende hunderttausende millionen milliarden mehrheit teil großteil "
    "jeder jede jedes anteil paar ganze ganzen lediglich nur insgesamt ungefähr zusammen "
    "einzelne halb halbe halben doppelte doppelten mal einmal zweimal dreimal viermal fünfmal "
    "niemand kaum",
    "approx": "rund etwa circa ca knapp gut ungefähr fast annähernd gegen schätzungsweise "
    "vermutlich wohl nahezu beinahe",
    "least": "mindestens wenigstens über mehr ab",
    "most": "höchstens maximal unter weniger bis",
    "number": "null ein eine eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
    "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig "
    "fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde "
    "milliarden dutzend mio mrd",
    "unit": "prozent prozentpunkte prozentpunkten euro dollar franken pfund kronen cent meter "
    "metern kilometer kilometern zentimeter hektar quadratmeter quadratmetern quadratkilometer "
    "kubikmeter liter litern tonne tonnen kilo kilogramm gramm grad watt kilowatt megawatt "
    "gigawatt kilowattstunden megawattstunden stimmen punkte punkten plätze km kg mio mrd eur "
    "menschen personen einwohner einwohnern mitglieder mitgliedern",
    "timeunit": "sekunde sekunden minute minuten stunde stunden tag tage tagen tages woche wochen "
    "monat monate monaten monats jahr jahre jahren jahres jahrzehnt jahrzehnte jahrzehnten "
    "jahrhundert jahrhunderte jahrhunderts wochenende wochenenden quartal halbjahr saison jahrs "
    "vormittag vormittags nachmittag nachmittags morgen morgens abend abends nacht nachts mittag "
    "mittags uhr frühjahr sommer herbst winter frühling zeit ende anfang mitte",
    "time": "heute gestern morgen vorgestern übermorgen jetzt nun inzwischen seitdem seither "
    "damals früher später zuvor vorher danach zunächst zuletzt bisher bislang künftig bald derzeit "
    "aktuell einst kürzlich jüngst neulich jahrelang jahrzehntelang monatelang wochenlang "
    "tagelang stundenlang täglich wöchentlich monatlich jährlich immer noch schon erst bereits "
    "wieder lange längst mittlerweile sofort plötzlich neunzigerjahren neunzigerjahre achtzigern "
    "siebzigerjahren",
    "past": "einst einstige einstigen früher frühere früheren früherer ehemalige ehemaligen "
    "ehemaliger ehemals damals damalige damaligen ursprünglich zuvor jahrhundert krieg weltkrieg "
    "kolonie gegründet geboren vorgänger vorgängerin gründete stammte vormals alte alten "
    "mittelalter",
    "geo": "norden süden osten westen nordwesten nordosten südwesten südosten nördlich südlich "
    "östlich westlich nördlichen südlichen östlichen westlichen grenze grenzt grenzen küste "
    "nordküste südküste insel inseln fluss ufer tal berg berge see meer ostsee nordsee hauptstadt "
    "stadt dorf region provinz bezirk stadtteil straße platz hafen kilometer entfernt nahe liegt "
    "lag mündet gegend land landkreis kreis kontinent nachbarland nachbarstaat flughafen bahnhof "
    "gelegen gelegene norddeutschland süddeutschland",
    "country": "deutschland österreich schweiz frankreich italien spanien portugal polen "
    "tschechien russland ukraine belarus litauen lettland estland finnland schweden norwegen "
    "dänemark niederlande belgien luxemburg großbritannien england schottland irland island "
    "griechenland türkei ungarn rumänien bulgarien serbien kroatien slowenien slowakei china japan "
    "indien pakistan iran irak syrien israel ägypten libyen marokko algerien tunesien nigeria "
    "südafrika kenia usa kanada mexiko brasilien argentinien chile australien europa asien afrika "
    "amerika kasachstan usbekistan kirgistan georgien armenien aserbaidschan afghanistan berlin "
    "hamburg münchen köln frankfurt stuttgart leipzig dresden bremen hannover wien zürich bern "
    "paris london rom madrid lissabon warschau prag moskau kiew brüssel washington peking bayern "
    "sachsen hessen thüringen brandenburg niedersachsen westafrika nordafrika osteuropa "
    "westeuropa mitteleuropa zentralasien atlantik pazifik mittelmeer",
    "opinion": "leider hoffentlich wohl vielleicht vermutlich angeblich offenbar offensichtlich "
    "freilich gottlob zum glück schön hässlich wunderbar schrecklich mutig peinlich dumm klug "
    "falsch richtig gut schlecht schlimm traurig gefährlich seltsam merkwürdig sinnvoll unsinn "
    "skandal absurd lächerlich natürlich selbstverständlich immerhin ausgerechnet eindruck "
    "scheint wirkt schien wirkte fühlt",
    "future": "wird werden künftig bald demnächst soll sollen könnte könnten dürfte dürften würde "
    "würden prognose erwartet hofft hoffen plant planen",
    "adv": "sehr ganz gar nur auch sogar selbst dabei dazu dafür dagegen daran darauf darin davon "
    "davor darüber darunter hier dort da hin her zurück weiter allerdings jedoch dennoch trotzdem "
    "zwar eben etwa eher besonders vor allem mehr so dann oft häufig manchmal meist selten gern "
    "gemeinsam ohnehin bloß ja nein heimlich",
}
VERBS = (
    "bleibt blieb bleiben blieben geht ging gehen gingen kommt kam kommen kamen steht stand stehen "
    "standen liegt lag liegen lagen lässt ließ lassen ließen macht machte machen machten nimmt "
    "nahm nehmen nahmen sieht sah sehen sahen tut tat zeigt zeigte zeigen zeigten führt führte "
    "führen führten bringt brachte bringen brachten beginnt begann beginnen begannen endet endete "
    "verlor verliert verlieren verloren gewann gewinnt gewinnen gewannen starb sterben starben "
    "stirbt zieht zog ziehen zogen trägt trug tragen trugen fährt fuhr fahren fuhren läuft lief "
    "laufen liefen schließt schloss schließen schlossen trifft traf treffen trafen entscheidet "
    "entschied entschieden beschließt beschloss beschlossen baut baute bauen bauten kauft kaufte "
    "kaufen verkauft verkaufte zahlt zahlte zahlen zahlten arbeitet arbeitete arbeiten lebt lebte "
    "leben lebten wohnt wohnte wohnen spielt spielte spielen wählt wählte wählen wächst wuchs "
    "steigt stieg sinkt sank fällt fiel fallen fielen hängt hing hingen sitzt saß sitzen saßen "
    "setzt setzte setzen setzten stellt stellte stellen stellten legt legte legen legten schickt "
    "schickte bekommt bekam erhält erhielt erhalten erhielten braucht brauchte brauchen kennt "
    "kannte weiß wusste wussten denkt dachte wartet wartete warten sucht suchte versucht "
    "versuchte folgt folgte folgen folgten gehört gehörte gehören reicht reichte öffnet öffnete "
    "kostet kostete kosten flieht floh flohen brennt brannte bricht brach brachen schlägt schlug "
    "greift griff greifen tötet tötete verhaftet verhaftete übernimmt übernahm übernahmen verlässt "
    "verließ gründet gründete eröffnet eröffnete unterschreibt unterschrieb unterzeichnete stimmt "
    "stimmte stimmten lehnt lehnte verklagt klagt tritt trat traten erschien entstand entstanden "
    "besteht bestand enthält enthielt umfasst misst wiegt dauert dauerte lernt lernte lehrte "
    "studierte heiratete stammt stammte umgab hält hielt hielten half hilft helfen halfen"
)
