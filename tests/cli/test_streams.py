"""What the command does to its streams: interrupted, cut off, full, on a terminal, in another encoding."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "claimtrail", "read"]
NOTE = "A roadside bomb killed four policemen near Kandahar on Monday, a spokesman said."


def records(path: Path, count: int) -> Path:
    path.write_text("".join(json.dumps({"id": str(n), "text": NOTE}) + "\n" for n in range(count)))
    return path


def stderr_of(*arguments: object, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_whole_lines_and_no_traceback(tmp_path: Path, jobs: str) -> None:
    out, many = tmp_path / "out.jsonl", records(tmp_path / "in.jsonl", 5000)
    command = [*COMMAND, str(many), "--format", "jsonl", "--out", str(out), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while process.poll() is None and not (out.exists() and out.stat().st_size):
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, "")
    written = out.read_text()
    assert written.endswith("\n")
    assert [json.loads(line)["article"]["id"] for line in written.splitlines()][:1] == ["0"]


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_run_that_is_killed_leaves_no_processes_behind(tmp_path: Path) -> None:
    out, many = tmp_path / "out.jsonl", records(tmp_path / "in.jsonl", 5000)
    command = [*COMMAND, str(many), "--format", "jsonl", "--out", str(out), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        while process.poll() is None and not (out.exists() and out.stat().st_size):
            time.sleep(0.05)
        process.kill()
    deadline = time.monotonic() + 30
    while alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not alive(process.pid)


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    many = records(tmp_path / "in.jsonl", 5000)
    command = [*COMMAND, str(many), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["article"]["id"] == "0"
        process.stdout.close()
        assert process.wait(60) == 1
        assert process.stderr.read() == ""


def test_the_first_result_comes_before_the_last_input_is_there() -> None:
    command = [*COMMAND, "-", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for name in ("first", "second"):
            process.stdin.write(json.dumps({"id": name, "text": NOTE}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["article"]["id"] == name
        process.stdin.close()
        assert process.wait(60) == 0


def test_outputs_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE)
    for out, problem in (
        (tmp_path, "Is a directory"),
        (tmp_path / "none/x.jsonl", "No such file or directory"),
        (Path("/dev/full"), "No space left on device"),
    ):
        status, errors = stderr_of(note, "--format", "jsonl", "--out", out)
        assert (status, errors) == (2, f"claimtrail: {out}: cannot be written: {problem}; choose another file\n")


def test_an_output_that_is_an_input_is_refused_unharmed(tmp_path: Path) -> None:
    many = records(tmp_path / "in.jsonl", 2)
    before = many.read_text()
    status, errors = stderr_of(many, "--format", "jsonl", "--out", many)
    assert status == 2
    assert "would be overwritten" in errors
    assert many.read_text() == before


def test_a_failure_is_one_line_whatever_the_name(tmp_path: Path) -> None:
    status, errors = stderr_of(f"{tmp_path}/a\nb\x1b[2J.txt", "--format", "jsonl")
    assert status == 2
    assert errors == f"claimtrail: {tmp_path}/a b [2J.txt: no such file; check the path\n"


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
def test_the_output_is_utf_8_in_any_locale_and_takes_any_file_name(tmp_path: Path, format: str) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 (a name that is no text)
    with open(path, "w") as file:  # noqa: PTH123
        file.write(NOTE)
    command = [*map(os.fsencode, [*COMMAND, "--format", format]), path]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "caf\\udce9.txt" in done.stdout.decode("utf-8").replace("\n", "")


@pytest.mark.parametrize("resumed", [0, 5])
def test_progress_is_drawn_on_a_terminal_alone_with_the_number_to_come(tmp_path: Path, resumed: int) -> None:
    many, out = records(tmp_path / "in.jsonl", 12), tmp_path / "out.jsonl"
    arguments = [str(many), "--format", "jsonl", "--out", str(out), "--resume"]
    out.write_text("".join(json.dumps({"article": {"id": str(n)}}) + "\n" for n in range(resumed)))
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*COMMAND, *arguments], stderr=theirs, env=os.environ | {"COLUMNS": "120"})
    os.close(theirs)
    drawn = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        drawn += part
    os.close(ours)
    assert process.wait(60) == 0
    assert b"/12" in drawn
    assert b"articles/s" in drawn
    assert f" {resumed + 1}/12".encode() not in drawn
    assert len(out.read_text().splitlines()) == 12
    assert stderr_of(many, "--format", "jsonl", "--out", out) == (0, "")
