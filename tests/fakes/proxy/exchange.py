# SPDX-License-Identifier: GPL-3.0-or-later
"""A client's connection: requests go on to the registry, its answers come back, both are recorded."""
import base64
import email.message
import hashlib
import http.client
import http.server
import itertools
import json
import os
import re
import select
import socket
import ssl
import struct
import threading
import time
import urllib.parse

PIECE = 256 << 10
HOP_BY_HOP = ("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Te", "Trailer", "Upgrade")


def credential(authorization):
    """Whose it is and which, never what it is: "Basic ada 1a2b3c4d", "Bearer anonymous ..."."""
    if not authorization:
        return None
    scheme, _, value = authorization.partition(" ")
    try:
        if scheme == "Basic":
            owner = base64.b64decode(value).decode().partition(":")[0]
        else:  # a JWT names it
            claims = value.split(".")[1]
            owner = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["sub"]
    except (ValueError, LookupError):
        owner = "?"
    return f"{scheme} {owner or 'anonymous'} {hashlib.sha256(value.encode()).hexdigest()[:8]}"


class Answer:
    def __init__(self, status, headers, pieces=()):
        self.status, self.headers, self.pieces = status, email.message.Message(), iter(pieces)
        for name, value in headers:
            self.headers[name] = value

    def set(self, name, value):
        """Nothing takes it away."""
        del self.headers[name]
        if value:
            self.headers[name] = value

    def change(self, change):
        """The body becomes what change(body) gives, and the length is right."""
        body = change(b"".join(self.pieces))
        self.pieces = iter([body])
        self.set("Content-Length", str(len(body)))


class Exchange(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    numbers = itertools.count()
    lock = threading.Lock()
    upstream = None

    def handle(self):
        # A TLS greeting on the plain port: docker-registry hangs up too.
        plain = not isinstance(self.connection, ssl.SSLSocket)
        try:
            if not (plain and self.connection.recv(1, socket.MSG_PEEK) == b"\x16"):
                super().handle()
        finally:
            self.hang_up()

    def begin(self):
        """target is the path with its query, also of a request in absolute form."""
        url = urllib.parse.urlsplit(self.path)
        self.path, self.target = url.path, url.path + ("?" + url.query if url.query else "")
        self.at, self.id, self.fault = self.server.name, next(self.numbers), None
        self.chunked = self.headers.get("Transfer-Encoding", "").lower() == "chunked"
        self.body_left = int(self.headers.get("Content-Length") or 0)

    # ---- records ----

    def append(self, name, **values):
        with self.lock, open(self.server.proxy.folder / name, "a", encoding="utf-8") as file:
            print(json.dumps({**values, "time": round(time.monotonic(), 6)}), file=file)

    def joined(self, name):
        """A header that may stand there several times, as skopeo's Accept does."""
        return ", ".join(self.headers.get_all(name, [])) or None

    def record(self, status):
        get = self.headers.get
        self.append("requests", id=self.id, at=self.at, method=self.command, target=self.target,
                    host=get("Host"), credential=credential(get("Authorization")),
                    range=get("Range") or get("Content-Range"), accept=self.joined("Accept"),
                    length=get("Content-Length"), status=status, fault=self.fault)

    def record_body(self, status, sent):
        first = re.search(r"=(\d+)-", self.headers.get("Range") or "")
        self.append("bodies", id=self.id, target=self.target, status=status, sent=sent,
                    first=int(first.group(1)) if first and status == 206 else 0)

    # ---- from the client to the registry ----

    def body_pieces(self, limit=None):
        """The request's body, or its first limit bytes."""
        if self.chunked:
            while size := int(self.rfile.readline().split(b";")[0], 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return
        left = self.body_left if limit is None else limit
        while left and (piece := self.rfile.read(min(PIECE, left))):
            left -= len(piece)
            self.body_left -= len(piece)
            yield piece

    def drain(self):
        """Takes what is left of the request's body."""
        for _ in self.body_pieces():
            pass
        self.chunked = False

    def pass_on(self, target=None, without=(), body_limit=None):
        """This request to the registry, with another target, or a part of the body alone."""
        headers = {name: self.joined(name) or "" for name in self.headers
                   if name.title() not in (*HOP_BY_HOP, *without, "Expect")}
        headers["X-Forwarded-Proto"] = "https" if self.at == "tls" else "http"
        if self.chunked:
            headers["Transfer-Encoding"] = "chunked"
        proxy = self.server.proxy
        place = proxy.upstream if self.at in ("proxy", "tls") else proxy.storage
        self.upstream = self.upstream or http.client.HTTPConnection(place, timeout=60)
        body = self.body_pieces(body_limit) if self.chunked or self.body_left else None
        try:
            self.upstream.request(self.command, target or self.target, body, headers, encode_chunked=self.chunked)
        except OSError:
            self.drain()  # it has answered before it had all of the body

    def ask(self, target=None, without=()):
        """The registry's answer to this request, with another target."""
        self.pass_on(target, without)
        response = self.upstream.getresponse()
        if not response.length and not response.chunked:
            response.read()  # nothing, or the next request would find it unread
        headers = [(name, value) for name, value in response.getheaders() if name.title() not in HOP_BY_HOP]
        return Answer(response.status, headers, iter(lambda: response.read(PIECE), b""))

    def hang_up(self):
        if self.upstream:
            self.upstream.close()
        self.upstream = None

    # ---- and back ----

    def send(self, answer, limit=None, version="HTTP/1.1"):
        """Header and body, or its first limit bytes; chunked where there is no length."""
        has_body = self.command != "HEAD" and answer.status not in (204, 304)
        chunked = has_body and "Content-Length" not in answer.headers and version == "HTTP/1.1"
        if chunked:
            answer.set("Transfer-Encoding", "chunked")
        self.record(answer.status)
        reason = self.responses.get(answer.status, ("-",))[0]
        lines = [f"{version} {answer.status} {reason}"]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        self.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
        if has_body:
            self.send_body(answer, limit, chunked)

    def send_body(self, answer, limit, chunked):
        sent = 0
        try:
            for piece in answer.pieces:
                piece = piece if limit is None else piece[:limit - sent]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked and piece else piece)
                sent += len(piece)
                if sent == limit:
                    self.hang_up()  # the rest is not wanted
                    return
            if chunked:
                self.wfile.write(b"0\r\n\r\n")
        finally:
            self.record_body(answer.status, sent)

    def unread(self):
        """Bytes that the client, on this machine, has not read of what was sent (proc_net_tcp: tx and rx queue)."""
        def end(address):
            return "%s:%04X" % (socket.inet_aton(address[0])[::-1].hex().upper(), address[1])

        ours, theirs = end(self.connection.getsockname()), end(self.connection.getpeername())
        with open("/proc/net/tcp") as connections:
            rows = [row.split() for row in connections]
        queues = {(row[1], row[2]): [int(size, 16) for size in row[4].split(":")] for row in rows[1:]}
        return queues.get((ours, theirs), [0])[0] + queues.get((theirs, ours), [0])[-1]

    def reset(self):
        """The connection ends at once; what is on its way is lost."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())
        self.close_connection = True

    def tunnel(self, place):
        """CONNECT: bytes go both ways until one side has had enough."""
        self.close_connection = True
        self.record(200 if place else 501)
        if not place:
            self.send_error(501)
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with socket.create_connection(place.split(":")) as other:
            ends = {self.connection: other, other: self.connection}
            while True:
                for end in select.select(list(ends), [], [])[0]:
                    data = end.recv(PIECE)
                    if not data:
                        return
                    ends[end].sendall(data)

    def log_message(self, format, *args):  # the records hold what tests need
        pass
