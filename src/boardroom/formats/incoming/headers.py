"""What the columns of other programs' tables are called, in the languages they are exported in."""

from __future__ import annotations

import re

from boardroom.rules.names import fold

NAME_FIELDS = ("name", "first_name", "middle_name", "last_name", "prefix")
PERSON_FIELDS = (
    *NAME_FIELDS,
    "nickname",
    "org",
    "title",
    "email",
    "phone",
    "link",
    "city",
    "timezone",
    "how_met",
    "seat",
    "window",
    "birthday",
    "last_met",
    "notes",
)
"""The fields of a person that a column can be."""
MEETING_FIELDS = ("date", "who", "time", "place", "way", "minutes", "hours", "notes")
"""The fields of a meeting that a column can be."""
SINCE_1904 = "date_1904"
"""What `--map` calls the days of a table that Excel counts from 1904."""
FIELDS = (*dict.fromkeys((*PERSON_FIELDS, *MEETING_FIELDS)), SINCE_1904)
SEVERAL = ("email", "phone", "link", "notes")
"""The fields that several columns can be."""
IGNORED = "ignore"
"""What `--map` calls a column that is to be left out."""

_PERSON = {
    "name": """name|full name|display name|complete name|contact|contact name|person|who|wer
        |vollstandiger name|anzeigename|kontakt|nom complet|nom affiche|nombre completo
        |nome completo|nome visualizzato|volledige naam|naam|namn|navn|imie i nazwisko|氏名|姓名""",
    "first_name": """first name|firstname|given name|first|forename|vorname|prenom|nombre
        |voornaam|fornamn|fornavn|imie|etunimi|имя|名|nome|nome proprio|primeiro nome|keresztnev""",
    "middle_name": """middle name|additional name|middle|weitere vornamen|zweiter vorname
        |deuxieme prenom|segundo nombre|secondo nome|tweede naam|nome do meio|mellannamn
        |drugie imie|andra fornamn|toinen nimi|ミドルネーム""",
    "last_name": """last name|lastname|family name|surname|last|nachname|familienname|nom
        |nom de famille|apellido|apellidos|cognome|achternaam|sobrenome|apelido|ultimo nome
        |efternamn|efternavn|etternavn|nazwisko|sukunimi|фамилия|姓|vezeteknev""",
    "prefix": """name prefix|prefix|salutation|honorific|anrede|civilite|tratamiento
        |aanhef|tilltal
        |prefijo del nombre|prefisso nome|prefixe du nom|prefixo do nome|naamvoorvoegsel
        |namnprefix|przedrostek imienia|namensprafix""",
    "nickname": """nickname|nick name|nicknames|alias|aliases|a.k.a.|aka|spitzname|rufname|surnom
        |pseudo|apodo|alias|soprannome|bijnaam|smeknamn|kaldenavn
        |pseudonim|przydomek|alcunha|lempinimi|ニックネーム""",
    "org": """company|company name|organization|organisation|employer|organization name
        |organization 1 - name|current company|firma|unternehmen|firmenname|entreprise|societe
        |organizacion|empresa|azienda|societa|organizzazione|bedrijf|organisatie|foretag|virksomhed
        |bedrift|yritys|firma/organizacja|name der organisation
        |nom de l'organisation|nombre de la organizacion|nome da organizacao|会社|会社名
        |nome organizzazione|nome dell'organizzazione|nazwa organizacji|nazwa firmy|organizacja
        |naam organisatie|naam van organisatie|bedrijfsnaam|organisationsnamn|foretagsnamn|compania
        |empresa/organizacao|組織名|勤務先""",
    "title": """job title|jobtitle|position|role|headline|occupation|organization title
        |organization 1 - title|beruf|stelle|berufsbezeichnung|poste|fonction|profession|puesto
        |cargo|posizione|qualifica|posicao|functie|functietitel|positie|befattning|stilling
        |stanowisko|tehtavanimike|titel der organisation|titre dans l'organisation|役職
        |titolo organizzazione|titolo dell'organizzazione|cargo de la organizacion|ruolo|rol
        |cargo da organizacao|stanowisko w organizacji|tytul organizacji|functieomschrijving
        |titel van organisatie|organisationstitel|職位|肩書き""",
    "email": """email|e-mail|e-mail address|email address|emails|e-mail 1 - value|email 1
        |primary email|work email|mail|e-mail-adresse|adresse e-mail|adresse electronique
        |adresse de messagerie|courriel|correo|correo electronico|direccion de correo electronico
        |direccion de correo|indirizzo e-mail|indirizzo email|indirizzo di posta elettronica
        |e-mailadres|endereco de e-mail|endereco de email|endereco de correio eletronico
        |e-postadress|e-postadresse|e-mailadresse|adres e-mail|sahkoposti|sahkopostiosoite
        |メールアドレス
        |indirizzo posta elettronica|adres email|mejl|e-post|epost|メール|電子メール
        |電子メール アドレス""",
    "phone": """phone|mobile|mobile phone|cell|cell phone|phone number|phone 1 - value|telephone
        |primary phone|business phone|home phone|telefon|telefonnummer|handy|mobil|mobiltelefon
        |telefon (mobil)|telephone mobile|tel. mobile|numero de telephone|movil|telefono
        |telefono movil|cellulare|telefono cellulare|telefoon|mobiele telefoon|telemovel|telefone
        |celular|telefone celular|mobilnummer|telefon komorkowy|matkapuhelin
        |telefon geschaftlich|telefon privat|tel. bureau|telephone (bureau)|telefono fijo
        |telefono del trabajo|telefono (uff.)|telefoon werk|business phone 2|home phone 2
        |numero di telefono|numer telefonu|mobiel|mobiel nummer|puhelin|numero de telefono|電話
        |電話番号|携帯電話""",
    "link": """url|link|linkedin|linkedin url|linkedin profile|profile url|website|web page|webpage
        |homepage|website 1 - value|webseite|internetseite|profil|profil-url|page web|site web
        |pagina web|sitio web|sito web|webpagina|pagina da web|perfil|webbsida|nettside
        |adres url|indirizzo web|strona internetowa|webbplats|hjemmeside|ウェブサイト""",
    "city": """city|town|home city|business city|address 1 - city|location|based in|stadt|ort
        |ort geschaftlich|ort privat|wohnort|ville|ville (bureau)|ville (domicile)|ciudad
        |ciudad del trabajo|citta|citta (uff.)|stad|plaats|cidade|cidade comercial|poststed|by
        |miasto
        |ciudad de trabajo|ciudad (trabajo)|localidad|localita|cidade do endereco comercial
        |miejscowosc|miejscowosc (adres sluzbowy)|ort, arbete|plaats (werk)|werkadres plaats
        |kaupunki|市区町村|都市""",
    "timezone": "timezone|time zone|zeitzone|fuseau horaire|zona horaria|fuso orario|tijdzone",
    "how_met": """how met|how we met|how did we meet|met through|met at|referred by|introduced by
        |empfohlen von|kennengelernt|recommande par|rencontre|recomendado por|segnalato da
        |verwezen door|indicado por""",
    "seat": "seat|chair|board seat",
    "window": """window|keep in touch|stay in touch|frequency|contact frequency|cadence
        |reminder frequency|how often|kontakthaufigkeit|haufigkeit|frequence|frecuencia|frequenza
        |frequencia
        |frequentie|hoe vaak|frekvens|hur ofta|czestotliwosc|頻度""",
    "birthday": """birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum
        |anniversaire|date de naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita
        |verjaardag|geboortedatum|aniversario|data de nascimento|fodelsedag|fodselsdag|urodziny
        |syntymapaiva|誕生日
        |geboortedag|fodelsedatum|fodselsdato|data urodzenia|syntymaaika|生年月日""",
    "last_met": """last met|last meeting|last interaction|last contact|last contacted|last seen
        |last talked to|last spoke|last touch|letzter kontakt|zuletzt getroffen|dernier contact
        |ultimo contacto|ultimo contatto|laatste contact|ultimo contato
        |laatst gezien|senast traffad|sidst set|ostatni kontakt|ultima reunion|ultimo encontro
        |ultimo incontro|最終連絡日""",
    "notes": """notes|note|comments|comment|description|about|bio|notizen|bemerkungen|kommentar
        |anmerkungen|remarques|commentaires|notas|comentarios|commenti|opmerkingen|observacoes
        |anteckningar|notater|notatki|muistiinpanot|メモ
        |notities|notitie|anotacoes|observaciones|appunti|annotazioni|uwagi|notering|ノート
        |notiz|nota|anmerkung|bemerkung|remarque|commentaire|comentario|opmerking|komentarz|remarks
        |kommentti""",
}
_MEETING = {
    "date": """date|day|when|met on|meeting date|on|datum|tag|wann|jour|quand|fecha|dia|cuando|data
        |giorno|quando|dag|dato|data spotkania|paivamaara|日付
        |dzien|kiedy|nar|hvornar""",
    "who": """who|with|person|name|advisor|adviser|mentor|mentee|contact|participant|participants
        |attendees|people|wer|mit|mit wem|qui|avec|avec qui|quien|con|con quien|chi|wie|met wie|quem
        |com|com quem|vem|hvem|kto|kuka|partner
        |persona|asistentes|participantes|partecipanti|pessoa|persoon|deelnemers|deltagare
        |teilnehmer|gesprachspartner|osoba|z kim|uczestnicy|相手|参加者
        |with whom|met with|whom|who with""",
    "time": "time|start|start time|at|uhrzeit|zeit|beginn|heure|hora|ora|tijd|tid|godzina|klo",
    "place": """where|place|location|venue|wo|ort|treffpunkt|lieu|ou|donde|lugar|luogo|dove|waar
        |plaats|local|onde|var|hvor|plats|sted|miejsce|paikka
        |gdzie|場所""",
    "way": """way|type|how|kind|channel|medium|format|meeting type|art|wie|typ|comment|moyen|tipo
        |como|come|modo|hoe|soort|typ|hur|sposob
        |medio|mezzo|meio|canal|canale|manier|satt|kanal|forme""",
    "minutes": """minutes|mins|min|duration|length|dauer|minuten|duree|duracion|minutos|durata
        |minuti|duur|duracao|langd|varighed|varighet|czas
        |czas trwania|所要時間
        |how long|how long (min)""",
    "hours": "hours|hrs|stunden|heures|horas|ore|uren|timmar|timer",
    "notes": _PERSON["notes"]
    + """|what|about what
        |topic|topics|subject|summary|discussed|discussion|takeaways|outcome|outcomes|agenda
        |thema|themen|betreff|sujet|resume|tema|temas|asunto|argomento|assunto|onderwerp|temat
        |amne|emne|aihe|議題""",
}


def _words(fields: dict[str, str]) -> dict[str, str]:
    """The field of each header; the first field that names it wins."""
    by_header: dict[str, str] = {}
    for field, words in fields.items():
        for word in words.split("|"):
            by_header.setdefault(fold(word), field)
    return by_header


PERSON_HEADERS = _words(_PERSON)
MEETING_HEADERS = _words(_MEETING)

_NUMBERED = re.compile(r"(?P<what>.+?) [0-9]{1,2}(?: address|-adresse| adresse)?")
_NUMBERED_PART = re.compile(r"(?P<what>.+) (?P<number>[0-9]{1,2})(?: -)? (?P<part>.+)")
_SEVERAL = ("email", "phone", "link")
_VALUES = frozenset(
    {"value", "wert", "valeur", "valor", "valore", "waarde", "varde", "vaerdi", "verdi", "wartosc"}
    | {"arvo", "ertek", "値"}
)
"""What Google calls the column of an address or a number, in its languages."""
_DECORATION = re.compile(r"[_*:?]+|\s+")


def plain_header(header: str) -> str:
    """A header as it is compared: folded, without underscores and colons, its dashes hyphens."""
    return fold(_DECORATION.sub(" ", header.replace("–", "-")))


def person_field(key: str) -> str:
    """The field of a person that a column or key is called by, `last-contact` too; else empty."""
    header = plain_header(key)
    return PERSON_HEADERS.get(header) or PERSON_HEADERS.get(header.replace("-", " "), "")


def first_field(header: str) -> str:
    """The field of a plain header like `telefon 1 - wert` or `adresse 1 - ort`; else empty."""
    shape = _NUMBERED_PART.fullmatch(header)
    if shape is None or shape["number"] != "1":
        return ""
    is_city = PERSON_HEADERS.get(shape["part"]) == "city"
    return "city" if is_city else value_field(header)


def value_field(header: str) -> str:
    """The field of a plain header like `telefon 2 - wert`; else empty."""
    shape = _NUMBERED_PART.fullmatch(header)
    if shape is None or shape["part"] not in _VALUES:
        return ""
    return _several(shape["what"])


def is_label(header: str) -> bool:
    """Whether a column says of what kind an address or a number is: `Telefon 1 - Etikett`."""
    shape = _NUMBERED_PART.fullmatch(plain_header(header))
    return shape is not None and shape["part"] not in _VALUES and bool(_several(shape["what"]))


def repeated_field(header: str) -> str:
    """The field that a column such as `E-mail 2 - Value` is one more of; empty for others."""
    header = plain_header(header)
    shape = _NUMBERED.fullmatch(header)
    return value_field(header) if shape is None else _several(shape["what"])


def _several(word: str) -> str:
    """The field of a word, if a person may have several of it; else empty."""
    field = "link" if word == "website" else PERSON_HEADERS.get(word, "")
    return field if field in _SEVERAL else ""
