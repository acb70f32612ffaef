#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docker_daemon.py SOCKET TAR: what fetch-image asks Docker's daemon, on a unix socket.

GET /images/NAME/get is TAR, /images/NAME/json its size; the name says how it misbehaves:
denied:* is 403, busy:* 500, absent:* 404, and cut:* ends in the middle.
"""
import http.server
import json
import pathlib
import socketserver
import sys

STATUS = {"denied": 403, "busy": 500, "absent": 404}


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"

    def address_string(self):
        return "unix"

    def answer(self, status, body, sent=None):
        """The header promises all of body; sent, when given, is what comes."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if sent is None else sent)
        self.close_connection = sent is not None

    def do_GET(self):
        """The two requests there are."""
        name, _, what = self.path.removeprefix("/images/").rpartition("/")
        kind = name.partition(":")[0]
        data = pathlib.Path(sys.argv[2]).read_bytes()
        if kind in STATUS:
            self.answer(STATUS[kind], json.dumps({"message": f"no {name}\x1b[31m here"}).encode())
        elif what == "json":
            self.answer(200, json.dumps({"Size": len(data)}).encode())
        else:
            self.answer(200, data, data[: len(data) // 2] if kind == "cut" else None)


class Server(socketserver.ThreadingUnixStreamServer):
    """Answers any number of connections."""


Server(sys.argv[1], Handler).serve_forever()
