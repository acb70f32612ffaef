#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""registry.py DIR LAYOUT: a registry that misbehaves on command, on free loopback ports.

Every repository holds the image of LAYOUT whose tag is asked for; the last part of the
repository's name says what goes wrong (the methods below, "-" for "_"; any other name: nothing).
Repositories "auth/..." want a bearer token first.  Ports are written to DIR/registry.port,
DIR/other.port (blobs after a redirect) and, when DIR/tls.crt and DIR/tls.key are there,
DIR/tls.port (the same over TLS).  DIR/log has one line a request:
PORT-NAME PATH-AND-QUERY AUTHORIZATION|- STATUS.  As a proxy it answers for every host.
"""
import collections
import hashlib
import http.server
import json
import pathlib
import re
import socket
import ssl
import sys
import threading
import urllib.parse

DIR, LAYOUT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
TOO_MANY = {"errors": [{"code": "TOOMANYREQUESTS", "message": "slow\ndown"}]}
DENIED = {"errors": [{"code": "DENIED", "message": "requested access to the resource is denied"}]}
OCI = "application/vnd.oci.image."
ports, seen, tokens = {}, collections.Counter(), collections.Counter()
lock = threading.Lock()


def blob(digest):
    return (LAYOUT / "blobs" / digest.replace(":", "/")).read_bytes()


def manifest_digest(tag):
    for entry in json.loads((LAYOUT / "index.json").read_text())["manifests"]:
        if entry.get("annotations", {}).get("org.opencontainers.image.ref.name") == tag:
            return entry["digest"]
    return None


def index_of(digest, size):
    entry = {"mediaType": OCI + "index.v1+json", "digest": digest, "size": size}
    return json.dumps({"schemaVersion": 2, "mediaType": OCI + "index.v1+json", "manifests": [entry]}).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle(self):
        # A TLS greeting on the plain port: docker-registry hangs up too.
        if not isinstance(self.connection, ssl.SSLSocket):
            if self.connection.recv(1, socket.MSG_PEEK) == b"\x16":
                return
        super().handle()

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        self.place = url.path
        match = re.fullmatch(r"/v2/(.+)/(manifests|blobs)/([^/]+)", url.path)
        self.query = urllib.parse.parse_qs(url.query)
        if url.path == "/token":
            self.token()
        elif url.path == "/v2/":
            self.challenge("http://{}/token")
        elif not match:
            self.error(404, {"errors": [{"code": "NAME_UNKNOWN", "message": "no such place"}]})
        else:
            self.repository, self.kind, self.name = match.groups()
            self.serve(self.repository.rpartition("/")[2].replace("-", "_"))

    def serve(self, what):
        if self.server.name == "other":
            self.whole()
        elif self.repository.startswith("auth/") and not self.has_token():
            self.challenge("/token?account=nobody")
        else:
            getattr(self, "go_" + what, self.whole)()

    # ---- answers ----

    def reply(self, status, body=b"", **headers):
        with lock, open(DIR / "log", "a", encoding="utf-8") as log:
            print(self.server.name, self.path, self.headers.get("Authorization", "-"), status, file=log)
        self.send_response(status)
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def error(self, status, value, **headers):
        self.reply(status, json.dumps(value).encode(), Content_Type="application/json", **headers)

    def challenge(self, realm):
        realm = realm.format(self.headers["Host"])
        self.error(401, DENIED, WWW_Authenticate=f'Negotiate, bearer realm="{realm}",service="fake"')

    def document(self):
        """The bytes of what is asked for, and its digest; None when there is no such thing."""
        digest = self.name if ":" in self.name else manifest_digest(self.name)
        if not digest or not (LAYOUT / "blobs" / digest.replace(":", "/")).exists():
            return None, None
        return blob(digest), digest

    def whole(self, **headers):
        body, digest = self.document()
        if body is None:
            self.error(404, {"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]})
            return
        if self.kind == "manifests":
            headers.setdefault("Content_Type", OCI + "manifest.v1+json; charset=utf-8")
            headers.setdefault("Docker_Content_Digest", digest)
        self.reply(200, body, **headers)

    def manifest(self, body, media_type=OCI + "index.v1+json"):
        self.reply(200, body, Content_Type=media_type)

    # ---- tokens ----

    def token(self):
        name = self.query["scope"][0].split(":")[1]
        if name == "auth/no-token":
            self.error(403, {"details": "nobody is let in"})
            return
        tokens[name] += 1
        self.error(200, {"access_token": f"{name}#{tokens[name]}", "expires_in": 1})

    def has_token(self):
        wanted = f"Bearer {self.repository}#{tokens[self.repository]}"
        fits = self.headers.get("Authorization") == wanted and self.repository != "auth/denied"
        if fits and self.repository == "auth/one-use":
            tokens[self.repository] += 1
        return fits

    # ---- what goes wrong, by the repository's name ----

    def is_layer(self):
        return self.kind == "blobs" and len(self.document()[0]) > 4096

    def go_redirect(self):
        port = ports["other"]
        if self.kind == "blobs":
            self.reply(307, Location=f"http://127.0.0.1:{port}{self.place}?signature=secret")
        else:
            self.whole()

    def go_loop(self):
        self.reply(302, Location=self.path)

    def go_nowhere(self):
        self.reply(302)

    def go_to_metadata(self):
        self.reply(302, Location="http://169.254.169.254/latest")

    def go_to_loopback(self):
        self.reply(302, Location=f"http://0x7f.1:{ports['other']}{self.place}")

    def go_to_file(self):
        self.reply(302, Location="file:///etc/hostname")

    def go_to_http(self):
        self.reply(302, Location=f"http://127.0.0.1:{ports['other']}{self.place}")

    def go_short(self):
        if self.is_layer():
            body = self.document()[0]
            self.reply(200, body[:-100], Content_Length=str(len(body)))
            self.close_connection = True
        else:
            self.whole()

    def go_short_layer_once(self):
        """Each layer ends early the first time."""
        first = self.is_layer() and not seen[self.path]
        seen[self.path] += 1
        if first:
            self.go_short()
        else:
            self.whole()

    def go_short_once(self):
        """A config that ends early the first time."""
        body = self.document()[0]
        first = self.kind == "blobs" and not self.is_layer() and not seen[self.path]
        seen[self.path] += 1
        if first:
            self.reply(200, body[:10], Content_Length=str(len(body)))
            self.close_connection = True
        else:
            self.whole()

    def go_wrong(self):
        if self.is_layer():
            body = self.document()[0]
            self.reply(200, body[:-1] + bytes([body[-1] ^ 1]))
        else:
            self.whole()

    def go_wrong_config(self):
        if self.kind == "blobs":
            self.reply(200, self.document()[0].replace(b"linux", b"minix"))
        else:
            self.whole()

    def go_wrong_manifest(self):
        self.manifest(self.document()[0] + b"\n", OCI + "manifest.v1+json")

    def go_wrong_header(self):
        self.whole(Docker_Content_Digest="sha256:" + "0" * 64)

    def go_odd_header(self):
        self.whole(Docker_Content_Digest="sha512:" + "0" * 128, Content_Type="text/plain")

    def go_busy(self):
        seen[self.path] += 1
        if seen[self.path] == 1:
            self.error(429, TOO_MANY, Retry_After="0")
        else:
            self.whole()

    def go_down(self):
        self.error(503, {"errors": [{"code": "UNAVAILABLE", "message": "token=sup3rs3cret1"}]}, Retry_After="0")

    def go_later(self):
        self.error(429, TOO_MANY, Retry_After="3600")

    def go_basic(self):
        self.error(401, DENIED, WWW_Authenticate='Basic realm="fake"')

    def go_forbidden(self):
        self.error(403, DENIED)

    def go_realm_metadata(self):
        self.challenge("http://169.254.169.254/token")

    def go_realm_inner(self):
        self.challenge("http://127.0.0.1/token")

    def go_bare_401(self):
        if tokens[self.repository] and self.has_token():
            self.whole()
        else:
            self.error(401, DENIED)

    def go_schema1(self):
        body = {"schemaVersion": 1, "name": "x", "tag": "1", "fsLayers": [], "history": []}
        self.manifest(json.dumps(body).encode(), "application/vnd.docker.distribution.manifest.v1+prettyjws")

    def go_itself(self):
        """Every index refers to another one, made as it is asked for: the digests are right."""
        depth = int(self.name) if self.name.isdigit() else 0
        body = b"{}"
        for _ in range(9 - depth):
            body = index_of("sha256:" + hashlib.sha256(body).hexdigest(), len(body))
            (LAYOUT / "blobs/sha256" / hashlib.sha256(body).hexdigest()).write_bytes(body)
        self.manifest(body if self.name.isdigit() else blob(self.name))

    def go_refers_to_itself(self):
        self.manifest(index_of("sha256:" + "1" * 64, len(index_of("sha256:" + "1" * 64, 100))))

    def go_huge(self):
        self.manifest(b'{"schemaVersion":2,"x":"' + b"x" * (5 << 20) + b'"}')

    def go_no_json(self):
        self.manifest(b"<html>welcome</html>", "text/html")

    def go_huge_header(self):
        self.whole(X_Padding="x" * 60000, X_More="x" * 60000, X_Still="x" * 60000, X_Again="x" * 60000,
                   X_Enough="x" * 60000)

    def log_message(self, format, *args):  # DIR/log holds what tests need
        pass


def serve(name, tls=False):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.name = name
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(DIR / "tls.crt", DIR / "tls.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    ports[name] = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()


serve("other")
if (DIR / "tls.crt").exists():
    serve("tls", tls=True)
serve("registry")
for name, port in ports.items():
    (DIR / (name + ".port.new")).write_text(f"{port}\n")
    (DIR / (name + ".port.new")).rename(DIR / (name + ".port"))
threading.Event().wait()
