/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How jobs end that run one tool after the other, and whose scripts have the last word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verdict_run.h"

static void test_statuses_that_scripts_tell(void **state)
{
    (void)state;
    verdict_check("a\ntests ended with 1\n", "failed unclassified@2");
    verdict_check("a\ntest status: 101\n", "failed unclassified@2");
    verdict_check("a\nserver ended with 143\n", "unknown");
    verdict_check("a\nTotal jobs ended: 12\n", "unknown");
    verdict_check("a\nHTTP status: 101\n", "unknown");
    verdict_check("a\nexiting with abnormal exit code (2)\n", "failed unclassified@2");
    verdict_check("a\nexit code (0)\n", "unknown");
    verdict_check("a\npost_checkout hook failed! (2)\n", "failed unclassified@2");
    verdict_check("xargs: php: exited with status 255; aborting\nchecked 6 files\n",
                  "failed unclassified@1");
}

/* One of several parts failed, and what runs them goes on with the others. */
static void test_parts_of_a_run(void **state)
{
    (void)state;
    verdict_check(
        "ROOTCAUSE\nnpm error Lifecycle script `test` failed with error:\nnpm error code 1\n"
        "npm error workspace a@1.0.0\n\n\n> b@1.0.0 test\n> node --test\n\n# pass 1\n# fail 0\n",
        "failed root@1");
    verdict_check(
        "ROOTCAUSE\nnpm error Lifecycle script `lint` failed with error:\nnpm error code 1\n"
        "npm error workspace a@1.0.0\n\n\n> b@1.0.0 test\n> node --test\n\n# pass 1\n# fail 0\n",
        "succeeded");
    verdict_check("ROOTCAUSE\n\n  a (webpack 5.1.0) compiled with 1 error in 1 ms\n\n"
                  "  b (webpack 5.1.0) compiled successfully in 1 ms\nnpm notice\n",
                  "failed root@1");
    verdict_check("  a (webpack 5.1.0) compiled successfully in 1 ms\n\n"
                  "  b (webpack 5.1.0) compiled successfully in 1 ms\n",
                  "succeeded");
}

static void test_what_stands_below_an_error(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\n2 checks passed, 1 did not\n", "failed root@1");
    verdict_check("ROOTCAUSE\nM  notes.txt\nUU theme.ini\n", "failed root@1");
    verdict_check("ROOTCAUSE\nCC bar.o\nAR libx.a\n", "unknown root@1");
    verdict_check("ROOTCAUSE\n    Rolling back uninstall of a\nMoving to /b\n", "failed root@1");
    verdict_check("ROOTCAUSE\ncleaning up\ncleaned up\n", "failed root@1");
    verdict_check("ROOTCAUSE\nsee the report above\n", "failed root@1");
    verdict_check("ROOTCAUSE\nx\nattempt 3 of 'apt-get install' failed with 100\n",
                  "failed root@1");
    verdict_check("a\n\xe2\x9c\x97 1 messages are missing\n", "failed unclassified@2");
    verdict_check("ROOTCAUSE\nload ended with status 1, the on-call is told\n", "failed root@1");
}

/* GNU Make removes the intermediate files that it made, and says so; so do recipes, of a later run. */
static void test_files_that_make_removes(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\nmake: *** [<builtin>: a.o] Error 1\nrm b.c d.c\n", "failed root@1");
    verdict_check("ROOTCAUSE\nmake: *** [a.o] Error 1\nmake clean\nrm b.o\n", "unknown root@1");
}

static void test_values_of_no_error(void **state)
{
    (void)state;
    verdict_check("a\nNote { title: \"done\", error: None }\n", "unknown");
    verdict_check("a\nerror: Nothing was read\n", "unknown unclassified@2");
}

/* What counts or lists none has nothing to say of what stands above it. */
static void test_sums_of_nothing(void **state)
{
    (void)state;
    verdict_check("a\nfailed: 0\n", "unknown");
    verdict_check("a\nUploads failed: 0 (0.00%)\n", "unknown");
    verdict_check("a\nfailed logins: 0 (last 24h)\n", "unknown");
    verdict_check("ROOTCAUSE\nx\nLint failed: 0\n", "unknown root@1");
    verdict_check("a\nphpcs: no violations found\n", "unknown");
    verdict_check("a\n5 manifests, 5 warnings, 0 violations\n", "unknown");
    verdict_check("a\nTotal: 0 files with errors\n", "unknown");
    verdict_check("a\nwarning: protoc 3.1 does not match version 3.2\n", "unknown");
    verdict_check("a\nthe file was expected to change but did not\n", "unknown");
    verdict_check("a\nMigration completed with 0 errors and 4 rows lost\n", "unknown");
}

/* Lists of what failed, and rows of results. */
static void test_sums_of_scripts(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\na.csv\nnot accepted: b.csv\n", "failed root@1");
    verdict_check("ROOTCAUSE\na.js\nnot built: needle\n", "failed root@1");
    verdict_check("ROOTCAUSE\na.js\nfailed feature sets: 'json'\n", "failed root@1");
    verdict_check("ROOTCAUSE\nrequired versions failed: none\n", "unknown root@1");
    verdict_check("ROOTCAUSE\nx\nbackend          FAILED\nfrontend         passed\n",
                  "failed root@1");
    verdict_check("ROOTCAUSE\nx\nfrontend passed\n", "unknown root@1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statuses_that_scripts_tell),
        cmocka_unit_test(test_parts_of_a_run),
        cmocka_unit_test(test_what_stands_below_an_error),
        cmocka_unit_test(test_files_that_make_removes),
        cmocka_unit_test(test_values_of_no_error),
        cmocka_unit_test(test_sums_of_nothing),
        cmocka_unit_test(test_sums_of_scripts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
