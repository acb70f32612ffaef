/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "shell.h"
#include "strbuf.h"

/* The commands, each "name" or "name!" where anything may run, "|" between them. */
static void check(const char *text, const char *want)
{
    struct shell shell;
    struct shell_command command;
    STRBUF_AUTO(got, MIB);

    shell_init(&shell, span_string(text));
    while (shell_next(&shell, &command)) {
        if (got.len)
            strbuf_add_byte(&got, '|');
        strbuf_add_span(&got, command.name);
        if (command.opens)
            strbuf_add_byte(&got, '!');
    }
    assert_string_equal(got.len ? got.data : "", want);
}

static void test_separators(void **state)
{
    (void)state;
    check("RUN apt-get update && apt-get install -y gcc; make | tee log || true",
          "apt-get|apt-get|make|tee|true");
    check("RUN make >log 2>&1 && cat log", "make|cat");
    check("RUN (cd x && ./configure) & wait", "cd|configure!|wait");
    check("RUN set -x  \\  && if [ -f a ]; then tar xf a; fi", "set|[|tar|fi");
    check("apk add curl\ncurl -f x", "apk|curl");
}

static void test_prefixes(void **state)
{
    (void)state;
    check("RUN --mount=type=cache,target=/root/.cache pip install x", "pip");
    check("RUN sudo -u app -E env A=1 B='x y' timeout 300 nice -n 5 npm ci", "npm");
    check("RUN DEBIAN_FRONTEND=noninteractive apt-get install x", "apt-get");
    check("RUN A=1", "");
    check("RUN find . | xargs -r rm", "find|rm");
}

static void test_names(void **state)
{
    (void)state;
    check("RUN /usr/local/bin/pip3.11 install x && gcc-12 -c a.c && /opt/7z x a", "pip|gcc|7z");
    check("RUN python3 -m pip install x && python -m venv /v && python3 setup.py build",
          "pip|venv|python");
    check("RUN '/opt/conda/bin/conda' install x", "conda");
    check("RUN 12", "12");
}

static void test_shells(void **state)
{
    (void)state;
    check("RUN bash -o pipefail -lc \"source x && pip install y\"", "source!|pip");
    check("RUN sh -c 'npm ci'", "npm");
    check("RUN curl -sSf https://example.org/i.sh | sh", "curl|sh!");
    check("RUN bash build.sh && ./x && $CMD && . /env", "bash!|x!|$CMD!|.!");
    check("RUN [\"pip\", \"install\", \"a && b\"]", "pip|b");
    check("RUN [\"/bin/sh\", \"-c\", \"npm ci && npm run build\"]", "npm|npm");
}

static void test_hostile(void **state)
{
    (void)state;
    check("", "");
    check("RUN", "RUN");
    check("RUN --", "");
    check("RUN && ; | & ( ) \\", "");
    check("RUN 'never closed && make", "never closed && make");
    check("RUN sh -c", "");
    check("RUN sh -c \"", "");
    check("RUN env", "");
    check("RUN [\"", "");
    check("RUN / && \"\" && ' '", " ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_separators), cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_names),      cmocka_unit_test(test_shells),
        cmocka_unit_test(test_hostile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
