"""Fetching: one public page from the network, politely and safely; off unless the user switched it on."""

import socket
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dateline.errors import FetchRefused, InputError
from dateline.sources.addresses import is_open_address

if TYPE_CHECKING:
    import httpx

_MAX_BYTES = 20_000_000
_MAX_ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are parsed
_MAX_REDIRECTS = 5
_MAX_SECONDS = 60.0  # for everything: robots.txt, redirects and the page
_SECONDS_PER_WAIT = 10.0
_PORTS = {"http": 80, "https": 443}
_ROBOT = "dateline"


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses that the system's resolver gives for a host, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching asks of the world; a test gives its own. Without a transport httpx's is used, past any proxy."""

    resolve: Callable[[str, int], tuple[str, ...]] = resolve_host
    transport: "httpx.BaseTransport | None" = None
    now: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, its media type with parameters, and where redirects led."""

    data: bytes
    media_type: str
    final_url: str
    headers: tuple[tuple[str, str], ...]


def fetch(url: str, *, online: bool, network: Network | None = None) -> Fetched:
    """Return what an http or https address gives.

    Raises FetchRefused if fetching is not switched on, or the address, an address that it redirects to, its host's
    robots.txt or the size of what comes forbids it; InputError if the server cannot be reached or gives an error.
    """
    if not online:
        message = (
            f"fetching is off, so {url} is not read: set `[fetch] online = true` in dateline.toml, or use --online"
        )
        raise FetchRefused(message)
    from importlib.metadata import version  # noqa: PLC0415 - only online

    import httpx  # noqa: PLC0415 - 0.2 s to load

    world = network or Network()
    with httpx.Client(
        transport=world.transport,
        trust_env=False,  # a proxy would resolve the name again
        timeout=_SECONDS_PER_WAIT,
        headers={"User-Agent": f"{_ROBOT}/{version('dateline')}", "Accept-Encoding": "identity"},
    ) as client:
        visit = _Visit(client, world, world.now() + _MAX_SECONDS)
        try:
            return visit.page(url)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise InputError(f"{url} cannot be fetched ({error}): check the address and try again later") from error


@dataclass(slots=True)
class _Answer:
    status: int
    headers: "httpx.Headers"
    data: bytes
    complete: bool


@dataclass(slots=True)
class _Visit:
    """One call of fetch: each host is resolved once and its robots.txt read once."""

    client: "httpx.Client"
    network: Network
    deadline: float
    pins: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    robots: dict[str, Callable[[str], bool]] = field(default_factory=dict)

    def page(self, url: str) -> Fetched:
        answer, final_url = self.follow(url, _MAX_BYTES, self.check_robots)
        if answer.status != 200:
            raise InputError(f"{final_url} answered with status {answer.status}: check the address in a browser")
        if not answer.complete:
            raise FetchRefused(f"{final_url} gives more than {_MAX_BYTES // 1_000_000} MB: save it and add the file")
        headers = tuple((name, value) for name, value in answer.headers.multi_items())
        return Fetched(answer.data, answer.headers.get("content-type", ""), final_url, headers)

    def follow(self, url: str, limit: int, check: Callable[[str], None]) -> tuple[_Answer, str]:
        """Ask an address and those that it redirects to; each is checked before it is asked."""
        for _ in range(_MAX_REDIRECTS + 1):
            check(url)
            answer = self.ask(url, limit)
            target = answer.headers.get("location")
            if answer.status not in {301, 302, 303, 307, 308} or target is None:
                return answer, url
            url = urljoin(url, target)
        raise FetchRefused(f"{url} is the end of more than {_MAX_REDIRECTS} redirects: give the final address")

    def ask(self, url: str, limit: int) -> _Answer:
        """Send one request to the address that the host was pinned to, whatever the name means by now."""
        import httpx  # noqa: PLC0415 - loaded already

        named = _checked(url)
        failure: httpx.TransportError | None = None
        for address in self.pin(named):
            request = self.client.build_request(
                "GET",
                named.copy_with(host=address, fragment=None),
                headers={"Host": named.netloc.decode("ascii")},
                extensions={**_timeouts(self.left()), "sni_hostname": named.raw_host.decode("ascii")},
            )
            try:
                return self.receive(request, limit)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        assert failure is not None, "a host without addresses is refused by pin"
        raise failure

    def receive(self, request: "httpx.Request", limit: int) -> _Answer:
        response = self.client.send(request, stream=True, follow_redirects=False)
        try:
            data = bytearray()
            for piece in response.iter_raw():
                data += piece
                self.left()
                if len(data) > limit:
                    break
        finally:
            response.close()
        whole = bytes(data) if len(data) > limit else _unpack(bytes(data), response.headers, limit)
        return _Answer(response.status_code, response.headers, whole[:limit], len(whole) <= limit)

    def pin(self, url: "httpx.URL") -> tuple[str, ...]:
        """Return the open addresses of a URL's host, resolved on first use and never again."""
        host, port = url.raw_host.decode("ascii"), _port(url)
        if (host, port) not in self.pins:
            found = self.network.resolve(host, port)
            usable = tuple(address for address in found if is_open_address(address))
            if not usable:
                raise FetchRefused(
                    f"{host} is not on the public internet ({', '.join(found)}): save the page as a file"
                )
            self.pins[host, port] = usable
        return self.pins[host, port]

    def check_robots(self, url: str) -> None:
        """Raise FetchRefused if the robots.txt of the URL's host does not allow the URL."""
        named = _checked(url)
        root = f"{named.scheme}://{named.netloc.decode('ascii')}"
        if root not in self.robots:
            self.robots[root] = self.read_robots(root)
        if not self.robots[root](url):
            raise FetchRefused(f"{root}/robots.txt does not allow {url}: open it in a browser and save it as a file")

    def read_robots(self, root: str) -> Callable[[str], bool]:
        """Return what a host allows. RFC 9309, 2.3.1: no file allows all, a file that cannot be had allows nothing."""
        from protego import Protego  # noqa: PLC0415 - only online

        answer, _ = self.follow(f"{root}/robots.txt", _MAX_ROBOTS_BYTES, lambda _url: None)
        if 400 <= answer.status < 500:
            return lambda _url: True
        if answer.status != 200:
            raise FetchRefused(f"{root}/robots.txt cannot be read (status {answer.status}): try again later")
        rules = Protego.parse(answer.data.decode("utf-8", "replace"))
        return lambda url: bool(rules.can_fetch(url, _ROBOT))

    def left(self) -> float:
        """Return the seconds that are left; raises InputError when there are none."""
        left = self.deadline - self.network.now()
        if left <= 0:
            raise InputError(f"fetching took more than {_MAX_SECONDS:.0f} seconds: try again later, or save the page")
        return left


def _checked(url: str) -> "httpx.URL":
    """Return the address, parsed; raises FetchRefused for all but plain http and https addresses."""
    import httpx  # noqa: PLC0415 - loaded already

    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise FetchRefused(f"{url!r} is not an address ({error}): give one that begins with https://") from error
    if parsed.scheme not in _PORTS or not parsed.host:
        raise FetchRefused(f"{url!r} is not a web address: give one that begins with https:// or http://")
    if parsed.userinfo:
        raise FetchRefused(f"the address at {parsed.host} carries a user name: give one without it")
    if _port(parsed) not in _PORTS.values():
        raise FetchRefused(f"{url} names port {parsed.port}: only the web's own ports, 80 and 443, are fetched from")
    return parsed


def _port(url: "httpx.URL") -> int:
    return url.port or _PORTS[url.scheme]


def _timeouts(left: float) -> dict[str, object]:
    wait = min(_SECONDS_PER_WAIT, left)
    return {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), wait)}


def _unpack(data: bytes, headers: Mapping[str, str], limit: int) -> bytes:
    """Undo gzip or deflate, which some servers send unasked, up to one byte more than the limit."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchRefused(f"the server sent {encoding} though it was asked not to pack: save the page as a file")
    unpacker = zlib.decompressobj(47)  # zlib tells gzip and zlib headers apart by itself
    try:
        unpacked = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise InputError(f"the server sent broken {encoding} ({error}): try again later") from error
    if not unpacker.eof and len(unpacked) <= limit:
        raise InputError(f"the server sent {encoding} that breaks off: try again later")
    return unpacked
