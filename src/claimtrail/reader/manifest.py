"""The shipped model files, and the manifest that pins them."""

import hashlib
import json
from pathlib import Path
from typing import Any

from claimtrail.errors import ModelError

FOLDER = Path(__file__).parent / "model"
_REMEDY = "reinstall claimtrail, or train and export the model anew"


def parts(folder: Path = FOLDER) -> dict[str, Any]:
    """The manifest: for each part (`syntax`, `claims`) its `files`, corpora, licences and scores.

    Raises ModelError where there is none or it cannot be read.
    """
    path = folder / "manifest.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(str(path), f"cannot be read ({error})", _REMEDY) from error
    if not isinstance(found, dict):
        raise ModelError(str(path), "is not a manifest", _REMEDY)
    return found


def verified(part: str, folder: Path = FOLDER) -> dict[str, Path]:
    """The files of one part by name, each with the digest that the manifest gives.

    Raises ModelError where the part or a file is missing, or a file is another than the manifest names.
    """
    entry = parts(folder).get(part)
    if entry is None:
        raise ModelError(str(folder / "manifest.json"), f"has no part {part!r}", _REMEDY)
    return {name: _verified(folder / name, str(facts["sha256"])) for name, facts in entry["files"].items()}


def _verified(path: Path, digest: str) -> Path:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(str(path), f"cannot be read ({error})", _REMEDY) from error
    if found != digest:
        raise ModelError(str(path), f"has the SHA-256 {found}, the manifest says {digest}", _REMEDY)
    return path
