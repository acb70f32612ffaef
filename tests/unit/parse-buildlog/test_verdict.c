/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report.h"
#include "rules_read.h"
#include "verdict.h"

/* One rule of each kind; their ids are the words that they find. */
static const char rule_file[] =
    "{\"rules\": ["
    "{\"id\": \"step.failed\", \"title\": \"t\", \"pattern\": \"returned a non-zero code: "
    "(?P<rc>\\\\d+)\","
    " \"stage\": \"s\", \"rank\": \"wrapper\", \"advice\": \"\", \"proves_failure\": true},"
    "{\"id\": \"killed\", \"title\": \"t\", \"pattern\": \"^Killed$|non-zero code: 137\","
    " \"stage\": \"s\", \"rank\": \"root\", \"advice\": \"a\"},"
    "{\"id\": \"wrapper\", \"title\": \"t\", \"pattern\": \"WRAPPER\", \"stage\": \"s\","
    " \"rank\": \"wrapper\", \"advice\": \"\"},"
    "{\"id\": \"root\", \"title\": \"t\", \"pattern\": \"ROOTCAUSE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\"},"
    "{\"id\": \"first\", \"title\": \"t\", \"pattern\": \"FIRSTCAUSE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\"},"
    "{\"id\": \"first\", \"title\": \"t\", \"pattern\": \"FIRSTAGAIN\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\"},"
    "{\"id\": \"chain\", \"title\": \"t\", \"pattern\": \"CHAINLINK\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"prefer\": \"first\", \"chain\": \"innermost\"},"
    "{\"id\": \"generic\", \"title\": \"t\", \"pattern\": \"GENERIC\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"generic\": true},"
    "{\"id\": \"polite\", \"title\": \"t\", \"pattern\": \"POLITE\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"yields_to\": [\"roo\"]},"
    "{\"id\": \"conda\", \"title\": \"t\", \"pattern\": \"NOTHING provides\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"tools\": [\"conda\"]},"
    "{\"id\": \"thrown\", \"title\": \"t\", \"pattern\": \"^Error: paper\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"tools\": [\"node\"], \"generic\": true},"
    "{\"id\": \"gone\", \"title\": \"{thing} is gone\", \"pattern\": \"MISSING (?P<thing>\\\\S+)\","
    " \"stage\": \"s\", \"rank\": \"root\", \"advice\": \"a\", \"missing\": \"thing\"},"
    "{\"id\": \"runner\", \"title\": \"t\", \"stage\": \"s\", \"rank\": \"root\", \"advice\": "
    "\"a\","
    " \"exit\": {\"commands\": [\"behave\"], \"codes\": [1]}},"
    "{\"id\": \"silent\", \"title\": \"no {x}\", \"pattern\": \"NOANSWER\", \"stage\": \"s\", "
    "\"rank\": \"root\", \"advice\": "
    "\"a\","
    " \"exit\": {\"commands\": [\"curl\", \"wget\"], \"codes\": [22, 8]}},"
    "{\"id\": \"guessed\", \"title\": \"t\", \"pattern\": \"\\\\bjam\\\\b\", \"stage\": \"s\","
    " \"rank\": \"root\", \"advice\": \"a\", \"guess\": true},"
    "{\"id\": \"old.base\", \"title\": \"t\", \"pattern\": \"OLDBASE\", \"stage\": \"s\", "
    "\"rank\": \"root\","
    " \"advice\": \"{base} is old\", \"base\": \"^debian:(?:jessie|stretch)\", \"instead_of\": "
    "[\"root\"]}"
    "]}";

/* What is said of a log: "outcome id@line", and the others of secondary. */
static void check(const char *log, const char *want)
{
    struct error err = {0};
    CLEANUP(cleanup_rules) struct rules *rules = rules_parse("test", span_string(rule_file), &err);
    CLEANUP(cleanup_analysis) struct analysis *a = analysis_new(rules ? rules : rules_load(&err));
    STRBUF_AUTO(got, MIB);
    STRBUF_AUTO(explained, MIB);

    assert_string_equal(err.message, "");
    analysis_feed(a, span_string(log));
    analysis_finish(a);
    strbuf_addf(&got, "%s", outcome_name(a->outcome));
    if (a->failure)
        strbuf_addf(&got, " %s@%d", a->failure->rule->id, (int)a->failure->line);
    for (size_t i = 0; i < a->secondary_count; i++)
        strbuf_addf(&got, " %s@%d", a->secondary[i]->rule->id, (int)a->secondary[i]->line);
    assert_string_equal(got.data, want);
    report_explain(a, true, &explained);
    if (a->failure)
        assert_non_null(strstr(explained.data, a->failure->rule->id));
}

static void test_ranks(void **state)
{
    (void)state;
    check("Step 1/1 : RUN ./x\nROOTCAUSE\nWRAPPER\nThe command 'x' returned a non-zero code: 1\n",
          "failed root@2 wrapper@3 step.failed@4");
    check("Step 1/1 : RUN ./x\nWRAPPER\nThe command 'x' returned a non-zero code: 1\n",
          "failed wrapper@2 step.failed@3");
    check("Step 1/1 : RUN ./x\nGENERIC\nROOTCAUSE\nGENERIC\nThe command 'x' returned a non-zero "
          "code: 1\n",
          "failed root@3 generic@4 step.failed@5");
    check("Step 1/1 : RUN ./x\nROOTCAUSE\nPOLITE\nThe command 'x' returned a non-zero code: 1\n",
          "failed root@2 polite@3 step.failed@4");
    check("Step 1/1 : RUN ./x\nPOLITE\nThe command 'x' returned a non-zero code: 1\n",
          "failed polite@2 step.failed@3");
}

static void test_which_of_several(void **state)
{
    (void)state;
    check("Step 1/1 : RUN ./x\nROOTCAUSE 1\nx\nROOTCAUSE 2\nThe command 'x' returned a non-zero "
          "code: 1\n",
          "failed root@4 root@2 step.failed@5");
    check("Step 1/1 : RUN ./x\nFIRSTCAUSE 1\nx\nFIRSTCAUSE 2\nThe command 'x' returned a non-zero "
          "code: 1\n",
          "failed first@2 step.failed@5");
    check("Step 1/1 : RUN ./x\nFIRSTCAUSE 1\nx\nFIRSTAGAIN 2\nThe command 'x' returned a non-zero "
          "code: 1\n",
          "failed first@2 first@4 step.failed@5");
    check(
        "Step 1/1 : RUN ./x\nx\nCHAINLINK 1\n  CHAINLINK 2\n   CHAINLINK 3\nx\nx\nx\nCHAINLINK 4\n"
        "The command 'x' returned a non-zero code: 1\n",
        "failed chain@5 chain@3 step.failed@10");
}

/* The step's own words go before those of the builder, where one rule knows both. */
static void test_builders_word(void **state)
{
    (void)state;
    check("Step 1/1 : RUN ./x\nKilled\nThe command 'x' returned a non-zero code: 137\n",
          "failed killed@2");
    check("Step 1/1 : RUN ./x\nThe command 'x' returned a non-zero code: 137\n", "failed killed@2");
}

static void test_tools(void **state)
{
    (void)state;
    check("Step 1/1 : RUN dnf install -y x\nNOTHING provides x\nWRAPPER\nThe command 'x' returned "
          "a non-zero code: 1\n",
          "failed wrapper@3 conda@2 step.failed@4");
    check("Step 1/1 : RUN mamba install -y x\nNOTHING provides x\nWRAPPER\nThe command 'x' "
          "returned a non-zero code: 1\n",
          "failed conda@2 wrapper@3 step.failed@4");
    check("Step 1/1 : RUN ./x\nNOTHING provides x\nWRAPPER\nThe command 'x' returned a non-zero "
          "code: 1\n",
          "failed conda@2 wrapper@3 step.failed@4");
    /* Its output shows what the command hides. */
    check("Step 1/1 : RUN dnf install -y x\nSolving environment: ...\nNOTHING provides "
          "x\nThe command 'x' returned a non-zero code: 1\n",
          "failed conda@3 step.failed@4");
    /* Rather than nothing. */
    check("Step 1/1 : RUN dnf install -y x\nNOTHING provides x\nThe command 'x' returned a "
          "non-zero code: 1\n",
          "failed conda@2 step.failed@3");
    check("NOTHING provides x\n", "failed conda@1");
}

static void test_silent_steps(void **state)
{
    (void)state;
    check("Step 1/1 : RUN a && curl -sf https://example.org/x\nThe command 'x' returned a non-zero "
          "code: 22\n",
          "failed silent@2 step.failed@2");
    check("Step 1/1 : RUN set -x; wget -q y\n+ wget -q y\nx\nThe command 'x' returned a non-zero "
          "code: 8\n",
          "failed silent@2 step.failed@4");
    check("Step 1/1 : RUN a && curl -sf x\nThe command 'x' returned a non-zero code: 3\n",
          "failed step.failed@2");
    check("Step 1/1 : RUN a && curl -sf x\nerror: no x\nThe command 'x' returned a non-zero code: "
          "22\n",
          "failed silent@2 step.failed@3");
    /* A runner of tests prints, in words that no rule knows. */
    check("Step 1/1 : RUN behave\none thing has failed\nThe command 'x' returned a non-zero code: "
          "1\n",
          "failed runner@2 step.failed@3");
    check("Step 1/1 : RUN a; poetry run -q behave x\nhere: odd\nThe command 'x' returned a "
          "non-zero code: 1\n",
          "failed runner@2 step.failed@3");
    check("Step 1/1 : RUN npx a behave\nhere: odd\nThe command 'x' returned a non-zero code: 1\n",
          "failed step.failed@3");
    check(
        "Step 1/1 : RUN a && curl -sf x\nROOTCAUSE\nThe command 'x' returned a non-zero code: 22\n",
        "failed root@2 step.failed@3");
}

static void test_earlier_steps(void **state)
{
    (void)state;
    check("Step 1/2 : RUN get setup.php\nROOTCAUSE\nStep 2/2 : RUN x\nMISSING "
          "a/setup.php\nThe command 'x' returned a non-zero code: 1\n",
          "failed root@2 gone@4 step.failed@5");
    check("Step 1/2 : RUN get other.php\nROOTCAUSE\nStep 2/2 : RUN x\nMISSING "
          "a/setup.php\nThe command 'x' returned a non-zero code: 1\n",
          "failed gone@4 step.failed@5");
    check("Step 1/2 : RUN get setup.php\nx\nStep 2/2 : RUN x\nMISSING a/setup.php\nThe command 'x' "
          "returned a non-zero code: 1\n",
          "failed gone@4 step.failed@5");
    /* The want itself was seen before, too; the cause writes the name otherwise. */
    check("Step 1/2 : RUN get; use\nROOTCAUSE Setup.php\nMISSING setup.php\nStep 2/2 : RUN x\n"
          "MISSING setup.php\nThe command 'x' returned a non-zero code: 1\n",
          "failed root@2 gone@5 step.failed@6");
}

static void test_traps(void **state)
{
    (void)state;
    check("Step 1/1 : RUN x\nROOTCAUSE\n!! stage 2 failed at line 17\nGENERIC\nROOTCAUSE too\n"
          "The command 'x' returned a non-zero code: 1\n",
          "failed root@2 generic@4 step.failed@6");
    check("Step 1/1 : RUN x\n!! stage 2 failed at line 17\nROOTCAUSE\n"
          "The command 'x' returned a non-zero code: 1\n",
          "failed root@3 step.failed@4");
    check("Step 1/1 : RUN x\nROOTCAUSE\nROOTCAUSE too\n"
          "The command 'x' returned a non-zero code: 1\n",
          "failed root@3 root@2 step.failed@4");
}

/* A guess gives a class to the line that no rule knows, and says nothing of any other. */
static void test_guesses(void **state)
{
    (void)state;
    check("error: paper jam in tray 2\n", "failed guessed@1");
    check("error: paper jams\n", "failed unclassified@1");
    check("paper jam\n", "unknown");
    check("Error: paper jam\n", "failed guessed@1 thrown@1");
    check("Error: paper\n", "failed thrown@1");
    check("Step 1/1 : RUN ./x\nError: paper jam\n    at f (x.js:1)\n"
          "The command 'x' returned a non-zero code: 1\n",
          "failed thrown@2 step.failed@4");
    check("Step 1/1 : RUN ./x\nROOTCAUSE\nerror: jam\n"
          "The command 'x' returned a non-zero code: 1\n",
          "failed root@2 step.failed@4");
}

static void test_base_images(void **state)
{
    (void)state;
    check("Step 1/2 : FROM debian:stretch-slim\nStep 2/2 : RUN x\nROOTCAUSE\nThe command 'x' "
          "returned a non-zero code: 1\n",
          "failed old.base@3 root@3 step.failed@4");
    check("Step 1/2 : FROM debian:trixie\nStep 2/2 : RUN x\nROOTCAUSE\nThe command 'x' returned a "
          "non-zero code: 1\n",
          "failed root@3 step.failed@4");
}

static void test_outcomes_without_a_builder(void **state)
{
    (void)state;
    check("Collecting x\nROOTCAUSE\nSuccessfully installed x-1\n", "succeeded");
    check("Collecting x\nROOTCAUSE\n", "failed root@2");
    check("error: it went wrong\n", "failed unclassified@1");
    check("warning: error: nothing of the sort\n0 errors\n", "unknown");
    check("warning: error: nothing of the sort\n0 errors, 0 failed\n", "succeeded");
    check("cc -Werror=format -c error.c\nmkdir x\n", "unknown");
    check("error: one\nSuccessfully installed x-1\nnpm warn ERROR\n", "succeeded");
    /* A failure that something goes on after, or that a script lets pass. */
    check("ROOTCAUSE\nWRAPPER\npackage built\n", "unknown root@1 wrapper@2");
    check("ROOTCAUSE\nno x, continuing without it\n", "unknown root@1");
    check("no x: error: ROOTCAUSE (optional)\n", "unknown root@1");
    check("ROOTCAUSE\nCollecting y\n", "unknown root@1");
    check("error: x\nResolved 2 packages in 3s\nInstalled 2 packages in 1s\n + y==1\n",
          "succeeded");
    /* More of its own text. */
    check("ROOTCAUSE\nIf this is meant, x.\n  at a\n8 | code\nsee:\nhere\n", "failed root@1");
    check("SECURITY ERROR\none\ntwo\n\nFor more information, see x\n", "failed unclassified@1");
    /* What is thrown has a trace; what is but printed has none. */
    check("  File \"a\", line 1\nValueError: x\n", "failed unclassified@2");
    check("a\n   ^\n\nTypeError: x\n    at a\n\nNode.js v20\n", "failed unclassified@4");
    check("> node t.js\n\nError: this is only printed\n", "unknown");
    check("panic: x\n\ngoroutine 1 [running]:\nexit status 2\n", "failed unclassified@4");
    check("Error: 3\n    at [eval]:1\n\nNode.js v20.1.0\n", "failed unclassified@1");
    check("error: x\ndone\nNode.js v20.1.0\n", "unknown");
    /* How a program is called, because it was called otherwise. */
    check("error: no file x\nUsage: a FILE\nuse --help for more\n", "failed unclassified@1");
    check("all went well\nUsage: a FILE\n", "unknown");
    /* A tool that stops and explains; a hint to try again lets nothing pass. */
    check("ERR_PNPM_X  error: x\nGot: v20\nExpected: v22\n", "failed unclassified@1");
    check("error: no interpreter\n\nhint: consider retrying\n", "failed unclassified@1");
    /* Tests of any name, and their tallies. */
    check("ok 1 - error: shown\n", "unknown");
    check("not ok 1 - a\nok 2 - b\n", "failed unclassified@2");
    check("not ok 1 - a # TO"
          "DO\n# fail 0\n",
          "succeeded");
    check("# fail 2\n", "failed unclassified@1");
    check("ok  \tx/a\t0.1s\nFAIL\n", "failed unclassified@2");
    check("1 failed, 3 passed in 0.10s\n", "failed unclassified@1");
    check("ROOTCAUSE\n5 warnings and 1 error\n", "failed root@1");
    check("1 error\n", "unknown");
    check("{\"Time\":\"x\",\"Action\":\"fail\",\"Package\":\"p\",\"Elapsed\":0.009}\n",
          "failed unclassified@1");
    /* What tools close their errors with. */
    check("ROOTCAUSE\ncc1plus: all warnings being treated as errors\n", "failed root@1");
    check("ROOTCAUSE\n* DONE\n\nStatus: 1 ERROR, 1 NOTE\nSee\n  x\nfor details.\n",
          "failed root@1");
    check("* DONE\n\nStatus: 1 NOTE\n", "unknown");
    check("ERR_PNPM_X  no such package\n\nProgress: resolved 1, reused 0\n",
          "failed unclassified@1");
    check("ROOTCAUSE\nerror Command failed.\nCommand: x\nDirectory: /src\n", "failed root@1");
    check("----> 1 total = x\nKeyError: 'x'\n\n", "failed unclassified@2");
    check("ROOTCAUSE\nlet x = y;\n        ^\n", "failed root@1");
}

/* What tools print last, one way or the other. */
static void test_last_words(void **state)
{
    (void)state;
    /* A limit fails what passed; so does another line of the same sum. */
    check("FAIL Required test coverage of 90% not reached. Total coverage: 44.44%\n\n"
          "=== 1 passed in 0.04s ===\n",
          "failed unclassified@1");
    check("Jest: \"global\" coverage threshold for lines (90%) not met: 40%\n"
          "Tests:       1 passed, 1 total\nRan all test suites.\n",
          "failed unclassified@1");
    check("ROOTCAUSE\nTest Suites: 1 failed, 1 passed, 2 total\nTests:       1 passed, 1 total\n"
          "Snapshots:   0 total\nRan all test suites.\n",
          "failed root@1");
    check("ok 1 - x\n# Error: not ok\nok 2 - y\n\n1..2\n# tests 2\n# pass  2\n\n# ok\n",
          "succeeded");
    check("Warning: 3 errors were ignored\n", "unknown");
    check("Required test coverage of 50% reached. Total coverage: 75.00%\n1 passed in 0.1s\n",
          "succeeded");
    check("0 scenarios passed, 0 failed, 1 error, 0 skipped\n0 steps passed, 0 failed, 1 "
          "undefined\n",
          "failed unclassified@2");
    check("built 4 files, 1 failed\nagain\nbuilt 4 files, 0 failed\n", "succeeded");
    /* What a script says of a status, of a host, or of tests; notes and names of tests are no error. */
    check("ROOTCAUSE\ncmake exited: 1\n", "failed root@1");
    check("ROOTCAUSE\nanswered with status 404\n", "unknown root@1");
    check("ROOTCAUSE\nw1 : ok=0 unreachable=1 failed=0 \n", "failed root@1");
    check("ROOTCAUSE\nw1 : ok=4 unreachable=0 failed=0 \n", "succeeded");
    check("ROOTCAUSE\n1 error in 0.09s\n", "failed root@1");
    check("1..2\n# error: none\nok 1 x\nok 2 skipped # skip ROOTCAUSE\n", "unknown");
    /* Jobs that were running go on for a line or two; a second try has more of them. */
    check("ROOTCAUSE\nmake: *** Waiting for unfinished jobs....\na\nb\n", "failed root@1");
    check("ROOTCAUSE\nmake: *** Waiting for unfinished jobs....\na\nb\nc\nd\ne\n",
          "unknown root@1");
    /* Findings, and their number; but a number alone is some command's answer. */
    check("a.md:1: teh ==> the\n", "failed unclassified@1");
    check("a.c:1: warning: teh\n", "unknown");
    check("a.py:1:1: ROOTCAUSE\n2     E225 y\n12\n", "failed root@1");
    check("ROOTCAUSE\n32\n", "unknown root@1");
    check("12:30:01 teh\n", "unknown");
    /* Short statements, and what a trap prints after them. */
    check("ROOTCAUSE\nBuild failed. See x\ncleaning up\nremoved 'x'\n", "failed root@1");
    check("the second of them failed.\n", "failed unclassified@1");
    check("x failed, no docs\n", "unknown");
    check("no errors were found\n", "unknown");
    check("Aborting.\n", "failed unclassified@1");
    check("ROOTCAUSE, tolerated for now\n", "unknown root@1");
    /* What a program prints and goes on after. */
    check("Exception ignored in: <x>\nTraceback (most recent call last):\n  File \"a\"\n"
          "OSError: x\n",
          "unknown");
    check("Error: no such table: x\n", "failed unclassified@1");
    check("Error: x\n    at a\n", "unknown");
    check("[error: not found]\n", "unknown");
    /* The code that an error shows. */
    check("ROOTCAUSE\n1 │ .b { margin: $x; }\n  styles/a.scss 1:14\n", "failed root@1");
    check("ROOTCAUSE\nsrc/main.js (1:14)\n1: import x;\n         ^\n2: y\n", "failed root@1");
    check("ROOTCAUSE\n--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n", "failed root@1");
}

/* What could not be done stands first; a place has a rule behind it. */
static void test_last_words_of_anything(void **state)
{
    (void)state;
    check("a\nFailed to find a lock file\n", "failed unclassified@2");
    check("a\nFailed to find a lock file, continuing\n", "unknown");
    check("some files could not be read before\n", "unknown");
    check("sed: -e expression #1, char 20: unknown option to `s'\n", "failed unclassified@1");
    check("1 out of 1 hunk FAILED -- saving rejects to file a.rej\n", "failed unclassified@1");
    check("[warn] Code style issues found in the above file.\n", "failed unclassified@1");
    check("No issues found in 3 files\n", "unknown");
    check("README.md:4:1 MD004/ul-style Unordered list\n", "failed unclassified@1");
    check("README.md:4 AT the end\n", "unknown");
    check("lib/a.js: line 2, col 9, Missing semicolon.\n", "failed unclassified@1");
    check("1 warning and 1 error generated.\n", "failed unclassified@1");
    check("ok 1 - a\ncat: /x: No such file or directory\nok 2 - no such file\n1..2\n", "succeeded");
    check("not ok 1 - cannot a\nok 2 - b\n1..2\n", "failed unclassified@1");
    check("cat: /x: No such file or directory\nok 2 - b\n1..3\n", "failed unclassified@1");
    check("ThreadSanitizer: reported 1 warnings\n2000 rows\n", "failed unclassified@2");
}

/* Refusals, go's only word, how GNU's programs ask to be called, and what belongs to an error above it. */
static void test_last_words_of_refusals(void **state)
{
    (void)state;
    check("go: /src/go.mod already exists\n", "failed unclassified@1");
    check("go: downloading example.org/x v1.0.0\n", "unknown");
    check("error: cannot go on because --locked was passed\n", "failed unclassified@1");
    check("error: 0 errors, 2 warnings\n", "succeeded");
    check("x: odd mode\nTry 'x --help' for more information.\n", "failed unclassified@2");
    check("Found 2 incompatibilities\n", "failed unclassified@1");
    check("Found 0 errors\n", "unknown");
    check("error: which one?\navailable programs: a, b\n", "failed unclassified@1");
    check("x.sh: line 3: syntax error near `fi'\nx.sh: line 3: `fi'\n", "failed unclassified@1");
    check("Test project /src\nNo tests were found!!!\n", "unknown");
    check("No tests were found!!!\nErrors while running CTest\n", "failed unclassified@2");
}

static void test_last_words_of_compilers(void **state)
{
    (void)state;
    check("x: \"main.adb\" compilation error\n", "failed unclassified@1");
    check("Compilation failed due to warnings\n", "failed unclassified@1");
    check("the build failed due to x, the next is tried\n", "unknown");
    check("a\nthree errors found\n", "failed unclassified@2");
    check("a\n0 errors found\n", "unknown");
    check("Spec.hs: src/Stack.hs:5:1-22: no case\n", "failed unclassified@1");
    check("x: src/a.hs:5:1: warning: no case\n", "unknown");
    /* "was expected" lets nothing pass, nor does "unexpected failure". */
    check("ROOTCAUSE but y was expected\n", "failed root@1");
    check("ROOTCAUSE, an unexpected failure\n", "failed root@1");
    check("ROOTCAUSE as expected\n", "unknown root@1");
    /* What is crossed, but for what is expected to fail; times; a status that is shown. */
    check("a\n  ✖ b\n", "failed unclassified@2");
    check("✖ b # "
          "TO"
          "DO\n",
          "unknown");
    check("1 scenario (1 failed)\n0m00.127s (executing steps: 0m00.001s)\n",
          "failed unclassified@1");
    check("a\nexit: 3\n", "failed unclassified@2");
    check("a\nexit: 0\n", "unknown");
    check("Total: 5 warnings / 0 errors in 2 files\n", "failed unclassified@1");
    /* A table below a limit, code with a place in it, Clojure's two lines below its error. */
    check("ERROR: Coverage for lines (4%) does not meet global threshold (90%)\n"
          "File | % | Lines |\nAll files | 4 | 2 |\n",
          "failed unclassified@1");
    check("ROOTCAUSE\n2 const x = y;\n        ~\n", "failed root@1");
    check("Syntax error compiling at (a.clj:4:10).\nno symbol: x\n\nFull report at:\n/tmp/x\n",
          "failed unclassified@1");
    /* Under a trace stands what ended the program, whatever its class is called. */
    check("Traceback (most recent call last):\n  File \"a.py\", line 1\n"
          "pool.Broken: a worker ended\n",
          "failed unclassified@3");
    /* Ruby's trace, and what was printed before it. */
    check("a.rb:2:in `<main>': ROOTCAUSE (NoMethodError)\n\tfrom a.rb:6\nwrote a.html\n",
          "failed root@1");
    check("a.rb:2:in `<main>': ROOTCAUSE (NoMethodError)\nwrote a.html\n", "unknown root@1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_which_of_several),
        cmocka_unit_test(test_builders_word),
        cmocka_unit_test(test_tools),
        cmocka_unit_test(test_silent_steps),
        cmocka_unit_test(test_earlier_steps),
        cmocka_unit_test(test_guesses),
        cmocka_unit_test(test_base_images),
        cmocka_unit_test(test_outcomes_without_a_builder),
        cmocka_unit_test(test_last_words),
        cmocka_unit_test(test_traps),
        cmocka_unit_test(test_last_words_of_anything),
        cmocka_unit_test(test_last_words_of_refusals),
        cmocka_unit_test(test_last_words_of_compilers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
