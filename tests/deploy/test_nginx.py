"""What nginx does by itself before a server that only repeats what it was asked: limits, addresses, words of
its own.
"""

from __future__ import annotations

import json
import re
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest
import uvicorn

ROOT = Path(__file__).resolve().parents[2]
GUARDS = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy")
LARGE = 6 * 2**20


class Repeating(BaseHTTPRequestHandler):
    """Answers with the headers that it was asked with, or with a large file."""

    def do_GET(self) -> None:
        body = b"x" * LARGE if self.path == "/static/large" else json.dumps(dict(self.headers)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *given: object) -> None:
        pass


@contextmanager
def before(up: ModuleType, nginx: str, folder: Path, port: int, server: int) -> Iterator[Path]:
    """nginx with the configuration of deploy/up.py before one server, and behind a proxy on this machine."""
    text = up.configuration(folder, port, [f"127.0.0.1:{server}"], behind=["127.0.0.1"])
    with running(nginx, folder, text):
        yield folder


@contextmanager
def running(nginx: str, folder: Path, text: str) -> Iterator[None]:
    """nginx with this configuration, from when it has begun."""
    folder.chmod(0o755)
    (folder / "nginx.conf").write_text(text, "utf-8")
    process = subprocess.Popen(
        [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    )
    try:
        for _ in range(100):
            if (folder / "nginx.pid").exists():
                break
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def proxy(
    up: ModuleType, nginx: str, tmp_path_factory: pytest.TempPathFactory, port_of_its_own: Callable[[], int]
) -> Iterator[tuple[int, Path]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Repeating)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = port_of_its_own()
    with before(up, nginx, tmp_path_factory.mktemp("nginx"), port, server.server_port) as folder:
        yield port, folder
    server.shutdown()


def refused(port: int, path: str, body: bytes | None = None) -> urllib.error.HTTPError:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(
            urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body), timeout=10
        )
    return error.value


def test_nginxs_own_answers_carry_the_security_headers_and_the_servers_keep_theirs(
    proxy: tuple[int, Path],
) -> None:
    port, _ = proxy
    for answer in (
        refused(port, "/_stcore/metrics"),
        refused(port, "/", b"x" * (64 * 1024 + 1)),
        refused(port, "/" + "x" * 20_000),
    ):
        assert [name for name in GUARDS if not answer.headers[name]] == [], answer.code
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
        assert len(answer.headers.get_all("Content-Security-Policy")) == 1


def test_a_body_is_taken_up_to_64_kib(proxy: tuple[int, Path]) -> None:
    port, _ = proxy
    assert refused(port, "/", b"x" * (64 * 1024)).code == 501, "the server itself answers: it takes no bodies"
    assert refused(port, "/", b"x" * (64 * 1024 + 1)).code == 413


def test_a_reader_behind_another_proxy_is_known_by_their_own_address(proxy: tuple[int, Path]) -> None:
    port, _ = proxy
    headers = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}
    with urllib.request.urlopen(
        urllib.request.Request(f"http://127.0.0.1:{port}/", headers=headers), timeout=10
    ) as answer:
        seen = json.load(answer)
    assert seen["X-Real-IP"] == "203.0.113.7"
    assert seen["X-Forwarded-Proto"] == "https"


def test_nothing_of_an_answer_is_written_to_the_disk_so_that_a_full_one_cuts_nothing(
    proxy: tuple[int, Path],
) -> None:
    port, folder = proxy
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/large", timeout=20) as answer:
        body = answer.read(1)
        time.sleep(0.3)  # a reader slower than the server: nginx would put aside what it cannot send yet
        written = [path.name for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
        body += answer.read()
    assert len(body) == LARGE
    assert {*written} <= {"nginx.conf", "nginx.pid", "error.log"}


def test_a_client_that_never_ends_its_question_is_given_up(
    up: ModuleType, nginx: str, tmp_path: Path, port_of_its_own: Callable[[], int]
) -> None:
    text = up.configuration(tmp_path, port := port_of_its_own(), ["127.0.0.1:1"])
    assert "client_header_timeout 10s;" in text
    quick = text.replace("client_header_timeout 10s;", "client_header_timeout 1s;")
    with (
        running(nginx, tmp_path, quick),
        socket.create_connection(("127.0.0.1", port), timeout=20) as client,
        suppress(ConnectionResetError),
    ):
        client.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        assert client.recv(1) == b"", "closed, with no answer"


def test_nginx_lets_an_idle_connection_go_before_the_server_does(up: ModuleType) -> None:
    text = up.configuration(Path("/tmp"), 80, ["127.0.0.1:1"])
    kept = re.search(r"keepalive 32;\s+keepalive_timeout (\d+)s;", text)
    assert kept
    assert int(kept[1]) < uvicorn.Config("app:app").timeout_keep_alive


def test_when_no_server_answers_the_reader_gets_a_sentence(
    up: ModuleType, nginx: str, tmp_path: Path, port_of_its_own: Callable[[], int]
) -> None:
    port = port_of_its_own()
    with before(up, nginx, tmp_path, port, port_of_its_own()):
        answer = refused(port, "/timeline")
    assert answer.code == 503
    assert b"Your link holds all that you chose" in answer.read()
    assert [name for name in GUARDS if not answer.headers[name]] == []
