#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What Python's zipfile finds in Java archives is what extract-packages lists.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# same_as_zipfile FOLDER: every pom's package in its place; others only of archives without a pom of their own.
same_as_zipfile() {
    local dir=$BATS_TEST_TMPDIR
    "$ROOT/tests/oracle/list-java-packages" "$1" >"$dir/oracle"
    sed -n 's/^pom //p' "$dir/oracle" | LC_ALL=C sort >"$dir/expected"
    sed -n 's/^none //p' "$dir/oracle" | LC_ALL=C sort >"$dir/without-pom"
    "$ROOT/tests/lib/make-image" "$dir/image" latest "$1" >/dev/null
    extract-packages "oci:$dir/image" >"$dir/document"
    jq -r '.result.packages[] | select(.type == "maven") | "\(.name) \(.version) \(.location)"' \
        "$dir/document" | LC_ALL=C sort >"$dir/actual"
    [ -s "$dir/expected" ]
    diff -u "$dir/expected" <(LC_ALL=C comm -12 "$dir/expected" "$dir/actual")
    LC_ALL=C comm -13 "$dir/expected" "$dir/actual" | cut -d' ' -f3- | LC_ALL=C sort -u >"$dir/guessed"
    [ -z "$(LC_ALL=C comm -23 "$dir/guessed" "$dir/without-pom")" ]
}

@test "java: the war, the shaded and the nested jar" {
    program_or_skip /usr/bin/python3
    shared_or_skip data/jars
    mkdir -p "$BATS_TEST_TMPDIR/root/opt"
    cp "$SHARED"/data/jars/{maven.war,hadoop-shaded-guava-1.1.0-SNAPSHOT.jar,nested.jar} "$BATS_TEST_TMPDIR/root/opt"
    same_as_zipfile "$BATS_TEST_TMPDIR/root"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/expected")" = 16 ]
    [ ! -s "$BATS_TEST_TMPDIR/guessed" ]
}

@test "java: the archives of this machine" {
    program_or_skip /usr/bin/python3
    compgen -G '/usr/share/java/*.jar' >/dev/null || skip 'this machine has no jars in /usr/share/java'
    mkdir -p "$BATS_TEST_TMPDIR/root/usr/share"
    cp -a /usr/share/java "$BATS_TEST_TMPDIR/root/usr/share"
    same_as_zipfile "$BATS_TEST_TMPDIR/root"
}

# What mvn dependency:list said when the war was made is what the war plugin named its files after.
@test "java: the dependencies that Maven put into the war" {
    program_or_skip /usr/bin/python3
    shared_or_skip data/jars
    mkdir -p "$BATS_TEST_TMPDIR/root"
    cp "$SHARED/data/jars/maven.war" "$BATS_TEST_TMPDIR/root"
    /usr/bin/python3 -m zipfile -l "$BATS_TEST_TMPDIR/root/maven.war" |
        sed -n 's|^WEB-INF/lib/\([^ ]*\)\.jar .*|\1|p' | LC_ALL=C sort >"$BATS_TEST_TMPDIR/expected"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$BATS_TEST_TMPDIR/root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" |
        jq -r '.result.packages[] | select(.location != "/maven.war") | "\(.name | sub(".*:"; ""))-\(.version)"' |
        LC_ALL=C sort >"$BATS_TEST_TMPDIR/actual"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/expected")" = 7 ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}
