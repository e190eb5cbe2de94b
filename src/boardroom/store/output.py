"""Writes a file for the user: private, whole or not at all, and never through a link."""

from __future__ import annotations

import os

from boardroom.errors import CannotWrite
from boardroom.store.place import new_private_file, sync_folder


def write_private_file(path: str, content: bytes) -> None:
    """Writes a file that only the user can read; a file that exists is replaced in one step.

    Raises:
        CannotWrite: the disk is full, or the folder can't be written. An old file is left as it is.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        descriptor, draft = new_private_file(folder, ".boardroom-")
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path)
        except BaseException:  # whatever it is; no draft may be left behind
            os.unlink(draft)
            raise
        sync_folder(folder)
    except OSError as error:
        raise CannotWrite(
            f"{path} can't be written: {error.strerror or error}.",
            "Check the path, its permissions and the free space.",
        ) from error
