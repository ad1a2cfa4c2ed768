"""Words around names, by language: titles, offices, given names, prepositions of place, and what is never a name.

Given names are only those that are common in the languages of the recognisers; a register and the parties of the
edition add their own.
"""

from __future__ import annotations

from teiedit.recognise import forms, names


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WOMEN = _set(
    "mrs miss ms mad mme mlle madame mademoiselle lady dame frau fräulein frl fraeulein signora señora sra "
    "princess countess queen gräfin fürstin mevrouw mej comtesse princesse reine"
)
_COURTESY = _set(
    "mr mrs ms miss messrs mad mm dr prof professor sir lord lady dame rev reverend hon m mme mlle monsieur "
    "madame mademoiselle messieurs mesdames herr herrn hrn hr frau fräulein frl señor señora don doña signor "
    "signora sig dott mevrouw mijnheer heer mej esq doctor doktor"
)
_OFFICES = _set(
    # English
    "president chairman ambassador minister senator secretary governor consul general colonel captain "
    "major admiral lieutenant commissioner king queen prince princess count countess baron bishop archbishop "
    "cardinal pope chancellor judge congressman commodore sergeant marshal viscount earl duke duchess emperor "
    "empress gen col capt maj lt lieut adm gov sen rep pres sec amb comrade professor "
    # German
    "präsident praesident bundespräsident bundesrat bundesrath nationalrat nationalrath ständerat regierungsrat "
    "regierungsrath hofrat hofrath geheimrat geheimrath staatsrat stadtrat kantonsrat oberst oberstleutnant "
    "general hauptmann leutnant lieutenant major pfarrer pastor bürgermeister bürgermstr direktor director kaiser "
    "kaiserin könig königin fürst fürstin graf gräfin freiherr freiin baron baronin bischof kardinal papst "
    "minister kanzler reichskanzler botschafter gesandter konsul consul ingenieur oberingenieur rektor dekan "
    "landammann schultheiss schultheiß kanzleirat justizrat kommerzienrat sekretär staatssekretär superintendent "
    "prinz prinzessin erzherzog "
    # French, Italian, Spanish, Dutch
    "président ministre général colonel capitaine commandant amiral maréchal comte comtesse marquis marquise duc "
    "duchesse prince princesse roi reine évêque abbé cardinal pape sénateur député ambassadeur préfet maire "
    "docteur maître presidente ministro generale colonnello conte contessa marchese duca principe cardinale "
    "avvocato monsignor abate coronel general conde duque obispo minister-president"
)
TITLES = _COURTESY | _OFFICES
# Offices after which French, Italian and Spanish name what is presided over, and nobody: "Maire de Reims".
POSTS = _set(
    "président presidente ministre ministro directeur direttore maire sindaco préfet prefetto sénateur député "
    "ambassadeur consul gouverneur secrétaire évêque archevêque roi reine pape"
)
OF = _set("de du des d di del della dell")
# After a title, and no name either.
_CALLINGS = _set(
    "kandidat dozent dozenten student redakteur verleger herausgeber verfasser doktorand assistent referent "
    "vorsitzender vorsitzende kamerad lehrer oberlehrer vikar buchhändler kassierer präses inspektor nachbar gemahl "
    "gemahlin vetter neffe schwager schwiegersohn candidate author editor publisher undersigned rédacteur éditeur "
    "secrétaire trésorier rapporteur"
)
# Words for bodies beside those of the recognisers.
_BODIES = _set(
    "verlag gesellschaft verein bund akademie academy académie universität university université "
    "universitätsbibliothek "
    "association league ligue union fédération institut institute institution college museum banca società società "
    "asociación sociedad universidad partei party parti zeitung"
)
# Words after which a name is that of a street.
STREETS = _set("rue avenue boulevard quai place square via calle strasse straße gasse platz")
# Short words that end in a stop without ending a sentence.
SHORT = _set(
    "mr mrs ms messrs mad dr prof rev hon gen col capt maj lt lieut adm gov sen rep st ste mme mlle hrn hr frl sig m mm"
)
# Given names of more than one letter, with a stop.
SHORTENED = _set(
    "th thos ph phil fr frz friedr fried chr ch chs chas wm geo jos jas jno alex joh aug ad ed edm edw gust heinr "
    "herm ludw rud wilh rob robt rich sam saml danl benj hch jul alb ant ferd mich nic ulr em alph ernst eug "
    "felic guil hub osk"
)
GIVEN = _set(
    # English
    "john james william george charles thomas henry robert joseph edward samuel david richard frank walter arthur "
    "albert fred frederick harry louis alfred peter paul andrew daniel benjamin francis ernest eugene ralph roy "
    "carl harold howard philip stephen hugh ronald donald kenneth winston neville anthony dean lewis edwin "
    "herbert leonard stanley sidney sydney oliver patrick michael martin matthew nathaniel theodore franklin "
    "woodrow hamilton horace mary anna anne elizabeth margaret alice sarah florence edith ethel emma helen ruth "
    "martha jane catherine katherine charlotte eleanor dorothy julia louisa harriet lucy clara bertha ellen susan "
    "nancy jack jim tom bill bob sam dick ned ted joe ben dan geoffrey gilbert adrian allen alexander "
    # German
    "johann johannes hans heinrich friedrich wilhelm karl carl ludwig georg otto ernst franz josef joseph hermann "
    "max paul fritz rudolf gustav adolf emil august albert walter kurt richard robert julius eduard oskar oscar "
    "theodor leopold arthur alfred felix hugo konrad conrad jakob jacob ulrich gottfried gottlieb christian "
    "christoph martin stefan stephan siegfried sigmund moritz ferdinand viktor victor wolfgang jürgen klaus "
    "gerhard günther werner matthias andreas philipp kaspar caspar melchior balthasar anna maria marie elisabeth "
    "margarethe johanna luise louise sophie sofie emilie amalie auguste bertha clara klara helene hedwig ida "
    "martha mathilde minna olga paula hannah grete käthe katharina therese ottilie lydia gertrud frieda ella erna "
    "hilda hilde lili lou "
    # French
    "jean pierre jacques louis paul henri henry charles françois émile emile georges andré marcel albert léon "
    "leon jules gustave auguste alexandre antoine victor edmond édouard edouard ernest eugène félix ferdinand "
    "gabriel gaston guillaume lucien maurice michel philippe raymond rené robert stéphane théophile étienne "
    "etienne aristide raoul marie jeanne marguerite louise anne françoise germaine suzanne madeleine yvonne "
    "simone alice blanche mathilde juliette pauline "
    # Italian, Spanish, Dutch, Nordic and Slavic
    "giovanni giuseppe antonio francesco luigi carlo pietro paolo vincenzo domenico michele angelo benito enrico "
    "giacomo lorenzo alessandro ugo galeazzo josé juan manuel pedro luis miguel francisco fernando jorge alfonso "
    "simón fidel willem jan pieter hendrik cornelis gerrit anders nils lars erik olaf axel sven ivan nikita "
    "nikolai vladimir mikhail alexei aleksei andrei dmitri boris sergei josef vyacheslav georgi anatoly"
)
FEMALE = _set(
    "mary anna anne elizabeth margaret alice sarah florence edith ethel emma helen ruth martha jane grace "
    "catherine katherine charlotte eleanor dorothy julia louisa harriet lucy clara klara bertha ellen susan nancy "
    "maria marie elisabeth margarethe johanna luise louise sophie sofie emilie amalie auguste helene hedwig ida "
    "mathilde minna olga paula hannah grete käthe katharina therese ottilie lydia gertrud frieda ella erna hilda "
    "hilde lili lou jeanne marguerite françoise germaine suzanne madeleine yvonne simone blanche juliette pauline"
)
PARTICLES = _set("von van de du di da del della dalla zu zum zur af ten ter d der den la le lo vom v und y")
# Particles with which a name may go on; the others only follow one of them ("von der", "de la").
OPENING = _set("von van de du di da del della af ten ter d vom v zu")
# What joins the parts of the name of a body.
JOINING = {
    "en": _set("of for the and on"),
    "de": _set("der des für und in zu von"),
    "fr": _set("de des du la le les d l pour et"),
}
_PLACED = {
    "en": _set("in at near"),
    "de": _set("in nach aus"),
    "fr": _set("à en"),
    "it": _set("a in da"),
    "es": _set("en desde"),
    "nl": _set("te in naar"),
}
_NO_ARTICLES = _set("a an no any some each every my your his her its our their this that these those such one")
# "mein", "meine", "meinem": articles and pronouns that are inflected alike.
_STEMS = ("ein", "kein", "mein", "dein", "sein", "unser", "ihr", "euer", "eur", "dies", "jen", "jed")
_INFLECTED = frozenset(f"{stem}{end}" for stem in _STEMS for end in ("", "e", "en", "em", "er", "es"))
_COMMON = {
    "en": _NO_ARTICLES | _set("the"),
    "de": _INFLECTED
    | _set(
        "der die das den dem des im am zum zur vom beim ins ans aufs viel viele wenig alle allen aller alles welche "
        "etwas"
    ),
    "fr": _set(
        "un une ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quelque tout toute"
    ),
}
_OTHER_COMMON = _set("un una uno il lo gli i le la el los las mio mia suo sua su sus een de het")
# Endings of German adjectives, and the words in such letters that are none.
GERMAN_ADJECTIVE = ("en", "er", "es", "em", "e")
NO_ADJECTIVES = _set(
    "oder aber über unter hinter wieder immer zwischen neben gegen wegen haben werden sondern wäre würde habe "
    "hätte wurde bitte heute gerne seine eine sehen kommen gehen denken schreiben wissen sollen können müssen "
    "dürfen wollen lassen grüße liebe danke hatte hatten waren wurden eben schon neulich gestern morgen seiner "
    "ferner daher welcher früher später leider bisher ohne ehe bevor sie wie nie hier der wenn dann denn außer "
    "per unser"
)
_FUNCTION = _set(
    "i the a an in at from to of on and but for when if that this these those as with by while since under until "
    "before after is was has had have did does will would should may can could shall let dear yes no not nor or "
    "then thus here there where what who whom whose which why how both between near all our your my his her its "
    "their we you they he she it us them me against about through over upon during without within into some any "
    "many much such only also yet now very so too more most other another each every one two three four five "
    "first second third please thank thanks sincerely yours faithfully respectfully truly "
    # German
    "ich du er sie es wir ihr ihnen ihn ihm ihre ihrer ihrem ihren ihres sich der die das den dem des ein eine "
    "einen einem einer eines und oder aber doch denn wenn als wie wo was wer in im am an auf aus bei bis durch "
    "für gegen mit nach ohne seit über um unter von vom vor zu zum zur nicht auch noch nur schon so da dann hier "
    "dort jetzt nun heute gestern morgen ja nein mein meine dein deine deiner dich dir dein deinen euch euer eure "
    "sein seine kein keine dass daß ob weil hat haben hatte ist sind war waren wird werden kann muss soll bitte "
    "alle alles dies diese dieser dieses welche ihrige deinige herzlich herzlichst "
    # French, Italian, Spanish
    "je tu il elle nous vous ils elles on le la les un une du au aux et mais ou donc car si que qui quand comme "
    "chez vers sous sans selon depuis pendant ce cette ces mon ma mes ton ta votre vos notre nos son sa ses leur "
    "leurs dans par sur pour avec à en de ne pas plus tout tous toute c'est il y a cher chère mais voici voilà io "
    "lei egli noi voi loro che non se ma per con del della il lo gli yo él ella usted ustedes que no si pero por "
    "con para"
)
_CALENDAR = _set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday spring summer autumn winter christmas easter januar jänner februar "
    "märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "frühling frühjahr sommer herbst weihnachten ostern pfingsten neujahr janvier février fevrier mars avril juin "
    "juillet août aout septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche "
    "noël pâques gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre "
    "jan feb apr aug sept sep oct okt nov dec dez english french german italian spanish russian latin greek dutch "
    "polish deutsch französisch englisch god gott dieu heaven himmel anfang ende mitte bible"
)
# Capitalised like names, and none.
NEVER = (_FUNCTION | _CALENDAR | _set("esq excellency majesty highness honour honor stop etc sir madam")) - _set(
    "will may"
)


def placed(language: str) -> frozenset[str]:
    """Return the prepositions after which a language names places."""
    return _PLACED.get(language, _PLACED["en"])


def common(language: str) -> frozenset[str]:
    """Return the words after which a capital is that of a common noun or an adjective, and not of a name."""
    return _COMMON.get(language, _OTHER_COMMON)


def joining(language: str) -> frozenset[str]:
    """Return the words that join the parts of the name of a body."""
    return JOINING.get(language, JOINING["fr"])


def is_title(word: str) -> bool:
    """Say whether a word, without its stop, is a title before a name."""
    lower = word.lower()
    return lower in TITLES or (len(lower) > 5 and lower.removesuffix("s").removesuffix("e") in TITLES)


def names_nobody(word: str) -> bool:
    """Say whether a word is one of address or kin, a function word, a month: what no name begins or ends with."""
    lower = word.lower()
    return lower in NEVER or lower in _CALLINGS or lower in forms.WORDS or names.is_title(word) or is_title(word)


def ends_as_place(word: str) -> bool:
    """Say whether a German word ends as names of places do."""
    return word.lower().endswith(tuple(_PLACE_ENDINGS))


_PLACE_ENDINGS = (
    "burg berg stadt dorf heim ingen hausen furt bach brück brücken brunn feld felden hagen haven kirch kirchen "
    "leben münde ow itz wald walde land reich ien stein weiler wil zell werd werder hafen mark"
).split()


def is_body(word: str) -> bool:
    """Say whether a word is one for a body: "Office", "Verlag"."""
    return word.lower() in _BODIES or names.is_body(word)
