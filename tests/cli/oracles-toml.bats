#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What Python's tomllib makes of TOML is what extract-packages shows of a Pipfile.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

@test "toml: as tomllib reads it" {
    python3 -c 'import tomllib' 2>/dev/null || skip 'needs Python 3.11'
    cd "$BATS_TEST_TMPDIR"
    cat >made.py <<'PYTHON'
# Documents of every kind of key, value and table, at random but always the same, and what they mean.
import datetime, json, random, tomllib

r = random.Random(822)
words = ["a{}", "b-c{}", "{}", '"q r{}"', "'l.m{}'", '"\\u00e9\\t{}"', "x.y{}", "x . 'z z' . w{}"]
values = ["1", "-17", "+0", "1_000", "0xff_FF", "0o17", "0b1_0", "1.5", "-2e3", "6.25e-2", "true", "false",
          "'lit\\eral'", '"esc\\"\\\\\\n\\U0001F600"', '"""\nl1\n"l2" \\\n   l3"""', "'''\nraw\\\n'''",
          '""""quoted""""', "1979-05-27", "07:32:00", "1979-05-27T07:32:00"]


def value(depth=0):
    kind = r.random()
    if kind < 0.15 and depth < 3:
        items = ", ".join(value(depth + 1) for _ in range(r.randrange(4)))
        return "[" + items + r.choice(["]", ", # c\n]" if items else "\n]"])
    if kind < 0.3 and depth < 3:
        return "{" + ", ".join(f"k{i} = {value(depth + 1)}" for i in range(r.randrange(3))) + "}"
    return r.choice(values)


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


for n in range(6):
    lines, last = [], 0
    for t in range(300):
        for i in range(r.randrange(5)):
            key = r.choice(words).format(f"-k{i}")
            lines.append(f"{key}{r.choice(['', ' '])}= {value()} {r.choice(['', '# comment'])}")
        if lines and r.random() < 0.2:
            lines.append(f"[[array{last}]]")
            continue
        last = t
        head = r.choice(words).format(f"-t{t}")
        lines.append(r.choice([f"[top{t}.{head}]", f"[[array{t}]]", f"[ T{t} ] # c"]))
    text = r.choice(["\n", "\r\n"]).join(lines)
    open(f"{n}.toml", "w", newline="").write(text)
    json.dump(plain(tomllib.loads(text)), open(f"{n}.expected", "w"))
PYTHON
    python3 made.py
    cp "$ROOT/tests/fuzz/corpus/fuzz_aicoe_ci/pipfile" pip.toml
    sed -i 's/me:secret@//' pip.toml
    python3 -c 'import json, tomllib; print(json.dumps(tomllib.load(open("pip.toml", "rb")), default=lambda d: d.isoformat().replace("+00:00", "Z")))' >pip.expected
    for file in *.toml; do
        mkdir -p layer/opt/aicoe-ci
        cp "$file" layer/opt/aicoe-ci/Pipfile
        "$ROOT/tests/lib/make-image" image latest layer >/dev/null
        extract-packages oci:image | jq -S '.result."aicoe-ci".requirements' >"${file%.toml}.actual"
        jq -S . "${file%.toml}.expected" | diff - "${file%.toml}.actual"
        [ "$(wc -l <"${file%.toml}.actual")" -gt 20 ]
    done
}
