"""What an import of other programs' files shows and answers."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.formats.incoming.outcome import Preview
from boardroom.render.incoming import preview_json
from boardroom.render.page import Page
from boardroom.render.plain import print_plain
from boardroom.rules.imports import format_imported
from boardroom.rules.text import join_sentences, join_words


def show_beside(call: Call, page: Page) -> None:
    """Shows a page on standard error, where the answer is not."""
    if sys.stderr.isatty():
        call.show_on_terminal(page)
        print(file=sys.stderr)
    else:
        print_plain(call.printable_page(page), sys.stderr)


def import_reply(previews: Sequence[Preview]) -> Reply:
    """The answer of an import: its record, and the sentence where nothing changed."""
    sentence = import_sentence(previews, dry_run=False)
    return Reply(preview_json(previews), unchanged=f"{sentence}.")


def import_sentence(
    previews: Sequence[Preview], *, dry_run: bool, mapped: Sequence[str] = ()
) -> str:
    """What was imported from each file, or on a `dry_run` would be.

    `mapped` are the files whose columns are remembered now as the user has named them.
    """
    sentences = []
    for preview in previews:
        sentence = format_imported(preview.taken.imported, dry_run=dry_run)
        changes = preview.taken.imported.changes
        sentences.append(f"{sentence} from {preview.name}" if changes else sentence)
    if mapped:
        sentences.append(f"Remembered what the columns of {join_words(mapped, 'and')} are")
    return join_sentences(list(dict.fromkeys(sentences)))
