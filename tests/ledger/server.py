"""A real PostgreSQL server for tests: started on a free port, as a user who is not root, and removed afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
MISSING = "PostgreSQL with PostGIS is not installed (Debian: postgresql-15-postgis-3); its tests are NOT run"


def installed() -> bool:
    """Whether there is a server with PostGIS to run."""
    extensions = Path("/usr/share/postgresql").glob("*/extension/postgis.control")
    return bool(BINARIES) and any(extensions)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a fresh server's database, without its name."""
    folder = Path(mkdtemp(prefix="claimtrail-postgres-"))
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    _run(user, "initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    _run(user, "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://tester@127.0.0.1:{port}"
    finally:
        _run(user, "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _run(user: str, program: str, *arguments: object) -> None:
    command = [str(BINARIES[-1] / program), *map(str, arguments)]
    runner = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*runner, *command], check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=60)
