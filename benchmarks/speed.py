"""How fast articles are read: `python -m benchmarks.speed FOLDER [--part PART] [--json]`.

FOLDER holds PART.jsonl (or any *.jsonl) with one article a line. Start-up is the time from starting the command to the
first claim of a one-article file; the rates are those of the whole command, start-up included, with one and with two
processes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import arguments, articles, report, show, stop

MIB = 1024
REPEAT_TO = 200


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: seconds to its first line and to its end, and peak memory in MiB over its processes."""

    first: float
    seconds: float
    memory: float


def main() -> None:
    """Time the command on the articles of the folder."""
    given = arguments("speed", "Articles a second, memory, start-up.")
    texts = _articles(given.folder, given.part)
    words = sum(len(text["text"].split()) for text in texts)
    figures = {"startup_s": min(_run(texts[:1], 1).first for _ in range(3))}
    for jobs in (1, 2):
        run = _run(texts, jobs)
        figures |= {
            f"articles_per_s_{jobs}": len(texts) / run.seconds,
            f"words_per_s_{jobs}": words / run.seconds,
            f"peak_mib_{jobs}": run.memory,
        }
    rows = [[name, f"{value:,.2f}"] for name, value in figures.items()]
    show([[f"{len(texts)} articles, {words:,} words", ""], *rows])
    report(figures, given.json)


def _articles(folder: Path, part: str | None) -> list[dict[str, str]]:
    """The folder's articles, repeated under new ids until there are enough to time."""
    paths = [folder / f"{part}.jsonl"] if part else sorted(folder.glob("*.jsonl"))
    found = [text for path in paths if path.is_file() for text in articles(path) if "text" in text]
    if not found:
        stop(f"speed: no articles in {folder}; give a folder with a .jsonl of articles")
    rounds = range(-(-REPEAT_TO // len(found)))
    return [text | {"id": f"{text['id']}-{i}"} for i in rounds for text in found]


def _run(texts: list[dict[str, str]], jobs: int) -> Run:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(text) + "\n" for text in texts)
        file.flush()
        command = [sys.executable, "-m", "claimtrail", "read", file.name, "--format", "jsonl", "--jobs", str(jobs)]
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        first, memory = time.perf_counter() - began, _memory(process.pid)
        while process.stdout.readline():
            memory = max(memory, _memory(process.pid))
        if process.wait():
            stop(f"speed: the command failed with status {process.returncode}")
        return Run(first, time.perf_counter() - began, memory)


def _memory(pid: int) -> float:
    """Proportional memory of a process and its children now, in MiB (Linux)."""
    return sum(_share(each) for each in (pid, *_children(pid))) / MIB


def _children(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(status.parent.name))
    return found


def _share(pid: int) -> int:
    try:
        lines = (Path("/proc") / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    main()
