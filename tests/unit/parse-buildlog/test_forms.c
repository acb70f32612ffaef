/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What platforms put before each line, told by its form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prefixes.h"
#include "strbuf.h"

static void add_lines(struct window *w, struct span log)
{
    uint64_t number = 0;

    while (log.len) {
        struct log_line line = {.number = ++number};

        line.text = span_head(log, span_find_byte(log, '\n'));
        window_add_line(w, &line);
        log = span_skip(log, line.text.len + 1);
    }
}

/* All lines as "text", or "track>text". */
static void split_log(const char *log, struct strbuf *out)
{
    CLEANUP(cleanup_window) struct window *w = window_new();
    struct prefixes prefixes = {0};
    struct log_line line = {.place = 0};

    add_lines(w, span_string(log));
    prefixes_look_ahead(&prefixes, w);
    for (bool more = window_at(w, &line); more; more = window_after(w, &line, &line)) {
        struct log_line bare = line;

        prefixes_split(&prefixes, &bare);
        if (bare.track.len)
            strbuf_addf(out, "%.*s>", SPAN_ARG(bare.track));
        strbuf_add_span(out, bare.text);
        strbuf_add_byte(out, '\n');
    }
}

static void check(const char *log, const char *want)
{
    STRBUF_AUTO(got, MIB);

    split_log(log, &got);
    assert_string_equal(got.data, want);
}

/* What is not taken off. */
static void check_kept(const char *log)
{
    check(log, log);
}

#define LINES 12

/* A row of the table each: one line, as it is printed; '$' is the line's number. */
static const struct {
    const char *time; /* what has a file of its own */
    const char *form;
    const char *track;
    int lines;         /* that must have it, one after the other; 0: less of it is another row's */
    bool all;          /* of the first lines */
    const char *other; /* what is not the same as form */
} forms[] = {
    {"", "Mar  1 10:00:$ host docker[7]: ", NULL, 3, false, NULL},
    {"", "<30>Mar 01 10:00:$ host docker[7]: ", NULL, 3, false, NULL},
    {"", "<30>1 2024-03-01T10:00:$Z host docker 7 - - ", NULL, 3, false, NULL},
    {"", "Mar  1 10:00:$ host docker: ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$+0000 ", "host docker[7]: ", NULL, 3, false, NULL},
    {"", "Fri 2024-03-01 10:00:$ UTC host docker[7]: ", NULL, 3, false, NULL},
    {"", "[   12.3456$] host docker[7]: ", NULL, 3, false, NULL},
    {"", "1709287200.3456$ host docker[7]: ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$.123456+00:00 ", "app[web.1]: ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$Z ", "app[148e] iad [info] ", NULL, 3, false, NULL},
    {"", "Mar 1 10:00:$ AM  ", NULL, 3, false, NULL},
    {"[10:00:$.500]", "[Step 1/2] ", NULL, 3, false, NULL},
    {"", "[10:00:$][Step 1/2] ", NULL, 3, false, NULL},
    {"", "[10:00:$]W:\t [Step 1/2] ", NULL, 3, false, NULL},
    {"", "[10:00:$] :\t [Step 1/2] ", NULL, 3, false, NULL},
    {"", "[2024-03-01T10:00:$.500+0000] {pod_manager.py:447} INFO - [base] ", NULL, 0, false, NULL},
    {"", "[2024-03-01 10:00:$,500] {subprocess.py:93} INFO - ", NULL, 3, false, NULL},
    {"[2024-03-01T10:00:$.500Z] ", "{pod_manager.py:447} INFO - [base] ", NULL, 3, false, NULL},
    {"[2024-03-01T10:00:$.500Z] ", "{subprocess.py:93} INFO - ", NULL, 3, false, NULL},
    {"", "[Web] [2024-03-01 10:00:$] │ ", "Web", 3, false, NULL},
    {"", "[2024-03-01 10:00:$] │ ", NULL, 3, false, NULL},
    {"", "[2024-03-01 10:00:$] ", NULL, 3, false, NULL},
    {"", "[2024/03/01 10:00:$] ", NULL, 3, false, NULL},
    {"", "[2024-Mar-01 10:00:$.500] ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$.500Z ", "[INFO]: # ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$.500Z ", "[INFO]: ", NULL, 3, false, NULL},
    {"", "INFO[2024-03-01T10:00:$Z] ", NULL, 3, false, NULL},
    {"", "[build:L$:3s] ", "build", 3, false, NULL},
    {"", "[build:$] ", "build", 3, false, NULL},
    {"", "[CI/build]   | ", "CI/build", 3, false, NULL},
    {"", "./web+build | ", "./web+build", 3, false, NULL},
    {"", "7   : [1.$s] | ", NULL, 3, false, NULL},
    {"", "7: [1.$s] ", NULL, 3, false, NULL},
    {"", "[   $s] ", NULL, 3, false, NULL},
    {"", "DEBUG util.py:444:  ", NULL, 3, false, NULL},
    {"2024-03-01T10:00:$Z ", "| ubuntu-jammy | ", NULL, 3, true, NULL},
    {"", "[ INFO    ]: 10:00:$ | ", NULL, 3, false, NULL},
    {"", "module.a.null_resource.b[\"c\"] (local-exec): ", NULL, 3, false, NULL},
    {"", "aws_instance.b (remote-exec): ", NULL, 3, false, NULL},
    {"", "[10.0.0.4] out: ", NULL, 3, false, NULL},
    {"", " DEBUG [8a1b2c3d] \t", NULL, 3, false, NULL},
    {"", "INFO:root:", NULL, 3, false, NULL},
    {"10:00:$ ", "INFO     ", NULL, 3, true, NULL},
    {"10:00:$ ", "INFO  ", NULL, 3, true, NULL},
    {"10:00:$ ", "INFO ", NULL, 3, true, NULL},
    {"", "stdout: ", NULL, 3, false, NULL},
    {"", "[stderr] ", NULL, 3, false, NULL},
    {"", "build-x2x4k-2719023146: ", "build-x2x4k-2719023146", 3, false, NULL},
    {"", "build-7cdd9-x2x4k main ", "build-7cdd9-x2x4k", 3, false, NULL},
    {"2024-03-01T10:00:$.500000+00:00 ", "build/0a1b2c3d-1234 ", "build/0a1b2c3d-1234", 4, false,
     "build/0a1b2c3d-4321 "},
    {"", "@acme/web: ", "@acme/web", 4, false, NULL},
    {"", "hello> ", "hello", 6, false, "world> "},
    {"", "web │ ", "web", 3, false, "api │ "},
    {"", "0|web  | ", NULL, 3, true, NULL},
    {"10:00:$ ", "web.1  | ", NULL, 3, false, NULL},
    {"", "web.1.x2x4k@node-1    | ", "web.1.x2x4k@node-1", 4, false, NULL},
    {"", "[Linux build] ", "Linux build", 6, false, "[Windows build] "},
    {"", "[0] ", NULL, 4, true, NULL},
    {"", "[00:01:$] ", NULL, 10, true, NULL},
    {"", "Mar 01 10:00:$ ", NULL, 4, true, NULL},
    {"", "17092872$.500 ", NULL, 4, true, NULL},
    {"", "$  ", NULL, 4, true, NULL},
    {"", "$\t", NULL, 4, true, NULL},
    {"", "$: ", NULL, 4, true, NULL},
    {"", "$ | ", NULL, 4, true, NULL},
    {"", "$ ", NULL, 4, true, NULL},
    {"", "> ", NULL, 4, true, NULL},
    {"", "  | ", NULL, 4, true, NULL},
    {"", "│ ", NULL, 4, true, NULL},
};

static void add_line(struct strbuf *out, const char *prefix, int number)
{
    for (; *prefix; prefix++) {
        if (*prefix == '$')
            strbuf_addf(out, "%02d", number);
        else
            strbuf_add_byte(out, *prefix);
    }
    strbuf_addf(out, "gcc: error: %c\n", 'a' + number);
}

static void test_every_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(want, MIB);

        for (int n = 1; n <= LINES; n++) {
            STRBUF_AUTO(prefix, KIB);

            strbuf_addf(&prefix, "%s%s", forms[i].time, forms[i].form);
            add_line(&log, prefix.data, n);
            if (forms[i].track)
                strbuf_addf(&want, "%s>", forms[i].track);
            add_line(&want, "", n);
        }
        check(log.data, want.data);
    }
}

/* One line fewer than the row asks for, or one of all that has it not. */
static void test_too_few(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        int with = forms[i].all ? LINES : forms[i].lines - 1;
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(want, MIB);

        for (int n = 1; n <= with + 1; n++) {
            STRBUF_AUTO(prefix, KIB);

            if (n <= with)
                strbuf_addf(&prefix, "%s%s", forms[i].time, forms[i].form);
            add_line(&log, prefix.data, n);
            add_line(&want, n <= with ? forms[i].form : "", n);
        }
        if (forms[i].lines)
            check(log.data, want.data);
    }
}

/* Fewer lines than a row asks of all. */
static void test_too_short(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(want, MIB);

        for (int n = 1; forms[i].all && n < forms[i].lines; n++) {
            STRBUF_AUTO(prefix, KIB);

            strbuf_addf(&prefix, "%s%s", forms[i].time, forms[i].form);
            add_line(&log, prefix.data, n);
            add_line(&want, forms[i].form, n);
        }
        check(log.data, want.data);
    }
}

static void test_same_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(want, MIB);

        for (int n = 1; forms[i].other && n <= LINES; n++) {
            const char *form = n % 2 ? forms[i].form : forms[i].other;
            STRBUF_AUTO(prefix, KIB);

            strbuf_addf(&prefix, "%s%s", forms[i].time, form);
            add_line(&log, prefix.data, n);
            add_line(&want, form, n);
        }
        check(log.data, want.data);
    }
}

static void test_what_tools_begin_lines_with(void **state)
{
    (void)state;
    check_kept("x86_64-linux-gnu-gcc-12: error: a\nx86_64-linux-gnu-gcc-12: error: b\n");
    check_kept("[1/4] CC a.o\n[2/4] CC b.o\n[3/4] CC c.o\n[4/4] LINK a\n");
    check_kept("[ 25%] Building C object a.o\n[ 50%] Building C object b.o\n[100%] Linking a\n");
    check_kept("Get:1 http://deb.debian.org a\nGet:2 http://deb.debian.org b\n"
               "Get:3 http://deb.debian.org c\nGet:4 http://deb.debian.org d\n");
    check_kept("ok 1 - a\nok 2 - b\nok 3 - c\nnot ok 4 - d\n");
    check_kept("> Task :a\n> Task :b\n> Task :c\n> Task :d FAILED\n");
    check_kept("[INFO] a\n[INFO] b\n[INFO] c\n[INFO] d\n[INFO] e\n[INFO] f\n[INFO] g\n[INFO] h\n"
               "[ERROR] i\n");
    check_kept("[Error] a\n[Error] b\n[Error] c\n[Error] d\n[Error] e\n[Error] f\n");
    check(
        "10:00:01 make[1]: a\n10:00:02 make[2]: b\n10:00:03 make[2]: c\n10:00:04 error[E0425]: d\n",
        "make[1]: a\nmake[2]: b\nmake[2]: c\nerror[E0425]: d\n");
    check("10:00:01 INFO | a\n10:00:02 INFO | b\n10:00:03 ERROR | c\n10:00:04 1 | d\n",
          "INFO | a\nINFO | b\nERROR | c\n1 | d\n");
    check("10:00:01 | id | a\n10:00:02 | 2 | b\n10:00:03 | 3 | c\n10:00:04 (2 rows)\n",
          "| id | a\n| 2 | b\n| 3 | c\n(2 rows)\n");
    check_kept("user | a\nuser | b\nuser | c\nuser | d\nuser | e\n");
    check_kept("1.5 a\n1.6 b\n1.7 c\n1.8 d\n1.9 e\n");
    check_kept(
        "src/a.js: line 1, col 2, a\nsrc/a.js: line 2, col 2, b\nsrc/a.js: line 3, col 2, c\n"
        "src/a.js: line 4, col 2, d\n");
    check_kept("npm: a\nnpm: b\nnpm: c\nnpm: d\nnpm: e\nnpm: f\nnpm: g\n");
    check_kept("area 6\n0: ((FLET F))\n1: (VOLUME)\n2: (LOAD)\n3: (MAIN)\n4: (START)\n");
    check_kept("Installing a\n  | a\n  | b\n  | c\n  | d\n  | e\n  | f\n  | g\n  | h\n");
    check_kept("1 file\n5 files\n9 files\n12 files\n14 files\n");
}

/* Lines that lack the prefix stay what they are; what is learned needs several lines. */
static void test_other_lines(void **state)
{
    (void)state;
    check("-- Logs begin --\nMar  1 10:00:00 host docker[7]: a\nMar  1 10:00:00 host docker[7]: b\n"
          "Mar  1 10:00:01 host docker[7]: c\nplain: d\nMar  1 10:00:01 host docker[7]: e\n",
          "-- Logs begin --\na\nb\nc\nplain: d\ne\n");
    check("[build:0] a\n[build:1] b\n[build:2]\n2024/03/01 build : exit code 1\n",
          "build>a\nbuild>b\nbuild>\n2024/03/01 build : exit code 1\n");
    check_kept("[build:3] a\nb\n");
    check_kept("1\nok\n2\nok\n3\nok\n4\nok\n  1 failing\n  a\n  b\n  c\n");
    check_kept("running\nMar  1 10:00:00 host job[7]: Finished: FAILURE\nok 1\nPASS\n");
    check("a\nb\nc\nd\ne\nf\ng\nh\n[10:00:00][Step 1/1] x\n[10:00:00][Step 1/1] y\n[10:00:01][Step "
          "1/1] z\n",
          "a\nb\nc\nd\ne\nf\ng\nh\nx\ny\nz\n");
    check_kept("a\nb\nc\nd\ne\nf\ng\nMar  1 10:00:00 host job[7]: Finished: FAILURE\n"
               "Mar  1 10:00:01 host job[7]: x\nMar  1 10:00:02 host job[7]: y\n");
    check_kept("[build:3] a\n[build:3] b\n[build:3] c\n");
    check("         web │ Step 1/2 : FROM a\n         web │ Step 2/2 : RUN b\n         web │ c\n"
          "         api │ d\n",
          "web>Step 1/2 : FROM a\nweb>Step 2/2 : RUN b\nweb>c\napi>d\n");
    check("ci-x2x4k-2719023146: a\nci-x2x4k-2719023146: b\nci-x2x4k-2719023146: c\n"
          "ci-x2x4k-1119023146: d\nci-x2: e\n",
          "ci-x2x4k-2719023146>a\nci-x2x4k-2719023146>b\nci-x2x4k-2719023146>c\n"
          "ci-x2x4k-1119023146>d\nci-x2: e\n");
}

/* BuildKit's are inside, and others may be outside. */
static void test_forms_among_other_prefixes(void **state)
{
    (void)state;
    check("Mar  1 10:00:00 host job[7]: #7 [2/3] RUN a\nMar  1 10:00:01 host job[7]: #7 1.5 b\n",
          "[2/3] RUN a\nb\n");
    check("2024-03-01T10:00:00Z 0|web  | a\n2024-03-01T10:00:00Z 0|web  | b\n"
          "2024-03-01T10:00:00Z 0|web  | c\n",
          "a\nb\nc\n");
}

static void test_numbers_of_a_page(void **state)
{
    (void)state;
    check("Step 1/2 : FROM a\n131\n   ---> b\n132\n  Step 2/2 : RUN c\n133\nd\n134\n  12\n",
          "Step 1/2 : FROM a\n\n ---> b\n\nStep 2/2 : RUN c\n\nd\n\n12\n");
    check("1\na\n2\nb\n3\n\n4\n  c\n", "\na\n\nb\n\n\n\nc\n");
    check_kept("1\na\n2\nb\n3\nc\n");
    check_kept("a\n12\nb\n14\nc\n16\nd\n18\ne\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_form),
        cmocka_unit_test(test_too_few),
        cmocka_unit_test(test_too_short),
        cmocka_unit_test(test_same_text),
        cmocka_unit_test(test_what_tools_begin_lines_with),
        cmocka_unit_test(test_other_lines),
        cmocka_unit_test(test_forms_among_other_prefixes),
        cmocka_unit_test(test_numbers_of_a_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
