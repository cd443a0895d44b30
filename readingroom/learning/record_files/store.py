"""The folder of the record: what all its files hold together, and what is wrong with them, in sentences."""

from __future__ import annotations

from pathlib import Path

from .damage import DAMAGED, set_aside
from .lines import Entry, displayable
from .reading import Contents, read_file, record_files


class RecordFolder:
    """Reads the record's files in `path`; damaged ones are set aside, and what cannot be read is named."""

    def __init__(self, path: Path):
        self.path = path
        self.repairs: list[str] = []
        self.unreadable: list[str] = []
        self.copies: dict[str, Entry] = {}
        """Copies of those entries read so far that cannot be shown as they are."""

    def read(self) -> dict[str, list[Entry]]:
        """Return the entries of each file by its name."""
        # A file that is gone when its turn comes was set aside by another kernel: its lines are in a new file.
        for _ in range(3):
            files, is_complete = self._read_once()
            if is_complete:
                break
        return files

    def _read_once(self) -> tuple[dict[str, list[Entry]], bool]:
        self.unreadable = []
        files: dict[str, list[Entry]] = {}
        is_complete = True
        try:
            paths = record_files(self.path)
        except OSError as error:
            self.unreadable = [_no_folder(self.path, error)]
            return files, True
        for path in paths:
            try:
                contents = read_file(path)
            except FileNotFoundError as error:
                if path.is_symlink():
                    self._note_unreadable(path, error)
                else:
                    is_complete = False
            except OSError as error:
                self._note_unreadable(path, error)
            else:
                files[path.name] = contents.entries
                self.copies |= contents.copies
                if contents.is_damaged:
                    self._set_aside(path, contents)
        return files, is_complete

    def _note_unreadable(self, path: Path, error: OSError) -> None:
        self.unreadable.append(
            f"{shown_name(path)} could not be read ({error.strerror}): what it holds is not shown, and is not lost. "
            f"See that {path.parent.name}/{shown_name(path)} is a file that you may read, then run the lesson again"
        )

    def _set_aside(self, path: Path, contents: Contents) -> None:
        outcome = (
            f"the file was set aside in {self.path.name}/{DAMAGED}, all its other lines were kept"
            if set_aside(path, contents)
            else "it could not be set aside, and was left as it is"
        )
        for count, what in (
            (contents.broken, "that could not be read"),
            (contents.undecodable, "with bytes that are no text (UTF-8): \N{REPLACEMENT CHARACTER} is shown for them"),
        ):
            lines = "a line" if count == 1 else f"{count} lines"
            message = f"{shown_name(path)} had {lines} {what}; {outcome}"
            if count and message not in self.repairs:
                self.repairs.append(message)


def shown_name(path: Path) -> str:
    """Return a file's name as it can be shown: a name may be any bytes."""
    return str(displayable(path.name))


def _no_folder(folder: Path, error: OSError) -> str:
    return (
        f"your record in {displayable(str(folder))} could not be read ({error.strerror}): what you did "
        f"earlier is not shown, and is not lost. See that {folder.name} is a folder that you may open, then run the "
        "lesson again"
    )
