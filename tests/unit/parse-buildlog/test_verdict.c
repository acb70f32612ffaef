/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verdict_run.h"

static void test_ranks(void **state)
{
    (void)state;
    verdict_check(
        "Step 1/1 : RUN ./x\nROOTCAUSE\nWRAPPER\nThe command 'x' returned a non-zero code: 1\n",
        "failed root@2 wrapper@3 step.failed@4");
    verdict_check("Step 1/1 : RUN ./x\nWRAPPER\nThe command 'x' returned a non-zero code: 1\n",
                  "failed wrapper@2 step.failed@3");
    verdict_check(
        "Step 1/1 : RUN ./x\nGENERIC\nROOTCAUSE\nGENERIC\nThe command 'x' returned a non-zero "
        "code: 1\n",
        "failed root@3 generic@4 step.failed@5");
    verdict_check(
        "Step 1/1 : RUN ./x\nROOTCAUSE\nPOLITE\nThe command 'x' returned a non-zero code: 1\n",
        "failed root@2 polite@3 step.failed@4");
    verdict_check("Step 1/1 : RUN ./x\nPOLITE\nThe command 'x' returned a non-zero code: 1\n",
                  "failed polite@2 step.failed@3");
}

static void test_which_of_several(void **state)
{
    (void)state;
    /* A log that was cut in its last line. */
    verdict_check("Step 1/1 : RUN ./x\nROOTCAUSE 1\nThe command './x' returned a non-zero cod",
                  "failed root@2");
    verdict_check("Step 1/1 : RUN ./x\nROOTCAUSE 1\nThe command './x' returned a non-zero sum\n",
                  "unknown root@2");
    verdict_check(
        "Step 1/1 : RUN ./x\nROOTCAUSE 1\nx\nROOTCAUSE 2\nThe command 'x' returned a non-zero "
        "code: 1\n",
        "failed root@4 root@2 step.failed@5");
    verdict_check(
        "Step 1/1 : RUN ./x\nFIRSTCAUSE 1\nx\nFIRSTCAUSE 2\nThe command 'x' returned a non-zero "
        "code: 1\n",
        "failed first@2 step.failed@5");
    /* npm does not begin a script after one that ended all. */
    verdict_check("> a@1.0.0 format\n> x\n\nFIRSTCAUSE 1\n\n> a@1.0.0 lint\n> y\n\nFIRSTCAUSE 2\n"
                  "FIRSTCAUSE 3\n",
                  "failed first@9 first@4");
    verdict_check(
        "2024-01-02T03:04:05.1234567Z > a@1.0.0 format\n2024-01-02T03:04:06.1234567Z FIRSTCAUSE 1\n"
        "2024-01-02T03:04:07.1234567Z > a@1.0.0 lint\n2024-01-02T03:04:08.1234567Z FIRSTCAUSE 2\n"
        "2024-01-02T03:04:09.1234567Z FIRSTCAUSE 3\n",
        "failed first@4 first@2");
    verdict_check(
        "Pending: (expected)\n\nFIRSTCAUSE 1\n\nFailures:\n\nFIRSTCAUSE 2\nFIRSTCAUSE 3\n",
        "failed first@7 first@3");
    verdict_check(
        "Step 1/1 : RUN ./x\nFIRSTCAUSE 1\nx\nFIRSTAGAIN 2\nThe command 'x' returned a non-zero "
        "code: 1\n",
        "failed first@2 first@4 step.failed@5");
    verdict_check(
        "Step 1/1 : RUN ./x\nx\nCHAINLINK 1\n  CHAINLINK 2\n   CHAINLINK 3\nx\nx\nx\nCHAINLINK 4\n"
        "The command 'x' returned a non-zero code: 1\n",
        "failed chain@5 chain@3 step.failed@10");
}

/* The step's own words go before those of the builder, where one rule knows both. */
static void test_builders_word(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN ./x\nKilled\nThe command 'x' returned a non-zero code: 137\n",
                  "failed killed@2");
    verdict_check("Step 1/1 : RUN ./x\nThe command 'x' returned a non-zero code: 137\n",
                  "failed killed@2");
}

/* A script goes on after docker build failed, and what it does then fails for that. */
static void test_what_comes_after_the_builder(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN ./x\nROOTCAUSE\nThe command 'x' returned a non-zero code: 1\n"
                  "$ ./try-it\nOLDBASE\n",
                  "failed root@2 old.base@5 step.failed@3");
    verdict_check("Step 1/1 : RUN ./x\nThe command 'x' returned a non-zero code: 1\nROOTCAUSE\n",
                  "failed root@3 step.failed@2");
    /* what docker push says then is a builder's word of failure, too */
    verdict_check("Step 1/1 : RUN ./x\nROOTCAUSE\nThe command 'x' returned a non-zero code: 1\n"
                  "REFUSED\n",
                  "failed root@2 refused@4 step.failed@3");
}

/* Copied from a page with the newest line on top, a log is read from below. */
static void test_newest_line_first(void **state)
{
    (void)state;
    verdict_check("ERROR: build step 0 \"a\" failed: step exited with non-zero status: 1\nERROR\n"
                  "ROOTCAUSE 2\nStep 2/2 : COPY a b\nROOTCAUSE 1\nStep 1/2 : FROM c\n",
                  "failed root@3");
    verdict_check("x\nERROR: build step 0 \"a\" failed: step exited with non-zero status: 1\n"
                  "ROOTCAUSE 2\nStep 1/2 : FROM c\n",
                  "unknown");
}

/* What BuildKit repeats at its end is new where the log begins within the step, and is not elsewhere. */
static void test_repeated_lines(void **state)
{
    (void)state;
    verdict_check(
        "#5 2.1 text\n#5 ERROR: process \"x\" did not complete successfully: exit code: 1\n------\n"
        " > [1/2] RUN x:\n2.0 ROOTCAUSE\n2.1 text\n------\n",
        "failed root@5");
    verdict_check("#5 [1/2] RUN x\n#5 2.0 ROOTCAUSE\n"
                  "#5 ERROR: process \"x\" did not complete successfully: exit code: 1\n------\n"
                  " > [1/2] RUN x:\n2.0 ROOTCAUSE\n------\n",
                  "failed root@2");
}

/* A line of the step's own program goes before the builder's word, whatever it sounds like. */
static void test_programs_own_words(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN cd x && paperjam -j\nhello\npaperjam: x.pj:8: what is this\nbye\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed unclassified@3 step.failed@5");
    verdict_check("Step 1/1 : RUN paperjam get\npaperjam get .: not here\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed unclassified@2 step.failed@3");
    verdict_check("Step 1/1 : RUN paperjam\nother: x\npaperjam\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed step.failed@4");
}

/* make says that the builder failed: that is no cause. */
static void test_callers_word(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN ./x\nerror: paper\nThe command 'x' returned a non-zero code: 1\n"
                  "WRAPPER\n",
                  "failed unclassified@2 wrapper@4 step.failed@3");
    verdict_check("Step 1/1 : RUN ./x\nerror: paper\nWRAPPER\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed wrapper@3 step.failed@4");
}

static void test_tools(void **state)
{
    (void)state;
    verdict_check(
        "Step 1/1 : RUN dnf install -y x\nNOTHING provides x\nWRAPPER\nThe command 'x' returned "
        "a non-zero code: 1\n",
        "failed wrapper@3 conda@2 step.failed@4");
    verdict_check("Step 1/1 : RUN mamba install -y x\nNOTHING provides x\nWRAPPER\nThe command 'x' "
                  "returned a non-zero code: 1\n",
                  "failed conda@2 wrapper@3 step.failed@4");
    verdict_check(
        "Step 1/1 : RUN ./x\nNOTHING provides x\nWRAPPER\nThe command 'x' returned a non-zero "
        "code: 1\n",
        "failed conda@2 wrapper@3 step.failed@4");
    /* Its output shows what the command hides. */
    verdict_check("Step 1/1 : RUN dnf install -y x\nSolving environment: ...\nNOTHING provides "
                  "x\nThe command 'x' returned a non-zero code: 1\n",
                  "failed conda@3 step.failed@4");
    /* Rather than nothing. */
    verdict_check("Step 1/1 : RUN dnf install -y x\nNOTHING provides x\nThe command 'x' returned a "
                  "non-zero code: 1\n",
                  "failed conda@2 step.failed@3");
    verdict_check("NOTHING provides x\n", "failed conda@1");
}

static void test_silent_steps(void **state)
{
    (void)state;
    verdict_check(
        "Step 1/1 : RUN a && curl -sf https://example.org/x\nThe command 'x' returned a non-zero "
        "code: 22\n",
        "failed silent@2 step.failed@2");
    verdict_check(
        "Step 1/1 : RUN set -x; wget -q y\n+ wget -q y\nx\nThe command 'x' returned a non-zero "
        "code: 8\n",
        "failed silent@2 step.failed@4");
    verdict_check("Step 1/1 : RUN a && curl -sf x\nThe command 'x' returned a non-zero code: 3\n",
                  "failed step.failed@2");
    verdict_check(
        "Step 1/1 : RUN a && curl -sf x\nerror: no x\nThe command 'x' returned a non-zero code: "
        "22\n",
        "failed silent@2 step.failed@3");
    /* A runner of tests prints, in words that no rule knows. */
    verdict_check(
        "Step 1/1 : RUN behave\none thing has failed\nThe command 'x' returned a non-zero code: "
        "1\n",
        "failed runner@2 step.failed@3");
    verdict_check("Step 1/1 : RUN a; poetry run -q behave x\nhere: odd\nThe command 'x' returned a "
                  "non-zero code: 1\n",
                  "failed runner@2 step.failed@3");
    verdict_check(
        "Step 1/1 : RUN npx a behave\nhere: odd\nThe command 'x' returned a non-zero code: 1\n",
        "failed step.failed@3");
    verdict_check(
        "Step 1/1 : RUN a && curl -sf x\nROOTCAUSE\nThe command 'x' returned a non-zero code: 22\n",
        "failed root@2 step.failed@3");
}

/* Rather than the builder's word: what the step's own program says, in whatever words. */
static void test_word_of_the_program(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN a && kiln fire\nkiln: 'glaze' expects no argument\ntidied\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed unclassified@2 step.failed@4");
    verdict_check("Step 1/1 : RUN kiln fire\nkiln: 'glaze' expects no argument\nerror: cold\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed unclassified@3 step.failed@4");
    verdict_check("Step 1/1 : RUN kiln fire\npotter: 'glaze' expects no argument\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed step.failed@3");
}

/* Nor does prose have them: what a step says last is why it ends, unless its command holds it, or a tool is done. */
static void test_last_word_of_a_step(void **state)
{
    (void)state;
    verdict_check("Step 1/1 : RUN ./x\nThis script is meant for the other image.\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed unclassified@2 step.failed@3");
    verdict_check("Step 1/1 : RUN ./x\ntidied up\nThe command 'x' returned a non-zero code: 1\n",
                  "failed step.failed@3");
    verdict_check("Step 1/1 : RUN echo \"now all that is left follows\" && ./x\n"
                  "now all that is left follows\nThe command 'x' returned a non-zero code: 1\n",
                  "failed step.failed@3");
    verdict_check("Step 1/1 : RUN ./x\nSuccessfully installed a b c d e\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed step.failed@3");
}

/* The status counts where the builder's word is all there is of the step, too. */
static void test_silent_without_its_step(void **state)
{
    (void)state;
    verdict_check("The command '/bin/sh -c a && curl -sf x' returned a non-zero code: 22\n",
                  "failed silent@1 step.failed@1");
    verdict_check("error: no x\nThe command '/bin/sh -c curl -sf x' returned a non-zero code: 22\n",
                  "failed silent@1 step.failed@2");
    verdict_check("The command '/bin/sh -c curl -sf x' returned a non-zero code: 3\n",
                  "failed step.failed@1");
}

static void test_earlier_steps(void **state)
{
    (void)state;
    verdict_check("Step 1/2 : RUN get setup.php\nROOTCAUSE\nStep 2/2 : RUN x\nMISSING "
                  "a/setup.php\nThe command 'x' returned a non-zero code: 1\n",
                  "failed root@2 gone@4 step.failed@5");
    verdict_check("Step 1/2 : RUN get other.php\nROOTCAUSE\nStep 2/2 : RUN x\nMISSING "
                  "a/setup.php\nThe command 'x' returned a non-zero code: 1\n",
                  "failed gone@4 step.failed@5");
    verdict_check(
        "Step 1/2 : RUN get setup.php\nx\nStep 2/2 : RUN x\nMISSING a/setup.php\nThe command 'x' "
        "returned a non-zero code: 1\n",
        "failed gone@4 step.failed@5");
    /* The want itself was seen before, too; the cause writes the name otherwise. */
    verdict_check(
        "Step 1/2 : RUN get; use\nROOTCAUSE Setup.php\nMISSING setup.php\nStep 2/2 : RUN x\n"
        "MISSING setup.php\nThe command 'x' returned a non-zero code: 1\n",
        "failed root@2 gone@5 step.failed@6");
}

/* Jest shows what was logged below the tests' reports. */
static void test_what_tests_log(void **state)
{
    (void)state;
    verdict_check("TESTFAILED\n\n  console.error\n    ROOTCAUSE\n\n      at a.js:2:11\nWRAPPER\n",
                  "failed test.failed@1 root@4 wrapper@7");
    verdict_check("TESTFAILED\n\n  others\n    ROOTCAUSE\n\n      at a.js:2:11\nWRAPPER\n",
                  "failed root@4 test.failed@1 wrapper@7");
    verdict_check("\n  console.error\n    ROOTCAUSE\n\n      at a.js:2:11\nWRAPPER\n",
                  "failed root@3 wrapper@6");
    verdict_check("TESTFAILED\n\n  console.error\n    a\n\nROOTCAUSE\n",
                  "failed root@6 test.failed@1");
    verdict_check("TESTFAILED\n\n  console.log\n    a\n\n  others\n    ROOTCAUSE\nWRAPPER\n",
                  "failed root@7 test.failed@1 wrapper@8");
    verdict_check("TESTFAILED\n\n  console.warn\n    1\n    2\n    3\n    4\n    5\n    6\n    7\n"
                  "    8\n    9\n    10\n    11\n    12\n    ROOTCAUSE\nWRAPPER\n",
                  "failed test.failed@1 root@16 wrapper@17");
    /* with the reports of several files its headings are indented more */
    verdict_check("TESTFAILED\n\n  x Console\n\n    console.error\n      ROOTCAUSE\n\n        at "
                  "a.js:2\nWRAPPER\n",
                  "failed test.failed@1 root@6 wrapper@9");
    verdict_check("TESTFAILED\n\n  x b\n\n    expected\n      ROOTCAUSE\nWRAPPER\n",
                  "failed root@6 test.failed@1 wrapper@7");
}

static void test_traps(void **state)
{
    (void)state;
    verdict_check(
        "Step 1/1 : RUN x\nROOTCAUSE\n!! stage 2 failed at line 17\nGENERIC\nROOTCAUSE too\n"
        "The command 'x' returned a non-zero code: 1\n",
        "failed root@2 generic@4 step.failed@6");
    verdict_check("Step 1/1 : RUN x\n!! stage 2 failed at line 17\nROOTCAUSE\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed root@3 step.failed@4");
    verdict_check("Step 1/1 : RUN x\nROOTCAUSE\nROOTCAUSE too\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed root@3 root@2 step.failed@4");
}

/* A guess gives a class to the line that no rule knows, and says nothing of any other. */
static void test_guesses(void **state)
{
    (void)state;
    verdict_check("[error] paper jam in tray 2\n", "failed guessed@1");
    verdict_check("[error] paper jams\n", "unknown unclassified@1");
    verdict_check("paper jam\n", "unknown");
    verdict_check("Error: paper jam\n", "failed guessed@1 thrown@1");
    verdict_check("Error: paper\n", "failed thrown@1");
    verdict_check("Step 1/1 : RUN ./x\nError: paper jam\n    at f (x.js:1)\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed thrown@2 step.failed@4");
    verdict_check("Step 1/1 : RUN ./x\nROOTCAUSE\nerror: jam\n"
                  "The command 'x' returned a non-zero code: 1\n",
                  "failed root@2 step.failed@4");
}

static void test_base_images(void **state)
{
    (void)state;
    verdict_check(
        "Step 1/2 : FROM debian:stretch-slim\nStep 2/2 : RUN x\nROOTCAUSE\nThe command 'x' "
        "returned a non-zero code: 1\n",
        "failed old.base@3 root@3 step.failed@4");
    verdict_check(
        "Step 1/2 : FROM debian:trixie\nStep 2/2 : RUN x\nROOTCAUSE\nThe command 'x' returned a "
        "non-zero code: 1\n",
        "failed root@3 step.failed@4");
}

/* Who ran the build knows how it ended; its log may be cut, or sound worse than it was. */
static void test_given_outcomes(void **state)
{
    static const char failed[] =
        "Step 1/1 : RUN ./x\nROOTCAUSE\nThe command 'x' returned a non-zero code: 1\n";
    static const char built[] =
        "Step 1/1 : RUN ./x\nROOTCAUSE\n ---> 0123456789ab\nSuccessfully built 0123456789ab\n";

    (void)state;
    verdict_check("ROOTCAUSE\nhello\n", "unknown root@1");
    verdict_check_given(OUTCOME_FAILED, "ROOTCAUSE\nhello\n", "failed root@1");
    verdict_check_given(OUTCOME_FAILED, "hello\n", "failed unclassified@1");
    verdict_check_given(OUTCOME_SUCCEEDED, "error: no rate\n", "succeeded");
    verdict_check_given(OUTCOME_SUCCEEDED, failed, "succeeded");
    verdict_check_given(OUTCOME_UNKNOWN, failed, "failed root@2 step.failed@3");
    verdict_check_given(OUTCOME_SUCCEEDED, built, "succeeded");
    verdict_check_given(OUTCOME_FAILED, built, "failed");
}

/* What is pasted goes on with what was done with the image, by hand or by compose. */
static void test_after_a_terminal(void **state)
{
    (void)state;
    verdict_check(" => [1/1] FROM a\n => => naming to x/y\n$ docker run x/y\nhello\n", "succeeded");
    verdict_check(" => [1/1] FROM a\n => => naming to x/y\n$ docker run x/y\nROOTCAUSE\n",
                  "failed root@4");
    verdict_check(" ✔ web  Built  0.1s\nweb-1 exited with code 1\n", "failed unclassified@2");
}

/* buildah begins another stage between what a step printed and its own word that it failed. */
static void test_stages_side_by_side(void **state)
{
    (void)state;
    verdict_check(
        "+ make\nROOTCAUSE\n[3/3] STEP 1/4: FROM base\nError: building at STEP \"RUN x\": "
        "it returned a non-zero code: 1\n",
        "failed root@2 step.failed@4");
    verdict_check("+ make\nROOTCAUSE\n[3/3] STEP 1/4: FROM base\nTrying to pull base\nwell\n"
                  "Error: building at STEP \"FROM base\": it returned a non-zero code: 1\n",
                  "failed step.failed@6");
    /* an earlier step's, which was let pass */
    verdict_check("STEP 1/3: FROM base\nSTEP 2/3: RUN a || true\nROOTCAUSE\nSTEP 3/3: RUN x\n"
                  "Error: building at STEP \"RUN x\": it returned a non-zero code: 1\n",
                  "failed step.failed@5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_which_of_several),
        cmocka_unit_test(test_builders_word),
        cmocka_unit_test(test_tools),
        cmocka_unit_test(test_callers_word),
        cmocka_unit_test(test_what_comes_after_the_builder),
        cmocka_unit_test(test_newest_line_first),
        cmocka_unit_test(test_repeated_lines),
        cmocka_unit_test(test_programs_own_words),
        cmocka_unit_test(test_silent_steps),
        cmocka_unit_test(test_silent_without_its_step),
        cmocka_unit_test(test_word_of_the_program),
        cmocka_unit_test(test_last_word_of_a_step),
        cmocka_unit_test(test_earlier_steps),
        cmocka_unit_test(test_what_tests_log),
        cmocka_unit_test(test_traps),
        cmocka_unit_test(test_guesses),
        cmocka_unit_test(test_base_images),
        cmocka_unit_test(test_given_outcomes),
        cmocka_unit_test(test_after_a_terminal),
        cmocka_unit_test(test_stages_side_by_side),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
