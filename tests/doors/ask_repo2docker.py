"""Prints as JSON what repo2docker would do with a repository's folder: run by the Python that has it, with no container engine."""

from __future__ import annotations

import json
import os
import re
import sys

from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import conda


def buildpack(app: Repo2Docker):
    """Return the first of repo2docker's buildpacks that knows what to do here, as on mybinder.org."""
    for kind in app.buildpacks:
        pack = kind(base_image=app.base_image)
        pack.platform = "linux/amd64"
        if pack.detect():
            return pack
    raise SystemExit("no buildpack takes this repository")


def frozen(pack) -> dict[str, str]:
    """Return the packages of the base environment and their versions."""
    name = next(name for name, to in pack.get_build_script_files().items() if to.endswith("/environment.lock"))
    with open(os.path.join(os.path.dirname(conda.__file__), os.path.basename(name))) as lock:
        return dict(re.findall(r"/([^/]+)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)", lock.read()))


os.chdir(sys.argv[1])
taken = buildpack(Repo2Docker())
print(
    json.dumps(
        {
            "buildpack": type(taken).__name__,
            "python": taken.python_version,
            "steps": taken.get_assemble_scripts(),
            "base": frozen(taken),
            "dockerfile": taken.render(build_args={}),
        }
    )
)
