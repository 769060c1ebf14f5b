"""The build hook: compiles the gazetteer into the wheel, or into the tree for an editable install."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `gazetteer.sqlite` unless it is there and newer than everything that it is made from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before a target is built; the file itself is listed under `artifacts`."""
        if self.target_name != "wheel":
            return
        source = Path(self.root) / "src"
        folder = source / "claimtrail" / "gazetteer"
        target = folder / "data" / "gazetteer.sqlite"
        made_from = [
            *(folder / name for name in ("build.py", "fold.py", "tables.py")),
            *(folder / "data").glob("*.tsv"),
            folder / "data" / "words.toml",
        ]
        if target.is_file() and target.stat().st_mtime > max(p.stat().st_mtime for p in made_from):
            return
        sys.path.insert(0, str(source))
        try:
            from claimtrail.gazetteer.build import build
        finally:
            sys.path.remove(str(source))
        build(target)
