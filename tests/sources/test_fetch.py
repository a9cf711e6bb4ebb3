import gzip
import subprocess
import sys
import zlib

import httpx
import pytest

from dateline.errors import FetchRefused, InputError
from dateline.sources import fetch
from dateline.sources.fetch import Network

_OPEN = "93.184.215.14"


class Web:
    """A small internet: pages by address, hosts by name, and the requests that were made."""

    def __init__(self, pages, hosts=None, seconds=0.0):
        self.pages = {"https://paper.example/robots.txt": reply(404), **pages}
        self.hosts = {"paper.example": [_OPEN], **(hosts or {})}
        self.requests = []
        self.resolved = []
        self.clock = 0.0
        self.seconds = seconds

    def fetch(self, url, *, online=True):
        transport = httpx.MockTransport(self.answer)
        return fetch(url, online=online, network=Network(self.resolve, transport, lambda: self.clock))

    def resolve(self, host, _port):
        self.resolved.append(host)
        return tuple(self.hosts[host])

    def answer(self, request):
        self.requests.append(request)
        self.clock += self.seconds
        found = self.pages[f"{request.url.scheme}://{request.headers['host']}{request.url.raw_path.decode()}"]
        if isinstance(found, Exception):
            raise found
        return found


def reply(status, content=b"", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, stream=httpx.ByteStream(content), headers=named)


def page(content=b"<p>Report</p>", **headers):
    return reply(200, content, content_type="text/html", **headers)


def redirect(target):
    return reply(302, location=target)


def test_a_page_comes_with_its_media_type_and_address():
    fetched = Web({"https://paper.example/a?b=c": page()}).fetch("https://paper.example/a?b=c")
    assert (fetched.data, fetched.media_type) == (b"<p>Report</p>", "text/html")
    assert fetched.final_url == "https://paper.example/a?b=c"
    assert ("content-type", "text/html") in fetched.headers


def test_nothing_is_asked_unless_fetching_is_switched_on():
    web = Web({"https://paper.example/": page()})
    with pytest.raises(FetchRefused, match=r"\[fetch\] online = true.*--online"):
        web.fetch("https://paper.example/", online=False)
    assert (web.resolved, web.requests) == ([], [])


def test_the_request_goes_to_the_address_that_was_checked_under_the_host_s_name():
    web = Web({"https://paper.example/": page()})
    web.fetch("https://paper.example/")
    asked = web.requests[-1]
    assert (asked.url.host, asked.headers["host"]) == (_OPEN, "paper.example")
    assert asked.extensions["sni_hostname"] == "paper.example"


def test_a_host_is_resolved_once_so_a_second_answer_cannot_move_it():
    web = Web({"https://paper.example/a": redirect("/b"), "https://paper.example/b": page()})
    web.fetch("https://paper.example/a")
    assert web.resolved == ["paper.example"]


def test_an_ipv6_host_is_asked_at_its_address():
    web = Web({"https://paper.example/": page()}, {"paper.example": ["2606:4700::6810:84e5"]})
    web.fetch("https://paper.example/")
    assert web.requests[-1].url.host == "2606:4700::6810:84e5"


def test_the_next_address_is_asked_when_the_first_does_not_answer():
    web = Web({"https://paper.example/": page()}, {"paper.example": ["1.1.1.1", _OPEN]})
    answer = web.answer

    def first_is_down(request):
        if request.url.host == "1.1.1.1":
            raise httpx.ConnectError("down")
        return answer(request)

    web.answer = first_is_down
    assert web.fetch("https://paper.example/").data == b"<p>Report</p>"


def test_the_request_names_its_sender():
    web = Web({"https://paper.example/": page()})
    web.fetch("https://paper.example/")
    assert web.requests[-1].headers["user-agent"].startswith("dateline/")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1"])
def test_a_name_that_leads_into_a_private_network_is_refused(address):
    web = Web({"https://paper.example/": page()}, {"paper.example": [address]})
    with pytest.raises(FetchRefused, match="public internet"):
        web.fetch("https://paper.example/")
    assert web.requests == []


def test_only_the_open_addresses_of_a_name_are_asked():
    web = Web({"https://paper.example/": page()}, {"paper.example": ["127.0.0.1", _OPEN]})
    web.fetch("https://paper.example/")
    assert {request.url.host for request in web.requests} == {_OPEN}


def test_a_redirect_into_a_private_network_is_refused():
    web = Web({"https://paper.example/": redirect("http://inside.example/admin")}, {"inside.example": ["192.168.0.1"]})
    with pytest.raises(FetchRefused, match=r"inside\.example"):
        web.fetch("https://paper.example/")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://paper.example/a", "gopher://paper.example/", "paper.example/a", "", "https://",
        "https://paper.example:8080/", "https://paper.example:22/", "https://me:secret@paper.example/",
        "https://paper.example:99999/", "https://[::1/", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_an_address_that_is_not_a_plain_web_address_is_refused(url):
    web = Web({})
    with pytest.raises(FetchRefused):
        web.fetch(url)
    assert web.requests == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "https://paper.example:22/", "ftp://paper.example/"])
def test_a_redirect_to_what_is_not_a_plain_web_address_is_refused(target):
    with pytest.raises(FetchRefused):
        Web({"https://paper.example/": redirect(target)}).fetch("https://paper.example/")


def test_five_redirects_are_followed():
    chain = {f"https://paper.example/{n}": redirect(f"/{n + 1}") for n in range(5)}
    assert Web({**chain, "https://paper.example/5": page()}).fetch("https://paper.example/0").final_url.endswith("/5")


def test_a_sixth_redirect_is_refused():
    chain = {f"https://paper.example/{n}": redirect(f"/{n + 1}") for n in range(6)}
    with pytest.raises(FetchRefused, match="redirects"):
        Web({**chain, "https://paper.example/6": page()}).fetch("https://paper.example/0")


def _with_robots(text, url="https://paper.example/a"):
    robots = text if not isinstance(text, str) else reply(200, text.encode())
    return Web({"https://paper.example/robots.txt": robots, url: page()})


def test_robots_txt_is_obeyed():
    web = _with_robots("User-agent: *\nDisallow: /a")
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        web.fetch("https://paper.example/a")
    assert len(web.requests) == 1


def test_robots_txt_may_speak_to_us_by_name():
    web = _with_robots("User-agent: *\nDisallow: /\n\nUser-agent: dateline\nAllow: /")
    assert web.fetch("https://paper.example/a").data


def test_robots_txt_is_read_once_a_host():
    web = Web({"https://paper.example/a": redirect("/b"), "https://paper.example/b": page()})
    web.fetch("https://paper.example/a")
    assert [request.url.path for request in web.requests] == ["/robots.txt", "/a", "/b"]


def test_robots_txt_of_a_redirect_s_host_is_obeyed():
    pages = {
        "https://paper.example/a": redirect("https://other.example/b"),
        "https://other.example/robots.txt": reply(200, b"User-agent: *\nDisallow: /b"),
    }
    with pytest.raises(FetchRefused, match=r"other\.example/robots\.txt"):
        Web(pages, {"other.example": ["1.1.1.1"]}).fetch("https://paper.example/a")


def test_a_host_without_robots_txt_allows_all():
    assert _with_robots(reply(404)).fetch("https://paper.example/a").data


@pytest.mark.parametrize("status", [500, 503, 304])
def test_robots_txt_that_cannot_be_read_forbids_all(status):
    with pytest.raises(FetchRefused, match=r"robots\.txt cannot be read"):
        _with_robots(reply(status)).fetch("https://paper.example/a")


def test_robots_txt_that_times_out_forbids_all():
    web = _with_robots(httpx.ReadTimeout("slow"))
    with pytest.raises(InputError):
        web.fetch("https://paper.example/a")
    assert len(web.requests) == 1


def test_a_page_that_is_too_large_is_refused():
    with pytest.raises(FetchRefused, match="20 MB"):
        Web({"https://paper.example/": page(bytes(20_000_001))}).fetch("https://paper.example/")


def _packed(content, encoding):
    return page(content, content_encoding=encoding)


def test_a_page_that_comes_packed_is_unpacked():
    web = Web({"https://paper.example/": _packed(gzip.compress(b"report"), "gzip")})
    assert web.fetch("https://paper.example/").data == b"report"


def test_a_page_that_unpacks_to_too_much_is_refused():
    bomb = zlib.compress(bytes(50_000_000))
    with pytest.raises(FetchRefused, match="20 MB"):
        Web({"https://paper.example/": _packed(bomb, "deflate")}).fetch("https://paper.example/")


def test_a_packing_that_was_not_asked_for_is_refused():
    with pytest.raises(FetchRefused, match="br"):
        Web({"https://paper.example/": _packed(b"x", "br")}).fetch("https://paper.example/")


def test_a_broken_packing_is_an_error():
    with pytest.raises(InputError, match="gzip that breaks off"):
        Web({"https://paper.example/": _packed(b"x", "gzip")}).fetch("https://paper.example/")


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_an_error_of_the_server_is_named(status):
    with pytest.raises(InputError, match=str(status)):
        Web({"https://paper.example/": reply(status)}).fetch("https://paper.example/")


def test_a_server_that_cannot_be_reached_is_an_error_that_names_the_address():
    with pytest.raises(InputError, match=r"https://paper\.example/ .*no route"):
        Web({"https://paper.example/": httpx.ConnectError("no route")}).fetch("https://paper.example/")


def test_a_name_that_does_not_resolve_is_an_error_that_names_the_address():
    web = Web({})

    def unknown(_host, _port):
        raise OSError(-2, "Name or service not known")

    web.resolve = unknown
    with pytest.raises(InputError, match="Name or service not known"):
        web.fetch("https://paper.example/")


def test_a_fetch_that_takes_too_long_is_given_up():
    with pytest.raises(InputError, match="60 seconds"):
        Web({"https://paper.example/": page()}, seconds=40.0).fetch("https://paper.example/")


def test_a_host_in_another_script_is_asked_by_its_ascii_name():
    web = Web({"https://xn--bcher-kva.example/robots.txt": reply(404), "https://xn--bcher-kva.example/": page()})
    web.hosts = {"xn--bcher-kva.example": [_OPEN]}
    assert web.fetch("https://bücher.example/").data


def test_importing_sources_does_not_load_the_network_library():
    code = "import sys, dateline.sources; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
