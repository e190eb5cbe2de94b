"""Words that follow an option's value and may belong to it: `--on last fri`, `--org Blue Bottle`.

A shell takes the quotes away, so only the order of the words can show that they are missing.
"""

from __future__ import annotations

from itertools import islice
from shlex import join, quote

from boardroom import clock
from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Signature, signature
from boardroom.cli.tree import Leaf, function_of
from boardroom.cli.words_after_value import Loose, loose_words
from boardroom.errors import BadInput, BoardroomError
from boardroom.rules.calendar_dates import FORMS
from boardroom.rules.text import join_words, quoted, with_words_cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.cli.call import Call


def with_words_settled(argv: list[str], call: Call) -> list[str]:
    """The command line with each word where it belongs, asked about on a terminal if in doubt.

    Raises:
        BadInput: words after a value may belong to it, and there is no terminal to ask on.
        Cancelled: the question was not answered.
    """
    takes = _signature(argv)
    while takes is not None and takes.takes_words:
        loose = _first_in_doubt(argv, takes)
        if loose is None:
            break
        argv = _settled(argv, takes, loose, call)
    return argv


def _first_in_doubt(argv: list[str], takes: Signature) -> Loose | None:
    for loose in loose_words(argv, takes):
        option = takes.options[loose.option]
        if takes.is_loose(option, loose.value, loose.words[0], loose.before_count) and (
            len(_counts(takes, loose)) > 1
        ):
            return loose
    return None


def _counts(takes: Signature, loose: Loose) -> list[int]:
    """How many of the words the value may end with, so that the command has what it needs."""
    last = takes.arguments[-1]
    is_optional = last.metavar.startswith("[") or loose.before_count >= len(takes.arguments)
    return loose.counts(needs_words=not is_optional)


def _settled(argv: list[str], takes: Signature, loose: Loose, call: Call) -> list[str]:
    """The command line as it is meant.

    Raises:
        BadInput, Cancelled: see `with_words_settled`.
    """
    words = quoted(" ".join(loose.words))
    if takes.options[loose.option].metavar == "WHO":
        from boardroom.cli.filled_command import Filler  # noqa: PLC0415  if words are in doubt

        count = Filler(call).name_length([loose.value, *loose.words]) - 1
        meant = join(_read_as(argv, takes, loose, count))
        raise BadInput(
            f"{loose.option} takes one value, but {words} follows it.",
            f"Write: {with_words_cut(f'boardroom {meant}', argv)}",
        )
    if not takes.options[loose.option].is_free_text or len(loose.value.split()) > 1:
        raise BadInput(
            f"{loose.option} takes one value, so {words} after it may belong to it"
            " or to the words before it.",
            f"Write {loose.in_quotes}, or all other words before the options.",
        )
    readings = [_read_as(argv, takes, loose, count) for count in _counts(takes, loose)]
    commands = [with_words_cut(f"boardroom {join(reading)}", argv) for reading in readings]
    message = f"{loose.option} takes one value, so {words} after it may belong to it or not."
    if call.json or not call.may_ask or {"--json", "--no-input"} & set(argv):
        raise BadInput(message, f"Write {join_words(commands, 'or')}")
    numbered = [f"  {number}  {command}" for number, command in enumerate(commands, 1)]

    def choice(answer: str) -> list[str]:
        if answer not in map(str, range(1, len(commands) + 1)):
            raise BadInput(f"{quoted(answer)} is none of them.", "Type a number.")
        return readings[int(answer) - 1]

    return call.ask_until(
        f"Which is meant? [1-{len(commands)}]", choice, about="\n".join([message, *numbered])
    )


def _with_words_of_day(loose: Loose, takes: Signature | None) -> Loose:
    """Of the words after the value of an option for a day, those of the day; else all of them.

    Raises:
        BadInput: they do, but there is no such day.
    """
    from boardroom.rules.dates import JustPassed, StillAhead, parse_moment  # noqa: PLC0415  if wrong

    is_day = takes is not None and takes.options[loose.option].metavar == "DATE"
    for count in range(len(loose.words), 0, -1) if is_day else ():
        words = loose.words[:count]
        try:
            parse_moment(" ".join((loose.value, *words)), today=clock.today(), toward="back")
        except (JustPassed, StillAhead):
            pass
        except BadInput as error:
            if error.hint == FORMS:
                continue
            raise
        return loose._replace(words=words)
    return loose


def _read_as(argv: list[str], takes: Signature, loose: Loose, count: int) -> list[str]:
    """The command line with `count` of the words in the value, the others before the options."""
    texts: list[str] = []
    options: list[str] = []
    start = len(argv) - len(resolve(argv, {})[2])
    remaining = iter(enumerate(argv[start:], start))
    for index, word in remaining:
        name, equals, _ = word.partition("=")
        option = takes.options.get(name)
        if index == loose.start:
            options += [loose.option, " ".join((loose.value, *loose.words[:count]))]
            texts += loose.words[count:]
            _skip(remaining, loose.end - loose.start - 1)
        elif word == "--":
            texts += [text for _, text in remaining]
        elif is_text(word) or option is None:
            texts.append(word)
        else:
            options.append(word)
            if not option.flags and not equals:
                options += [value for _, value in islice(remaining, 1)]
    if all(map(is_text, texts)):
        return [*argv[:start], *texts, *options]
    return [*argv[:start], *options, "--", *texts]


def _skip(remaining: Iterator[object], count: int) -> None:
    for _ in islice(remaining, count):
        pass


def with_quotes(error: BoardroomError, argv: list[str]) -> BoardroomError:
    """Adds the advice to quote an option's value if more words follow it."""
    takes = _signature(argv)
    for loose in () if takes is None else loose_words(argv, takes):
        word = loose.words[0]
        if (
            takes is not None
            and takes.options[loose.option].is_free_text
            and (
                error.message.startswith(
                    (f"{quoted(word)} is not ", f"Nobody matches {quoted(word)}")
                )
            )
        ):
            value = quote(f"{loose.value} {word}")
            hint = f"If {quoted(word)} belongs to {loose.option}, write {loose.option} {value}."
            return type(error)(error.message, hint, error.candidates)
        if error.message.startswith(f"{quoted(loose.value)} "):
            try:
                fitting = _with_words_of_day(loose, takes)
            except BadInput as no_day:
                return no_day
            words = quoted(" ".join(fitting.words))
            hint = f"If {words} belongs to it, write {fitting.in_quotes}."
            return BadInput(error.message, hint, error.candidates)
        if error.message == f"{quoted(loose.words[0])} is an unexpected argument.":
            return extra_words(argv, loose.words[0]) or error
    return error


def extra_words(argv: list[str], words: str) -> BadInput | None:
    """The error about unexpected words that follow an option's value; None for other words."""
    takes = _signature(argv)
    for loose in () if takes is None else loose_words(argv, takes):
        if not set(loose.words).isdisjoint(words.split()):
            return BadInput(
                f"{loose.option} takes one value, but {quoted(' '.join(loose.words))} follows it.",
                f"Write {loose.in_quotes}.",
            )
    return None


def _signature(argv: list[str]) -> Signature | None:
    try:
        _, leaf, _ = resolve(argv, {})
        if not isinstance(leaf, Leaf) or leaf.passes_on:
            return None
        return signature(function_of(leaf))
    except NotPlain:
        return None
