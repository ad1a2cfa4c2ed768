"""Words of address that name nobody, of many languages: kin, ranks, courtesies, and the adjectives before them."""

from __future__ import annotations

import re

from teiedit.tools.expressions import expression

# What somebody may be called in a salutation without a name.
WORDS = frozenset(
    (
        "papa pa pappa mamma mama ma mum mummy mom dad daddy mother father brother sister aunt auntie uncle cousin cosen "
        "son daughter child children boy boys girl girls wife husband sweetheart darling love heart comrade comrades "
        "grandmother grandfather nephew niece folks parents companion bishop reverend doctor colleague citizen master "
        "mistress honour honor lordship ladyship worship all both ones one right honorable honourable very good old "
        # French
        "maman cousine oncle tante neveu nièce enfant enfants citoyen citoyenne camarade confrère compère monsieur mon ma "
        "mes général colonel commandant capitaine abbé curé frere soeurs frères sœurs prince princesse altesse patron "
        # German
        "papa mama mutti vati großvater enkel vetter cousine neffe nichte schwager gattin gatte frau weib schatz liebling "
        "genosse kamerad kameraden verehrter verehrte verehrtester verehrteste teurer teure theurer bester beste hochwürden "
        "hauptmann major oberst leutnant pfarrer pastor doctor lehrer meister rat rath hofrath geheimrath baron graf gräfin "
        "fürst fürstin prinz prinzessin majestät gnaden herrschaften gnädige gnädigste gnädigster gnädiger wohlgeboren "
        "wohlgebohrner wohlgeborner hochgeehrter hochgeehrtester hochedelgeborner hochedler hochgelehrter ehrwürdiger hochverehrter hochverehrte hochgeehrte hochgeachtete hochgeschätzter hochzuverehrender geheimer wirklicher gnad gnade frid fried friede heil gott christum "
        # Italian
        "signor signore signora signori signorina sig amico amica amici padre madre fratello sorella figlio figlia zio zia "
        "cugino cugina nonno nonna principe prencipe serenità eccellenza eminenza maestà altezza santità monsignore "
        "monsignor direttore professore dottore avvocato cavaliere conte contessa marchese marchesa abate commendatore "
        "deputato onorevole maestro compare padrone collega ministro presidente console ambasciatore duca doge mio mia "
        # Spanish and Portuguese
        "señor señora señores señoras señorita sr sra sres hermano hermana amiga hijo hija tío tía primo prima abuelo "
        "abuela esposo esposa excelencia majestad alteza merced compadre compañero compañeros conde condesa duque marqués magestad sacra católica cesárea real "
        "director presidente mía mío míos nuestros nuestro don doña usted vuestra senhor senhora senhores amigos irmão irmã "
        "pai mãe filho filha tio prezado prezada meu minha "
        # Dutch
        "heer heeren heren mijnheer mynheer mevrouw mejuffrouw juffrouw vriend vriendin vrienden vader moeder broer broeder "
        "zuster zus oom tante neef nicht kinderen kind jongen amice amici amicissime burgemeester dominee confrère waarde "
        "geachte beste lieve mijne mijn weledele weleerwaarde eerwaarde weledelgeboren weledelgestrenge excellentie edele "
        # Latin
        "vir domine amice frater pater mater magister domini praeceptor patrone doctor reverende clarissime doctissime "
        "salutem salus gratia gratiam pax domino domini patre patris christo iesu jesu deo plurimam dicit s p d sal salve "
        # Danish, Swedish, Polish, Czech
        "herr fru fröken frøken vän vänner ven venner broder bror syster søster mor far moder fader min mine professor "
        "bracie przyjacielu panie pani panowie matko ojcze siostro kochany kochana mamo tato synu dobrodzieju "
        "příteli bratře pane paní matko otče sestro mistře kolego maminko tatínku"
    ).split()
)
# Adjectives and small words before the name in an address; superlatives in -issimo, -ísimo and -issime are all.
DEAR = expression(
    r"(?:[^\W\d_]{2,}[ií]s+im[oaeis]{1,2}|[^\W\d_]{3,}issim[oaie]|egregi[oaie]*|gentil[ei]|stimat[oaie]|pregiat[oaie]|illustr[ei]|car[oaie]s?|amat[oaie]|dilett[oaie]|"
    r"spettabil[ei]|onorat[oaie]|onorevol[ei]|molto|magnific[oai]|mi[oa]|miei|nostr[oaie]|buon[oa]?|et|e|ed|querid[oa]s?|estimad[oa]s?|apreciad[oa]s?|distinguid[oa]s?|"
    r"muy|mi|mis|meus?|minhas?|prezad[oa]s?|waarde|geachte|zeer|seer|beste|lieve|liefste|hoogge\w+|eersa\w*|eerzame|discrete|dierbare|mijne?|en|ende|goede|"
    r"k[äæ]re|kj[æe]re|kära|bäste|bedste|min|mitt|kochan[yaei]|drog[ia]|szanown[yai]|mil[ýáí]|drah[ýáí]|vážen[ýáí]|m[ůo]j|moje|"
    r"ch[eè]re?s?|darling|own|little|sweet|good|esteemed|respected|worthy|right|honou?rable|loving|noble|most|bien|tres|petit[es]*|cherissime|"
    r"wohlgebo\w+|hochedel\w*|hochgel\w+|ehrw[üu]rd\w*|ehrsame?[rn]?|ehrenwert\w*|ersame?[rn]?|frumme?[rn]?|bester?|verehrtester|innigst\w*)",
    re.IGNORECASE,
)
