#!/usr/bin/python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""proxy/__main__.py DIR UPSTREAM [STORAGE]: stands before a registry and misbehaves on command.

UPSTREAM is the registry's HOST:PORT, plain HTTP.  The proxy listens on loopback, each port in
DIR/NAME.port:
  proxy  127.0.0.1: where clients go.  It answers for every host, also as the http_proxy or
         https_proxy of a client (CONNECT leads to the port tls whatever is asked for).
  tls    the same over TLS, when DIR/tls.crt and DIR/tls.key are there.
  near   another port of the same host, and
  far    another host, 127.0.0.2 with the port of `proxy`: where redirects go.  Both lead to
         STORAGE (default: UPSTREAM) and answer 400 to any credential, as S3 does.

DIR/faults says what goes wrong; it is read again when it changes, and counts begin anew then:
  METHOD|* PATH-REGEX FAULT [KEY=VALUE]...      one a line, quoted as in a shell
The first line that fits a request decides, but a delay goes on to the next.  faults.py has the
faults with their keys; rules.py the keys that all of them know.

DIR/requests has a JSON line for each request, written before it is answered: {id, at, method,
target, host, credential (whose, and the first digits of its SHA-256), range, accept, length, status, fault, time}.
DIR/bodies has one for each answer's body when it has ended: {id, target, status, first, sent, time}.
"""
import http.server
import pathlib
import ssl
import sys
import threading

from faults import Faults
from rules import Rules


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def __init__(self, proxy, name, host, port, tls=None):
        super().__init__((host, port), Faults)
        self.proxy, self.name = proxy, name
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Proxy:
    """What all connections share; places: HOST:PORT by name."""

    def __init__(self, folder, upstream, storage=None):
        self.folder, self.upstream, self.storage = pathlib.Path(folder), upstream, storage or upstream
        self.rules = Rules(self.folder / "faults")
        self.places = {}

    def serve(self, name, host="127.0.0.1", port=0, tls=None):
        server = Server(self, name, host, port, tls)
        self.places[name] = f"{host}:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server.server_port

    def start(self):
        self.serve("near")
        if (self.folder / "tls.crt").exists():
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(self.folder / "tls.crt", self.folder / "tls.key")
            self.serve("tls", tls=tls)
        self.serve("far", "127.0.0.2", self.serve("proxy"))
        for name, place in self.places.items():
            new = self.folder / (name + ".port.new")
            new.write_text(place.rpartition(":")[2] + "\n")
            new.rename(self.folder / (name + ".port"))


Proxy(*sys.argv[1:]).start()
threading.Event().wait()
