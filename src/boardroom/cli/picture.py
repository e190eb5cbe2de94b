"""`--svg FILE`: a screen as a picture for a document, without what is private."""

from __future__ import annotations

from boardroom.cli.messages import warn
from boardroom.cli.output_file import output_path, write_output
from boardroom.errors import BadInput
from boardroom.queries.sharing import Sharing
from boardroom.render.privacy import left_out_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call
    from boardroom.render.page import Page


class Picture:
    """A picture to draw: where, and without what. All it shows goes through `sharing` first."""

    def __init__(self, call: Call, file: str, *, include_private: bool) -> None:
        """Checks, before anything is read, that it can be drawn to that file, or `-`.

        Raises:
            BadInput: `--json` is used too, or the file is one that a picture must not replace.
        """
        if call.json:
            raise BadInput("--svg and --json can't go together.", "Leave one of them out.")
        self.sharing = Sharing(everything=include_private)
        self._call = call
        self._path = output_path(file)

    def write(self, page: Page, command: str) -> None:
        """Draws a page under its command, and counts on stderr what was left out as private.

        Raises:
            CannotWrite: the disk is full, or the folder can't be written.
        """
        from boardroom.render.svg import page_svg  # noqa: PLC0415  rich takes 60 ms

        title = self._call.printable(command)
        write_output(self._path, page_svg(self._call.printable_page(page), title).encode())
        if words := left_out_words(self.sharing.left_out):
            warn(words)
