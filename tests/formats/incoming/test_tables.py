"""Tables of people and of meetings: separators, headers in any language, columns, and cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardroom.errors import BadInput
from boardroom.formats.incoming.decoding import decoded
from boardroom.formats.incoming.reading import Options, read_incoming
from boardroom.formats.incoming.records import Birthday, Incoming

SAMPLES = Path(__file__).parents[2] / "samples"


def _read(text: str, *columns: str, date_order: str | None = None, kind: str = "csv") -> Incoming:
    return read_incoming(kind, text, "x.csv", Options(date_order, 2026, columns))


def _sample(name: str, date_order: str | None = None) -> Incoming:
    text = decoded((SAMPLES / name).read_bytes(), name).text
    return read_incoming("csv", text, name, Options(date_order, 2026))


def test_google_has_several_values_in_a_cell() -> None:
    read = _sample("google-contacts-2024.csv")

    ana, marcus = read.people
    assert (read.kind, ana.name, ana.birthday) == ("google", "Ana Lima", Birthday(3, 7))
    assert (ana.fields["email"], ana.fields["phone"]) == ("ana@example.org", "+351 912 000 111")
    assert ana.notes[1] == "Also: ana.lima@example.net, nani@example.com, +351 210 000 222"
    assert (marcus.name, marcus.birthday) == ("Marcus Ojo", Birthday(2, 1, 1970))
    assert read.lost["the column Labels"] == 1
    assert read.lost["a row without a person's name"] == 1


def test_linkedin_has_its_header_below_a_preamble() -> None:
    read = _sample("linkedin-Connections.csv")

    assert read.kind == "linkedin"
    assert [(person.name, person.source_id) for person in read.people] == [
        ("Ana Lima", "linkedin.com/in/ana-lima-example"),
        ("Marcus Ojo", "linkedin.com/in/marcus-ojo-example"),
        ("Noor Haddad", "linkedin.com/in/noor-h-example"),
    ]


LINKEDIN = "https://www.linkedin.com/in/ana-lima"


@pytest.mark.parametrize(
    "header",
    [
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Adresse e-mail,Société,Poste,Connexion établie le",
        "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato in data",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
        "見出し1,見出し2,見出し3,見出し4,見出し5,見出し6,見出し7",
    ],
)
def test_linkedin_is_read_in_any_language(header: str) -> None:
    read = _read(f"{header}\nAna,Lima,{LINKEDIN},ana@example.org,Folha,Editor,05 Mar 2021\n")

    assert read.kind == "linkedin"
    assert (read.people[0].name, read.people[0].fields) == (
        "Ana Lima",
        {"email": "ana@example.org", "link": LINKEDIN, "org": "Folha", "title": "Editor"},
    )


def test_outlook_has_no_job_in_its_title_and_no_birthday_in_zeros() -> None:
    ana, marcus = _sample("outlook-contacts.csv", "mdy").people

    assert (ana.fields["title"], ana.fields["how_met"]) == ("Editor-in-chief", "Rui Melo")
    assert (ana.birthday, marcus.birthday) == (Birthday(3, 7, 1984), None)
    assert ana.notes == ('Prefers mornings; "no slides"',)


def test_outlook_says_nothing_of_the_order_of_days() -> None:
    with pytest.raises(BadInput, match="No row of Birthday says"):
        _sample("outlook-contacts.csv")


def test_a_table_of_meetings_is_told_by_its_columns() -> None:
    read = _sample("meetings-dmy.csv")

    assert (read.kind, [meeting.on for meeting in read.meetings]) == (
        "meetings",
        [date(2026, 10, 16), date(2026, 9, 1), date(2026, 8, 3), date(2026, 7, 2)],
    )
    assert read.meetings[0].notes == "Answer first;\nthen explain"
    assert read.meetings[2].way == "call"
    assert [str(fault) for fault in read.faults] == ["line 7, Date: there is no “31.06.2026”"]


def test_lengths_are_hours_and_minutes() -> None:
    meetings = _sample("meetings-mdy.csv").meetings

    assert [meeting.minutes for meeting in meetings] == [60, 90, 30, 45]
    assert [meeting.way for meeting in meetings] == ["coffee", "lunch", "call", "video"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_encodings_and_line_ends(separator: str, codec: str, end: str) -> None:
    rows = [("Name", "Email", "Notes"), ("Ülo Tamm", "ulo@example.org", "“Tea” – no")]
    content = "".join(separator.join(row) + end for row in rows).encode(codec)

    person = _read(decoded(content, "x").text).people[0]

    assert (person.name, person.fields, person.notes) == (
        "Ülo Tamm",
        {"email": "ulo@example.org"},
        ("“Tea” – no",),
    )


@pytest.mark.parametrize(
    "columns", [(), ("what=notes",), ("who=name",), ("where=place",), ("who=name", "when=date")]
)
def test_a_mapping_makes_no_people_of_meetings(columns: tuple[str, ...]) -> None:
    text = "who;when;what;where\nAna Lima;2026-01-14;the roadmap;Blue Bottle\n"

    read = _read(text, *columns)

    (meeting,) = read.meetings
    assert (read.kind, meeting.on, meeting.notes, meeting.where) == (
        "meetings",
        date(2026, 1, 14),
        "the roadmap",
        "Blue Bottle",
    )


@pytest.mark.parametrize("columns", [("when=last_met",), ("when=ignore",), ("what=org",)])
def test_a_mapping_of_people_makes_people_of_meetings(columns: tuple[str, ...]) -> None:
    read = _read("who;when;what\nAna Lima;2026-01-14;Folha\n", *columns)

    assert (read.kind, [person.name for person in read.people]) == ("csv", ["Ana Lima"])


def test_a_column_is_mapped_by_hand_and_remembered() -> None:
    text = "Who knows,Cadence,Team\nAna Lima,5 weeks,Folha\n"

    read = _read(text, "who knows=name", "Cadence=window", "Team=org")

    assert read.people[0].fields == {"org": "Folha", "window": "5w"}
    (mapping,) = read.mappings.values()
    assert mapping == {"Who knows": "name", "Cadence": "window", "Team": "org"}
    (header,) = read.mappings
    again = read_incoming("csv", text, "x", Options(None, 2026, (), {header: mapping}.__getitem__))
    assert again.people == read.people


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ("Team=shoe", "'Team=shoe' names no field"),
        ("Shoe=org", "There is no column 'Shoe'"),
        ("Team", "'Team' names no field"),
    ],
)
def test_a_mapping_names_a_column_and_a_field(column: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        _read("Name,Team\nAna Lima,Folha\n", column)


def test_columns_without_a_name_are_asked_about() -> None:
    with pytest.raises(BadInput, match="No column of it is the name: they are 'A' and 'B'"):
        _read("A,B\n1,2\n")


def test_two_columns_are_not_one_field() -> None:
    with pytest.raises(BadInput, match="Two columns are org"):
        _read("Name,A,B\nx,1,2\n", "A=org", "B=org")


def test_a_row_that_is_too_long_is_a_fault() -> None:
    read = _read("Name,Email\nAna Lima,,x\n,,\nMarcus Ojo\n")

    assert [str(fault) for fault in read.faults] == ["line 2: it has more cells than the header"]
    assert [person.name for person in read.people] == ["Marcus Ojo"]


def test_formulas_are_text_and_their_guard_goes() -> None:
    person = _read('Name,Phone,Notes\nAna,\'+351 1,"=""12"""\nBo,,\'=1+1\n').people

    assert (person[0].fields, person[0].notes) == ({"phone": "+351 1"}, ("12",))
    assert person[1].notes == ("=1+1",)


@pytest.mark.parametrize(
    ("rows", "fault", "names"),
    [
        (
            'Ana,"open\nBo,x\n',
            "lines 2 to 3: a quote is opened and never closed, so the rest of the file is in one cell",
            [],
        ),
        ('"Ana "Nani" Lima",x\nBo,x\n', "line 2: a cell goes on after its closing quote", ["Bo"]),
        (
            'Ana,"open\nBo,x\nCy,"y"\nDi,x\n',
            "lines 2 to 4: a cell goes on after its closing quote",
            ["Di"],
        ),
    ],
)
def test_a_row_with_a_stray_quote_is_named_and_the_rest_is_read(
    rows: str, fault: str, names: list[str]
) -> None:
    read = _read(f"Name,Notes\n{rows}")

    assert [str(each) for each in read.faults] == [fault]
    assert [person.name for person in read.people] == names


def test_a_row_of_meetings_may_name_several() -> None:
    read = _read("date,who\n2026-10-16,Ana Lima & Marcus Ojo\n2026-10-17,\n")

    assert [meeting.who for meeting in read.meetings] == ["ana lima", "marcus ojo"]
    assert [str(fault) for fault in read.faults] == ["line 3, who: it names nobody"]


def test_days_of_excel_count_from_1900_or_from_1904() -> None:
    text = "date,who\n44849,Ana\n"

    usual, other = _read(text), _read(text, "date=date_1904")

    assert [read.meetings[0].on for read in (usual, other)] == [
        date(2022, 10, 15),
        date(2026, 10, 16),
    ]
    assert usual.doubtful == (
        (
            "date: 44849 is 2022-10-15, as Excel counts days from 1900. From 1904 it would be"
            " 2026-10-16: --map 'date=date_1904'."
        ),
    )
    assert [*other.mappings.values()] == [{"date": "date_1904", "who": "who"}]


def test_days_of_excel_in_a_table_of_people_are_doubtful_too() -> None:
    read = _read("Name,Last contact\nAna,46311\n")

    assert [meeting.on for meeting in read.meetings] == [date(2026, 10, 16)]
    assert read.doubtful == ("Last contact: 46311 is 2026-10-16, as Excel counts days from 1900.",)


def test_outlook_is_read_in_german_and_in_its_own_encoding() -> None:
    text = (
        "Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Ort geschäftlich;Mobiltelefon;"
        "Telefon geschäftlich;E-Mail-Adresse;E-Mail 2: Adresse;Geburtstag;Notizen;Benutzer 1\r\n"
        "Herr;Jörg;;Müller;Büro GmbH;Leiter;Köln;+49 1;+49 2;j@x.de;k@x.de;31.12.1980;Früh;\r\n"
    )

    read = _read(decoded(text.encode("cp1252"), "x").text)

    (person,) = read.people
    assert (read.kind, person.name, person.birthday) == (
        "outlook",
        "Jörg Müller",
        Birthday(12, 31, 1980),
    )
    assert person.fields == {
        "email": "j@x.de",
        "phone": "+49 1",
        "org": "Büro GmbH",
        "title": "Leiter",
        "city": "Köln",
    }
    assert person.notes == ("Früh", "Also: k@x.de, +49 2")


def test_google_as_it_was_exported_before() -> None:
    read = _read(
        "Name,Given Name,Additional Name,Family Name,Birthday,Location,Group Membership,"
        "E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
        "Marie Curie,Marie,,Curie,1967-11-07,Paris,* myContacts ::: Lab,* Work,"
        "m@example.org ::: m2@example.org,Sorbonne,Professor\n"
    )

    (marie,) = read.people
    assert (read.kind, marie.name, marie.birthday) == (
        "google",
        "Marie Curie",
        Birthday(11, 7, 1967),
    )
    assert marie.fields == {
        "email": "m@example.org",
        "org": "Sorbonne",
        "title": "Professor",
        "city": "Paris",
    }
    assert read.lost["the column Group Membership"] == 1


def test_google_in_german() -> None:
    read = _read(
        "Vorname,Nachname,Name der Organisation,E-Mail 1 – Label,E-Mail 1 – Wert,E-Mail 2 – Wert,"
        "Telefon 1 – Label,Telefon 1 – Wert,Adresse 1 – Ort,Ereignis 1 – Wert\n"
        "Jörg,Weiß,Öl GmbH,* Arbeit,j@x.de ::: k@x.de,l@x.de,Mobil,+49 1 ::: +49 2,Köln,2020-01-01\n"
    )

    (jorg,) = read.people
    assert (read.kind, jorg.notes) == ("google", ("Also: k@x.de, l@x.de, +49 2",))
    assert jorg.fields == {
        "email": "j@x.de",
        "phone": "+49 1",
        "org": "Öl GmbH",
        "city": "Köln",
    }
    assert dict(read.lost) == {
        "the kind of an address or a number": 2,
        "the column Ereignis": 1,
    }


def test_the_line_ends_in_a_cell_are_ours() -> None:
    (ana,) = _read('Name,Notes\r\nAna Lima,"one\r\n\r\ntwo"\r\n').people

    assert ana.notes == ("one\n\ntwo",)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ana Lima, Bo Ek and Marcus", ["Ana Lima", "Bo Ek", "Marcus"]),
        ("Lima, Ana", ["Ana Lima"]),
        ("LIMA, ANA", ["ANA LIMA"]),
        ("Ojo, Marcus T.; Lima, Ana", ["Marcus T. Ojo", "Ana Lima"]),
        ("Marcus Ojo, CFA", ["Marcus Ojo, CFA"]),
        ("Ana Lima; Bo", ["Ana Lima", "Bo"]),
        ("Ana + Bo och Cy", ["Ana", "Bo", "Cy"]),
    ],
)
def test_a_meeting_is_with_each_in_its_cell(cell: str, names: list[str]) -> None:
    read = _read(f'Date,With\n2026-10-16,"{cell}"\n')

    assert [person.name for person in read.people] == names


def test_a_comma_parts_names_that_stand_elsewhere_in_the_column() -> None:
    read = _read('Date,With\n2026-10-16,"Ana, Marcus"\n2026-10-17,Ana\n2026-10-18,Marcus\n')

    assert [meeting.who for meeting in read.meetings] == ["ana", "marcus", "ana", "marcus"]


def test_two_full_names_that_may_be_one_are_doubtful() -> None:
    rows = ["García Márquez, José María", "Ana Lima, Marcus Ojo", "Ana Lima, Noor Haddad"]
    lines = "".join(f'2026-10-0{day},"{cell}"\n' for day, cell in enumerate(rows, 1))

    assert _read(f"Date,With\n{lines}").doubtful == (
        (
            "line 2, With: “García Márquez, José María” is taken for two people; if it is one,"
            " write “José María García Márquez”."
        ),
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2026-10-16,Ana,15:30,0", "line 2, Length: '0' is no time at all"),
        ("2026-10-16,Ana,25:00,30", "line 2, Time: “25:00” is no time of day"),
    ],
)
def test_a_bad_time_and_a_bad_length_are_told_apart(row: str, fault: str) -> None:
    assert [str(each) for each in _read(f"Date,Who,Time,Length\n{row}\n").faults] == [fault]


@pytest.mark.parametrize("header", ["date,who", "Name,Birthday"])
def test_the_setting_that_decides_the_order_of_days_is_named(header: str) -> None:
    row = "3/8/2026,Ana" if header == "date,who" else "Ana,3/8/2026"
    column = "date" if header == "date,who" else "Birthday"

    assert _read(f"{header}\n{row}\n", date_order="dmy").doubtful == (
        f"{column}: read day first, as the setting date_order says (3/8/2026).",
    )


def test_a_setting_that_decides_nothing_is_not_named() -> None:
    assert _read("date,who\n2026-10-16,Ana\n5/5/2026,Ana\n", date_order="dmy").doubtful == ()


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        ("Sig.ra,Capo", {"title": "Capo"}),
        ("Engineer,Mentor", {"title": "Engineer"}),
    ],
)
def test_a_title_is_no_job_where_another_column_is(titles: str, fields: dict[str, str]) -> None:
    (person,) = _read(f"Nome,Cognome,Titolo,Posizione\nGiulia,Rossi,{titles}\n").people

    assert person.fields == fields


def test_who_heads_a_table_of_people_too() -> None:
    read = _read("Who;Mail\nAna Lima;ana@example.org\n")

    assert [person.name for person in read.people] == ["Ana Lima"]


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        (
            (
                "Nome,Secondo nome,Cognome,Nome organizzazione,Titolo organizzazione,"
                "E-mail 1 - Etichetta,E-mail 1 - Valore,Telefono 1 - Etichetta,Telefono 1 - Valore"
            ),
            "Giulia,,Rossi,ABC,CFO,* ,a@x.org ::: b@x.org,Cell,1",
            "Giulia Rossi",
        ),
        (
            (
                "Nombre,Segundo nombre,Apellidos,Nombre de la organización,Cargo de la organización,"
                "Correo electrónico 1: etiqueta,Correo electrónico 1: valor,Teléfono 1: etiqueta,"
                "Teléfono 1: valor"
            ),
            "José,,Núñez,ABC,CFO,* ,a@x.org ::: b@x.org,Casa,1",
            "José Núñez",
        ),
        (
            (
                "Imię,Drugie imię,Nazwisko,Nazwa organizacji,Stanowisko,Adres e-mail 1 – etykieta,"
                "Adres e-mail 1 – wartość,Telefon 1 – etykieta,Telefon 1 – wartość"
            ),
            "Łukasz,Jan,Żak,ABC,CFO,* ,a@x.org ::: b@x.org,Kom,1",
            "Łukasz Jan Żak",
        ),
        (
            "名,ミドルネーム,姓,組織名,役職,メール 1 - ラベル,メール 1 - 値,電話 1 - ラベル,電話 1 - 値",
            "太郎,,山田,ABC,CFO,* ,a@x.org ::: b@x.org,携帯,1",
            "山田 太郎",
        ),
    ],
)
def test_google_is_read_in_any_language(header: str, row: str, name: str) -> None:
    read = _read(f"{header}\n{row}\n")

    (person,) = read.people
    assert (read.kind, person.name, person.notes) == ("google", name, ("Also: b@x.org",))
    assert person.fields == {"email": "a@x.org", "phone": "1", "org": "ABC", "title": "CFO"}
    assert read.lost == {"the kind of an address or a number": 1}


@pytest.mark.parametrize(
    "header",
    [
        (
            "Titolo;Nome;Cognome;Società;Posizione;Cellulare;Indirizzo posta elettronica;"
            "Indirizzo posta elettronica 2;Città (uff.);Note"
        ),
        (
            "Tytuł;Imię;Nazwisko;Firma;Stanowisko;Telefon komórkowy;Adres e-mail;Adres e-mail 2;"
            "Miejscowość (adres służbowy);Notatki"
        ),
        (
            "Titel;Förnamn;Efternamn;Företag;Befattning;Mobiltelefon;E-postadress;E-postadress 2;"
            "Ort, arbete;Anteckningar"
        ),
        (
            "Titel;Voornaam;Achternaam;Bedrijf;Functie;Mobiele telefoon;E-mailadres;E-mailadres 2;"
            "Werkadres plaats;Notities"
        ),
        (
            "Título;Nome;Sobrenome;Empresa;Cargo;Telefone celular;Endereço de email;"
            "Endereço de email 2;Cidade do endereço comercial;Anotações"
        ),
        (
            "Título;Nombre;Apellidos;Organización;Cargo;Teléfono móvil;"
            "Dirección de correo electrónico;Dirección de correo electrónico 2;Ciudad de trabajo;Notas"
        ),
    ],
)
def test_outlook_is_read_in_any_language(header: str) -> None:
    read = _read(f"{header}\nDr.;Ana;Lima;ABC;CFO;1;a@x.org;b@x.org;Porto;Tea\n")

    (person,) = read.people
    assert (person.name, person.notes) == ("Ana Lima", ("Tea", "Also: b@x.org"))
    assert person.fields == {
        "email": "a@x.org",
        "phone": "1",
        "org": "ABC",
        "title": "CFO",
        "city": "Porto",
    }
    assert read.lost == {"a title before a name": 1}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Almoço", "lunch"),
        ("☕ café", "coffee"),
        ("spacer", "walk"),
        ("Meet", "video"),
        ("Google Meet", "video"),
        ("Plan: meet Ana", "other"),
    ],
)
def test_the_way_is_told_in_any_language(text: str, way: str) -> None:
    (meeting,) = _read(f"date,who,type\n2026-10-16,Ana,{text}\n").meetings

    assert meeting.way == way


@pytest.mark.parametrize(
    ("header", "lengths", "minutes", "doubtful"),
    [
        ("Duration (h)", ["1", "1.5"], [60, 90], ()),
        (
            "Duration",
            ["1", "1.5", "45 min"],
            [60, 90, 45],
            ("Duration: 1 is read as hours, as no number in it is above 10.",),
        ),
        ("Duration", ["5", "30"], [5, 30], ()),
        ("Minutes", ["5"], [5], ()),
        ("Hours", ["2"], [120], ()),
    ],
)
def test_numbers_are_hours_where_none_could_be_minutes(
    header: str, lengths: list[str], minutes: list[int], doubtful: tuple[str, ...]
) -> None:
    rows = "".join(f"2026-10-16,Ana,{length}\n" for length in lengths)
    read = _read(f"date,who,{header}\n{rows}")

    assert [meeting.minutes for meeting in read.meetings] == minutes
    assert read.doubtful == doubtful


def test_several_columns_of_notes_are_all_kept() -> None:
    meetings = _read("date,who,topic,mood,notes\n2026-10-16,Ana,Pay,+,Bands\n2026-10-17,Ana,,,\n")
    people = _read("Name,Email,Notes,Comments\nAna,a@x.org,Tea,Mornings\n")

    assert [meeting.notes for meeting in meetings.meetings] == ["Pay\nBands", None]
    assert meetings.maps == ("date → date; who → who; topic and notes → notes",)
    assert meetings.lost == {"the column mood": 1}
    assert people.people[0].notes == ("Tea", "Mornings")


def test_a_family_name_first_is_turned_and_said() -> None:
    people = _read('Name,Email\n"Lima, Ana",a@x.org\n"Ek, Bo",b@x.org\n"Ojo, CFA",\n')
    meetings = _read('date,who\n2026-10-16,"Lima, Ana"\n')

    assert [person.name for person in people.people] == ["Ana Lima", "Bo Ek", "Ojo, CFA"]
    assert people.doubtful == (
        "Name: “Lima, Ana” in line 2 is read as Ana Lima, and 1 more like it.",
    )
    assert meetings.doubtful == ("who: “Lima, Ana” in line 2 is read as Ana Lima.",)


def test_a_table_without_a_line_of_names_is_told_so() -> None:
    with pytest.raises(BadInput, match="Its first line names no columns"):
        _read("Ana Lima,ana@x.org,Folha\nMarcus Ojo,m@x.org,Bank\n")
