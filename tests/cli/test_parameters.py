"""A command's parameters, evaluated from the strings that annotate them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from boardroom.cli.parameters import call_command, parameters, with_options
from boardroom.cli.signature import NotPlain, signature

ALIASES = """
from __future__ import annotations
parse = lambda text: text.lower()
Who: TypeAlias = "Annotated[str | None, typer.Argument(parser=parse)]"
"""
COMMAND = """
from __future__ import annotations
Stray = "Annotated[str | None, typer.Option()]"
def command(context: typer.Context, x: {annotation} = None, y: {annotation} = None): ...
"""


def _command(annotation: str, **names: object) -> Callable[..., None]:
    written: dict[str, Callable[..., None]] = {}
    exec(COMMAND.format(annotation=annotation), {**names}, written)  # noqa: S102  the text above
    return written["command"]


def test_an_alias_is_evaluated_in_the_module_that_declares_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("boardroom.aliases")
    exec(ALIASES, vars(module))  # noqa: S102  the text above
    monkeypatch.setitem(sys.modules, module.__name__, module)

    takes = signature(_command("Who", Who=vars(module)["Who"]))

    assert [argument.parser for argument in takes.arguments] == [vars(module)["parse"]] * 2


def test_an_alias_that_is_not_declared_as_one_is_a_slip() -> None:
    with pytest.raises(NameError, match="No module declares “Stray: TypeAlias"):
        signature(_command("Stray", Stray="Annotated[str | None, typer.Option()]"))


@pytest.mark.parametrize(
    "annotation",
    [
        "str | None",
        "Annotated[float | None, typer.Option()]",
        "Annotated[str | None, typer.Option(envvar='X')]",
        "Annotated[list[str] | None, typer.Argument()]",  # twice
    ],
)
def test_what_only_typer_understands_is_not_plain(annotation: str) -> None:
    with pytest.raises(NotPlain):
        signature(_command(annotation))


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("Annotated[str | None, typer.Option()]", ["--x", "--y"]),
        ("Annotated[bool, typer.Option()]", ["--x", "--no-x", "--y", "--no-y"]),
        ("Annotated[bool, typer.Option('--a/--b')]", ["--a", "--b"]),
    ],
)
def test_an_option_is_given_by_its_words(annotation: str, words: list[str]) -> None:
    everywhere = ["--json", "--db", "--no-input", "--debug"]

    assert list(signature(_command(annotation)).options) == [*everywhere, *words]


def test_shared_options_arrive_as_one_dict_of_those_used() -> None:
    @with_options("given", {"seat": "Annotated[str | None, typer.Option()]", "city": "…"})
    def command(context: str, given: dict[str, str], name: str = "Bo") -> None:
        seen.append((context, given, name))

    seen: list[object] = []
    call_command(command, "context", {"name": "Ana", "seat": "Finance", "city": None})

    assert [parameter.name for parameter in parameters(command)] == ["name", "seat", "city"]
    assert seen == [("context", {"seat": "Finance"}, "Ana")]
