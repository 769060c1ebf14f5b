"""Polite fetching: robots.txt, a pause between requests to one host, limits of size and time, public addresses only."""

import time
from dataclasses import dataclass, replace
from urllib.parse import urljoin

import httpx2
from protego import Protego

from claimtrail import __version__
from claimtrail.errors import FetchError
from claimtrail.ingest.address import resolve
from claimtrail.ingest.build import now
from claimtrail.ingest.values import Payload
from claimtrail.settings import FetchSettings

_REDIRECTS = 5
_ROBOTS_BYTES = 500_000  # what RFC 9309 asks a crawler to read at least
_LONGEST_PAUSE = 60.0
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class _Answer:
    """A response read to its end within the limits."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    data: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


class Fetcher:
    """Fetches pages, one at a time; it remembers each host's robots.txt and each page's validators while it lives."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._agent = f"{settings.user_agent}/{__version__}"
        self._client = httpx2.Client(follow_redirects=False, trust_env=False, timeout=settings.timeout)
        self._robots: dict[str, Protego] = {}
        self._last: dict[str, float] = {}
        self._seen: dict[str, tuple[Payload, str | None, str | None]] = {}

    def get(self, url: str) -> Payload:
        """The bytes at `url`, redirects followed; a page fetched before is asked for with its validators.

        Raises `FetchError` where robots.txt forbids it, an address is not public, a limit is passed, or no page comes.
        """
        at = url
        for _ in range(_REDIRECTS + 1):
            self._admit(at, url)
            answer = self._request(at, url, self._settings.max_bytes, self._validators(at))
            if answer.status == 304 and at in self._seen:
                return replace(self._seen[at][0], source=url)
            target = answer.header("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return self._payload(answer, url, at)
            at = _target(at, target, url)
        raise FetchError(url, f"redirects more than {_REDIRECTS} times", "give the address where the page is")

    def _payload(self, answer: _Answer, url: str, at: str) -> Payload:
        if answer.status != 200:
            problem = f"answered {answer.status} {answer.reason}".rstrip()
            raise FetchError(url, problem, "check the address in a browser")
        payload = Payload(url, answer.data, now(), answer.header("content-type"), answer.headers, at)
        self._seen[at] = (payload, answer.header("etag"), answer.header("last-modified"))
        return payload

    def _validators(self, at: str) -> dict[str, str]:
        _, etag, modified = self._seen.get(at, (None, None, None))
        named = {"If-None-Match": etag, "If-Modified-Since": modified}
        return {name: value for name, value in named.items() if value}

    def _admit(self, at: str, url: str) -> None:
        """Refuse what robots.txt forbids, then wait for the host's turn."""
        parsed = _parsed(at, url)
        robots = self._robots_of(parsed, url)
        if not robots.can_fetch(at, self._settings.user_agent):
            raise FetchError(url, "robots.txt of the site forbids it", "save the page and give its file")
        asked = robots.crawl_delay(self._settings.user_agent) or 0.0
        self._pause(parsed.host, min(max(self._settings.delay, float(asked)), _LONGEST_PAUSE))

    def _pause(self, host: str, seconds: float) -> None:
        last = self._last.get(host)
        wait = 0.0 if last is None else last + seconds - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._last[host] = time.monotonic()

    def _robots_of(self, parsed: httpx2.URL, url: str) -> Protego:
        """The rules of a host: none where it has no robots.txt, everything forbidden where it fails (RFC 9309)."""
        origin = f"{parsed.scheme}://{parsed.netloc.decode('ascii')}"
        if origin not in self._robots:
            self._robots[origin] = Protego.parse(self._robots_text(f"{origin}/robots.txt", url))
        return self._robots[origin]

    def _robots_text(self, at: str, url: str) -> str:
        for _ in range(_REDIRECTS + 1):
            answer = self._request(at, url, _ROBOTS_BYTES, {}, cut=True)
            target = answer.header("location")
            if answer.status in (301, 302, 307, 308) and target:
                at = _target(at, target, url)
            elif answer.status >= 500:
                return "User-agent: *\nDisallow: /"
            else:
                return answer.data.decode("utf-8", "replace") if answer.status == 200 else ""
        return ""

    def _request(self, at: str, url: str, most: int, headers: dict[str, str], cut: bool = False) -> _Answer:
        """One request to the checked address of `at`'s host; `cut` keeps the first `most` bytes instead of refusing."""
        parsed = _parsed(at, url)
        port = parsed.port or (443 if parsed.scheme == "https" else 80)
        address = resolve(parsed.host, port, url, self._settings.allow_private)
        sent = {"Host": parsed.netloc.decode("ascii"), "User-Agent": self._agent, "Accept": _ACCEPT, **headers}
        request = self._client.build_request(
            "GET", parsed.copy_with(host=address), headers=sent, extensions={"sni_hostname": parsed.host}
        )
        try:
            response = self._client.send(request, stream=True)
            try:
                return self._read(response, url, most, cut)
            finally:
                response.close()
        except httpx2.TimeoutException as error:
            raise FetchError(url, f"no answer within {self._settings.timeout:g} seconds", "try again later") from error
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            problem = f"could not be fetched ({error or type(error).__name__})"
            raise FetchError(url, problem, "check the address and the connection") from error

    def _read(self, response: httpx2.Response, url: str, most: int, cut: bool) -> _Answer:
        deadline = time.monotonic() + self._settings.timeout
        data = bytearray()
        for part in response.iter_bytes(65_536):
            data += part
            if len(data) > most and not cut:
                raise FetchError(url, f"is larger than {most:,} bytes", "save the article's text and give its file")
            if time.monotonic() > deadline:
                raise FetchError(url, f"took longer than {self._settings.timeout:g} seconds", "try again later")
            if len(data) > most:
                break
        headers = tuple(response.headers.multi_items())
        return _Answer(response.status_code, response.reason_phrase, headers, bytes(data[:most]))


def _parsed(at: str, url: str) -> httpx2.URL:
    try:
        parsed = httpx2.URL(at)
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(url, f"is not an address ({error})", "check the address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(url, f"leads to {at}, which is not an http(s) address", "check the address")
    if parsed.userinfo:
        raise FetchError(url, "holds a user name or password", "save the page and give its file")
    return parsed


def _target(at: str, location: str, url: str) -> str:
    try:
        return urljoin(at, location)
    except ValueError as error:
        raise FetchError(url, f"redirects to {location!r}, which is no address", "check the address") from error
