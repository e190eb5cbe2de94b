from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal


@pytest.fixture
def notes(board: Board) -> Board:
    """Two people, and what was sentence of a deck."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-09-01", notes="Orçamento: show the deck")
    board.item(ana, "Read my deck?", added="2026-11-02")
    board.meeting(ana, "2026-11-10", notes="Deck is [/bold] honest now", private=True)
    return board


@pytest.mark.usefixtures("notes")
def test_words_are_joined_and_hits_are_newest_first() -> None:
    assert typed("search", "DECK") == Ran(
        0,
        "meeting\tm2\tana\t2026-11-10\tnotes\tDeck is [/bold] honest now\tprivate\n"
        "agenda\ta1\tana\t2026-11-02\ttext\tRead my deck?\t\n"
        "meeting\tm1\tmarcus\t2026-09-01\tnotes\tOrçamento: show the deck\t\n",
        "",
    )
    assert typed("search", "is", "[/bold] honest").out.count("\n") == 1
    assert (
        typed("search", "-", stdin="orcamento:\n show\n").out
        == "meeting\tm1\tmarcus\t2026-09-01\tnotes\tOrçamento: show the deck\t\n"
    )


@pytest.mark.usefixtures("notes")
def test_every_hit_has_the_same_json_keys() -> None:
    assert typed("search", "orcamento", "--json").json == {
        "schema": "boardroom.hits/1",
        "hits": [
            {
                "kind": "meeting",
                "id": "m1",
                "advisor": "marcus",
                "name": "Marcus Ojo",
                "on": "2026-09-01",
                "field": "notes",
                "text": "Orçamento: show the deck",
                "found": "Orçamento",
                "private": False,
            }
        ],
    }
    assert typed("search", "lima", "--json").json["hits"] == [
        {
            "kind": "advisor",
            "id": None,
            "advisor": "ana",
            "name": "Ana Lima",
            "on": None,
            "field": "name",
            "text": "Ana Lima",
            "found": "Lima",
            "private": False,
        }
    ]


@pytest.mark.usefixtures("notes")
def test_who_and_since_narrow_a_search() -> None:
    assert [
        hit["id"] for hit in typed("search", "deck", "--who", "marc", "--json").json["hits"]
    ] == ["m1"]
    assert [
        hit["id"] for hit in typed("search", "deck", "--since", "10 Nov", "--json").json["hits"]
    ] == ["m2"]
    assert [
        hit["id"]
        for hit in typed("search", "deck", "--who", "ana", "--since", "3 weeks ago", "--json").json[
            "hits"
        ]
    ] == ["m2", "a1"]


@pytest.mark.usefixtures("notes")
def test_no_hit_is_a_sentence_and_exit_0(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "Nothing you wrote about Marcus Ojo since Sun 1 Nov 2026 contains '[zzz]'.\n"
    words = ("search", "[zzz]", "--who", "marcus", "--since", "2026-11-01")
    assert typed(*words) == Ran(0, "", sentence)
    assert typed(*words, "--json").json == {"schema": "boardroom.hits/1", "hits": []}
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert typed("search", "zzz") == Ran(0, "Nothing you wrote contains 'zzz'.\n", "")


def test_a_screen_lists_the_first_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "-", stdin="".join(f"Budget {n}\n" for n in range(51)))
    assert typed("search", "budget").out.count("\n") == 51
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert "1 more: repeat the search with --all" in typed("search", "budget").out
    assert "more" not in typed("search", "budget", "--all").out
    assert len(typed("search", "budget", "--json").json["hits"]) == 51


@pytest.mark.usefixtures("notes")
def test_a_terminal_asks_for_the_words() -> None:
    ran = typed_on_terminal("search", answers="orçamento\n")

    assert (ran.code, ran.err, ran.out.partition("\t")[0]) == (
        0,
        "Search for what? (like budget round) ",
        "meeting",
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            [],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom search [OPTIONS] TEXT...|- · "
                "Example: boardroom search deck"
            ),
        ),
        ([""], 2, "The text to search for can't be empty. Write at least one word."),
        (["-"], 2, "The text to search for can't be empty. Write at least one word."),
        (
            ["deck", "--who", "nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (["deck", "--since", "10"], 2, None),
    ],
)
@pytest.mark.usefixtures("notes")
def test_bad_input_is_one_sentence(words: list[str], code: int, sentence: str | None) -> None:
    ran = typed("search", *words)

    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert sentence is None or ran.err == f"{sentence}\n"


@pytest.mark.parametrize("letter", ["x", "%"])
@pytest.mark.usefixtures("notes")
def test_even_the_longest_text_can_be_searched_for(letter: str) -> None:
    assert typed("agenda", "add", "marcus", letter * 10_000).code == 0

    assert [hit["id"] for hit in typed("search", letter * 10_000, "--json").json["hits"]] == ["a2"]


def test_a_new_machine_has_nothing_to_find() -> None:
    assert typed("search", "deck") == Ran(0, "", "Nothing you wrote contains 'deck'.\n")


@pytest.mark.usefixtures("notes")
def test_words_in_any_order_and_phrases_in_quotes() -> None:
    def ids(*words: str) -> list[str]:
        return [hit["id"] for hit in typed("search", *words, "--json").json["hits"]]

    assert ids("deck", "show") == ["m1"]
    assert ids("show the") == ["m1"]
    assert ids('"the deck"') == ["m1"]
    assert ids("deck the") == []
    assert ids('"deck the"') == []
    assert ids('deck "show the"') == ["m1"]
    assert typed("search", "deck the").code == 0


def test_a_name_may_go_on_behind_who(board: Board) -> None:
    board.item(board.advisor("Marcus Ojo"), "Budget")

    assert "Budget" in typed("search", "--who", "marcus", "ojo", "budget").out


def test_words_on_both_sides_of_a_name_are_put_in_order(board: Board) -> None:
    board.item(board.advisor("Marcus Ojo"), "The next budget")

    ran = typed("search", "next", "--who", "marcus", "ojo", "budget")

    assert ran.err == (
        "--who takes one value, but 'ojo budget' follows it."
        " Write: boardroom search next budget --who 'marcus ojo'\n"
    )
    assert typed("search", "next", "budget", "--who", "marcus ojo").out
