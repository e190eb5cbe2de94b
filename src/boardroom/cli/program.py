"""The whole program with Typer: the lazy command tree, help, and errors in what was typed."""

from __future__ import annotations

import inspect
import os
import re
import shutil
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from boardroom import __version__
from boardroom.cli import loose_words
from boardroom.cli.call import Call
from boardroom.cli.failures import nothing_answered
from boardroom.cli.parameters import EVERYWHERE, call_command, is_text, parameters
from boardroom.cli.tab import COMPLETING, shortened
from boardroom.cli.tree import TREE, Branch, Leaf, documented, function_of
from boardroom.errors import BadInput
from boardroom.rules.text import quoted

_TYPERS_LEAST = 50
_EXTRA_WORDS = re.compile(r"Got unexpected extra argument\S* \((?P<words>.*)\)", re.DOTALL)


def with_typer(argv: list[str], call: Call) -> object:
    """Runs one command line with Typer and returns what the command does.

    Raises:
        BadInput: the command line is none of the program's.
        Cancelled: a question was not answered.
    """
    try:
        if os.environ.get(COMPLETING):
            return _complete(call)
        loose_words.check_together(argv)
        return Root().main(
            argv,
            prog_name="boardroom",
            standalone_mode=False,
            obj=call,
            terminal_width=_help_width(),
        )
    except SystemExit:
        return 0  # Typer's own end where the reader has gone
    except typer.Abort:
        raise nothing_answered() from None
    except typer.TyperException as error:
        raise _misused(error, argv) from None


class Everywhere:
    """The options that any command takes, before or after its name."""

    def _everywhere(self) -> list[TyperOption]:
        return [_option(word, metavar, text) for word, (metavar, text) in EVERYWHERE.items()]


class Command(Everywhere, TyperCommand):
    """A command of the tree."""

    examples: tuple[str, ...] = ()

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(self._everywhere())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, self._without_dashed_text(args))

    def _without_dashed_text(self, args: list[str]) -> list[str]:
        """Puts the words that are no options behind `--`, if one of them begins with a dash."""
        if not self.context_settings.get("allow_interspersed_args", True):
            return args
        takes_value = {
            name: not getattr(option, "is_flag", False)
            for option in self.params
            for name in (*option.opts, *option.secondary_opts)
            if name.startswith("-")
        }
        options: list[str] = []
        texts: list[str] = []
        remaining = iter(args)
        for word in remaining:
            if word == "--":
                break
            if is_text(word):
                texts.append(word)
                continue
            options.append(word)
            if takes_value.get(word):
                options += [value for value in [next(remaining, None)] if value is not None]
        if not any(text.startswith("-") and text != "-" for text in texts):
            return args
        return [*options, "--", *texts, *remaining]

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
        # Only the names count, for “Did you mean”.
        self.commands = dict.fromkeys(tree)  # type: ignore[assignment]
        self.params.extend(self._everywhere())

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
        # Typer asks each command for its help, and importing them all takes longer than a key
        # press may; the tree knows it.
        stand_ins: Any = {
            name: TyperCommand(name, short_help=shortened(entry.help))
            for name, entry in self.tree.items()
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


def _option(name: str, metavar: str | None, text: str) -> TyperOption:
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
        metavar=metavar,
        is_flag=metavar is None,
        expose_value=False,
        is_eager=True,
        callback=keep,
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
    )(_evaluated(function))
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    command.examples = examples
    return command


class _Typer:
    """Typer as annotations of commands see it: completers get a signature that it can read."""

    @staticmethod
    def Option(*names: str, autocompletion: Any = None, **attributes: Any) -> Any:  # noqa: N802
        return typer.Option(*names, autocompletion=_completer(autocompletion), **attributes)

    @staticmethod
    def Argument(*, autocompletion: Any = None, **attributes: Any) -> Any:  # noqa: N802
        return typer.Argument(autocompletion=_completer(autocompletion), **attributes)


def _completer(complete: Any) -> Any:
    def with_context(context: typer.Context) -> Any:
        return complete(context)

    return complete and with_context


def _evaluated(function: Callable[..., Any]) -> Callable[..., Any]:
    """A command as Typer wants it, with annotations that are objects, not strings."""

    def run(context: typer.Context, **values: Any) -> Any:
        return call_command(function, context, values)

    signature = inspect.signature(run)
    context, _ = signature.parameters.values()
    own = [
        inspect.Parameter(
            parameter.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=parameter.default,
            annotation=parameter.evaluated(_Typer, Annotated),
        )
        for parameter in parameters(function)
    ]
    # Typer reads both; inspect looks for the first, which functions do not declare.
    run.__signature__ = signature.replace(parameters=[context, *own])  # type: ignore[attr-defined]
    run.__annotations__ = {
        "context": typer.Context,
        **{parameter.name: parameter.annotation for parameter in own},
    }
    return run


def _complete(call: Call) -> int:
    """Answers a shell's completion script, which asks by variables; returns the exit code."""
    # Typer declares no exports there, and only a shell asks for it.
    from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415

    completion_init()
    try:
        Root().main([], prog_name="boardroom", complete_var=COMPLETING, obj=call)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _help_width() -> int | None:
    """The width of help on a screen narrower than Typer's least of 50 columns; else None."""
    columns = shutil.get_terminal_size().columns
    return max(1, columns - 1) if columns <= _TYPERS_LEAST else None


def _misused(error: typer.TyperException, argv: list[str]) -> BadInput:
    """What Typer has to say about the words, as an error of ours."""
    if extra := _EXTRA_WORDS.match(error.format_message()):
        return _too_many_words(extra["words"], getattr(error, "ctx", None), argv)
    context = getattr(error, "ctx", None)
    near = tuple(sorted(getattr(error, "possibilities", None) or ()))
    message = error.message if near else error.format_message()
    ending = "" if message.endswith((".", "?")) else "."
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    where = (
        f"See: {context.command_path} -h" if context else "See how the command is written with -h."
    )
    takes_text = context and any(parameter.nargs == -1 for parameter in context.command.params)
    if takes_text and hasattr(error, "option_name"):
        where = f"Text that begins with a dash goes after --. {where}"
    return BadInput(f"{message}{ending}", f"{meant}{where}", near)


def _too_many_words(words: str, context: Any, argv: list[str]) -> BadInput:
    if error := loose_words.extra_words(argv, words):
        return error
    command = context.command_path if context else "boardroom"
    usage = " ".join(context.command.collect_usage_pieces(context)) if context else ""
    return BadInput(
        f"{quoted(words)} is too much for {command}.",
        f"It is written {command} {usage}. See: {command} -h",
    )
