#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# README.md's examples print what it says.

load ../lib/helpers

@test "every example of README.md prints what stands below it" {
    cd "$BATS_TEST_TMPDIR"
    cp -r "$TESTDATA" testdata
    /usr/bin/python3 - "$ROOT/README.md" <<'EOF'
import re, subprocess, sys

examples = re.findall(r"^```\n(\$ .*?)^```", open(sys.argv[1]).read(), re.M | re.S)
assert len(examples) >= 5
for example in examples:
    lines = example.splitlines()
    command, said = [], []
    for line in lines:
        if line.startswith("$ "):
            command.append(line[2:])
        elif command[-1].endswith("|"):
            command[-1] += line
        else:
            said.append(line)
    printed = subprocess.run(["bash", "-euo", "pipefail", "-c", "\n".join(command)],
                             check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines()
    if said[-1] == "...":
        said.pop()
        del printed[len(said):]
    assert printed == said, (command, printed, said)
EOF
}
