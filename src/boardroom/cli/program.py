"""The program behind the prompt lane: the lazy command tree, the options that stand everywhere, and errors into exit codes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from boardroom import __version__
from boardroom.cli.call import Call, ToldToEnd
from boardroom.cli.tree import TREE, Branch, Leaf, documented, function_of
from boardroom.errors import BadInput, BoardroomError, Cancelled, CannotWrite
from boardroom.render.formatting import DRAW_IN_ASCII, safe

COMPLETING = "_BOARDROOM_COMPLETE"
"""The variable in which a shell's completion script says what it wants to know."""

_TYPERS_LEAST = 50


def run(argv: list[str], *, call: Call | None = None) -> int:
    """Runs one command line and returns its exit code; whatever went wrong has then been said on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors=DRAW_IN_ASCII if stream.isatty() else "backslashreplace"
            )  # a program gets what it can turn back
    call = call or Call()
    try:
        if os.environ.get(COMPLETING):
            return _complete(call)
        code = Root().main(
            argv,
            prog_name="boardroom",
            standalone_mode=False,
            obj=call,
            terminal_width=_help_width(),
        )
    except SystemExit:
        return 0  # Typer's own end where whoever read us has gone
    except ToldToEnd as told:
        return told.exit_code
    except (BoardroomError, typer.TyperException, typer.Abort) as error:
        return _say(error, as_json=call.json or "--json" in argv)
    except OSError as error:  # not the board's, which explains itself
        return _say(_unwritable(error), as_json=call.json or "--json" in argv)
    except (
        Exception
    ) as error:  # the last resort: whatever it is, the user gets a sentence and exit 1
        if call.debug:
            raise
        return _say(_unexpected(error), as_json=call.json or "--json" in argv)
    return code if isinstance(code, int) else 0


class Everywhere:
    """The options that any command takes, before or after its name."""

    def _everywhere(self) -> list[TyperOption]:
        return [
            _option("--json", "Print JSON.", is_flag=True),
            _option(
                "--db", "The board's file, instead of BOARDROOM_DB or the default.", metavar="PATH"
            ),
            _option("--no-input", "Never ask anything.", is_flag=True),
            _option("--debug", "Show the whole traceback of an unexpected error.", is_flag=True),
        ]


class Command(Everywhere, TyperCommand):
    """A command of the tree."""

    examples: tuple[str, ...] = ()

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(self._everywhere())

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class Group(Everywhere, TyperGroup):
    """A noun, whose commands are imported one at a time."""

    def __init__(
        self, name: str, summary: str, tree: Mapping[str, Leaf | Branch], **attributes: Any
    ) -> None:
        super().__init__(
            name=name,
            help=summary,
            rich_markup_mode=None,
            context_settings={"help_option_names": ["-h", "--help"]},
            **attributes,
        )
        self.tree = tree
        self.commands = dict.fromkeys(tree)  # type: ignore[assignment]  # only the names count, for “Did you mean”
        self.params.extend(self._everywhere())

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.tree)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        entry = self.tree.get(cmd_name)
        if entry is None:
            return None
        return (
            _command(cmd_name, entry)
            if isinstance(entry, Leaf)
            else Group(cmd_name, entry.help, entry.leaves)
        )

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.tree.items()])

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        # Typer asks each command for its help: the tree knows it, and importing them all would take longer than a key press may.
        stand_ins: Any = {
            name: TyperCommand(name, help=entry.help) for name, entry in self.tree.items()
        }
        names = TyperGroup(name=self.name, commands=stand_ins, params=self.params)
        with names.make_context(self.name, [], parent=ctx, resilient_parsing=True) as inner:
            return names.shell_complete(inner, incomplete)


class Root(Group):
    """`boardroom` itself: without a command, the due list."""

    def invoke(self, ctx: Any) -> Any:
        def due_alone() -> Any:
            if ctx.invoked_subcommand is not None:
                return None
            command = self.get_command(ctx, "due")
            assert command is not None
            with command.make_context("due", [], parent=ctx) as inner:
                return command.invoke(inner)

        self.callback = due_alone
        return super().invoke(ctx)

    def __init__(self) -> None:
        super().__init__(
            "boardroom",
            "Your personal board of advisors, in the terminal.",
            TREE,
            invoke_without_command=True,
        )
        self.params.append(
            TyperOption(
                param_decls=["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help="Print it.",
            )
        )


def _version(context: typer.Context, _: Any, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        print(f"boardroom {__version__}")
        context.exit()


def _option(name: str, text: str, **attributes: Any) -> TyperOption:
    key = name[2:].replace("-", "_")

    def keep(context: typer.Context, _: Any, value: Any) -> None:
        if (
            value == ""
        ):  # as from an unset variable of a script, which is not to end up on the user's own board
            raise BadInput(f"{name} names no file.", "Give its path, or leave the option out.")
        if not value:  # left out at this level, but perhaps given at another
            return
        call = Call.of(context)
        if key == "db":
            call.check_db(value)
        setattr(call, key, value)

    return TyperOption(
        param_decls=[name],
        help=text,
        expose_value=False,
        is_eager=True,
        callback=keep,
        **attributes,
    )


def _command(name: str, leaf: Leaf) -> TyperCommand:
    function = function_of(leaf)
    text, examples = documented(function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    own_words = (
        {"ignore_unknown_options": True, "allow_interspersed_args": False} if leaf.passes_on else {}
    )
    app.command(
        name,
        cls=Command,
        help=text,
        context_settings={"help_option_names": ["-h", "--help"], **own_words},
    )(function)
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    command.examples = examples
    return command


def _complete(call: Call) -> int:
    """Answers the completion script of a shell, which asks by variables; the exit code is part of the answer."""
    # Typer declares no exports there, and only a shell asks for it.
    from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415

    completion_init()
    try:
        Root().main([], prog_name="boardroom", complete_var=COMPLETING, obj=call)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _help_width() -> int | None:
    """The width to wrap help at on a screen narrower than the 50 that Typer takes for the least; else its own choice."""
    columns = shutil.get_terminal_size().columns
    return columns - 1 if columns <= _TYPERS_LEAST else None


def _say(error: Exception, *, as_json: bool) -> int:
    if isinstance(error, typer.Abort):
        error = Cancelled("Nothing was answered, so nothing changed.")
    elif isinstance(error, typer.TyperException):
        error = _misused(error)
    assert isinstance(error, BoardroomError)
    if as_json:
        import json  # noqa: PLC0415  only where JSON was asked for

        found = {
            "code": error.code,
            "exit": error.exit_code,
            "message": error.message,
            "hint": error.hint,
            "candidates": list(error.candidates),
        }
        print(json.dumps({"error": found}, ensure_ascii=False), file=sys.stderr)
    else:
        print(safe(" ".join(part for part in (error.message, error.hint) if part)), file=sys.stderr)
    return error.exit_code


def _misused(error: typer.TyperException) -> BadInput:
    """What Typer has to say about the words, as an error of ours."""
    context = getattr(error, "ctx", None)
    near = tuple(sorted(getattr(error, "possibilities", None) or ()))
    message = error.message if near else error.format_message()
    ending = "" if message.endswith((".", "?")) else "."
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    where = (
        f"See: {context.command_path} -h" if context else "See how the command is written with -h."
    )
    return BadInput(f"{message}{ending}", f"{meant}{where}", near)


def _unwritable(error: OSError) -> CannotWrite:
    what = error.filename or "The answer"
    return CannotWrite(
        f"{what} can't be written: {error.strerror or error}.",
        "Check the free space and the permissions.",
    )


def _unexpected(error: Exception) -> BoardroomError:
    return BoardroomError(
        f"Something unexpected happened: {type(error).__name__}.",
        "Run it again with --debug to see where.",
    )
