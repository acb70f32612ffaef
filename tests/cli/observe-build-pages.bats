#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The pages of observe-build: whole files in which no text from outside is markup.

load ../lib/helpers
load ../lib/hostile-build

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    hostile_inputs
}

@test "html: the only script and style are ours, by the digests that the policy names" {
    observe --format html >page.html
    python3 - page.html <<'EOF'
import base64, hashlib, re, sys
from html.parser import HTMLParser

text = open(sys.argv[1], encoding="utf-8").read()
OURS = set("html head meta title style body header span h1 h2 h3 dl div dt dd section p small pre b code svg rect "
           "circle form input output table thead tbody tr th td footer script".split())
VOID = {"meta", "input"}
ATTRIBUTES = set("lang charset http-equiv content name class id viewbox preserveaspectratio role aria-label "
                 "aria-hidden x y width height cx cy r hidden type placeholder for".split())


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.inside, self.policy = [], {"script": [], "style": []}, None

    def handle_starttag(self, tag, attributes):
        assert tag in OURS, tag
        for name, _ in attributes:
            assert name in ATTRIBUTES, (tag, name)
        if dict(attributes).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attributes)["content"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if self.open and self.open[-1] in self.inside:
            self.inside[self.open[-1]].append(data)


page = Page()
page.feed(text)
page.close()
assert page.open == [], page.open
assert re.fullmatch(r"default-src 'none'; base-uri 'none'; form-action 'none'; "
                    r"style-src 'sha256-[^']*'; script-src 'sha256-[^']*'", page.policy), page.policy
for kind, pieces in page.inside.items():
    digest = base64.b64encode(hashlib.sha256("".join(pieces).encode()).digest()).decode()
    assert f"{kind}-src 'sha256-{digest}'" in page.policy, kind
assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
EOF
}

@test "html: what the style and the script name is there, and nothing from elsewhere" {
    observe --format html >page.html
    run ! grep -E 'https?://|url\(|@import|fetch\(|innerHTML' "$ROOT"/steps/observe-build/report/report.*
    grep -o '[gG]etElementById("[a-z]*")' "$ROOT/steps/observe-build/report/report.js" | cut -d '"' -f 2 >ids
    [ -s ids ]
    while read -r id; do
        grep -q "id=\"$id\"" page.html
    done <ids
}

@test "html: a build that succeeded has no cause, a log alone no images" {
    jq '.result.outcome = "succeeded" | .result.failure = null' log.json >good.json
    observe-build --log-analysis good.json --format html >page.html
    run ! grep -q 'id="cause"\|id="layers"\|id="packages"' page.html
    grep -q '<span class="badge succeeded">succeeded</span>' page.html
    grep -q 'id="steps"' page.html
}

@test "how long it took, and the files that it added, in words for people" {
    jq '.result.steps[0].seconds = 3725 | .result.steps += [{name: "two", command: "x", status: "succeeded", seconds: 65.4}]' log.json >slow.json
    observe-build --base-analysis base.json --output-analysis output.json --log-analysis slow.json --format html \
        --started 2024-06-01T11:58:00Z --finished 2024-06-01T12:00:03Z >page.html
    grep -qF '<dt>Took</dt><dd>2 min 3' page.html
    grep -qF '<td class="num">1 h 2 min</td>' page.html
    grep -qF '<td class="num">1 min 5' page.html
    grep -qF '<h2>Files<small>3 added, 101 B</small></h2>' page.html
    grep -qF '<td class="mono">all others</td><td class="num">1</td><td class="num">1 B</td>' page.html
    observe --format markdown | grep -qF '### Files: 3 added, 101 B'
    observe --format markdown | grep -qF '| all others | 1 | 1 B |'
}

@test "markdown: no text from outside is markup" {
    observe --format markdown >page.md
    run ! grep -n '<script\|<img\|\](javascript' <(sed '/^    /d; s/\\\\//g; s/\\[][<>()!&*|`]//g' page.md)
    # A row is a row: a line feed in a name makes no other. Two heads, one folder, the others.
    [ "$(grep -c '^| ' page.md)" = "$(($(observe | jq '[.result | (.added, .removed, .changed)[] | length] | add') + 4))" ]
}

@test "pages are no terminal's default but text, go to files, and are refused by their name" {
    observe --format html --output page.html
    grep -q '^<!DOCTYPE html>' page.html
    run_split observe --format pdf
    expect 2 "--format takes json|text|markdown|html"
    status=0
    observe --format html >/dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
}
