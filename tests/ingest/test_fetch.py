"""Fetching from a real server on this machine: robots, redirects, limits, validators, pauses."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimtrail.errors import Failure, FetchError
from claimtrail.ingest import address, articles
from claimtrail.ingest.fetch import Fetcher
from claimtrail.model import Article
from claimtrail.settings import FetchSettings, IngestSettings

PAGE = b"<html><h1>Truce signed</h1><p>Both sides signed it on Friday, the mediator said.</p></html>"
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A small web site: an answer for each path, and a record of what was asked."""

    pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    url: str = ""

    def count(self, path: str) -> int:
        return sum(one == path for one, _, _ in self.asked)


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
            page = served.pages.get(self.path, (404, {}, b"nothing"))
            status, headers, body = page(self) if callable(page) else page
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield served
    server.shutdown()
    thread.join()
    server.server_close()


def fetcher(timeout: float = 5.0, max_bytes: int = 100_000, delay: float = 0.0, allow_private: bool = True) -> Fetcher:
    return Fetcher(FetchSettings(timeout, max_bytes, delay, allow_private))


def test_a_page_comes_with_its_headers_and_our_name(site: Site) -> None:
    site.pages["/a"] = 200, {"Content-Type": "text/html; charset=utf-8"}, PAGE
    payload = fetcher().get(f"{site.url}/a")
    assert (payload.data, payload.media_type) == (PAGE, "text/html; charset=utf-8")
    assert (payload.source, payload.url) == (f"{site.url}/a", f"{site.url}/a")
    assert site.asked[-1][1]["user-agent"].startswith("claimtrail/")
    assert site.asked[-1][1]["host"] == site.url.removeprefix("http://")


def test_a_url_becomes_an_article(site: Site) -> None:
    site.pages["/a"] = 200, {"Content-Type": "text/html"}, PAGE
    settings = IngestSettings(fetch=FetchSettings(delay=0.0, allow_private=True))
    good, bad = articles([f"{site.url}/a", f"{site.url}/none"], settings)
    assert isinstance(good, Article)
    assert good.title == "Truce signed"
    assert isinstance(bad, Failure)
    assert bad.problem == "answered 404 Not Found"


def test_robots_are_heeded_and_asked_for_once(site: Site) -> None:
    site.pages["/robots.txt"] = 200, {}, b"User-agent: *\nDisallow: /closed\n"
    site.pages["/open"] = 200, {}, PAGE
    client = fetcher()
    assert client.get(f"{site.url}/open").data == PAGE
    with pytest.raises(FetchError, match=r"robots\.txt of the site forbids it"):
        client.get(f"{site.url}/closed/a")
    assert (site.count("/robots.txt"), site.count("/closed/a")) == (1, 0)


def test_a_failing_robots_file_forbids_everything(site: Site) -> None:
    site.pages["/robots.txt"] = 503, {}, b""
    site.pages["/a"] = 200, {}, PAGE
    with pytest.raises(FetchError, match="forbids"):
        fetcher().get(f"{site.url}/a")


def test_redirects_are_followed_and_each_is_checked_again(site: Site) -> None:
    site.pages["/robots.txt"] = 200, {}, b"User-agent: *\nDisallow: /closed\n"
    site.pages["/old"] = 301, {"Location": "/new"}, b""
    site.pages["/new"] = 200, {}, PAGE
    site.pages["/trap"] = 302, {"Location": "/closed/a"}, b""
    site.pages["/out"] = 302, {"Location": "file:///etc/passwd"}, b""
    site.pages["/odd"] = 302, {"Location": "http://[oops/"}, b""
    site.pages["/loop"] = 302, {"Location": "/loop"}, b""
    client = fetcher()
    assert client.get(f"{site.url}/old").url == f"{site.url}/new"
    problems = {"/trap": "forbids", "/odd": "no address", "/out": "not an http", "/loop": "redirects more than"}
    for path, problem in problems.items():
        with pytest.raises(FetchError, match=problem) as caught:
            client.get(site.url + path)
        assert caught.value.subject == site.url + path


def test_private_addresses_are_refused_before_anything_is_sent(site: Site) -> None:
    with pytest.raises(FetchError, match=r"points to 127\.0\.0\.1, which is not a public address"):
        fetcher(allow_private=False).get(f"{site.url}/a")
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # No public host can be had in a test, so this machine's own address passes for one, and no other does.
    site.pages["/a"] = 302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""
    real = address.public
    monkeypatch.setattr(address, "public", lambda one: one == "127.0.0.1" or real(one))
    with pytest.raises(FetchError, match=r"points to 169\.254\.169\.254"):
        fetcher(allow_private=False).get(f"{site.url}/a")


def test_limits_of_size_hold_for_what_is_unpacked(site: Site) -> None:
    site.pages["/large"] = 200, {}, b"x" * 2000
    site.pages["/bomb"] = 200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 5_000_000)
    for path in ("/large", "/bomb"):
        with pytest.raises(FetchError, match="is larger than 1,000 bytes"):
            fetcher(max_bytes=1000).get(site.url + path)


def test_a_slow_answer_is_given_up(site: Site) -> None:
    def slow(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(0.6)
        return 200, {}, PAGE

    site.pages["/slow"] = slow
    with pytest.raises(FetchError, match=r"no answer within 0\.3 seconds"):
        fetcher(timeout=0.3).get(f"{site.url}/slow")


def test_a_page_known_already_is_asked_for_with_its_validators(site: Site) -> None:
    def answer(request: BaseHTTPRequestHandler) -> Answer:
        known = request.headers.get("If-None-Match") == '"v1"'
        return (304, {"Content-Length": "0"}, b"") if known else (200, {"ETag": '"v1"'}, PAGE)

    site.pages["/a"] = answer
    client = fetcher()
    first, second = client.get(f"{site.url}/a"), client.get(f"{site.url}/a")
    assert second.data == first.data == PAGE
    assert second.fetched == first.fetched
    assert site.asked[-1][1]["if-none-match"] == '"v1"'


def test_requests_to_one_host_are_kept_apart(site: Site) -> None:
    site.pages["/a"] = site.pages["/b"] = 200, {}, PAGE
    client = fetcher(delay=0.3)
    client.get(f"{site.url}/a")
    client.get(f"{site.url}/b")
    times = [at for path, _, at in site.asked if path in ("/a", "/b")]
    assert times[1] - times[0] >= 0.28


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://127.0.0.1:1/", "could not be fetched"),
        ("http://no-such-host.invalid/", "was not found"),
        ("http://user:pass@127.0.0.1/", "holds a user name"),
        ("http:///a", "not an http"),
    ],
)
def test_dead_and_odd_addresses_give_one_line(url: str, problem: str) -> None:
    with pytest.raises(FetchError, match=problem) as caught:
        fetcher(timeout=2.0).get(url)
    assert caught.value.remedy
