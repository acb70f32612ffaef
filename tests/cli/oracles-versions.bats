#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Which of two versions is newer is what the package managers themselves say, of random pairs too.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
}

# agree TYPE COUNT COMMAND...: of the lines "A B" that COMMAND gets it says -1, 0, 1 or ? as we do.
agree() {
    local type=$1 count=$2
    shift 2
    "$ROOT/tests/oracle/version-pairs" "$type" "$count" 7 >pairs
    "$BUILD/tests/oracle/observe-build/compare-versions" "$type" <pairs >ours
    "$@" <pairs >theirs
    [ "$(wc -l <theirs)" = "$count" ]
    grep -q -- -1 theirs
    if ! cmp -s ours theirs; then
        paste -d ' ' pairs theirs ours | awk '$3 != $4 {print $1, $2 ": " $3 ", not " $4}' | head -n 5 >&2
        return 1
    fi
}

dpkg_says() {
    while read -r a b; do
        if dpkg --compare-versions "$a" lt "$b"; then echo -1
        elif dpkg --compare-versions "$a" eq "$b"; then echo 0
        else echo 1; fi
    done
}

@test "deb: dpkg --compare-versions" {
    program_or_skip dpkg
    agree deb 400 dpkg_says
}

rpm_says() {
    cat >lines
    printf 'for l in io.lines("lines") do print(rpm.vercmp(l:match("(%%S+) (%%S+)")).."\\n") end' >compare.lua
    rpm --eval '%{lua:dofile("compare.lua")}' | grep .
}

@test "rpm: rpm.vercmp" {
    program_or_skip rpm
    agree rpm 4000 rpm_says
}

packaging_says() {
    /usr/bin/python3 -c '
import sys
from pip._vendor.packaging.version import InvalidVersion, Version
for line in sys.stdin:
    try:
        a, b = map(Version, line.split())
        print((a > b) - (a < b))
    except InvalidVersion:
        print("?")'
}

@test "pypi: packaging.version, as pip has it" {
    /usr/bin/python3 -c 'import pip._vendor.packaging.version' 2>/dev/null || skip "pip has no packaging"
    agree pypi 20000 packaging_says
}

npm_says() {
    node -e '
const semver = require(process.argv[1] + "/semver")
for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
    const [a, b] = line.split(" ")
    try { console.log(semver.compare(a, b)) } catch (e) { console.log("?") }
}' "$modules"
}

@test "npm: the semver that npm has" {
    program_or_skip node
    for modules in /usr/lib/node_modules/npm/node_modules /usr/share/nodejs; do
        [ ! -d "$modules/semver" ] || break
    done
    [ -d "$modules/semver" ] || skip "npm has no semver here"
    agree npm 20000 npm_says
}

gem_says() {
    ruby -e 'STDIN.each_line do |line|
        a, b = line.split
        puts((Gem::Version.new(a) <=> Gem::Version.new(b)).to_s) rescue puts("?")
    end'
}

@test "gem: Gem::Version" {
    program_or_skip ruby
    agree gem 20000 gem_says
}

maven_says() {
    cat >Compare.java <<'EOF'
import java.io.*;
import org.apache.maven.artifact.versioning.ComparableVersion;

public class Compare {
    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null;) {
            String[] v = line.split(" ");
            System.out.println(Integer.signum(new ComparableVersion(v[0]).compareTo(new ComparableVersion(v[1]))));
        }
    }
}
EOF
    java -cp "$(printf '%s:' /usr/share/java/maven-artifact-3*.jar /usr/share/java/commons-lang3.jar /usr/share/maven/lib/*.jar)" Compare.java
}

@test "maven: ComparableVersion" {
    program_or_skip java
    program_or_skip javac
    compgen -G '/usr/share/*/*/maven-artifact-3*.jar' >/dev/null || compgen -G '/usr/share/java/maven-artifact-3*.jar' >/dev/null ||
        skip "Maven is not here"
    agree maven 20000 maven_says
}

@test "golang: golang.org/x/mod/semver, as the go command has it" {
    program_or_skip go
    vendored=$(go env GOROOT)/src/cmd/vendor/golang.org/x/mod/semver/semver.go
    [ -e "$vendored" ] || skip "go is here without its sources"
    mkdir -p m/semver
    cp "$vendored" m/semver
    printf 'module m\n\ngo 1.19\n' >m/go.mod
    cat >m/main.go <<'EOF'
package main

import (
	"bufio"
	"fmt"
	"m/semver"
	"os"
	"strings"
)

func main() {
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		v := strings.Fields(in.Text())
		if semver.IsValid(v[0]) && semver.IsValid(v[1]) {
			fmt.Println(semver.Compare(v[0], v[1]))
		} else {
			fmt.Println("?")
		}
	}
}
EOF
    (cd m && GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local GOCACHE=$ROOT/build/cache/go go build -o ../go_says .)
    agree golang 20000 ./go_says
}
