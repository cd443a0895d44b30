"""Writing that is on the disk when it returns, and leaves a file as it was when it fails.

Only what a call itself wrote is ever undone, and through the handle that wrote it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_APPEND = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_CREATE = _APPEND | os.O_CREAT | os.O_EXCL
# What network and user-space file systems answer where they cannot do it at all; they write through, or nothing can.
_NO_FSYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
_NO_FOLDER_HANDLE = {errno.EACCES, errno.EPERM, errno.EISDIR, errno.EINVAL}


def extend(path: Path, data: bytes) -> bool:
    """Add whole lines to a file; False where it is of no more use, OSError where they are not on the disk.

    A file is of no more use that cannot be opened, ends in half a line, or was moved away while it was written to.
    """
    try:
        handle = os.open(path, _APPEND)
    except OSError:
        return False
    if not _ends_whole(handle):
        os.close(handle)
        return False
    _add(handle, data)
    return os.path.lexists(path)


def create(path: Path, data: bytes) -> bool:
    """Write a new file; False where it was moved away meanwhile, OSError, and no file, where it is not on the disk."""
    handle = os.open(path, _CREATE, 0o666)
    try:
        _add(handle, data)
        sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise
    return os.path.lexists(path)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none."""
    if folder.is_dir():
        return
    try:
        os.mkdir(folder)
    except FileExistsError:
        if folder.is_dir():
            return  # another kernel made it meanwhile
        problem = "there is a file or a broken link of that name where the folder should be"
        raise NotADirectoryError(errno.ENOTDIR, problem, str(folder)) from None
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system has a way to."""
    if sys.platform in ("win32", "emscripten"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in _NO_FOLDER_HANDLE:
            return  # a folder that may be written to but not listed
        raise
    try:
        _sync(handle)
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)


def _add(handle: int, data: bytes) -> None:
    """Write `data` at the end of an open file and close it; what fails is taken back."""
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        try:
            _write(handle, data)
            _sync(handle)
        except BaseException:  # an interrupt of the kernel too
            _cut(handle, end, len(data))
            raise
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(handle)
        raise
    os.close(handle)  # some systems write only now, and say only now that they could not


def _ends_whole(handle: int) -> bool:
    try:
        if os.lseek(handle, 0, os.SEEK_END) == 0:
            return True
        os.lseek(handle, -1, os.SEEK_END)
        return os.read(handle, 1) == b"\n"
    except OSError:
        return False


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if written <= 0:
            raise OSError(errno.EIO, "nothing more could be written")
        rest = rest[written:]


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FSYNC:
            raise


def _cut(handle: int, end: int, added: int) -> None:
    """Take back what was written after `end`, unless somebody else has written behind it."""
    with contextlib.suppress(OSError):
        if os.fstat(handle).st_size <= end + added:
            os.ftruncate(handle, end)
