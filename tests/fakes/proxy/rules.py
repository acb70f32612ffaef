# SPDX-License-Identifier: GPL-3.0-or-later
"""Which requests go wrong: the lines METHOD|* PATH-REGEX FAULT [KEY=VALUE]... of a file.

Keys of all faults: times=N the first N requests of each path; total=N the first N of all;
after=N not the first N; header=NAME only requests that have it; at=NAME those at this port
(default: proxy and tls); host=HOST those for this host.
"""
import os
import re
import shlex
import threading

ALWAYS = 1 << 62


class Rule:
    def __init__(self, line):
        self.method, path, self.fault, *words = shlex.split(line)
        self.path = re.compile(path)
        self.keys = dict(word.split("=", 1) for word in words)  # the fault's own, in the end
        take = self.keys.pop
        self.times, self.total, self.after = (int(take(*key)) for key in
                                              (("times", ALWAYS), ("total", ALWAYS), ("after", 0)))
        self.header, self.at, self.host = (take(key, None) for key in ("header", "at", "host"))
        self.seen, self.seen_of = 0, {}

    def matches(self, request):
        return (self.method in ("*", request.command) and self.path.search(request.target)
                and (request.at == self.at if self.at else request.at in ("proxy", "tls"))
                and (not self.header or self.header in request.headers)
                and (not self.host or self.host == request.headers.get("Host")))

    def fits(self, request):
        if not self.matches(request):
            return False
        self.seen += 1
        if not self.after < self.seen <= self.after + self.total:
            return False
        self.seen_of[request.path] = self.seen_of.get(request.path, 0) + 1
        return self.seen_of[request.path] <= self.times


class Rules:
    def __init__(self, file):
        self.file, self.stamp, self.rules = file, None, []
        self.lock = threading.Lock()

    def refresh(self):
        stat = os.stat(self.file) if self.file.exists() else None
        stamp = stat and (stat.st_ino, stat.st_mtime_ns)
        if stamp != self.stamp:
            lines = self.file.read_text().splitlines() if stat else []
            self.rules, self.stamp = [Rule(line) for line in lines if line.strip()], stamp

    def of(self, request):
        """The rules for this request: delays, and the first that is none."""
        found = []
        with self.lock:
            self.refresh()
            for rule in self.rules:
                if rule.fits(request):
                    found.append(rule)
                    if rule.fault != "delay":
                        break
        return found
