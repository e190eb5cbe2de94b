"""The program with Typer: the lazy command tree and help."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from boardroom import __version__
from boardroom.cli import loose_words
from boardroom.cli.call import Call
from boardroom.cli.everywhere import Everywhere
from boardroom.cli.failures import Exit, nothing_answered
from boardroom.cli.given_twice import check_options
from boardroom.cli.lane import HELP_OPTIONS
from boardroom.cli.parameters import is_name, is_text
from boardroom.cli.tree import TREE, Branch, Leaf, function_of
from boardroom.cli.typer_signature import for_typer
from boardroom.cli.usage_errors import misused
from boardroom.errors import BadInput


def with_typer(argv: list[str], call: Call) -> object:
    """Runs a command line with Typer and returns the command's result.

    Raises:
        BadInput: the command line is not valid.
        Cancelled: a question was not answered.
    """
    try:
        check_options(argv)
        argv = loose_words.with_words_settled(argv, call)
        return Root().main(
            argv,
            prog_name="boardroom",
            standalone_mode=False,
            obj=call,
        )
    except SystemExit:
        return 0  # Typer exits like this if the reader has gone
    except typer.Abort:
        raise nothing_answered() from None
    except typer.TyperException as error:
        raise misused(error, argv, call) from None


class Command(Everywhere, TyperCommand):
    """A command of the tree."""

    leaf: Leaf

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
        return _help(ctx, self.leaf)


class Group(Everywhere, TyperGroup):
    """A group of commands, each imported only when it is used.

    Without a command it runs its `default`: `due`, or the list of a noun; its help without one.
    """

    def __init__(self, name: str, tree: Mapping[str, Leaf | Branch], entry: Branch | None) -> None:
        self.default = "due" if entry is None else "list"
        super().__init__(
            name=name,
            rich_markup_mode=None,
            context_settings={"help_option_names": list(HELP_OPTIONS)},
            invoke_without_command=True,
        )
        self.tree = tree
        self.entry = entry
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
            else Group(cmd_name, entry.leaves, entry)
        )

    def get_help(self, ctx: Any) -> str:
        return _help(ctx, self.entry)

    def invoke(self, ctx: Any) -> Any:
        def alone() -> Any:
            if ctx.invoked_subcommand is not None:
                return None
            command = self.get_command(ctx, self.default)
            if command is None:
                raise _without_command(ctx)
            with command.make_context(self.default, [], parent=ctx) as inner:
                return command.invoke(inner)

        self.callback = alone
        return super().invoke(ctx)


class Root(Group):
    """`boardroom` itself."""

    def __init__(self) -> None:
        super().__init__("boardroom", TREE, None)
        self.params.append(
            TyperOption(
                param_decls=["--version", "-V"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help="Print the version.",
            )
        )


def _help(context: typer.Context, entry: Leaf | Branch | None) -> str:
    from boardroom.cli.help_pages import page_of  # noqa: PLC0415  for help alone

    names = context.command_path.split()[1:]
    return Call.of(context).with_commands(page_of(names, entry))


def _without_command(context: typer.Context) -> Exception:
    """Prints the help of a noun without a list, as what to do about the missing command."""
    if Call.of(context).json:
        return BadInput("COMMAND is missing.", f"See: {context.command_path} -h")
    print(context.get_help(), file=sys.stderr)
    return Exit(BadInput.exit_code)


def _version(context: typer.Context, _: Any, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        print(f"boardroom {__version__}")
        context.exit()


def _command(name: str, leaf: Leaf) -> TyperCommand:
    function = function_of(leaf)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    own_words = (
        {"ignore_unknown_options": True, "allow_interspersed_args": False} if leaf.passes_on else {}
    )
    app.command(
        name,
        cls=Command,
        context_settings={"help_option_names": list(HELP_OPTIONS), **own_words},
    )(for_typer(function))
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    command.leaf = leaf
    return command
