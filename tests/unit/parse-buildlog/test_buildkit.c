/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "builders_run.h"
#include "limits.h"

#define ID12 "0123456789ab"

/* ---- plain progress ---- */

static void reads_buildkit(void **state)
{
    builders_check(
        "#1 [internal] load build definition from Dockerfile\n#1 DONE 0.1s\n\n"
        "#2 [base 1/2] FROM docker.io/library/debian:12@sha256:00\n#2 CACHED\n\n"
        "#3 [base 2/2] RUN make\n#3 0.200 one\n#3 ...\n\n"
        "#4 [tools 2/2] RUN other\n#4 0.300 two\n#4 DONE 2.2s\n\n"
        "#3 [base 2/2] RUN make\n#3 11.10 three\n#3 DONE 11.7s\n\n"
        "#5 exporting to image\n#5 exporting layers 0.2s done\n"
        "#5 naming to docker.io/library/app:latest done\n#5 DONE 0.5s\n",
        "buildkit good docker.io/library/debian:12@sha256:00>docker.io/library/app:latest\n"
        "[internal]=load build definition from Dockerfile good 1-2 100ms\n"
        "[base 1/2]=FROM docker.io/library/debian:12@sha256:00 good cached 4-5\n"
        "[base 2/2]=RUN make good 7-17 11700ms\n"
        "[tools 2/2]=RUN other good 11-13 2200ms\n"
        "#5=exporting to image good 19-22 500ms\n");
}

static void reads_failures_of_buildkit(void **state)
{
    static const char log[] =
        "#3 [2/3] RUN make\n#3 9.999 E\n#4 [x 1/2] RUN y\n"
        "#3 ERROR: process \"/bin/sh -c make\" did not complete successfully: exit code: 2\n"
        "#4 CANCELED\n------\n > [2/3] RUN make:\n9.999 E\n------\nDockerfile:2\n"
        "--------------------\n   2 | >>> RUN make\n--------------------\n"
        "ERROR: failed to solve: process \"/bin/sh -c make\" did not complete successfully: exit "
        "code: 2\n";

    builders_check(log, "buildkit bad>\n[2/3]=RUN make bad 1-4 9999ms rc=2\n[x 1/2]=RUN y ? 3-5\n");
    builders_check_words(log, "s.s-+qq.q.qqq-");
    builders_check(
        "#11 12.34 text\n#11 ERROR: executor failed running [/bin/sh -c x]: exit code: 1\n",
        "buildkit bad>\n#11= bad 2-2 12340ms rc=1\n");
    builders_check("#4 importing cache manifest from r/c\n#4 ERROR: r/c: not found\n",
                   "buildkit ?>\n#4=importing cache manifest from r/c bad 1-2\n");
}

static void reads_builds_within_buildkit(void **state)
{
    /* what a step prints has BuildKit's prefix, and is no builder's word */
    builders_check(
        "#5 [2/2] RUN docker build .\n#5 0.1 Step 1/2 : FROM a\n#5 0.100 STEP 2/2: RUN x\n"
        "#5 0.200 #1 [internal] load\n#5 0.200 #1 DONE 1.0s\n#5 0.300 Successfully built " ID12
        "\n#5 0.300 ---> Installing dependencies ...\n#5 DONE 1.0s\n",
        "buildkit ?>\n[2/2]=RUN docker build . good 1-8 1000ms\n"
        "assemble=Installing dependencies ... good 7-8 0ms\n");
    /* and a step of others may run BuildKit */
    builders_check(
        "STEP 1/2: FROM a\nSTEP 2/2: RUN docker buildx build .\n#1 [internal] load\n#1 ERROR: no\n",
        "buildah ? a>\nSTEP 1/2=FROM a good 1-1\nSTEP 2/2=RUN docker buildx build . ? 2-4\n");
}

static void reads_builds_of_buildkit_in_a_row(void **state)
{
    builders_check(
        "#1 [internal] load build definition from A\n#1 DONE 0.0s\n#2 exporting to image\n"
        "#2 DONE 0.1s\n#1 [internal] load build definition from B\n#1 DONE 0.0s\n",
        "buildkit ?>\n[internal]=load build definition from A good 1-2 0ms\n"
        "#2=exporting to image good 3-4 100ms\n"
        "[internal]=load build definition from B good 5-6 0ms\n");
}

static void knows_the_last_word_of_an_export(void **state)
{
    static const char head[] = "#2 exporting to image\n#2 writing image sha256:00 done\n";
    static const struct {
        const char *rest;
        const char *outcome;
    } cases[] = {
        {"", "?"},
        {"#2 naming to x/y\n", "?"},
        {"#2 naming to x/y done\n", "good"},
        {"#2 naming to x/y 0.1s done\n#2 unpacking to x/y 0.1s done\n", "good"},
        {"#2 naming to x/y done\n#2 pushing layers\n", "?"},
        {"#2 naming to x/y done\n#2 pushing layers 1.0s done\n"
         "#2 pushing manifest for x/y@sha256:00 0.5s done\n",
         "good"},
        {"#2 naming to x/y done\n#2 pushing layers\n#2 ERROR: denied\n", "bad"},
        {"#2 naming to x/y done\n#3 [b 1/2] RUN z\n", "?"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(want, MIB);
        STRBUF_AUTO(got, MIB);
        struct heard heard;

        strbuf_addf(&log, "%s%s", head, cases[i].rest);
        strbuf_addf(&want, "buildkit %s>", cases[i].outcome);
        builders_listen(log.data, &heard, &got);
        assert_true(span_starts_with(strbuf_span(&got), want.data));
        builders_release(&heard);
    }
}

static void knows_when_buildkit_is_done(void **state)
{
    static const struct {
        const char *log;
        bool done;
    } cases[] = {
        {"#1 [a 1/2] FROM x\n#1 DONE 0.1s\n#2 [a 2/2] RUN y\n#2 CACHED\n", true},
        {"#1 [1/2] FROM x\n#1 DONE 0.1s\n#2 [2/2] RUN y\n#2 DONE 0.1s\n", true},
        {"#1 [1/4] FROM x\n#1 DONE 0.1s\n#2 [a 2/2] RUN y\n#2 DONE 0.1s\n", true},
        {"#1 importing cache manifest from r/c\n#1 ERROR: r/c: not found\n"
         "#2 [1/1] FROM x\n#2 DONE 0.1s\n",
         true},
        {"#1 [1/4] FROM x\n#1 DONE 0.1s\n", false},
        {"#1 [a 1/2] FROM x\n#1 DONE 0.1s\n", false},
        {"#1 [a 1/1] FROM x\n#1 DONE 0.1s\n#2 [b 1/2] FROM x\n#2 DONE 0.1s\n", false},
        {"#1 [a 1/2] FROM x\n#1 DONE 0.1s\n#2 [a 2/2] RUN y\n", false},
        {"#1 [internal] load\n#1 DONE 0.1s\n", false},
        {"Step 1/1 : FROM x\n", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct heard heard;
        STRBUF_AUTO(got, MIB);

        builders_listen(cases[i].log, &heard, &got);
        assert_int_equal(buildkit_is_done(&heard.steps), cases[i].done);
        builders_release(&heard);
    }
}

/* ---- on a terminal ---- */

static void reads_rows_of_buildkit(void **state)
{
    static const char want[] = "buildkit good debian:12>x/y:1\n"
                               "[internal]=load build definition from Dockerfile good 1-3 0ms\n"
                               "[1/3]=FROM debian:12 good cached 4-4 0ms\n"
                               "[2/3]=COPY . . good 5-5 100ms\n"
                               "[3/3]=RUN make good 6-6 12300ms\n"
                               "exporting to image=exporting to image good 7-9 700ms\n";

    builders_check(" => [internal] load build definition from Dockerfile    0.0s\n"
                   " => => transferring dockerfile: 55B                     0.0s\n\n"
                   " => CACHED [1/3] FROM debian:12                         0.0s\n"
                   " => [2/3] COPY . .                                      0.1s\n"
                   " => [3/3] RUN make                                     12.3s  \n"
                   " => exporting to image                                  0.7s\n"
                   " => => writing image sha256:00                          0.0s\n"
                   " => => naming to x/y:1                                  0.0s\n",
                   want);
    /* without blanks, times, or what stands above */
    builders_check(
        "=> [3/3] RUN make\n=> exporting to image 0.7s\n=> => unpacking to x/y:1\n",
        "buildkit good>\n[3/3]=RUN make good 1-1\nexporting to image=exporting to image good 2-3 "
        "700ms\n");
    builders_check(
        " => exporting to client directory\n => => copying files 90.25MB    0.2s\n",
        "buildkit good>\nexporting to client directory=exporting to client directory good 1-2\n");
    builders_check("[+] Building 2/2\n ✔ db  Built   0.1s\n ✔ web  Built   0.1s\n",
                   "buildkit good>\n");
    builders_check("[+] Building 1/2\n ✔ web  Built   0.1s\n ⠿ db  Building   0.1s\n",
                   "buildkit ?>\n");
    builders_check(" ✔ preview  Built\n", "none ?>\n");
    /* the push was not seen to end */
    builders_check(" => exporting to image   0.7s\n => => naming to x/y   0.0s\n"
                   " => => pushing layers   2.0s\n",
                   "buildkit ?>x/y\nexporting to image=exporting to image ? 1-3 700ms\n");
    /* what a script prints of its own */
    builders_check("Successfully built 0123456789ab\n=> [notify] telling the team\n",
                   "none good>\n");
    builders_check(" > [1/2] Building the library:\ncompiled\n", "none ?>\n");
    builders_check(" ✔ Container web-1  Started   0.1s\n", "none ?>\n");
    /* a vertex that runs looks like one that is done */
    builders_check(
        "[+] Building 3.1s (4/5) FINISHED\n => [2/3] COPY . .   0.1s\n => [3/3] RUN make   0.2s\n",
        "buildkit ?>\n[2/3]=COPY . . good 2-2 100ms\n[3/3]=RUN make ? 3-3 200ms\n");
    builders_check_words("[+] Building 3.1s (4/5)\n => [2/3] COPY . .\n => [3/3] RUN make\n",
                         "qsq");
}

static void reads_failures_of_rows(void **state)
{
    builders_check(
        "[+] Building 2.3s (3/4) FINISHED\n => [a 1/2] FROM x    0.0s\n"
        " => ERROR [a 2/2] RUN make && ma   2.3s\n => CANCELED [b 2/2] RUN y   2.0s\n"
        "------\n > [a 2/2] RUN make && make install:\n0.123 no\n------\n"
        "failed to solve: process \"/bin/sh -c make && make install\" did not complete "
        "successfully: exit code: 2\n",
        "buildkit bad x>\n[a 1/2]=FROM x good 2-2 0ms\n"
        "[a 2/2]=RUN make && make install bad 3-9 2300ms rc=2\n[b 2/2]=RUN y ? 4-4 2000ms\n");
    builders_check_words(
        " => [a 1/2] FROM x\n => ERROR [a 2/2] RUN make\n => [b 2/2] RUN y\n------\n"
        " > [a 2/2] RUN make:\n0.123 => ERROR x\n------\nfailed to solve: no\n",
        "s-qqq.q-");
    /* of several that fail the first is blamed; a cache that cannot be read is no failure */
    builders_check(" => ERROR [a 2/3] RUN x\n => ERROR [b 2/2] RUN y\n",
                   "buildkit bad>\n[a 2/3]=RUN x bad 1-2\n[b 2/2]=RUN y bad 2-2\n");
    builders_check(
        " => ERROR importing cache manifest from r/c    0.3s\n => [1/1] FROM x\n"
        " => => naming to x/y\n",
        "buildkit good x>x/y\nimporting cache manifest from r/c=importing cache manifest from "
        "r/c ? 1-1 300ms\n"
        "[1/1]=FROM x good 2-3\n");
    /* no row, but what the step printed */
    builders_check(" > [2/3] RUN make:\n0.123 no\n------\n",
                   "buildkit bad>\n[2/3]=RUN make bad 1-3\n");
}

static void reads_redraws_and_builds_in_a_row(void **state)
{
    /* the same row is cut elsewhere */
    builders_check(
        "[+] Building 9.9s (1/3)\n => [1/2] FROM x    0.1s\n => [2/2] RUN make && make ins 9.8s\n"
        "[+] Building 10.0s (1/3)\n => [1/2] FROM x    0.1s\n => [2/2] RUN make && make in 10.0s\n",
        "buildkit ? x>\n[1/2]=FROM x good 2-5 100ms\n[2/2]=RUN make && make ins ? 3-6 10000ms\n");
    builders_check(
        "[+] Building 1.0s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n"
        "[+] Building 2.0s (3/3) FINISHED\n => [2/2] RUN make   2.0s\n => exporting to image\n"
        " => => naming to x/y\n",
        "buildkit good>x/y\n[2/2]=RUN make good 2-4 2000ms\nexporting to image=exporting to "
        "image good 5-6\n");
    builders_check("[+] Building 1.0s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n"
                   "[+] Building 1.1s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n",
                   "buildkit bad>\n[2/2]=RUN make bad 2-4 1000ms\n");
    /* of two services one is done */
    builders_check(" => [a 1/1] FROM x\n => [a] exporting to image\n => => naming to x/a\n"
                   " => [b 2/2] RUN y\n",
                   "buildkit ? x>x/a\n[a 1/1]=FROM x good 1-1\n[a]=exporting to image good 2-3\n"
                   "[b 2/2]=RUN y ? 4-4\n");
    /* a program's, within another builder's step */
    builders_check(
        "Step 1/2 : FROM a\nStep 2/2 : RUN docker build .\n => ERROR [2/2] RUN x\n"
        " => => naming to x/y\n > [2/2] RUN x:\n",
        "docker-classic ? a>\nStep 1/2=FROM a good 1-1\nStep 2/2=RUN docker build . ? 2-5\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_buildkit),
        cmocka_unit_test(reads_failures_of_buildkit),
        cmocka_unit_test(reads_builds_within_buildkit),
        cmocka_unit_test(reads_builds_of_buildkit_in_a_row),
        cmocka_unit_test(knows_the_last_word_of_an_export),
        cmocka_unit_test(reads_rows_of_buildkit),
        cmocka_unit_test(reads_failures_of_rows),
        cmocka_unit_test(reads_redraws_and_builds_in_a_row),
        cmocka_unit_test(knows_when_buildkit_is_done),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
