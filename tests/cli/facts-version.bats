#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What is found in a layer must not change without another FACTS_VERSION (libcommon/layer_cache.h):
# facts that an older version cached would be taken for it.

load ../lib/helpers

@test "facts of known layers are as they were, or FACTS_VERSION is another" {
    known=$ROOT/tests/cli/facts-version.txt
    now=$BATS_TEST_TMPDIR/now
    "$ROOT/tests/lib/list-facts" >"$now"
    if [ "$(head -n 1 "$known")" != "$(head -n 1 "$now")" ]; then
        echo "FACTS_VERSION was raised: tests/lib/list-facts >tests/cli/facts-version.txt"
        return 1
    fi
    join <(tail -n +2 "$known" | sort) <(tail -n +2 "$now" | sort) >"$BATS_TEST_TMPDIR/both"
    [ -s "$BATS_TEST_TMPDIR/both" ] || skip "gzip makes other layers here than where they were listed"
    changed=$(awk '$2 != $3 { print $1 }' "$BATS_TEST_TMPDIR/both" | wc -l)
    if [ "$changed" != 0 ]; then
        echo "the facts of $changed layers are not what they were: what parse() writes changed."
        echo "Raise FACTS_VERSION, make, and tests/lib/list-facts >tests/cli/facts-version.txt"
        return 1
    fi
}
