/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "builder.h"
#include "limits.h"
#include "prefixes.h"
#include "tracks.h"

struct heard {
    struct pool pool;
    struct packages packages;
    struct steps steps;
    struct tracks tracks;
    struct prefixes prefixes;
    struct strbuf words;
    uint64_t lines;
};

static bool has_mark(const char *const *marks, struct span text)
{
    for (; marks && *marks; marks++) {
        if (span_contains(text, *marks))
            return true;
    }
    return false;
}

/* What a builder acts on holds a mark, or it would not be looked at; but an id after COMMIT. */
static void check_marks(enum builder_word word, struct span text)
{
    bool found = word == WORD_NONE || word == WORD_OWN || span_is_hex(text, 64);

    for (const struct builder *const *builder = builders; *builder && !found; builder++)
        found = has_mark((*builder)->marks, text);
    if (!found)
        fail_msg("no mark in: %.*s", SPAN_ARG(text));
}

/* "FAIL" stands for what only a rule knows; words tells lines with "number" and one of osq+-. */
static void hear(struct heard *heard, const struct log_line *given)
{
    struct log_line line = *given;
    enum builder_word word;
    struct track *track;

    prefixes_split(&heard->prefixes, &line);
    track = tracks_of_line(&heard->tracks, &line);
    heard->lines = line.number;
    if (span_equal_string(line.text, "FAIL"))
        steps_fail(&heard->steps, &track->steps, 7);
    word = builders_line(&heard->steps, &track->steps, &line);
    strbuf_add_byte(&heard->words, ".oqs+-"[word]);
    check_marks(word, given->text);
}

static void add_steps(const struct heard *heard, struct strbuf *out)
{
    static const char *const outcomes[] = {"?", "good", "bad"};

    for (size_t i = 0; i < heard->steps.count; i++) {
        const struct step *s = &heard->steps.items[i];

        strbuf_addf(out, "%.*s=", SPAN_ARG(s->name));
        strbuf_addf(out, "%.*s %s", SPAN_ARG(s->command), outcomes[s->status]);
        strbuf_addf(out, "%s %d-%d", s->cached ? " cached" : "", (int)s->first_line,
                    (int)s->last_line);
        if (s->milliseconds >= 0)
            strbuf_addf(out, " %dms", (int)s->milliseconds);
        if (s->exit_code >= 0)
            strbuf_addf(out, " rc=%d", s->exit_code);
        strbuf_add_byte(out, '\n');
    }
}

/* Of the whole log: "builder outcome bases>output", and each step. */
static void report(const struct heard *heard, struct strbuf *out)
{
    static const char *const outcomes[] = {"?", "good", "bad"};

    strbuf_addf(out, "%s %s", builder_name(heard->steps.builder), outcomes[heard->steps.outcome]);
    for (size_t i = 0; i < heard->steps.base_count; i++)
        strbuf_addf(out, " %.*s", SPAN_ARG(heard->steps.bases[i]));
    strbuf_addf(out, ">%.*s\n", SPAN_ARG(heard->steps.output));
    add_steps(heard, out);
}

static void listen(const char *log, struct heard *heard, struct strbuf *out)
{
    struct log_line line = {0};
    struct span rest = span_string(log);

    *heard = (struct heard){0};
    strbuf_init(&heard->words, MIB);
    packages_init(&heard->packages, &heard->pool);
    steps_init(&heard->steps, &heard->pool);
    tracks_init(&heard->tracks, &heard->packages);
    while (span_next_line(&rest, &line.text)) {
        line.number++;
        hear(heard, &line);
    }
    for (size_t i = 0; i < heard->tracks.count; i++)
        steps_finish(&heard->steps, &heard->tracks.items[i]->steps,
                     i == 0 ? heard->steps.outcome : OUTCOME_UNKNOWN, heard->lines);
    report(heard, out);
}

static void release(struct heard *heard)
{
    tracks_release(&heard->tracks);
    steps_release(&heard->steps);
    packages_release(&heard->packages);
    pool_release(&heard->pool);
    strbuf_release(&heard->words);
}

static void check(const char *log, const char *want)
{
    struct heard heard;
    STRBUF_AUTO(got, MIB);

    listen(log, &heard, &got);
    assert_string_equal(got.data, want);
    release(&heard);
}

static void check_words(const char *log, const char *want)
{
    struct heard heard;
    STRBUF_AUTO(got, MIB);

    listen(log, &heard, &got);
    assert_string_equal(heard.words.data, want);
    release(&heard);
}

#define ID12 "0123456789ab"
#define ID64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* ---- classic docker ---- */

static void reads_classic_docker(void **state)
{
    check("Sending build context to Docker daemon  2.048kB\nStep 1/2 : FROM --platform=x a:1 AS b\n"
          " ---> " ID12 "\nStep 2/2 : RUN make\n ---> Using cache\n ---> " ID12 "\n"
          "Successfully built " ID12 "\nSuccessfully tagged x:latest\n",
          "docker-classic good a:1>x:latest\n"
          "Step 1/2=FROM --platform=x a:1 AS b good 2-3\n"
          "Step 2/2=RUN make good cached 4-6\n");
    check("Step 1 : FROM a\nStep 2 : FROM scratch\nStep 3 : RUN x\nFAIL\n",
          "docker-classic bad a>\nStep 1=FROM a good 1-1\nStep 2=FROM scratch good 2-2\n"
          "Step 3=RUN x bad 3-4 rc=7\n");
    check("Step 1/1 : RUN x\n ---> Running in " ID12
          "\nThe command '/bin/sh -c x' returned a non-zero code: 127\n",
          "docker-classic bad>\nStep 1/1=RUN x bad 1-3 rc=127\n");
    check("Step 1/1 : RUN x\nINFO[0010] The command [/bin/sh -c x] returned a non-zero code: 2\n",
          "docker-classic bad>\nStep 1/1=RUN x bad 1-2 rc=2\n");
    check("Step 1/1 : RUN x\nService 'a' failed to build: The command '/bin/sh -c\n"
          " x' returned a non-zero code: 3 \n",
          "docker-classic bad>\nStep 1/1=RUN x bad 1-3 rc=3\n");
    check(
        "Step 1/1 : RUN x\nit returned a non-zero code: 3\nx' returned a non-zero code: 3, again\n",
        "docker-classic ?>\nStep 1/1=RUN x ? 1-3\n");
    check_words("Step 1/1 : RUN x\n ---> Running in " ID12 "\nRemoving intermediate container " ID12
                "\nhello\nSuccessfully built wheel\nSuccessfully built " ID12 "\n",
                "soo..+");
    /* pasting loses the blank; then it looks like source-to-image's */
    check("Step 1/1 : RUN x\n---> Using cache\n---> Running in " ID12 "\n---> " ID12
          "\nSuccessfully built " ID12 "\n",
          "docker-classic good>\nStep 1/1=RUN x good cached 1-4\n");
}

/* In brackets, behind other words, or alone the end of a line that a terminal broke. */
static void hears_classic_docker_fail_in_other_forms(void **state)
{
    static const char *const forms[] = {
        "INFO[0010] The command [/bin/sh -c a && b] returned a non-zero code: 3",
        "time=\"2014-12-01T10:00:00Z\" level=fatal msg=\"The command [/bin/sh -c a] returned a "
        "non-zero code: 3\"",
        "ERROR: Service 'web' failed to build: The command '/bin/sh -c a' returned a non-zero "
        "code: 3",
        "n-sdk /var/lib/apt/lists/* /tmp/*' returned a non-zero code: 3"};

    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        STRBUF_AUTO(log, 1000);

        strbuf_addf(&log, "Step 1/1 : RUN a\n%s\n", forms[i]);
        check(log.data, "docker-classic bad>\nStep 1/1=RUN a bad 1-2 rc=3\n");
    }
    check("Step 1/1 : RUN a\nmake returned a non-zero code: 3\n",
          "docker-classic ?>\nStep 1/1=RUN a ? 1-2\n");
}

static void hears_the_daemon(void **state)
{
    check("Step 1/1 : ADD x y\nADD failed: no\n",
          "docker-classic bad>\nStep 1/1=ADD x y bad 1-2\n");
    check("Sending build context to Docker daemon\nError response from daemon: no\n",
          "docker-classic bad>\n");
    check("Step 1/1 : RUN x\nADD failed: no\n", "docker-classic ?>\nStep 1/1=RUN x ? 1-2\n");
    check("Error response from daemon: no\n", "none ?>\n");
    check("STEP 1/2: FROM x\nError: creating build container: no\n",
          "buildah bad x>\nSTEP 1/2=FROM x bad 1-2\n");
}

static void follows_one_build_after_another(void **state)
{
    check("Step 1/1 : FROM a\nSuccessfully built " ID12
          "\nStep 1/1 : FROM b\nSuccessfully built " ID12 "\n",
          "docker-classic good a b>\nStep 1/1=FROM a good 1-1\nStep 1/1=FROM b good 3-3\n");
    check("Step 1/2 : FROM a\nStep 2/2 : COPY x y\nlost\nStep 1/2 : FROM a\n",
          "docker-classic ? a>\nStep 1/2=FROM a good 1-1\nStep 2/2=COPY x y good 2-3\n"
          "Step 1/2=FROM a ? 4-4\n");
}

static void passes_over_what_a_step_prints(void **state)
{
    /* docker in docker: with as many steps as the outer build, and a success of its own */
    check("Step 1/3 : FROM a\n ---> " ID12 "\nStep 2/3 : RUN docker build .\nStep 1/3 : FROM b\n"
          " ---> " ID12 "\nStep 2/3 : RUN y\n ---> " ID12 "\nStep 3/3 : RUN z\n ---> " ID12
          "\nSuccessfully built " ID12 "\nSuccessfully tagged inner\n ---> " ID12
          "\nStep 3/3 : RUN q\n ---> " ID12 "\nSuccessfully built " ID12 "\n",
          "docker-classic good a>\nStep 1/3=FROM a good 1-2\n"
          "Step 2/3=RUN docker build . good 3-12\nStep 3/3=RUN q good 13-14\n");
    /* other totals, numbers, forms */
    check("Step 1/3 : FROM a\n ---> " ID12 "\nStep 2/3 : RUN echo\nStep 3/4 : x\nStep 9/3 : x\n"
          "STEP 3/3: x\nStep 3/3 : RUN forged\nSuccessfully built " ID12 "\n",
          "docker-classic ? a>\nStep 1/3=FROM a good 1-2\nStep 2/3=RUN echo ? 3-8\n");
    /* the words of another builder, and its own of a failure, after which it goes on */
    check("Step 1/3 : FROM a\n ---> " ID12 "\nStep 2/3 : RUN cat old.log\n"
          "Error: building at STEP \"RUN x\": while running runtime: exit status 2\n"
          "#7 ERROR: no\nStep 3/3 : RUN forged\nJob succeeded\n"
          "The command '/bin/sh -c x' returned a non-zero code: 2\n ---> " ID12
          "\nStep 3/3 : RUN y\n",
          "docker-classic ? a>\nStep 1/3=FROM a good 1-2\nStep 2/3=RUN cat old.log good 3-9\n"
          "Step 3/3=RUN y ? 10-10\n");
    check("STEP 1/3: FROM a\nSTEP 2/3: RUN cat old.log\nSTEP 1/2: FROM b\nSTEP 2/2: RUN x\n"
          "Error: building at STEP \"RUN x\": while running runtime: exit status 2\n"
          "#7 ERROR: no\nSTEP 3/3: RUN y\n",
          "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN cat old.log good 2-6\n"
          "STEP 3/3=RUN y ? 7-7\n");
    check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nStep 3/3 : y\nINFO[0001] RUN z\n"
          "The command 'x' returned a non-zero code: 2\n",
          "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
    check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nSTEP 3/4: y\nCOMMIT forged\n" ID64 "\n",
          "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
}

/* ---- buildah ---- */

static void reads_buildah(void **state)
{
    check("[1/2] STEP 1/2: FROM a AS one\n[1/2] STEP 2/2: RUN x\n--> 0123456789a\n"
          "[2/2] STEP 1/1: FROM one\n[2/2] COMMIT registry.example/out:1\n"
          "--> 0123456789a\n" ID64 "\n",
          "buildah good a>registry.example/out:1\n"
          "[1/2] STEP 1/2=FROM a AS one good 1-1\n"
          "[1/2] STEP 2/2=RUN x good 2-3\n"
          "[2/2] STEP 1/1=FROM one good 4-6\n");
    check("STEP 1/2: FROM a\nSTEP 2/2: RUN make\n--> Using cache " ID64 "\nCOMMIT x\n"
          "Successfully tagged localhost/x:latest\n" ID64 "\n",
          "buildah good a>localhost/x:latest\nSTEP 1/2=FROM a good 1-1\n"
          "STEP 2/2=RUN make good cached 2-4\n");
    check("STEP 1: FROM a\nSTEP 2: RUN make\nmake: *** [all] Error 2\n"
          "Error: building at STEP \"RUN make\": while running runtime: exit status 2\n",
          "buildah bad a>\nSTEP 1=FROM a good 1-1\nSTEP 2=RUN make bad 2-4 rc=2\n");
    check("STEP 1: FROM a\nSTEP 2: COMMIT x\n" ID64 "\n",
          "buildah good a>x\nSTEP 1=FROM a good 1-1\nSTEP 2=COMMIT x good 2-2\n");
    check("STEP 1/2: FROM a\nSTEP 2/2: RUN x\nno\nsubprocess exited with status 3\n",
          "buildah bad a>\nSTEP 1/2=FROM a good 1-1\nSTEP 2/2=RUN x bad 2-4 rc=3\n");
    check("STEP 1/2: RUN x\nsubprocess exited with status 3\nSTEP 2/2: RUN x\n",
          "buildah ?>\nSTEP 1/2=RUN x good 1-2\nSTEP 2/2=RUN x ? 3-3\n");
    check(
        "STEP 1: FROM a\nCOMMIT x\n" ID64 "\nGetting image source signatures\n"
        "Getting image source signatures\nError: pushing image\n",
        "buildah bad a>x\nSTEP 1=FROM a good 1-2\npush=Getting image source signatures bad 4-6\n");
    check("STEP 1: FROM a\nCOMMIT x\n" ID64 "\nGetting image source signatures\n"
          "Writing manifest to image destination\nStoring signatures\n",
          "buildah good a>x\nSTEP 1=FROM a good 1-2\npush=Getting image source signatures good "
          "4-4\n");
    check("Error: determining starting point for build: no FROM statement found\n",
          "buildah bad>\n");
    /* stages side by side (--jobs) */
    check("[1/3] STEP 1/2: FROM a AS x\n[2/3] STEP 1/1: FROM b AS y\n[1/3] STEP 2/2: RUN z\n"
          "[3/3] STEP 1/1: FROM x\n",
          "buildah ? a b>\n[1/3] STEP 1/2=FROM a AS x good 1-1\n"
          "[2/3] STEP 1/1=FROM b AS y good 2-2\n[1/3] STEP 2/2=RUN z good 3-3\n"
          "[3/3] STEP 1/1=FROM x ? 4-4\n");
    check("[1/3] STEP 1/1: FROM a AS x\n[2/3] STEP 1/1: RUN make\nno\n"
          "subprocess exited with status 2\n[3/3] STEP 1/2: FROM b\n"
          "Error: building at STEP \"RUN make\": exit status 2\n",
          "buildah bad a b>\n[1/3] STEP 1/1=FROM a AS x good 1-1\n"
          "[2/3] STEP 1/1=RUN make bad 2-6 rc=2\n[3/3] STEP 1/2=FROM b ? 5-5\n");
    check_words("[1/2] STEP 1/2: FROM a AS x\n[2/2] STEP 1/1: FROM b\n[1/2] STEP 2/2: RUN y\n",
                "sos");
}

/* ---- BuildKit ---- */

static void reads_buildkit(void **state)
{
    check("#1 [internal] load build definition from Dockerfile\n#1 DONE 0.1s\n\n"
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

    check(log, "buildkit bad>\n[2/3]=RUN make bad 1-4 9999ms rc=2\n[x 1/2]=RUN y ? 3-5\n");
    check_words(log, "s.s-+qq.q.qqq-");
    check("#11 12.34 text\n#11 ERROR: executor failed running [/bin/sh -c x]: exit code: 1\n",
          "buildkit bad>\n#11= bad 2-2 12340ms rc=1\n");
    check("#4 importing cache manifest from r/c\n#4 ERROR: r/c: not found\n",
          "buildkit ?>\n#4=importing cache manifest from r/c bad 1-2\n");
}

static void reads_builds_within_buildkit(void **state)
{
    /* what a step prints has BuildKit's prefix, and is no builder's word */
    check("#5 [2/2] RUN docker build .\n#5 0.1 Step 1/2 : FROM a\n#5 0.100 STEP 2/2: RUN x\n"
          "#5 0.200 #1 [internal] load\n#5 0.200 #1 DONE 1.0s\n#5 0.300 Successfully built " ID12
          "\n#5 0.300 ---> Installing dependencies ...\n#5 DONE 1.0s\n",
          "buildkit ?>\n[2/2]=RUN docker build . good 1-8 1000ms\n"
          "assemble=Installing dependencies ... good 7-8 0ms\n");
    /* and a step of others may run BuildKit */
    check(
        "STEP 1/2: FROM a\nSTEP 2/2: RUN docker buildx build .\n#1 [internal] load\n#1 ERROR: no\n",
        "buildah ? a>\nSTEP 1/2=FROM a good 1-1\nSTEP 2/2=RUN docker buildx build . ? 2-4\n");
}

static void reads_builds_of_buildkit_in_a_row(void **state)
{
    check("#1 [internal] load build definition from A\n#1 DONE 0.0s\n#2 exporting to image\n"
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
        listen(log.data, &heard, &got);
        assert_true(span_starts_with(strbuf_span(&got), want.data));
        release(&heard);
    }
}

/* ---- BuildKit on a terminal ---- */

static void reads_rows_of_buildkit(void **state)
{
    static const char want[] = "buildkit good debian:12>x/y:1\n"
                               "[internal]=load build definition from Dockerfile good 1-3 0ms\n"
                               "[1/3]=FROM debian:12 good cached 4-4 0ms\n"
                               "[2/3]=COPY . . good 5-5 100ms\n"
                               "[3/3]=RUN make good 6-6 12300ms\n"
                               "exporting to image=exporting to image good 7-9 700ms\n";

    check(" => [internal] load build definition from Dockerfile    0.0s\n"
          " => => transferring dockerfile: 55B                     0.0s\n\n"
          " => CACHED [1/3] FROM debian:12                         0.0s\n"
          " => [2/3] COPY . .                                      0.1s\n"
          " => [3/3] RUN make                                     12.3s  \n"
          " => exporting to image                                  0.7s\n"
          " => => writing image sha256:00                          0.0s\n"
          " => => naming to x/y:1                                  0.0s\n",
          want);
    /* without blanks, times, or what stands above */
    check("=> [3/3] RUN make\n=> exporting to image 0.7s\n=> => unpacking to x/y:1\n",
          "buildkit good>\n[3/3]=RUN make good 1-1\nexporting to image=exporting to image good 2-3 "
          "700ms\n");
    check(" => exporting to client directory\n => => copying files 90.25MB    0.2s\n",
          "buildkit good>\nexporting to client directory=exporting to client directory good 1-2\n");
    check("[+] Building 1/2\n ✔ web  Built   0.1s\n", "buildkit good>\n");
    check(" ✔ Container web-1  Started   0.1s\n", "none ?>\n");
    /* a vertex that runs looks like one that is done */
    check(
        "[+] Building 3.1s (4/5) FINISHED\n => [2/3] COPY . .   0.1s\n => [3/3] RUN make   0.2s\n",
        "buildkit ?>\n[2/3]=COPY . . good 2-2 100ms\n[3/3]=RUN make ? 3-3 200ms\n");
    check_words("[+] Building 3.1s (4/5)\n => [2/3] COPY . .\n => [3/3] RUN make\n", "qsq");
}

static void reads_failures_of_rows(void **state)
{
    check("[+] Building 2.3s (3/4) FINISHED\n => [a 1/2] FROM x    0.0s\n"
          " => ERROR [a 2/2] RUN make && ma   2.3s\n => CANCELED [b 2/2] RUN y   2.0s\n"
          "------\n > [a 2/2] RUN make && make install:\n0.123 no\n------\n"
          "failed to solve: process \"/bin/sh -c make && make install\" did not complete "
          "successfully: exit code: 2\n",
          "buildkit bad x>\n[a 1/2]=FROM x good 2-2 0ms\n"
          "[a 2/2]=RUN make && make install bad 3-9 2300ms rc=2\n[b 2/2]=RUN y ? 4-4 2000ms\n");
    check_words(" => [a 1/2] FROM x\n => ERROR [a 2/2] RUN make\n => [b 2/2] RUN y\n------\n"
                " > [a 2/2] RUN make:\n0.123 => ERROR x\n------\nfailed to solve: no\n",
                "s-qqq.q-");
    /* of several that fail the first is blamed; a cache that cannot be read is no failure */
    check(" => ERROR [a 2/3] RUN x\n => ERROR [b 2/2] RUN y\n",
          "buildkit bad>\n[a 2/3]=RUN x bad 1-2\n[b 2/2]=RUN y bad 2-2\n");
    check(" => ERROR importing cache manifest from r/c    0.3s\n => [1/1] FROM x\n"
          " => => naming to x/y\n",
          "buildkit good x>x/y\nimporting cache manifest from r/c=importing cache manifest from "
          "r/c ? 1-1 300ms\n"
          "[1/1]=FROM x good 2-3\n");
    /* no row, but what the step printed */
    check(" > [2/3] RUN make:\n0.123 no\n------\n", "buildkit bad>\n[2/3]=RUN make bad 1-3\n");
}

static void reads_redraws_and_builds_in_a_row(void **state)
{
    /* the same row is cut elsewhere */
    check(
        "[+] Building 9.9s (1/3)\n => [1/2] FROM x    0.1s\n => [2/2] RUN make && make ins 9.8s\n"
        "[+] Building 10.0s (1/3)\n => [1/2] FROM x    0.1s\n => [2/2] RUN make && make in 10.0s\n",
        "buildkit ? x>\n[1/2]=FROM x good 2-5 100ms\n[2/2]=RUN make && make ins ? 3-6 10000ms\n");
    check("[+] Building 1.0s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n"
          "[+] Building 2.0s (3/3) FINISHED\n => [2/2] RUN make   2.0s\n => exporting to image\n"
          " => => naming to x/y\n",
          "buildkit good>x/y\n[2/2]=RUN make good 2-4 2000ms\nexporting to image=exporting to "
          "image good 5-6\n");
    check("[+] Building 1.0s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n"
          "[+] Building 1.1s (3/3) FINISHED\n => ERROR [2/2] RUN make   1.0s\n",
          "buildkit bad>\n[2/2]=RUN make bad 2-4 1000ms\n");
    /* of two services one is done */
    check(" => [a 1/1] FROM x\n => [a] exporting to image\n => => naming to x/a\n"
          " => [b 2/2] RUN y\n",
          "buildkit ? x>x/a\n[a 1/1]=FROM x good 1-1\n[a]=exporting to image good 2-3\n"
          "[b 2/2]=RUN y ? 4-4\n");
    /* what is to run then is no longer the build */
    check(" => exporting to image\n => => naming to x/y\nError response from daemon: no\n",
          "buildkit ?>x/y\nexporting to image=exporting to image ? 1-3\n");
    /* a program's, within another builder's step */
    check("Step 1/2 : FROM a\nStep 2/2 : RUN docker build .\n => ERROR [2/2] RUN x\n"
          " => => naming to x/y\n > [2/2] RUN x:\n",
          "docker-classic ? a>\nStep 1/2=FROM a good 1-1\nStep 2/2=RUN docker build . ? 2-5\n");
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

        listen(cases[i].log, &heard, &got);
        assert_int_equal(buildkit_is_done(&heard.steps), cases[i].done);
        release(&heard);
    }
}

/* ---- kaniko ---- */

static void reads_kaniko(void **state)
{
    check("INFO[0000] Retrieving image manifest debian:12       \n"
          "INFO[0003] Unpacking rootfs as cmd RUN make requires it. \nINFO[0009] RUN make   \n"
          "INFO[0009] Running: [/bin/sh -c make]\nhello\nINFO[0015] COPY a b\n"
          "INFO[0015] Found cached layer, extracting to filesystem\n"
          "INFO[0017] Pushing image to example.org/x:1\n"
          "INFO[0020] Pushed example.org/x@sha256:00\n",
          "kaniko good debian:12>example.org/x:1\nStep 1=RUN make good 3-5 6000ms\n"
          "Step 2=COPY a b good cached 6-7 2000ms\npush=INFO[0017] Pushing image to "
          "example.org/x:1 good 8-8 3000ms\n");
    check("INFO[0001] RUN make\nerror building image: error building stage: failed to execute "
          "command: waiting for process to exit: exit status 21\n",
          "kaniko bad>\nStep 1=RUN make bad 1-2 0ms rc=21\n");
    check("time=\"2018-07-12T17:45:21Z\" level=info msg=\"RUN make\"\n",
          "kaniko ?>\nStep 1=RUN make ? 1-1 0ms\n");
    check("INFO[0001] hello\nINFO[x] RUN y\n", "none ?>\n");
}

/* ---- OpenShift and source-to-image ---- */

static void reads_openshift(void **state)
{
    check("Cloning \"https://example.org/a.git\" ...\n\tCommit:\t0123 (x)\n\tAuthor:\tA <a@b>\n"
          "\tDate:\tnow\nReplaced Dockerfile FROM image a\n\nPulling image a:1 ...\n"
          "Caching blobs under \"/var/cache/blobs\".\nSTEP 1/2: FROM a:1\nSTEP 2/2: RUN x\n"
          "Pushing image forged ...\nCOMMIT temp/x:1\n" ID64 "\n\n"
          "Pushing image example.org/x:1 ...\nWarning: Push failed, retrying in 5s ...\n"
          "Successfully pushed example.org/x@sha256:00\nPush successful\n",
          "buildah good a:1>example.org/x:1\n"
          "clone=Cloning \"https://example.org/a.git\" ... good 1-6\n"
          "pull=Pulling image a:1 ... good 7-8\nSTEP 1/2=FROM a:1 good 9-9\n"
          "STEP 2/2=RUN x good 10-12\n"
          "push=Pushing image example.org/x:1 ... good 15-17\n");
    check("Cloning \"https://example.org/a.git\" ...\n"
          "error: build error: failed to fetch requested repository\n",
          "openshift bad>\nclone=Cloning \"https://example.org/a.git\" ... bad 1-2\n");
    check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nPushing image forged ...\nPush successful\n"
          "Cloning \"x\" ...\n",
          "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
}

static void reads_source_to_image(void **state)
{
    check("Using a@sha256:0 as the s2i builder image\n---> Installing application source ...\n"
          "---> Package gcc.x86_64 0:4.8 will be installed\n---> Installing dependencies ...\n"
          "Pushing image r:5000/x:1 ...\nPush successful\n",
          "s2i good a@sha256:0>r:5000/x:1\n"
          "assemble=Installing application source ... good 2-3\n"
          "assemble=Installing dependencies ... good 4-4\n"
          "push=Pushing image r:5000/x:1 ... good 5-5\n");
    check("STEP 1/1: RUN /usr/libexec/s2i/assemble\n---> Installing dependencies ...\nFAIL\n",
          "s2i bad>\nSTEP 1/1=RUN /usr/libexec/s2i/assemble bad 1-3 rc=7\n"
          "assemble=Installing dependencies ... bad 2-3\n");
    check("---> Installing micropipenv packaging tool ...\n"
          "---> Installing dependencies via micropipenv ...\nBuild completed successfully\n",
          "s2i good>\nassemble=Installing micropipenv packaging tool ... good 1-1\n"
          "assemble=Installing dependencies via micropipenv ... good 2-2\n");
}

/* ---- Tekton and Shipwright ---- */

static void reads_tekton(void **state)
{
    check("[fetch : clone] + git clone\n[build : build] STEP 1/2: FROM a\n"
          "[build : build] STEP 2/2: RUN x\n[build : build] x: not found\n"
          "[build : build] error building at STEP \"RUN x\": exit status 127\n"
          "[build : push] 2031/02/04 09:42:19 Skipping step because a previous step failed\n",
          "tekton bad a>\nfetch : clone= ? 1-1\nbuild : build= bad 2-5\n"
          "STEP 1/2=FROM a good 2-2\nSTEP 2/2=RUN x bad 3-5 rc=127\n");
    check("[source-default] hello\n[build-and-push] INFO[0001] Retrieving image manifest a\n",
          "shipwright ? a>\nsource-default= ? 1-1\nbuild-and-push= ? 2-2\n");
    check("[pod/x-pod/step-build] STEP 1/1: FROM a\n",
          "tekton ? a>\nx-pod/step-build= ? 1-1\nSTEP 1/1=FROM a ? 1-1\n");
}

/* ---- no builder's ---- */

static void reads_services(void **state)
{
    check("make: *** [all] Error 2\n##[error]Process completed with exit code 2.\n", "none bad>\n");
    check("ERROR: Job failed: exit code 1\n", "none bad>\n");
    check("make\nJob succeeded\n", "none good>\n");
    check("x\nFinished: SUCCESS\n", "none good>\n");
    check("Step #0: x\nERROR: build step 0 \"a\" failed: step exited with non-zero status: 1\n",
          "none bad>\n");
    check("##[error]a remark\nFinished: perhaps\n", "none ?>\n");
    /* CodeBuild's last phase is run, whatever became of the others */
    check("[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: FAILED\n"
          "[Container] 2024/05/01 10:00:01 Phase complete: POST_BUILD State: SUCCEEDED\n",
          "none bad>\n");
    check("[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: SUCCEEDED\n", "none ?>\n");
    check("[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: SUCCEEDED\n"
          "[Container] 2024/05/01 10:00:01.5 Phase complete: POST_BUILD State: SUCCEEDED\n",
          "none good>\n");
}

static void times_steps(void **state)
{
    check("2024-05-01T23:59:59.5Z Step 1/2 : FROM a\n2024-05-02T00:00:01.0Z Step 2/2 : RUN x\n"
          "2024-05-02T00:00:02.0Z Successfully built " ID12 "\n",
          "docker-classic good a>\nStep 1/2=FROM a good 1-1 1500ms\nStep 2/2=RUN x good 2-2 "
          "1000ms\n");
    check("23:59:59 Step 1/2 : FROM a\n00:00:01 Step 2/2 : RUN x\n",
          "docker-classic ? a>\nStep 1/2=FROM a good 1-1 2000ms\nStep 2/2=RUN x ? 2-2 0ms\n");
}

static void believes_only_what_is_proved(void **state)
{
    check("Successfully built wheel\n", "none ?>\n");
    check("Step 1/2 : FROM a\n", "docker-classic ? a>\nStep 1/2=FROM a ? 1-1\n");
    check(ID64 "\n", "none ?>\n");
    check("Step x : y\nStep 1/ : y\nStep /1 : y\nSTEP 1:y\n[x] STEP 1: y\n[1/2 STEP 1: "
          "y\nCOMMITTED\nStep 3/2 : y\nStep : y\n",
          "none ?>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_classic_docker),
        cmocka_unit_test(hears_classic_docker_fail_in_other_forms),
        cmocka_unit_test(hears_the_daemon),
        cmocka_unit_test(follows_one_build_after_another),
        cmocka_unit_test(passes_over_what_a_step_prints),
        cmocka_unit_test(reads_buildah),
        cmocka_unit_test(reads_buildkit),
        cmocka_unit_test(reads_failures_of_buildkit),
        cmocka_unit_test(reads_builds_within_buildkit),
        cmocka_unit_test(reads_builds_of_buildkit_in_a_row),
        cmocka_unit_test(knows_when_buildkit_is_done),
        cmocka_unit_test(knows_the_last_word_of_an_export),
        cmocka_unit_test(reads_rows_of_buildkit),
        cmocka_unit_test(reads_failures_of_rows),
        cmocka_unit_test(reads_redraws_and_builds_in_a_row),
        cmocka_unit_test(reads_kaniko),
        cmocka_unit_test(reads_openshift),
        cmocka_unit_test(reads_source_to_image),
        cmocka_unit_test(reads_tekton),
        cmocka_unit_test(reads_services),
        cmocka_unit_test(times_steps),
        cmocka_unit_test(believes_only_what_is_proved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
