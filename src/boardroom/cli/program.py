"""The program with Typer: the lazy command tree and help."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from boardroom import __version__
from boardroom.cli import loose_words
from boardroom.cli.call import Call
from boardroom.cli.everywhere import Everywhere
from boardroom.cli.failures import nothing_answered
from boardroom.cli.given_twice import check_given_once
from boardroom.cli.parameters import is_name, is_text
from boardroom.cli.tree import TREE, Branch, Leaf, documented, function_of
from boardroom.cli.typer_signature import for_typer
from boardroom.cli.usage_errors import misused

_TYPER_MINIMUM = 50


def with_typer(argv: list[str], call: Call) -> object:
    """Runs a command line with Typer and returns the command's result.

    Raises:
        BadInput: the command line is not valid.
        Cancelled: a question was not answered.
    """
    try:
        check_given_once(argv)
        argv = loose_words.with_words_settled(argv, call)
        return Root().main(
            argv,
            prog_name="boardroom",
            standalone_mode=False,
            obj=call,
            terminal_width=_help_width(),
        )
    except SystemExit:
        return 0  # Typer exits like this if the reader has gone
    except typer.Abort:
        raise nothing_answered() from None
    except typer.TyperException as error:
        raise misused(error, argv) from None


class Command(Everywhere, TyperCommand):
    """A command of the tree."""

    examples: tuple[str, ...] = ()

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(self.everywhere())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, self._with_texts_last(args))

    def _with_texts_last(self, args: list[str]) -> list[str]:
        """Puts the words that are no options behind `--`, if they can't be parsed as they stand.

        One of them begins with a dash, or a WHO at the end has several, which are joined.
        """
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
        texts += remaining
        arguments = [param for param in self.params if param.param_type_name == "argument"]
        last: Any = arguments[-1] if arguments else None
        count = len(arguments)
        if last is not None and last.nargs == 1 and is_name(last.metavar) and len(texts) > count:
            texts[count - 1 :] = [" ".join(texts[count - 1 :])]
        elif not any(text.startswith("-") and text != "-" for text in texts):
            return args
        return [*options, "--", *texts]

    def get_help(self, ctx: Any) -> str:
        return Call.of(ctx).with_commands(super().get_help(ctx))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class Group(Everywhere, TyperGroup):
    """A group of commands, each imported only when it is used."""

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
        # Only the names are used, for “Did you mean”.
        self.commands = dict.fromkeys(tree)  # type: ignore[assignment]
        self.params.extend(self.everywhere())

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        entry = self.tree.get(cmd_name)
        if entry is None:
            return None
        return (
            _command(cmd_name, entry)
            if isinstance(entry, Leaf)
            else Group(cmd_name, entry.help, entry.leaves)
        )

    def get_help(self, ctx: Any) -> str:
        return Call.of(ctx).with_commands(super().get_help(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.tree.items()])


class Root(Group):
    """`boardroom` itself, which runs `due` without a command."""

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
                help="Print the version.",
            )
        )


def _version(context: typer.Context, _: Any, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        print(f"boardroom {__version__}")
        context.exit()


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
    )(for_typer(function))
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    command.examples = examples
    return command


def _help_width() -> int | None:
    """The width of help on a terminal of 50 columns or fewer, Typer's minimum; else None."""
    columns = shutil.get_terminal_size().columns
    return max(1, columns - 1) if columns <= _TYPER_MINIMUM else None
