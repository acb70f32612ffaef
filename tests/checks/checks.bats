#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# A small tree is clean; then one fault is planted, and the check that is for it says so.

bats_require_minimum_version 1.5.0
LICENCE='SPDX-License-Identifier: GPL-3.0-or-later'

setup() {
    checks=$BATS_TEST_DIRNAME
    cd "$BATS_TEST_TMPDIR" || exit
    mkdir -p libcommon/schema steps/one/parts steps/two tests mk build/bin build/release workflows
    cp -r "$checks" tests/checks
    cp "$checks/../../.clang-format" "$checks/../../.shellcheckrc" .
    git init -q .
    echo 1.2.3 >VERSION
    touch Makefile mk/a.mk
    write libcommon/common.h 'int common(void);'
    write libcommon/banned.h '#ifndef BANNED_H' '#define BANNED_H' '#pragma GCC poison strcpy gets' '#endif'
    write libcommon/common.c '#include "common.h"' '' 'int common(void)' '{' '    return 1;' '}'
    write steps/one/part.h 'int part(void);'
    write steps/one/main.c '#include "common.h"' '#include "part.h"'
    write steps/two/two.h 'int two(void);'
    write steps/one/parts/a.h 'int a(void);'
    export BUILD=build/release BIN=build/bin LINT_CFLAGS='-iquote libcommon' LINT_WARNINGS=
}

# write FILE LINE...: with the licence line on top.
write() {
    printf '%s\n' "/* $LICENCE */" "${@:2}" >"$1"
}

# clean NAME; finds NAME REGEX
clean() {
    run "tests/checks/check-$1"
    echo "$output"
    [ "$status" = 0 ]
}
finds() {
    run "tests/checks/check-$1"
    echo "$output"
    [ "$status" != 0 ] && [ "$status" != 77 ] && grep -Eq -e "$2" <<<"$output"
}

@test "layering: directions" {
    clean layering
    write libcommon/common.c '#include "part.h"'
    finds layering "common.c: 'part.h' is neither"
    write libcommon/common.c ''
    write steps/one/part.c '#include "../two/two.h"'
    finds layering 'climbs out'
    write steps/one/part.c '#include "parts/a.h"'
    finds layering 'only parts.c and main.c may'
    mv steps/one/part.c steps/one/parts.c
    clean layering
}

@test "layering: circles and vendors" {
    write steps/one/part.h '#include "other.h"'
    write steps/one/other.h '#include "part.h"'
    finds layering 'in a circle'
    write steps/one/part.h '#include <pcre2.h>'
    finds layering 'in a header'
    write steps/one/part.h '#include <jansson.h>'
    write steps/one/x.c '#include <zstd.h>'
    clean layering
    write libcommon/y.c '#include <zstd.h>'
    finds layering 'zstd.h> in more than one module'
}

@test "format, headers, banned" {
    clean format
    clean headers
    write libcommon/bad.h 'size_t bad(void);'
    finds headers "unknown type name"
    write libcommon/bad.h 'int  bad(void);'
    finds format 'bad.h'
    rm libcommon/bad.h
    mkdir -p build/release/obj/libcommon
    write libcommon/copy.c '#include <string.h>' 'char *f(char *a, char *b);' \
        'char *f(char *a, char *b)' '{' '    return strcpy(a, b);' '}'
    gcc -c -fno-builtin -o build/release/obj/libcommon/copy.o libcommon/copy.c
    finds banned 'copy.c calls a banned function'
}

@test "sizes: function, file, Makefile, main" {
    clean sizes
    body=$(printf '    x++;\n%.0s' {1..60})
    write libcommon/long.c 'int f(int x);' 'int f(int x)' '{' "$body" '    return x;' '}'
    finds sizes 'f\(\) has 6[0-9] lines'
    seq -f '/* %g */' 501 >libcommon/long.c
    finds sizes 'long.c: 501 lines'
    rm libcommon/long.c
    seq -f '# %g' 151 >Makefile
    finds sizes 'Makefile: 151 lines'
    : >Makefile
    seq -f '/* %g */' 101 >steps/one/main.c
    finds sizes 'main.c: 101 lines'
}

@test "manuals: options and their absence" {
    finds manuals 'one has no manual'
    printf '#!/bin/sh\ncase $1 in --help) printf "Options:\\n  -o, --output FILE   x\\n      --deep\\n";; *) echo one 1.2.3;; esac\n' >build/bin/one
    chmod +x build/bin/one
    printf '*-o*, *--output* _FILE_\n\tX.\n\n*--deep*\n\tX, not *--output*.\n' >steps/one/one.1.scd
    clean manuals
    sed -i 's/--deep/--depth/' steps/one/one.1.scd
    finds manuals '^\+--depth'
}

@test "schemas: a kind without one, a wrong one" {
    clean schemas
    write steps/one/main.c 'struct document d = {.analyzer = "one", .kind = "word"};'
    finds schemas "writes 'word' documents"
    schema='{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["metadata", "result"], "properties": {"metadata": {}, "result": {"properties": {"schema": {"properties": {"kind": {"const": "%s"}}}}}}}'
    # shellcheck disable=SC2059 # a template
    printf "$schema" word >steps/one/word.schema.json
    clean schemas
    # shellcheck disable=SC2059
    printf "$schema" verb >steps/one/word.schema.json
    finds schemas "is 'verb', not 'word'"
}

@test "text: paths, markers, licence" {
    clean text
    write steps/one/part.h "/* $(pwd -P)/x */"
    finds text 'a path of this machine'
    write steps/one/part.h '/* TO''DO: later */'
    finds text 'unfinished work'
    write steps/one/part.h 'int f(void); /* NO''LINT(misc-x) */'
    finds text 'without a reason'
    write steps/one/part.h 'int f(void); /* NO''LINT(misc-x): the API wants it */'
    clean text
    echo 'int f(void);' >steps/one/part.h
    finds text 'no SPDX line'
}

@test "shell: a script with an unquoted variable" {
    printf '#!/bin/sh\n# %s\necho $1\n' "$LICENCE" >tests/bad
    finds shell SC2086
}

@test "cppcheck: a division by zero" {
    mkdir -p build/release
    write libcommon/zero.c 'int zero(void);' 'int zero(void)' '{' '    int x = 0;' '    return 1 / x;' '}'
    finds cppcheck zerodiv
}

@test "clang-tidy: findings stay until they are mended" {
    cp "$checks/../../.clang-tidy" .
    write libcommon/tidy.c 'int tidy(const char *s);' 'int tidy(const char *s)' '{' '    if (s)' '        s = 0;' '    return *s;' '}'
    run tests/checks/check-clang-tidy
    [ "$status" != 0 ] && [[ "$output" == *NullDereference* ]]
    run tests/checks/check-clang-tidy
    [ "$status" != 0 ]
}

@test "workflows: an unknown key, a template that is not there, no schema" {
    export BUILD_ANALYSIS_SHARED=$BATS_TEST_TMPDIR/shared
    mkdir -p shared/schema
    run tests/checks/check-workflows
    [ "$status" = 77 ]
    cat >shared/schema/argo-workflows-v0.schema.json <<'END'
{"definitions": {"io.argoproj.workflow.v1alpha1.Workflow": {"type": "object",
  "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "spec": {"type": "object"}}}}}
END
    printf 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  entrypoint: a\n  templates: [{name: a}]\n' >workflows/a.yaml
    clean workflows
    sed -i 's/entrypoint: a/entrypoint: b/' workflows/a.yaml
    finds workflows "no template 'b'"
    echo 'sepc: {}' >>workflows/a.yaml
    finds workflows "'sepc' was unexpected"
}
