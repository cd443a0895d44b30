"""LibreOffice without a window, which saves files anew as a teacher's office does, with the habits of a country."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""
# Separator, quotation mark and encoding (1: Windows-1252, 76: UTF-8), first line, columns, language, all as text, as shown.
COUNTRIES = {"de-DE": ("59,34,1,1,,1031,false,true,false", 1031), "en-US": ("44,34,76,1,,1033,false,true,false", 1033)}
CSV = "Text - txt - csv (StarCalc)"


def program() -> str:
    """Return the path of LibreOffice; skip with the reason, or fail where it is to be tried for certain."""
    found = shutil.which("soffice")
    if not found:
        (pytest.fail if os.environ.get("READINGROOM_OFFICE") == "required" else pytest.skip)(
            "there is no LibreOffice (Debian: apt-get install libreoffice-calc); what it makes of tables was not tested"
        )
    return found


def saved(files: list[Path], form: str, country: str, out: Path, profile: Path) -> Path:
    """Open each file in LibreOffice and save it below `out` as csv, xlsx or ods; return that folder."""
    user = profile / country / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(country), encoding="utf-8")
    tokens, language = COUNTRIES[country]
    opened_as = [f"--infilter={CSV}:44,34,76,1,,{language},false,true"] if files[0].suffix == ".csv" else []
    saved_as = f"csv:{CSV}:{tokens}" if form == "csv" else form
    own = f"-env:UserInstallation={(profile / country).as_uri()}"
    subprocess.run(
        [program(), own, "--headless", *opened_as, "--convert-to", saved_as, "--outdir", out, *files],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert sorted(path.stem for path in out.iterdir()) == sorted(path.stem for path in files)
    return out
