"""The one table of diagnostic codes.

The letter names the room: E edition.toml and the command's arguments, T transcript, D document (inference),
R RELAX NG, S Schematron, W W3C XML Schema, X XSLT, P publishing, L losslessness and links,
V the server.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        name: a short name for people, in words joined by hyphens.
        what: what was found, in one or two sentences.
        why: why it matters.
        example: what a message of this kind looks like; or what to write instead.
    """

    name: str
    what: str
    why: str
    example: str


CODES: dict[str, Code] = {
    "D001": Code(
        "no-text",
        "Below the heading the transcript holds nothing.",
        "An edition of an empty document would tell readers that there is none.",
        '"there is no text below the heading": add the text, or remove the file.',
    ),
    "D012": Code(
        "no-such-day",
        "A date in the text is not a day of the calendar.",
        "It may be a slip of the writer, which stays, or of the transcriber, which should be mended. The program gives the words a date element but no value.",
        '"31 June 1916" is not a day of the calendar.',
    ),
    "D013": Code(
        "wrong-weekday",
        "A date is named with a weekday on which it did not fall.",
        "Day, month, year or weekday may have been misread, or the calendar may be another one, such as the Julian.",
        '"Monday, 27 October 1962": 1962-10-27 was a Saturday.',
    ),
    "D020": Code(
        "signature-differs",
        "The signature does not bear the name of the sender in the heading.",
        "Somebody may have signed on behalf of another, or heading and letter may not belong together. The sender is then marked as less than certain.",
        'the heading names "Kennedy" as sender, the signature reads "A. Other".',
    ),
    "D030": Code(
        "brackets-unknown",
        "Words in square brackets are none of the transcriber's marks that the program knows.",
        "They may be the writer's own, or a remark of the transcriber that should not be read as part of the text. They stay text.",
        'words in brackets stay as they are: "[see plan]"; under [conventions] in edition.toml a sign can be given its meaning.',
    ),
    "D040": Code(
        "name-ambiguous",
        "A name belongs to two or more entries of the edition's register.",
        "Pointing to the wrong one would be worse than pointing to none: such names are left without a record.",
        '"Kennedy" may be John F. Kennedy (p-jfk) or Robert F. Kennedy (p-rfk) of the register, and was left without a record',
    ),
    "E001": Code(
        "unknown-key",
        "edition.toml has a key that this program does not know.",
        "A misspelt key would be passed over in silence, and the edition would not be what you meant.",
        'unknown key "langauges"; did you mean "languages"?',
    ),
    "E002": Code(
        "unreadable-edition",
        "edition.toml cannot be read, or is not valid TOML.",
        "Nothing can be built without it.",
        'text stands in quotation marks: title = "Letters"',
    ),
    "E003": Code(
        "wrong-value",
        "A key of edition.toml has a value of the wrong kind.",
        "It cannot be used as it is; guessing what was meant would be worse.",
        '"date" has the value "March"; write "2026", "2026-03" or "2026-03-31".',
    ),
    "E004": Code(
        "no-title",
        "edition.toml gives the edition no title.",
        "Every page, book and record of the edition names it.",
        'title = "Letters of Ada Byron"',
    ),
    "E005": Code(
        "no-edition",
        "The folder is not there, or holds no edition.toml.",
        "`build` makes a whole edition and needs to know its title and its terms.",
        "teiedit init my-letters makes a new one; teiedit encode letter.txt needs none.",
    ),
    "E006": Code(
        "no-transcripts",
        "There is no .txt file in the folder or below it.",
        "There is nothing to build.",
        "put one plain text file for each document into the folder.",
    ),
    "E007": Code(
        "no-such-path",
        "A file or folder that was named is not there.",
        "It may be misspelt, or you may be in another folder.",
        'there is no file or folder "leters/014.txt"',
    ),
    "E010": Code(
        "unknown-column",
        "A register (persons.csv, places.csv, organisations.csv) has a column that this program does not know, or has it twice.",
        "What stands in it would be passed over in silence.",
        'unknown column "varients"; did you mean "variants"?',
    ),
    "E011": Code(
        "unreadable-register",
        'A register, or a row of it, cannot be read: it is not in UTF-8, its quotation marks do not match, or it has no column "name".',
        "The rows that can be read are used; the others are left out.",
        'save the table as "CSV UTF-8"; a field that holds a separator stands in quotation marks: "Home, Lord"',
    ),
    "E012": Code(
        "no-name",
        "An entry of a register has no name.",
        "Nothing could be found by it, and its record would be empty. The entry is left out.",
        "fill the column name, or remove the row",
    ),
    "E013": Code(
        "same-entry",
        "Two entries of the registers have the same identifier.",
        "Nobody could say which of them a document points to. The second is left out.",
        '"Robert Kennedy" has the identifier "p-kennedy", as has "John F. Kennedy" (persons.csv:2)',
    ),
    "E014": Code(
        "wrong-identifier",
        "The identifier of an entry cannot be one in XML, or begins as those of another register do.",
        "Documents point to the entry by it. The entry is left out.",
        '"John Kennedy" cannot be an identifier in XML: write "kennedy", which becomes "p-kennedy"',
    ),
    "E015": Code(
        "wrong-authority",
        "What stands in the column of an authority is neither a number of its records nor their address.",
        "A link that leads nowhere, or to somebody else, does harm wherever the edition is harvested. The value is left out.",
        '"1.19E+08" is no record of gnd: a spreadsheet has spoilt the number; format the column as text',
    ),
    "E016": Code(
        "shared-name",
        "Two entries of the registers have a name or variant in common.",
        "Documents that use it do not say which of the two they mean; there it is left without a record.",
        '"Kennedy" is a name of "John F. Kennedy" (persons.csv:2) and of "Robert F. Kennedy"',
    ),
    "E017": Code(
        "unknown-register",
        "A .csv file that looks like a register is called otherwise, and was not read.",
        "Its entries would be missed without a word.",
        '"person.csv" is no register; did you mean "persons.csv"?',
    ),
    "E018": Code(
        "wrong-entry-value",
        "The dates or the coordinates of an entry are none.",
        "Maps, timelines and other programs could not read them. The value is left out.",
        'write "1917–1963" or "1917-05-29/1963-11-22"; decimal degrees such as 21.5 and -80.0',
    ),
    "E019": Code(
        "hard-to-read",
        "A colour in [style] of edition.toml has too little contrast to the colour that it stands on.",
        "Readers with weak eyes, or in the sun, could not read it; 4.5:1 is what the Web Content Accessibility Guidelines ask of text.",
        '"accent" #e0a030 on the paper #fbfaf6 has a contrast of 2.15:1; the nearest colour that can be read there is named.',
    ),
    "E020": Code(
        "outside-the-edition",
        "A file that edition.toml or a page names does not lie in the edition's folder.",
        "What is published comes from the edition alone: a path or a link to elsewhere could publish what is not meant for readers.",
        '"../seal.svg" is not the path of a file in the edition\'s folder: put it there.',
    ),
    "E021": Code(
        "unusable-file",
        "A picture, a page or a style sheet of the edition's own cannot be used.",
        "It is not there, cannot be read, or is not what it should be; the edition is made without it.",
        '"seal.svg" is not a picture that can be shown: an SVG says its size and holds no scripts.',
    ),
    "E022": Code(
        "page-name",
        "A page of the edition's own (pages/*.md) cannot have its name.",
        "Another page has it, or it is in a language that the site does not speak; the page is left out.",
        'every edition has a page "documents" already: rename pages/documents.md.',
    ),
    "E023": Code(
        "page-link",
        "A link in a page of the edition's own leads to nothing.",
        "Readers would meet an error.",
        'the link "documents/lettre-1.html" leads to no page of the edition',
    ),
    "E024": Code(
        "asks-elsewhere",
        "The edition's style.css asks for something from another host.",
        "Readers would be known there, and the page would not last longer than that host.",
        '"style.css" asks for something from another host: put the file beside it, or do without.',
    ),
    "E025": Code(
        "book-asks",
        "The edition's epub.css asks for another file.",
        "A book is one self-contained file and holds none of the edition's; one that asks for a file it does not hold is refused by shops and libraries. The style sheet is left out.",
        '"epub.css" asks for another file: write a picture into the style sheet itself as data:, or do without.',
    ),
    "E030": Code(
        "ledger-unreadable",
        "The ledger beside the transcripts, ledger.tsv, has a line that cannot be read.",
        "By it harvesters learn what has changed and what was withdrawn. To go on without a line would forget that, so nothing is built.",
        '"ledger.tsv" cannot be read: it has 2 columns, not 6. Take the file from your last copy.',
    ),
    "E031": Code(
        "ledger-not-written",
        "The ledger beside the transcripts could not be written.",
        "Without it the next build cannot tell what has changed, and harvesters fetch everything anew. The edition itself is built.",
        'cannot write "ledger.tsv": permission denied.',
    ),
    "L001": Code(
        "text-differs",
        "The text of the TEI is not the text of the transcript.",
        "Not one character may be lost or changed. This is proved for every document on every build; a document that fails is not published.",
        'the transcript reads "of the world" where the TEI has "the world"',
    ),
    "P001": Code(
        "cannot-write",
        "The output folder, or a file in it, cannot be written.",
        "The build stops; every file in the folder is either the old or the new one, and whole.",
        "check that you may write there and that the disk is not full.",
    ),
    "P002": Code(
        "foreign-output",
        "The output folder holds files that this program did not write, or the edition itself.",
        "Building into it could overwrite them.",
        "name a new or empty folder: teiedit build -o site",
    ),
    "P003": Code(
        "worker-died",
        "A process that made documents ended without a result.",
        "It was ended from outside, or the machine ran out of memory.",
        "build again with fewer processes: teiedit build --jobs 1",
    ),
    "P201": Code(
        "no-pdf",
        "No PDF could be made of the document.",
        "The other formats are there, but the edition is not complete without the file that archives keep.",
        "no PDF could be made: the elements are nested deeper than 256 levels.",
    ),
    "P202": Code(
        "no-glyph",
        "The fonts of the PDF have no sign for a character, or the character has no agreed look.",
        "A silent box would hide what was written, so the character's number stands in its place; the TEI file and the other formats keep the character.",
        "the PDF's fonts have no sign for U+4E2D CJK UNIFIED IDEOGRAPH-4E2D.",
    ),
    "P203": Code(
        "no-title",
        "The document has no title.",
        "Readers, catalogues and screen readers know a PDF by its title; it is called by its identifier instead.",
        'the document has no title: the PDF is called "letter-014".',
    ),
    "T001": Code(
        "unreadable",
        "A transcript's file cannot be read.",
        "It may be missing, or you may not be allowed to read it. The other documents go on.",
        'cannot read "letters/014.txt": permission denied',
    ),
    "T002": Code(
        "empty",
        "A transcript's file holds nothing but white space.",
        "There is no document in it.",
        "put the transcript into it, or remove the file.",
    ),
    "T003": Code(
        "not-text",
        "A file that is called .txt holds no text.",
        "It may be a picture, a PDF or a word processor's file under a wrong name.",
        "save the transcript as plain text in UTF-8.",
    ),
    "T004": Code(
        "not-utf-8",
        "A transcript is not in UTF-8, and --strict (or strict = true) refuses others.",
        "Reading it would mean guessing which letters its bytes stand for.",
        "save the file as UTF-8, or run without --strict.",
    ),
    "T005": Code(
        "other-encoding",
        "A transcript is not in UTF-8; its encoding was guessed from its bytes.",
        "A wrong guess shows in accented letters, dashes and quotation marks.",
        '"letter.txt" is not in UTF-8 and was read as windows-1252',
    ),
    "T006": Code(
        "not-xml",
        "A transcript has a character that no XML file can hold, such as a control character (a form feed is read as a page boundary).",
        "The text could not be kept whole; the document is not published until it is mended.",
        "the character U+0007 cannot stand in XML",
    ),
    "T007": Code(
        "not-composed",
        "Letters with accents are typed as letter and accent apart (Unicode NFD).",
        "They look the same but many searches miss them. The program never changes the text.",
        "convert the file to NFC if you can.",
    ),
    "T008": Code(
        "same-identifier",
        "Two transcripts would become the same document: their names differ only in capitals, folders or signs.",
        "One would overwrite the other. The second is left out.",
        '"b/letter1.txt" and "a/letter1.txt" would both become the document "letter1"',
    ),
    "T009": Code(
        "link-outside",
        "A file in the edition's folder is a link to a file outside it.",
        "An edition is its folder: what lies elsewhere could change or be private. The link is left out.",
        "copy the transcript into the folder.",
    ),
    "T010": Code(
        "file-name-not-utf-8",
        "The name of a transcript's file holds bytes that are not letters in UTF-8.",
        "It comes from an old disk or archive; the document's identifier is made of the name. The file is left out.",
        "rename the file, in plain letters and figures.",
    ),
    "R001": Code(
        "not-well-formed",
        "The file is not XML: a tag is not closed, or a sign that means something in XML stands as text.",
        "Nothing else can be checked before this is mended.",
        "<salute>Dear Sir:</opener> must be <salute>Dear Sir:</salute></opener>",
    ),
    "R002": Code(
        "document-type-declaration",
        "The file begins with a document type declaration, which may define entities.",
        "Entities can read other files or grow without limit; a letter needs neither.",
        "take <!DOCTYPE …> away and write the characters themselves",
    ),
    "R003": Code(
        "not-a-document",
        "The file does not begin with the element TEI.",
        "One document is one file, and TEI holds header and text together.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>',
    ),
    "R004": Code(
        "wrong-namespace",
        "An element is not in the namespace of TEI.",
        "Without it no program knows that <p> is the paragraph of TEI.",
        'write xmlns="http://www.tei-c.org/ns/1.0" on <TEI>, once',
    ),
    "R005": Code(
        "unknown-element",
        "There is no such element in the schema; it may be misspelt, or belong to HTML.",
        "Programs that read TEI pass over what they do not know.",
        "<placename> is misspelt: <placeName>",
    ),
    "R006": Code(
        "misplaced-element",
        "The element may not stand inside the one that holds it.",
        "Where an element stands is part of what it says: a signature is not part of a paragraph.",
        "<signed> belongs in <closer>, after the last <p>",
    ),
    "R007": Code(
        "wrong-order",
        "The element may stand in its parent, but not at this point, or only once.",
        "Opening, text and closing are told apart by their order.",
        "<opener> comes before the first <p>",
    ),
    "R008": Code(
        "missing-element",
        "Something that must be there is not.",
        "Half a pair, or a header without its source, cannot be used.",
        "each <label> of a list has its <item>",
    ),
    "R009": Code(
        "stray-text",
        "Text stands where only elements may.",
        "Nobody can say whether it is a paragraph, a heading or a slip.",
        "put <p> around it",
    ),
    "R010": Code(
        "unknown-attribute",
        "The element has no such attribute.",
        "A misspelt attribute is lost without a word in every output.",
        'typ="letter" is misspelt: type="letter"',
    ),
    "R011": Code(
        "missing-attribute",
        "An attribute that must be there is not.",
        "The element does not say enough without it.",
        '<metamark function="signed">(s)</metamark>',
    ),
    "R012": Code(
        "wrong-value",
        "The value is not one that the attribute may have.",
        "Dates sort, pointers lead and types group only if they are written in one way.",
        'when="26-10-1962" is written when="1962-10-26"',
    ),
    "R013": Code(
        "refused-without-reason",
        "The grammar refuses the document, and the program found no reason that it could put into words.",
        "The document is not valid; that the reason is not known is a mistake of the program.",
        "please send us the file",
    ),
    "S001": Code(
        "pointer-resolves",
        "A pointer names an identifier that no element of the file has.",
        "Links, notes, names and reasons are found by their identifiers.",
        'ref="#p-thant" needs <person xml:id="p-thant">',
    ),
    "S002": Code(
        "id-unique",
        "Two elements have the same identifier.",
        "A pointer to it could mean either.",
        "call one of them p-smith-2",
    ),
    "S003": Code(
        "type-agrees",
        "Header and text do not name the same kind of document.",
        "Catalogues read the one, stylesheets the other.",
        '<catRef target="#dt-letter"/> and <div type="letter">',
    ),
    "S004": Code(
        "corresp-needed",
        "The header of a letter, telegram or memorandum does not name sender and recipient.",
        "Indexes of letters are made from it.",
        '<correspAction type="received"><persName>Unknown</persName></correspAction>',
    ),
    "S005": Code(
        "date-order",
        "A span of time ends before it begins.",
        "It cannot be shown, sorted or searched.",
        'from="1962-10-26" to="1962-10-28"',
    ),
    "S006": Code(
        "dateline-agrees",
        "The date above the letter is not the one in the header.",
        "One of the two is probably a slip.",
        "the dateline says 1963-10-27, the header says sent 1962-10-27",
    ),
    "S007": Code(
        "date-future",
        "A date in the text is more than two years later than the document.",
        "Usually a year was mistyped.",
        '"26 October 1992" in a letter of 1962',
    ),
    "S008": Code(
        "clause-n",
        "A clause has no number of its own beside its label.",
        'References such as "paragraph 2(b)" are found by it.',
        '<label>2)</label> <item n="2">',
    ),
    "S009": Code(
        "clause-order",
        "The numbers of the clauses do not follow each other.",
        "A clause may have been missed, or one been misread.",
        'clause "4" follows clause "2"',
    ),
    "S010": Code(
        "clause-label",
        "The number of a clause is not the one in its label.",
        "Readers see the label, links use the number.",
        '<label>(b)</label> <item n="b">',
    ),
    "S011": Code(
        "cert-resp",
        "The text says how sure someone is, but not who.",
        "A judgement without a judge cannot be weighed.",
        'cert="medium" resp="#editor"',
    ),
    "S012": Code(
        "reason-given",
        "The program inferred something and gives no reason; where it was not sure of it, somebody has to look.",
        "Whoever reviews it has nothing to go by.",
        '<certainty target="#d-1" locus="value" cert="medium"><desc>…</desc></certainty>',
    ),
    "S013": Code(
        "field-name",
        "A field at the head of a telegram or memorandum has no name.",
        "Sender, recipient and date are read from the fields.",
        '<seg type="field" subtype="from">',
    ),
    "S014": Code(
        "document-first",
        "The first division of the body is not the document itself.",
        "What comes first is what the file is about; enclosures follow.",
        '<div type="letter"> before <div type="enclosure">',
    ),
    "S015": Code(
        "label-first",
        "The label of a numbered paragraph does not come first in it.",
        "It would be printed in the middle of the text, and the paragraph not be found by its number.",
        '<p n="2"><label>2.</label> The position is this.</p>',
    ),
    "S016": Code(
        "q-marks",
        "A quotation does not begin and end with its quotation marks.",
        "The marks are kept inside, so that no stylesheet has to guess them.",
        "<q>“other armaments”</q>",
    ),
    "S017": Code(
        "not-empty",
        "A paragraph, heading, item, name or signature is empty.",
        "It makes a gap on the page, and a name that nobody can read.",
        "take it away, or mark what cannot be read as a gap",
    ),
    "S018": Code(
        "pointer-kind",
        "A pointer leads to an element of the wrong kind.",
        "A person who points to a place is a slip in the identifier.",
        '<persName ref="#p-kennedy"> points to a <person>',
    ),
    "S019": Code(
        "chain-agrees",
        "A part points to its continuation, but that does not point back.",
        "Reading editions join the parts by following both.",
        'next="#p-b" on the one, prev="#p-a" on the other',
    ),
    "S020": Code(
        "status-agrees",
        "The state of the document is not that of its newest change.",
        "People look at the one, and programs at the other.",
        '<revisionDesc status="candidate"> with a newest change of status="candidate"',
    ),
    "S021": Code(
        "date-attributes",
        "A date has attributes that exclude each other.",
        "It would mean a day and a span, or a span and its limits, at once.",
        'when="1962-10-26" alone, or from and to',
    ),
    "S022": Code(
        "subtype-of-type",
        "An element has a subtype and no type.",
        "A subtype divides a type; TEI forbids it alone.",
        '<seg type="field" subtype="to">',
    ),
    "S023": Code(
        "calendar-of-words",
        "A date without words says by which calendar it counts.",
        "calendar describes the words; when is always Gregorian.",
        '<date when="1917-11-07" calendar="#julian">25 October 1917</date>',
    ),
    "S024": Code(
        "document-named",
        "The document has no identifier, or no language.",
        "Its files and links are named after the one; screen readers and hyphenation need the other.",
        '<TEI xml:id="fo-371-162388" xml:lang="en">',
    ),
    "S025": Code(
        "correction-signed",
        "A correction does not say who made it.",
        "The program never corrects; each correction is an editor's.",
        '<corr resp="#editor">as follows</corr>',
    ),
    "S026": Code(
        "changes-in-order",
        "The changes are not listed with the newest first.",
        "The first is taken for the present state.",
        "put the change of 2025-02-01 above that of 2025-01-15",
    ),
    "S027": Code(
        "language-tag",
        "A language is not named by a tag of BCP 47.",
        "Screen readers, hyphenation and searches know languages by their tags alone.",
        'xml:lang="en", not "eng", "english" or "en-UK"',
    ),
    "S028": Code(
        "calendar-stated",
        "The words of a date count by another calendar than its value, and nothing says by which.",
        "A reader who sees 25 October and a catalogue that says 7 November would each take the other for a slip.",
        '<date when="1917-11-07" calendar="#julian">25 October 1917</date>',
    ),
    "S029": Code(
        "reference-resolves",
        "Words that refer to a clause, an article or a paragraph do not point to it.",
        "There is none with that number, or there are several; only a reader of the document can say which is meant.",
        '<ref type="clause" target="#c-2-b">paragraph 2(b)</ref>',
    ),
    "S030": Code(
        "signature-agrees",
        "The signature does not bear the name of the sender in the header.",
        "Indexes of letters take the sender from the header; one of the two may be a slip, or somebody signed for another.",
        "<correspDesc>… <note>Signed by A. Bell for the Consul.</note></correspDesc>",
    ),
    "S031": Code(
        "licence-stated",
        "The file does not say under what terms it may be used, or is published without a licence.",
        "Whoever finds it cannot know what they may do with it.",
        '<availability status="free"><licence target="https://creativecommons.org/licenses/by/4.0/">…</licence></availability>',
    ),
    "V001": Code(
        "server-not-installed",
        "The two packages that the server needs are not installed.",
        "An edition is built without them, so they are an extra.",
        "pip install 'teiedit[serve]'",
    ),
    "V002": Code(
        "nothing-to-serve",
        "The folder is neither an output folder of this program, nor an edition that was built.",
        "The server shows what a build has made; it makes nothing itself.",
        'there is nothing to serve in "letters": teiedit build letters',
    ),
    "V003": Code(
        "cannot-listen",
        "The server cannot have the address or port that it was told.",
        "Another program may use the port, or only the administrator may.",
        "teiedit serve --port 8080",
    ),
    "V004": Code(
        "no-catalogue",
        "The output holds no catalogue of records.",
        "The site is served, but harvesters are told to come later. The catalogue is made by builds with the format metadata.",
        'add "metadata" to formats in edition.toml, and build again',
    ),
    "V005": Code(
        "no-contact",
        "The edition names nobody to whom harvesters' people can write.",
        "OAI-PMH needs an e-mail address. In its place one is given that is plainly nobody's, nobody@contact.invalid, and portals will refuse to register the edition.",
        'contact = "letters@example.org"',
    ),
    "V006": Code(
        "no-domain",
        "The edition has no address of its own on the web from which the identifiers of its records could be made.",
        "They then begin with oai:edition.invalid: and will be others as soon as it has one, so that harvesters take every record for a new one.",
        'base_url = "https://example.org/letters/", or under [harvest]: repository = "letters.example.org"',
    ),
    "V007": Code(
        "key-not-kept",
        "The file with the secret that signs resumption tokens cannot be made or read.",
        "A secret is made for this run only: harvesters that are in the middle of a list must begin it anew after a restart.",
        "teiedit serve --key-file /var/lib/teiedit/serve.key",
    ),
    "W001": Code(
        "xsd-refuses",
        "The W3C XML Schema refuses the document.",
        "It says the same as the RELAX NG schema, so if that accepts the document, one of the two is wrong.",
        "teiedit validate --xsd",
    ),
    "W002": Code(
        "house-schema-refuses",
        "A schema of your own, given with --schema, refuses the document.",
        "The message is that of the validator; what the schema wants stands in it alone.",
        "teiedit validate --schema house.xsd letter.xml",
    ),
    "W003": Code(
        "house-rule-broken",
        "A rule of a Schematron schema of your own, given with --schema, is broken.",
        "The words are those of the rule; its role says whether it is an error, a check or a note.",
        '<sch:assert test="tei:head" role="warning">a letter of this series has a heading</sch:assert>',
    ),
    "W004": Code(
        "unusable-schema",
        "A schema of your own, given with --schema, cannot be used.",
        "It may be broken or incomplete, or use a part of Schematron that this program does not know.",
        "check that it is whole, and that the files it includes lie beside it.",
    ),
    "X001": Code(
        "element-without-rule",
        "No rule of the stylesheet shows an element.",
        "Its text is kept, in a frame, but it looks like nothing in particular: a reader cannot tell what it was.",
        'no rule shows the element "code"; its text is kept. Write a template for it, or use an element of the schema.',
    ),
    "X002": Code(
        "stylesheet-message",
        "A stylesheet has something to say that is not one of the findings listed here.",
        "An edition's own stylesheet may report what it likes; it is passed on.",
        "a stylesheet says: no picture for page 3",
    ),
    "X003": Code(
        "stylesheet-stopped",
        "A stylesheet could not make a page, a book or a text of a document.",
        "The document is not published in this state; the others are. If the TEI was made by this program, the fault is the program's.",
        'the html of "letter1" could not be made: …',
    ),
    "X004": Code(
        "house-stylesheet-refused",
        "The edition's own stylesheet, house.xsl, does what it may not, or is not built as it must be.",
        "It may read and write nothing but the document and its page, so that a folder of transcripts can be built without fear. The pages are made without it.",
        '"house.xsl" cannot be used: it calls doc()',
    ),
    "X005": Code(
        "house-stylesheet-stopped",
        "The edition's own stylesheet, house.xsl, does not compile, or stopped with an error.",
        "The pages are made without it; the build counts as failed.",
        '"house.xsl" does not compile: Unknown XSLT instruction xsl:foo',
    ),
}
