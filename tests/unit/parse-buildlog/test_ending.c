/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verdict_run.h"

static void test_outcomes_without_a_builder(void **state)
{
    (void)state;
    verdict_check("Collecting x\nROOTCAUSE\nSuccessfully installed x-1\n", "succeeded");
    verdict_check("Collecting x\nROOTCAUSE\n", "failed root@2");
    verdict_check("[error] it went wrong\n", "unknown unclassified@1");
    verdict_check("warning: error: nothing of the sort\n0 errors\n", "unknown");
    verdict_check("warning: error: nothing of the sort\n0 errors, 0 failed\n", "succeeded");
    verdict_check("cc -Werror=format -c error.c\nmkdir x\n", "unknown");
    verdict_check("error: one\nSuccessfully installed x-1\nnpm warn ERROR\n", "succeeded");
    /* A failure that something goes on after, or that a script lets pass. */
    verdict_check("ROOTCAUSE\nWRAPPER\npackage built\n", "unknown root@1 wrapper@2");
    verdict_check("ROOTCAUSE\nno x, continuing without it\n", "unknown root@1");
    verdict_check("no x: error: ROOTCAUSE (optional)\n", "unknown root@1");
    verdict_check("ROOTCAUSE\nCollecting y\n", "unknown root@1");
    verdict_check("error: x\nResolved 2 packages in 3s\nInstalled 2 packages in 1s\n + y==1\n",
                  "succeeded");
}

static void test_what_belongs_to_an_error(void **state)
{
    (void)state;
    /* More of its own text. */
    verdict_check("ROOTCAUSE\nIf this is meant, x.\n  at a\n8 | code\nsee:\nhere\n",
                  "failed root@1");
    verdict_check("SECURITY ERROR\none\ntwo\n\nFor more information, see x\n",
                  "unknown unclassified@1");
    /* What is thrown has a trace; what is but printed has none. */
    verdict_check("  File \"a\", line 1\nValueError: x\n", "unknown unclassified@2");
    verdict_check("a\n   ^\n\nTypeError: x\n    at a\n\nNode.js v20\n", "failed unclassified@4");
    verdict_check("> node t.js\n\nError: this is only printed\n", "unknown");
    verdict_check("a.b.NoSuchError: x\n\tat a.b.C.d(C.java:1)\n", "unknown unclassified@1");
    verdict_check("A.IOException: x\n   at A.B.C(D e)\n", "unknown unclassified@1");
    verdict_check("a.b.NoSuchError: x\n\tat a.b.C.d(C.java:1)\ny\n", "unknown");
    verdict_check("a.b.NoSuchError: x\n", "unknown");
    verdict_check("panic: x\n\ngoroutine 1 [running]:\nexit status 2\n", "failed unclassified@4");
    verdict_check("ROOTCAUSE\n\ngoroutine 8 [running]:\na.b(0x4, {0x0})\n\t/a/b.go:4 +0x1d\n"
                  "a.(*T).c(...)\n\t/a/c.go:17 +0x3ac fp=0xc0\ncreated by a.d\n\t/a/d.go:1 +0x1\n",
                  "failed root@1");
    verdict_check("Error: 3\n    at [eval]:1\n\nNode.js v20.1.0\n", "failed unclassified@1");
    verdict_check("error: x\ndone\nNode.js v20.1.0\n", "unknown");
    verdict_check("[FATAL] ROOTCAUSE\n[ERROR]\n", "failed root@1"); /* Maven's blank line */
    /* How a program is called, because it was called otherwise. */
    verdict_check("error: no file x\nUsage: a FILE\nuse --help for more\n",
                  "unknown unclassified@1");
    verdict_check("all went well\nUsage: a FILE\n", "unknown");
    /* A tool that stops and explains; a hint to try again lets nothing pass. */
    verdict_check("ERR_PNPM_X  error: x\nGot: v20\nExpected: v22\n", "failed unclassified@1");
    verdict_check("error: no interpreter\n\nhint: consider retrying\n", "unknown unclassified@1");
    verdict_check("A compatible .NET SDK was not found.\n\nRequested SDK version: 8.0.204\n\n"
                  "Installed SDKs:\n7.0.100 [/usr/share/dotnet/sdk]\n\n"
                  "Install the [8.0.204] .NET SDK.\n\nLearn about SDK resolution:\n",
                  "failed unclassified@1");
    /* Tests of any name, and their tallies. */
    verdict_check("ok 1 - error: shown\n", "unknown");
    verdict_check("not ok 1 - a\nok 2 - b\n", "failed unclassified@2");
    verdict_check("not ok 1 - a # TO"
                  "DO\n# fail 0\n",
                  "succeeded");
    verdict_check("# fail 2\n", "failed unclassified@1");
    verdict_check("ok  \tx/a\t0.1s\nFAIL\n", "failed unclassified@2");
    verdict_check("1 failed, 3 passed in 0.10s\n", "failed unclassified@1");
    verdict_check("ROOTCAUSE\n5 warnings and 1 error\n", "failed root@1");
    verdict_check("1 error\n", "unknown");
    verdict_check("{\"Time\":\"x\",\"Action\":\"fail\",\"Package\":\"p\",\"Elapsed\":0.009}\n",
                  "failed unclassified@1");
    /* What tools close their errors with. */
    verdict_check("ROOTCAUSE\ncc1plus: all warnings being treated as errors\n", "failed root@1");
    verdict_check("ROOTCAUSE\n* DONE\n\nStatus: 1 ERROR, 1 NOTE\nSee\n  x\nfor details.\n",
                  "failed root@1");
    verdict_check("* DONE\n\nStatus: 1 NOTE\n", "unknown");
    verdict_check("ERR_PNPM_X  no such package\n\nProgress: resolved 1, reused 0\n",
                  "failed unclassified@1");
    verdict_check("ROOTCAUSE\nerror Command failed.\nCommand: x\nDirectory: /src\n",
                  "failed root@1");
    verdict_check("----> 1 total = x\nKeyError: 'x'\n\n", "unknown unclassified@2");
    verdict_check("ROOTCAUSE\nlet x = y;\n        ^\n", "failed root@1");
}

/* What tools print last, one way or the other. */
static void test_last_words(void **state)
{
    (void)state;
    /* A limit fails what passed; so does another line of the same sum. */
    verdict_check("FAIL Required test coverage of 90% not reached. Total coverage: 44.44%\n\n"
                  "=== 1 passed in 0.04s ===\n",
                  "failed unclassified@1");
    verdict_check("Jest: \"global\" coverage threshold for lines (90%) not met: 40%\n"
                  "Tests:       1 passed, 1 total\nRan all test suites.\n",
                  "failed unclassified@1");
    verdict_check(
        "ROOTCAUSE\nTest Suites: 1 failed, 1 passed, 2 total\nTests:       1 passed, 1 total\n"
        "Snapshots:   0 total\nRan all test suites.\n",
        "failed root@1");
    verdict_check("ok 1 - x\n# Error: not ok\nok 2 - y\n\n1..2\n# tests 2\n# pass  2\n\n# ok\n",
                  "succeeded");
    verdict_check("Warning: 3 errors were ignored\n", "unknown");
    verdict_check(
        "Required test coverage of 50% reached. Total coverage: 75.00%\n1 passed in 0.1s\n",
        "succeeded");
    verdict_check("0 scenarios passed, 0 failed, 1 error, 0 skipped\n0 steps passed, 0 failed, 1 "
                  "undefined\n",
                  "failed unclassified@2");
    verdict_check("built 4 files, 1 failed\nagain\nbuilt 4 files, 0 failed\n", "succeeded");
    /* What a script says of a status, of a host, or of tests; notes and names of tests are no error. */
    verdict_check("ROOTCAUSE\ncmake exited: 1\n", "failed root@1");
    verdict_check("ROOTCAUSE\nanswered with status 404\n", "unknown root@1");
    verdict_check("ROOTCAUSE\nw1 : ok=0 unreachable=1 failed=0 \n", "failed root@1");
    verdict_check("ROOTCAUSE\nw1 : ok=4 unreachable=0 failed=0 \n", "succeeded");
    verdict_check("ROOTCAUSE\n1 error in 0.09s\n", "failed root@1");
    verdict_check("1..2\n# error: none\nok 1 x\nok 2 skipped # skip ROOTCAUSE\n", "unknown");
    /* Jobs that were running go on for a line or two; a second try has more of them. */
    verdict_check("ROOTCAUSE\nmake: *** Waiting for unfinished jobs....\na\nb\n", "failed root@1");
    verdict_check("ROOTCAUSE\nmake: *** Waiting for unfinished jobs....\na\nb\nc\nd\ne\n",
                  "unknown root@1");
    verdict_check("ROOTCAUSE\nmake: *** Waiting for unfinished jobs....\n[ 70%] Built target a\n"
                  "[ 70%] Built target b\n[ 70%] Built target c\n[ 70%] Built target d\n"
                  "[ 71%] Linking CXX executable e\n",
                  "failed root@1");
    verdict_check("ROOTCAUSE\n[ 70%] Built target a\n[ 70%] Built target b\n", "unknown root@1");
}

static void test_last_words_of_builds(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\nBuild 'web' finished.\n\n==> Builds finished. The artifacts are:\n"
                  "--> web: Imported x\n",
                  "succeeded");
    verdict_check("Build 'web' finished after 3 seconds.\nBuild 'db' errored: ROOTCAUSE\n\n"
                  "==> Some builds didn't complete successfully and had errors:\n--> db: x\n\n"
                  "==> Builds finished. The artifacts are:\n--> web: Imported x\n",
                  "failed root@2");
    verdict_check("Generated the docs of an app\n", "unknown");
    verdict_check("webpack 5.24.2 compiled with 3 warnings in 6386 ms\n", "succeeded");
    verdict_check("webpack 5.24.2 compiled with 1 error and 3 warnings in 6386 ms\n",
                  "failed unclassified@1");
    verdict_check("** BUILD SUCCEEDED **\n", "succeeded");
    verdict_check("latest: digest: sha256:00 size: 1\n", "succeeded");
    /* Below a warning of Node.js what is indented belongs to it. */
    verdict_check("Compiled successfully.\n(node:16) XWarning: in y:\n  Unknown key.\n"
                  "  Cannot load z.\n\n(Use `node --trace-warnings ...` to show where)\n",
                  "succeeded");
    verdict_check("Compiled successfully.\nx:\n  Cannot load z.\n", "unknown unclassified@3");
    verdict_check("Successfully installed x-1\nWARNING: Ignoring invalid distribution -umpy (/x)\n",
                  "succeeded");
}

static void test_last_words_of_findings(void **state)
{
    (void)state;
    /* Findings, and their number; but a number alone is some command's answer. */
    verdict_check("a.md:1: teh ==> the\n", "unknown unclassified@1");
    verdict_check("a.c:1: warning: teh\n", "unknown");
    verdict_check("a.py:1:1: ROOTCAUSE\n2     E225 y\n12\n", "failed root@1");
    verdict_check("ROOTCAUSE\n32\n", "unknown root@1");
    verdict_check("12:30:01 teh\n", "unknown");
    /* Short statements, and what a trap prints after them. */
    verdict_check("ROOTCAUSE\nBuild failed. See x\ncleaning up\nremoved 'x'\n", "failed root@1");
    verdict_check("the second of them failed.\n", "failed unclassified@1");
    verdict_check("x failed, no docs\n", "unknown");
    verdict_check("no errors were found\n", "unknown");
    verdict_check("Aborting.\n", "failed unclassified@1");
    verdict_check("ROOTCAUSE, tolerated for now\n", "unknown root@1");
    /* What a program prints and goes on after. */
    verdict_check("Exception ignored in: <x>\nTraceback (most recent call last):\n  File \"a\"\n"
                  "OSError: x\n",
                  "unknown");
    verdict_check("Error: no such table: x\n", "unknown unclassified@1");
    verdict_check("Error: x\n    at a\n", "unknown");
    verdict_check("[error: not found]\n", "unknown");
    /* The code that an error shows. */
    verdict_check("ROOTCAUSE\n1 │ .b { margin: $x; }\n  styles/a.scss 1:14\n", "failed root@1");
    verdict_check("ROOTCAUSE\nsrc/main.js (1:14)\n1: import x;\n         ^\n2: y\n",
                  "failed root@1");
    verdict_check("ROOTCAUSE\n--- a.c\n+++ b.c\n@@ -1 +1 @@\n-x\n+y\n", "failed root@1");
}

/* What could not be done stands first; a place has a rule behind it. */
static void test_last_words_of_anything(void **state)
{
    (void)state;
    verdict_check("a\nFailed to find a lock file\n", "unknown unclassified@2");
    verdict_check("a\nFailed to find a lock file, continuing\n", "unknown");
    verdict_check("some files could not be read before\n", "unknown");
    verdict_check("sed: -e expression #1, char 20: unknown option to `s'\n",
                  "unknown unclassified@1");
    verdict_check("1 out of 1 hunk FAILED -- saving rejects to file a.rej\n",
                  "failed unclassified@1");
    verdict_check("[warn] Code style issues found in the above file.\n", "failed unclassified@1");
    verdict_check("No issues found in 3 files\n", "unknown");
    verdict_check("README.md:4:1 MD004/ul-style Unordered list\n", "unknown unclassified@1");
    verdict_check("README.md:4 AT the end\n", "unknown");
    verdict_check("lib/a.js: line 2, col 9, Missing semicolon.\n", "unknown unclassified@1");
    verdict_check("1 warning and 1 error generated.\n", "failed unclassified@1");
    verdict_check("ok 1 - a\ncat: /x: No such file or directory\nok 2 - no such file\n1..2\n",
                  "succeeded");
    verdict_check("not ok 1 - cannot a\nok 2 - b\n1..2\n", "failed unclassified@1");
    verdict_check("cat: /x: No such file or directory\nok 2 - b\n1..3\n", "unknown unclassified@1");
    verdict_check("ThreadSanitizer: reported 1 warnings\n2000 rows\n", "failed unclassified@2");
}

/* Refusals, go's only word, how GNU's programs ask to be called, and what belongs to an error above it. */
static void test_last_words_of_refusals(void **state)
{
    (void)state;
    verdict_check("go: /src/go.mod already exists\n", "unknown unclassified@1");
    verdict_check("go: downloading example.org/x v1.0.0\n", "unknown");
    verdict_check("fatal: cannot go on because --locked was passed\n", "unknown unclassified@1");
    verdict_check("error: 0 errors, 2 warnings\n", "succeeded");
    verdict_check("x: odd mode\nTry 'x --help' for more information.\n", "failed unclassified@2");
    verdict_check("Found 2 incompatibilities\n", "failed unclassified@1");
    verdict_check("Found 0 errors\n", "unknown");
    verdict_check("error: which one?\navailable programs: a, b\n", "unknown unclassified@1");
    verdict_check("x.sh: line 3: syntax error near `fi'\nx.sh: line 3: `fi'\n",
                  "unknown unclassified@1");
    verdict_check("Test project /src\nNo tests were found!!!\n", "unknown");
    verdict_check("No tests were found!!!\nErrors while running CTest\n", "failed unclassified@2");
}

static void test_last_words_of_compilers(void **state)
{
    (void)state;
    verdict_check("x: \"main.adb\" compilation error\n", "failed unclassified@1");
    verdict_check("Compilation failed due to warnings\n", "failed unclassified@1");
    verdict_check("the build failed due to x, the next is tried\n", "unknown");
    verdict_check("a\nthree errors found\n", "failed unclassified@2");
    verdict_check("a\n0 errors found\n", "unknown");
    verdict_check("Spec.hs: src/Stack.hs:5:1-22: no case\n", "unknown unclassified@1");
    verdict_check("x: src/a.hs:5:1: warning: no case\n", "unknown");
    /* "was expected" lets nothing pass, nor does "unexpected failure". */
    verdict_check("ROOTCAUSE but y was expected\n", "failed root@1");
    verdict_check("ROOTCAUSE, an unexpected failure\n", "failed root@1");
    verdict_check("ROOTCAUSE as expected\n", "unknown root@1");
    /* What is crossed, but for what is expected to fail; times; a status that is shown. */
    verdict_check("a\n  ✖ b\n", "failed unclassified@2");
    verdict_check("✖ b # "
                  "TO"
                  "DO\n",
                  "unknown");
    verdict_check("1 scenario (1 failed)\n0m00.127s (executing steps: 0m00.001s)\n",
                  "failed unclassified@1");
    verdict_check("a\nexit: 3\n", "failed unclassified@2");
    verdict_check("a\nexit: 0\n", "unknown");
    verdict_check("Total: 5 warnings / 0 errors in 2 files\n", "failed unclassified@1");
    /* A table below a limit, code with a place in it, Clojure's two lines below its error. */
    verdict_check("ERROR: Coverage for lines (4%) does not meet global threshold (90%)\n"
                  "File | % | Lines |\nAll files | 4 | 2 |\n",
                  "failed unclassified@1");
    verdict_check("ROOTCAUSE\n2 const x = y;\n        ~\n", "failed root@1");
    verdict_check(
        "Syntax error compiling at (a.clj:4:10).\nno symbol: x\n\nFull report at:\n/tmp/x\n",
        "failed unclassified@1");
    /* Under a trace stands what ended the program, whatever its class is called. */
    verdict_check("Traceback (most recent call last):\n  File \"a.py\", line 1\n"
                  "pool.Broken: a worker ended\n",
                  "unknown unclassified@3");
    /* One that was pasted may have lost its indentation. */
    verdict_check("Traceback (most recent call last):\nFile \"a.pyz\", line 1, in main\n"
                  "pool.Broken: a worker ended\n",
                  "unknown unclassified@3");
    /* Ruby's trace, and what was printed before it. */
    verdict_check("a.rb:2:in `<main>': ROOTCAUSE (NoMethodError)\n\tfrom a.rb:6\nwrote a.html\n",
                  "failed root@1");
    verdict_check("a.rb:2:in `<main>': ROOTCAUSE (NoMethodError)\nwrote a.html\n",
                  "unknown root@1");
}

/* A trace below what was thrown, a sum of two lines, what cleans up, values alone, and more that is read as it is meant. */
static void test_last_words_of_more_tools(void **state)
{
    (void)state;
    /* PHP's frames are no vertices of BuildKit, whatever file they name. */
    verdict_check(
        "ROOTCAUSE\n#0 /my src/artisan(3): f()\n#1 /src/a.php(3) : eval()'d code(1): g()\n",
        "failed root@1");
    verdict_check("#1 [internal] load x\n#2 ERROR: f(1): x\nROOTCAUSE\n", "failed root@3");
    /* PHP's frames are no vertices of BuildKit. */
    verdict_check(
        "ROOTCAUSE\nStack trace:\n#0 /src/a.php(12): f()\n#1 [internal function]: g()\n#2 {main}\n"
        "  thrown in /src/a.php on line 5\n",
        "failed root@1");
    verdict_check(
        "NameError: name 'x' is not defined:\n  File \"/src/SConstruct\", line 2:\n    if x:\n",
        "unknown unclassified@1");
    verdict_check("NameError: name 'x' is not defined:\nas it was said\n", "unknown");
    verdict_check("  23 passing (10ms)\n  1 failing\n\nROOTCAUSE\nodd\n", "unknown root@4");
    verdict_check("  23 passing (10ms)\n\nok\n", "succeeded");
    verdict_check("ROOTCAUSE\n+ kill 29339\n", "failed root@1");
    verdict_check("ROOTCAUSE\n+ make clean\n", "unknown root@1");
    verdict_check("ROOTCAUSE\nExample: x DIR=/usr\n", "failed root@1");
    verdict_check("ROOTCAUSE\nfalse\n", "failed root@1");
    verdict_check("ROOTCAUSE\nreport: failed, is optional\n", "unknown root@1");
    verdict_check("Report: 0 failed\n", "unknown");
    verdict_check("Report: 10 failed\n", "failed unclassified@1");
    verdict_check("a\n1.2 (error: none)\n", "unknown");
    verdict_check("Parse error near line 1: x (5)\n", "failed unclassified@1");
    verdict_check("--- Unhandled Error ---\nTypeError: x\n    at a\n", "unknown");
    verdict_check("\xe2\x8e\xaf\xe2\x8e\xaf Unhandled Error \xe2\x8e\xaf\nTypeError: x\n    at a\n",
                  "failed unclassified@2");
}

/* What a script heads or lists, what goes on below a text that was closed, and errors in other dresses. */
static void test_last_words_of_scripts(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\n--- done\n", "unknown root@1");
    verdict_check("ROOTCAUSE\n--- a/x.py\n+++ b/x.py\n", "failed root@1");
    verdict_check("ROOTCAUSE\n-rw-r--r-- root/root 60 2026-11-29 06:44 app/main.py\n",
                  "unknown root@1");
    verdict_check("ROOTCAUSE\n-removed\n", "failed root@1");
    verdict_check("ROOTCAUSE\n\n> loud@1.0.0 test\n> node test.js\n\n# running\n",
                  "unknown root@1");
    verdict_check("ROOTCAUSE\n> src/a.js\n", "failed root@1");
    verdict_check("FAILURE: Build failed with an exception.\nROOTCAUSE\n\n* Get more help at "
                  "https://help.gradle.org\nno lint yet\n",
                  "unknown root@2");
    verdict_check("FAILURE: Build failed with an exception.\nROOTCAUSE\n\n* Get more help at "
                  "https://help.gradle.org\n",
                  "failed root@2");
    /* What a program printed before it failed comes after that, through a pipe. */
    verdict_check(
        "rake aborted!\nROOTCAUSE\n\n(See full trace by running task with --trace)\nwrote a\n",
        "failed root@2");
    verdict_check(
        "> Build error occurred\nError: Failed to collect page data\n    at x (a.js:1:2) {\n"
        "  type: 'Error'\n}\n",
        "failed unclassified@2");
    verdict_check("ROOTCAUSE\n\n[\n  1\n]\n\nshould loosely deep-equal\n\n[\n  2\n]\n",
                  "failed root@1");
    verdict_check("BUILD FAILED\nROOTCAUSE\nCause: x\nAction: y\n", "failed root@2");
    verdict_check("error during build:\nROOTCAUSE\nfile: a.vue\n", "failed root@2");
    verdict_check("ROOTCAUSE\n'a' -> 'b'\n", "failed root@1");
    verdict_check("error: none\n", "unknown");
    verdict_check("[error] no such plug-in\n", "unknown unclassified@1");
    verdict_check("\xf0\x9f\xa6\x8b  error x was changed\n", "unknown unclassified@1");
    verdict_check("\xf0\x9f\xa6\x8b  info x was changed\n", "unknown");
    verdict_check("\"command failed\" err=\"x\"\n", "unknown unclassified@1");
    verdict_check("RuntimeError: x\n", "unknown");
    verdict_check("ROOTCAUSE\nYou can install x with:\n\npip install x\n", "failed root@1");
    verdict_check("ROOTCAUSE\n\npip install x\n", "unknown root@1");
}

/* Lists below an error, what libraries add to an exception, bash's own word, and sums of findings. */
static void test_last_words_of_reports(void **state)
{
    (void)state;
    verdict_check("ROOTCAUSE\n[SQL: ALTER TABLE t]\n(Background on this error at: https://x)\n",
                  "failed root@1");
    verdict_check(
        "ROOTCAUSE\nfound character '\\t' that cannot start any token\n  in \"a.yaml\", line 5\n",
        "failed root@1");
    verdict_check("ROOTCAUSE\nfound 12 files\n", "unknown root@1");
    verdict_check("ROOTCAUSE\n\n1) a.js > b.js\n", "failed root@1");
    verdict_check("ROOTCAUSE\n1 a.js\n", "unknown root@1");
    verdict_check("ROOTCAUSE\n1 file reformatted\n", "failed root@1");
    verdict_check(
        "ROOTCAUSE\nno tabs"
        "........................................................................\nonce more\n",
        "unknown root@1");
    verdict_check("./run: line 9: local: only in a function\n", "unknown unclassified@1");
    verdict_check("./run: line 9: warning: here-document\n", "unknown");
    verdict_check("x: Files checked: 2, Issues found: 2 in 1 file.\n", "failed unclassified@1");
    verdict_check("x: Files checked: 2, Issues found: 0 in 0 files.\n", "unknown");
    verdict_check("2 passed\nbuild finished with problems.\n", "failed unclassified@2");
    verdict_check("build finished with problems.\nlinkcheck failed (advisory)\n", "unknown");
    verdict_check("ROOTCAUSE\ntests of x may fail\n", "unknown root@1");
    /* Printed, as there is no trace; expected; and a list of what is there, a plan that was made. */
    verdict_check("a\nBadSignature: x\n", "unknown");
    verdict_check("Traceback (most recent call last):\n  File \"a\", line 1\nBadSignature: x\n",
                  "unknown unclassified@3");
    verdict_check("CMake Error: x\n", "unknown unclassified@1");
    verdict_check("! ./poll fail\npoll: error: no file\n", "unknown");
    verdict_check("./poll fail\npoll: error: no file\n", "unknown unclassified@2");
    verdict_check("E: 10 failed to install\n", "unknown unclassified@1");
    verdict_check("0 upgraded, 20 newly installed, 0 to remove and 0 not upgraded.\nGet:1 x\n",
                  "unknown");
    verdict_check("tests: NOT OK (exit status 3)\n", "unknown");
    verdict_check("All done! 3 jobs failed\n", "failed unclassified@1");
    verdict_check("[1/2", "unknown");
    verdict_check("ROOTCAUSE\nGems included by the bundle:\n  * a (1.0)\n", "unknown root@1");
    verdict_check("ROOTCAUSE\nNote: You didn't use the -out option to save this plan, so\n",
                  "succeeded");
}

/* A paste ends with a prompt, and may tell of more than the builder's part. */
static void test_what_stands_around(void **state)
{
    (void)state;
    verdict_check("[error] x\nme@host:~/web$ \n", "unknown unclassified@1");
    verdict_check("[error] x\n[me@host web]# \n", "unknown unclassified@1");
    verdict_check("[error] x\nPS C:\\web> \n$\n", "unknown unclassified@1");
    verdict_check("error: x\nme@host:~/web$ ls\nweb.py\n", "unknown");
    verdict_check("error: x\nit costs 5 me@host $\n", "unknown");
    verdict_check("[error] x\n# tool --version\ntool 1.23\n# uname -a\nLinux\n",
                  "unknown unclassified@1");
    verdict_check("[error] x\n$ tool --version\ntool 1.23\n", "unknown");
    verdict_check("[error] x\nme@host:~$ cat /etc/os-release\nNAME=a\n", "unknown unclassified@1");
    verdict_check("[error] x\n$ tool --all\ntool 1.23\n", "unknown");
    verdict_check("[error] x\nbuilt for a fee of 5$ by version\n", "unknown");
    verdict_check("[error] x\nme@host src %\n", "unknown unclassified@1"); /* zsh's */
    verdict_check("error: x\nof me@host 5 %\n", "unknown");
    verdict_check("unknown flag: --progress\nSee 'docker build --help'.\n",
                  "failed unclassified@1");
    verdict_check("Step 1/1 : FROM x\n ---> 0123456789ab\nSuccessfully built 0123456789ab\n"
                  "$ ./check\nROOTCAUSE\n",
                  "failed root@5");
    verdict_check("Step 1/1 : FROM x\n ---> 0123456789ab\nSuccessfully built 0123456789ab\n"
                  "$ ./check\nROOTCAUSE\nchecked\n",
                  "succeeded");
    verdict_check("Step 1/1 : FROM x\n ---> 0123456789ab\nSuccessfully built 0123456789ab\n"
                  "returned a non-zero code: 1\nhello\nworld\n",
                  "failed step.failed@4");
    /* One target is exported, another one is still built. */
    verdict_check("#4 exporting to image\n#4 naming to x done\n#4 DONE 0.1s\n", "succeeded");
    verdict_check("#4 exporting to image\n#4 naming to x done\n$ ./check\nROOTCAUSE\n",
                  "failed root@4");
    verdict_check("#5 [b 2/2] RUN y\n#4 exporting to image\n#4 naming to x done\n#4 DONE 0.1s\n"
                  "#5 1.0 hello\n",
                  "unknown");
    verdict_check("#5 [b 2/2] RUN y\n#5 0.5 ROOTCAUSE\n#4 exporting to image\n#4 naming to x done\n"
                  "#4 DONE 0.1s\n#5 ERROR: 'y' returned a non-zero code: 1\n",
                  "failed root@2 step.failed@6");
    /* The builder has two steps to go. */
    verdict_check("Successfully installed x-1\n", "succeeded");
    verdict_check("Step 3/5 : RUN pip install x\nSuccessfully installed x-1\n", "unknown");
}

/* Whose programs speak another language than English, and what logs with a level. */
static void test_last_words_of_languages_and_loggers(void **state)
{
    (void)state;
    verdict_check("gcc: Fehler: kiln.c fehlt\n", "unknown unclassified@1");
    verdict_check("kiln.c:2:21: erreur fatale : glaze.h\n", "unknown unclassified@1");
    verdict_check("kiln.c:2:21: 致命错误：glaze.h\n", "unknown unclassified@1");
    verdict_check("dpkg-source: Information: wird gepackt\n", "unknown");
    verdict_check("time=\"x\" level=error msg=\"failed to dial\"\ncontext canceled\n",
                  "failed unclassified@1");
    verdict_check("time=\"x\" level=info msg=\"dialling\"\n", "unknown");
    verdict_check("FATA[0010] no daemon\n", "unknown unclassified@1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outcomes_without_a_builder),
        cmocka_unit_test(test_what_belongs_to_an_error),
        cmocka_unit_test(test_last_words),
        cmocka_unit_test(test_last_words_of_builds),
        cmocka_unit_test(test_last_words_of_findings),
        cmocka_unit_test(test_last_words_of_anything),
        cmocka_unit_test(test_last_words_of_refusals),
        cmocka_unit_test(test_last_words_of_compilers),
        cmocka_unit_test(test_last_words_of_more_tools),
        cmocka_unit_test(test_last_words_of_scripts),
        cmocka_unit_test(test_last_words_of_reports),
        cmocka_unit_test(test_what_stands_around),
        cmocka_unit_test(test_last_words_of_languages_and_loggers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
