"""Words that follow an option's value and may belong to it: `--on last fri`, `--org Blue Bottle`.

A shell takes the quotes away, so only the order of the words can show that they are missing.
"""

from __future__ import annotations

from itertools import islice, takewhile
from shlex import join, quote

from boardroom import clock
from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, Option, Signature, signature
from boardroom.cli.tree import Leaf, function_of
from boardroom.errors import BadInput, BoardroomError
from boardroom.record import Record
from boardroom.rules.calendar_dates import FORMS
from boardroom.rules.ids import looks_like_id
from boardroom.rules.text import join_words, quoted, with_words_cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardroom.cli.call import Call


class _Loose(Record):
    """An option, its value, the words right after it, and the number of other words before it.

    `start` and `end` are where they are on the command line.
    """

    option: str
    value: str
    words: tuple[str, ...]
    before_count: int
    start: int
    end: int

    @property
    def in_quotes(self) -> str:
        """The option with all its words as the value, quoted; ids parted by commas."""
        ids = [self.value, *self.words]
        if all(map(looks_like_id, ids)):
            return f"{self.option} {','.join(ids)}"
        return f"{self.option} {quote(' '.join((self.value, *self.words)))}"

    def counts(self, *, needs_words: bool) -> list[int]:
        """How many of the words the value may end with: capitals like its own, all, or none.

        If the command `needs_words`, not all.
        """
        bare = list(takewhile(lambda word: len(word.split()) == 1, self.words))
        name = takewhile(lambda word: word[:1].isupper(), bare if self.value[:1].isupper() else ())
        most = min(len(bare), len(self.words) - needs_words)
        capital_count = len(list(name))
        name_count = capital_count if 0 < capital_count <= most else min(1, most)
        counts = (name_count, name_count if needs_words else most)
        return [*dict.fromkeys(count for count in counts if count), 0]


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


def _first_in_doubt(argv: list[str], takes: Signature) -> _Loose | None:
    for loose in _loose_words(argv, takes):
        option = takes.options[loose.option]
        if takes.is_loose(option, loose.value, loose.words[0], loose.before_count) and (
            len(_counts(takes, loose)) > 1
        ):
            return loose
    return None


def _counts(takes: Signature, loose: _Loose) -> list[int]:
    """How many of the words the value may end with, so that the command has what it needs."""
    last = takes.arguments[-1]
    is_optional = last.metavar.startswith("[") or loose.before_count >= len(takes.arguments)
    return loose.counts(needs_words=not is_optional)


def _settled(argv: list[str], takes: Signature, loose: _Loose, call: Call) -> list[str]:
    """The command line as it is meant.

    Raises:
        BadInput, Cancelled: see `with_words_settled`.
    """
    words = quoted(" ".join(loose.words))
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


def _with_words_of_day(loose: _Loose, takes: Signature | None) -> _Loose:
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


def _read_as(argv: list[str], takes: Signature, loose: _Loose, count: int) -> list[str]:
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
    for loose in () if takes is None else _loose_words(argv, takes):
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
    for loose in () if takes is None else _loose_words(argv, takes):
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


def _loose_words(argv: list[str], takes: Signature) -> list[_Loose]:
    """Each option followed by more than its value, in order."""
    found: list[_Loose] = []
    before_count = 0
    index = len(argv) - len(resolve(argv, {})[2])
    while index < len(argv) and argv[index] != "--":
        start = index
        name, equals, value = argv[index].partition("=")
        option: Option | None = takes.options.get(name)
        index += 1
        if option is None or option.flags:
            before_count += is_text(argv[start])
            continue
        if not equals:
            value = argv[index] if index < len(argv) else ""
            index += 1
        words = tuple(takewhile(is_text, argv[index:]))
        if words:
            found.append(_Loose(name, value, words, before_count, start, index + len(words)))
    return found
