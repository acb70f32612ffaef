# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong: fault_NAME(KEYS) answers one request, each value a string from its line.

In values that are headers {proxy}, {tls}, {near} and {far} are places (HOST:PORT), {path} and
{target} (with the query) what was asked for, {} the header's own value.
"""
import pathlib
import select
import time
import urllib.parse
import zlib

from exchange import Exchange, Answer


class Faults(Exchange):
    def any_method(self):
        self.begin()
        if self.at in ("near", "far") and "Authorization" in self.headers:
            self.fault_status("400", "Only one auth mechanism allowed")
            return
        for rule in self.server.proxy.rules.of(self):
            self.fault = rule.fault
            getattr(self, "fault_" + rule.fault.replace("-", "_"))(**rule.keys)
            if rule.fault != "delay":
                return
        self.send(self.ask())

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = any_method

    def do_CONNECT(self):
        self.begin()
        self.target = self.headers.get("Host", "")
        self.tunnel(self.server.proxy.places.get("tls"))

    def fill(self, text, own=None):
        return text.format(own or "", **self.server.proxy.places, path=self.path, target=self.target)

    # ---- instead of the registry ----

    def fault_delay(self, seconds):
        time.sleep(float(seconds))

    def fault_status(self, code, message="as told", text=None, **headers):
        """Without asking: an error with this message, or the text."""
        self.drain()
        answer = Answer(int(code), [(name, self.fill(value)) for name, value in headers.items()])
        answer.set("Content-Type", answer.headers["Content-Type"] or "application/json")
        if text is None:
            text = '{"errors":[{"code":"FAULT","message":"%s"}]}\n' % message
        answer.change(lambda _: text.encode())
        self.send(answer)

    def fault_redirect(self, to, code="307"):
        self.fault_status(code, Location=to)

    def fault_drop(self):
        """No answer at all."""
        self.record(0)
        self.reset()

    def fault_expire(self):
        """The credential is no longer good: the registry's own challenge."""
        self.drain()
        self.send(self.ask(without=("Authorization", "Content-Length")))

    # ---- headers ----

    def fault_header(self, **headers):
        """Sets some of the answer's; an empty value takes one away."""
        answer = self.ask()
        for name, value in headers.items():
            answer.set(name, self.fill(value, answer.headers[name]))
        self.send(answer)

    def fault_relative(self):
        """Location without scheme and host."""
        answer = self.ask()
        url = urllib.parse.urlsplit(answer.headers["Location"])
        answer.set("Location", url.path + ("?" + url.query if url.query else ""))
        self.send(answer)

    def fault_ignore_range(self):
        """200 and all of it."""
        self.send(self.ask(without=("Range",)))

    def fault_chunked(self):
        """No length."""
        answer = self.ask()
        answer.set("Content-Length", None)
        self.send(answer)

    def fault_http10(self):
        """No length: the body ends with the connection."""
        answer = self.ask()
        answer.set("Content-Length", None)
        answer.set("Connection", "close")
        self.send(answer, version="HTTP/1.0")
        self.close_connection = True

    # ---- other bodies, with a length that fits ----

    def change(self, change, **headers):
        answer = self.ask()
        answer.change(change)
        for name, value in headers.items():
            answer.set(name.replace("_", "-"), value)
        self.send(answer)

    def fault_body(self, file=None, text="", padding="0", **headers):
        """The file's bytes, or the text and so many x."""
        body = pathlib.Path(file).read_bytes() if file else text.encode() + b"x" * int(padding)
        self.change(lambda _: body, **{"Docker-Content-Digest": None, **headers})

    def fault_flip(self):
        """The last byte is another one."""
        self.change(lambda body: body[:-1] + bytes([body[-1] ^ 1]))

    def fault_truncate(self, bytes):
        """So many are missing at the end."""
        self.change(lambda body: body[:-int(bytes)])

    def fault_extend(self, bytes):
        """So many are too many."""
        self.change(lambda body: body + b"x" * int(bytes))

    def fault_gzip(self):
        """A Content-Encoding that nobody asked for."""
        packer = zlib.compressobj(wbits=31)
        self.change(lambda body: packer.compress(body) + packer.flush(), Content_Encoding="gzip")

    # ---- bodies that break off ----

    def fault_cut(self, bytes):
        """The connection is closed after so many."""
        self.send(self.ask(), limit=int(bytes))
        self.close_connection = True

    def fault_reset(self, bytes):
        """It is reset after so many."""
        self.send(self.ask(), limit=int(bytes))
        time.sleep(0.05)  # for these to arrive
        self.reset()

    def fault_stall(self, bytes, seconds="3600"):
        """Nothing comes after so many."""
        self.send(self.ask(), limit=int(bytes))
        select.select([self.connection], [], [], float(seconds))
        self.close_connection = True

    def fault_rate(self, bytes):
        """So many a second, and none while 64 KiB of them wait to be read: what is sent is what was read."""
        answer, step = self.ask(), max(int(bytes) // 100, 1)

        def slowly(pieces):
            for piece in pieces:
                for start in range(0, len(piece), step):
                    while self.unread() > 65536:
                        time.sleep(0.01)
                    yield piece[start:start + step]
                    time.sleep(0.01)
        answer.pieces = slowly(answer.pieces)
        self.send(answer)

    # ---- uploads ----

    def fault_cut_upload(self, bytes):
        """The registry gets so many bytes of the body, and the client no answer."""
        is_whole = int(bytes) >= self.body_left
        self.pass_on(body_limit=min(int(bytes), self.body_left))
        if is_whole:
            self.upstream.getresponse()  # it has done what it was asked for
        self.hang_up()
        self.record(0)
        self.reset()

    def fault_refuse_mount(self):
        """An upload is begun instead, as where the other repository may not be read."""
        self.send(self.ask(target=self.path))
