/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends that show neither: errors of which it is not known whether they ended the build. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verdict_run.h"

static void test_errors_of_nobody(void **state)
{
    (void)state;
    /* Any program says that much, and goes on; what explains it, or its name, tells more. */
    verdict_check("error: it went wrong\n", "unknown unclassified@1");
    verdict_check("error: it went wrong\nme@host:~/web$ \n", "unknown unclassified@1");
    verdict_check("error: one\nerror: it went wrong\n\n", "unknown unclassified@2");
    verdict_check("ERROR: it went wrong\n3 lines, 1 errors\n", "unknown unclassified@1");
    verdict_check("error: it went wrong\n1 errors\n", "unknown unclassified@1");
    verdict_check("error: it went wrong\nsee:\nhere\n", "unknown unclassified@1");
    verdict_check("tool: error: it went wrong\n", "unknown unclassified@1");
}

/* What looks for faults may find some and be content; what is printed below a success, or asked for, fails nothing. */
static void test_findings_that_fail_nothing(void **state)
{
    (void)state;
    verdict_check("a.py:1:0: C0114: ROOTCAUSE\nYour code has been rated at 4.58/10\n\n",
                  "unknown root@1");
    verdict_check("a.py:1:0: E0602: ROOTCAUSE\nYour code has been rated at 0.00/10\n",
                  "failed root@1");
    verdict_check(">> Issue: ROOTCAUSE\nFiles skipped (0):\n", "unknown root@1");
    verdict_check(">> Issue: ROOTCAUSE\nFiles skipped (0):\n##[error]exit code 1\n",
                  "failed root@1");
    /* ninja tells of a command that failed above what it printed. */
    verdict_check(
        "[1/1] RUN fatal\nFAILED: check\nerror: strict\n[1/1] RUN quick\ntool: error: quick\n",
        "unknown unclassified@5");
    verdict_check("[1/2] RUN quick\ntool: error: quick\n", "unknown unclassified@2");
    /* What a program logs as the interpreter ends; what the tests' tool itself says below its sum. */
    verdict_check("1 passed in 0.61s\nERROR: could not flush metrics\n", "unknown unclassified@2");
    verdict_check("1 passed in 0.61s\nROOTCAUSE\n", "failed root@2");
    verdict_check("--- !ruby/object:Gem::Version\nversion: 0.4.0\n\nfatal: texts, failed\n",
                  "unknown unclassified@4");
    verdict_check("rake aborted!\nno task 'lint'\n\nrake test  # Run tests\n", "unknown");
    /* gotestsum counts what passed when it ran again, ava what is known to fail. */
    verdict_check("PASS TestFlaky (re-run 1)\n\nDONE 2 runs, 3 tests, 1 failure in 0.850s\n",
                  "unknown");
    verdict_check("DONE 3 tests, 1 failure in 0.850s\n", "failed unclassified@1");
    verdict_check("3 tests passed\n1 known failure\n", "succeeded");
    /* What a compiler shows, a test that passed, and a style sheet. */
    verdict_check("warning: unused\n  |\n3 | die(\"error: {}\")\n  |     ^^^\n", "unknown");
    verdict_check("tool: error: x\n3 | a\n", "unknown unclassified@1");
    verdict_check("check_a.c:6:P:core:test_abort:0: Passed\n", "unknown");
    verdict_check("ROOTCAUSE\n2 passed in 0.1s\nflaky:\ntest_a: 2 failures\n", "succeeded");
}

/* Errors that stand aside, and what other tools print beside TAP. */
static void test_errors_aside(void **state)
{
    (void)state;
    /* Each of them is told from an error by what a rule knows, which would end the log. */
    verdict_check("E: tool: no-GENERIC-file\nW: tool: no-manual-page\n", "unknown generic@1");
    verdict_check("E: tool: no-GENERIC file here\n", "failed generic@1");
    verdict_check("[1/1] RUN quick\nGENERIC\n", "unknown generic@2");
    verdict_check("[1/2] RUN quick\nGENERIC\n", "failed generic@2");
    verdict_check("1 passed in 0.61s\nERROR: GENERIC\n", "unknown generic@2");
    verdict_check("1 passed in 0.61s\nGENERIC\n", "failed generic@2");
    verdict_check("--- !ruby/object:Gem::Version\nGENERIC\n", "unknown generic@2");
    verdict_check("GENERIC: could not be found within PATH or Pipfile's [scripts]\n",
                  "unknown generic@1");
    verdict_check("Error: the command x could not be found within PATH or Pipfile's [scripts].\n",
                  "unknown unclassified@1");
    /* The plan of one run right above another's; and what stands above a sum that is clean. */
    verdict_check("ROOTCAUSE\n(findings are not blocking)\n1..1\nok 1 - a\n1..1\nok 1 - a\n",
                  "succeeded");
    verdict_check("ROOTCAUSE\n(findings are not blocking)\nok 1 - a\n1..1\n", "succeeded");
    verdict_check("not ok 1 - a\n# retrying the request\n# 3 passed, 0 failed\nok 2 - b\n1..2\n",
                  "failed unclassified@5");
    verdict_check("ROOTCAUSE\n2 successes / 0 failures / 0 errors\nok 1 - a\n1..1\n", "succeeded");
    verdict_check("ROOTCAUSE\n(exit 2 is right for an unknown command)\n", "unknown root@1");
    verdict_check("0|app | Error: GENERIC\n1|web | x\n", "unknown generic@1");
    /* What was done before an error that was passed says nothing of that. */
    verdict_check("Successfully installed x-1\nROOTCAUSE\nx\n", "unknown root@2");
    verdict_check("Successfully installed x-1\nx\n", "succeeded");
    verdict_check("ROOTCAUSE\nexit status 2 for a bad price, as documented\n", "unknown root@1");
    verdict_check("tool: error: x\n  | finished with 0 errors\nfinished with 0 errors\n",
                  "succeeded");
    verdict_check(".error{margin:0}.error:hover{padding:12px}\n", "unknown");
    verdict_check("[4/4] Building fresh packages...\nerror An unexpected error occurred\n",
                  "failed unclassified@2");
    verdict_check("(webpack 5.1.0) compiled with 1 error in 10 ms\n(webpack 5.1.0) compiled with 2 "
                  "warnings in 10 ms\n",
                  "unknown");
}

/* A tool refused, and what stands below shows that the script went on. */
static void test_refusals_that_are_let_pass(void **state)
{
    (void)state;
    verdict_check(" ERR_PNPM_NO_SCRIPT  Missing script: lint\n", "unknown unclassified@1");
    verdict_check(" ERR_PNPM_NO_SCRIPT  Missing script: lint\nno lint here\n", "unknown");
    verdict_check(" ERR_PNPM_NO_SCRIPT  Missing script: lint\n\n"
                  "Command \"lint\" not found. Did you mean \"pnpm run list\"?\nno lint here\n",
                  "unknown");
    /* pnpm draws its codes on red, with thin spaces at both sides. */
    verdict_check("\u2009ERR_PNPM_NO_SCRIPT\u2009 Missing script: lint\nno lint here\n", "unknown");
    verdict_check("ROOTCAUSE\nLegend: production dependency, optional only, dev only\n",
                  "unknown root@1");
    verdict_check("rake aborted!\nDon't know how to build task 'ROOTCAUSE'\n", "failed root@2");
    verdict_check("rake aborted!\nDon't know how to build task 'lint'\n\n"
                  "(See full trace by running task with --trace)\nno lint here\n",
                  "unknown");
    verdict_check(" ERR_PNPM_OUTDATED  The lock file differs\nsee below\n",
                  "failed unclassified@1");
    verdict_check("error: The branch 'a' is not fully merged.\n", "unknown unclassified@1");
    verdict_check("error: The branch 'a' is not fully merged.\nDeleted branch a (was 1234567).\n",
                  "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors_of_nobody),
        cmocka_unit_test(test_findings_that_fail_nothing),
        cmocka_unit_test(test_errors_aside),
        cmocka_unit_test(test_refusals_that_are_let_pass),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
