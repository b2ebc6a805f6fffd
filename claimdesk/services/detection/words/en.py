"""English word classes. A word may be of several; order is meant: the first is the likeliest."""

CLASSES: dict[str, str] = {
    "det": "the a an this that these those my your his her its our their no every each either "
    "neither another which whose",
    "prep": "in on at by for with from to of into onto over under about after before between "
    "among against through during without within along across behind beyond near off outside "
    "inside toward towards until till since per via despite above below beneath beside amid than "
    "as upon up down out",
    "pron": "i you he she it we they me him her us them who whom one someone somebody anyone "
    "anybody everyone everybody something anything everything itself himself herself themselves",
    "nobody": "nobody none never nothing nowhere neither no",
    "neg": "not no never none nobody nothing neither nor without hardly barely n't cannot don't "
    "doesn't didn't isn't wasn't weren't won't can't",
    "conj": "and or but nor yet so",
    "sub": "that because although though while whereas if unless when whenever where after before "
    "since until as once whether which who whose",
    "wh": "who what how where when why which whose",
    "aux": "is are was were be been being am has have had having do does did will would shall",
    "subj1": "",
    "modal": "can could may might must shall should will would cannot can't won't couldn't",
    "may": "may must can cannot shall allowed allows banned bans bars forbids forbidden requires "
    "required entitled obliged obliges permitted permits prohibits prohibited licensed rules "
    "ruled grants granted empowers",
    "say": "says said say saying tells told claims claimed claim argues argued insists insisted "
    "insist reports reported adds added warns warned explains explained notes noted concedes "
    "conceded denies denied admits admitted announces announced believes believed calls called "
    "recalls recalled suggests suggested estimates estimated confirmed confirms accuses accused "
    "blames blamed dismisses dismissed describes described writes wrote writes asked asks replied "
    "counters countered concluded concludes declined promised promises maintains maintained "
    "points pointed puts put reckons reckoned predicts predicted urged stressed acknowledged "
    "complained complains testified alleged alleges remarked quoted cites cited thinks thought "
    "considers consider praised criticised criticized showed shows found finds agrees agreed "
    "disputes disputed rejects rejected",
    "source": "according report reports survey study statement interview letter source sources "
    "photograph photographs photo photos picture graphic reporting figures data analysis poll "
    "documents records officials spokesman spokeswoman spokesperson",
    "title": "president minister mayor chancellor premier senator governor judge justice director "
    "chairman chairwoman chair chief secretary professor prof dr mr mrs ms sir lady lord king "
    "queen prince princess bishop archbishop pope reverend rev captain colonel general major "
    "sergeant detective inspector superintendent officer spokesman spokeswoman spokesperson "
    "historian economist scientist researcher analyst author writer editor reporter correspondent "
    "lawyer attorney prosecutor barrister solicitor doctor nurse teacher headteacher principal "
    "farmer engineer architect manager head founder owner co-founder ceo cfo commissioner "
    "councillor councilor councilman councilwoman delegate ambassador envoy curator conductor "
    "coach trustee treasurer convener agent member leader deputy vice executive colleague "
    "inspector fellow dean rector widow daughter son brother sister",
    "org": "government parliament congress senate house court tribunal council board committee "
    "commission ministry department agency authority police army navy university college school "
    "institute hospital company firm corporation bank trust union party church foundation "
    "association society federation inspectorate office county bureau service league centre "
    "center museum group",
    "law": "law act bill statute constitution constitutional treaty agreement contract clause "
    "article section rule rules regulation regulations licence license lease permit ban ruling "
    "verdict sentence charter order injunction warrant rights right powers quorum majority "
    "two-thirds veto liability liable eligible mandatory legal illegal lawful",
    "cause": "because due owing thanks therefore since led leads lead caused causes cause result "
    "resulted resulting reason reasons blamed blames blame hence thus so prompted triggered made "
    "forced enabled after following attributed stemmed turned",
    "purpose": "to order",
    "compare": "more less fewer than as twice double half higher lower larger smaller bigger older "
    "younger longer shorter better worse faster slower cheaper stronger weaker rose rise risen "
    "fell fall fallen grew grown increased increase decreased decrease declined decline doubled "
    "halved tripled gain up down compared comparison against same equal similar like unlike "
    "times shrunk dropped drop climbed cut",
    "super": "first last only largest biggest smallest highest lowest oldest youngest best worst "
    "most least longest shortest fastest strongest never ever unprecedented record sole second "
    "third second-largest third-largest earliest latest richest deepest poorest deadliest busiest "
    "single",
    "quant": "all most many few several some any both half third quarter dozen dozens hundred "
    "hundreds thousand thousands million millions billion billions majority minority part share "
    "every each almost nearly about around roughly some over under least more less than up no "
    "none nobody single whole twice once one-third two-thirds fifth tenth total altogether "
    "another handful couple hardly pair rest",
    "approx": "about around roughly some approximately nearly almost perhaps circa estimated or so",
    "least": "least over more than",
    "most": "most under less fewer up",
    "number": "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million billion trillion dozen",
    "unit": "percent per cent percentage points point dollars dollar pounds pound euros euro pence "
    "cents cent miles mile kilometres kilometers metres meters feet foot inches acres acre "
    "hectares tonnes tons ton kilos kilograms grams litres liters gallons degrees watts megawatts "
    "gigawatts kilowatts votes seats km kg people residents members",
    "timeunit": "second seconds minute minutes hour hours day days week weeks month months year "
    "years decade decades century centuries weekend weekends fortnight quarter season morning "
    "afternoon evening night nights noon midnight spring summer autumn winter fall time end "
    "beginning start",
    "time": "today yesterday tomorrow now later earlier ago recently soon previously formerly "
    "afterwards afterward meanwhile currently daily weekly monthly yearly annually already still "
    "yet again once then since always often eventually finally initially overnight",
    "past": "former formerly once ago history historic historical century war used founded born "
    "originally previously ancient predecessor colony colonial descended grandfather grandmother "
    "father mother ancestors had",
    "geo": "north south east west northern southern eastern western northwest northeast southwest "
    "southeast north-east north-west border borders bordering coast island islands river bank "
    "valley mountain mountains lake sea bay harbour harbor capital city town village region "
    "province district county street road avenue square lies lay located miles near neighbouring "
    "neighboring outside head mouth delta airport station",
    "country": "germany austria switzerland france italy spain portugal poland russia ukraine "
    "belarus lithuania latvia estonia finland sweden norway denmark netherlands belgium britain "
    "england scotland wales ireland iceland greece turkey hungary romania bulgaria serbia croatia "
    "china japan india pakistan iran iraq syria israel egypt libya morocco algeria nigeria kenya "
    "africa europe asia america canada mexico brazil argentina chile australia london paris "
    "berlin rome madrid moscow kyiv washington beijing brussels york california texas florida "
    "ohio scotland cornwall atlantic pacific mediterranean uk us u.s u.k eu",
    "opinion": "unfortunately perhaps maybe probably apparently allegedly obviously sadly "
    "beautiful ugly wonderful terrible brave stupid wise wrong good bad sad dangerous strange "
    "absurd ridiculous naturally seems seemed appears appeared feels felt surely",
    "future": "will would shall could might may expected expects expect hopes hope plans planned "
    "plan forecast predicts soon going",
    "adv": "very quite only also even just still too rather almost mostly mainly there here then "
    "however though instead together alone back away often usually especially largely already "
    "otherwise",
}
VERBS = (
    "came went became began left lost won made took gave got ran held kept built bought sold paid "
    "spent sent met led fell rose grew drove wrote spoke broke stood lay sat hung found brought "
    "taught caught fought felt saw knew thought died dies die lives lived works worked works moved "
    "opened closed signed voted passed launched joined retired resigned married killed arrested "
    "injured destroyed seized owns owned runs costs cost earns earned needs wants wanted has sells "
    "makes takes gives gets goes comes keeps holds stands lies sits stays stayed remains remained "
    "includes included contains contained covers covered serves served trains trained leaves shut "
    "cut hit let set put read spread beat drew flew chose struck swore threw woke wore shot"
)
