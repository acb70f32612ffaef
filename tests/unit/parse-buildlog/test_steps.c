/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "steps.h"

/* Runs the lines and compares "builder outcome bases>output" and, of each step, "name=command status first-last". */
static void check(const char *log, const char *want)
{
    static const char *const outcomes[] = {"?", "good", "bad"};
    struct pool pool = {0};
    struct steps steps;
    struct span rest = span_string(log);
    struct log_line line = {0};
    STRBUF_AUTO(got, MIB);

    steps_init(&steps, &pool);
    while (span_next_line(&rest, &line.text)) {
        line.number++;
        if (span_equal_string(line.text, "FAIL"))
            steps_fail(&steps, 7);
        steps_line(&steps, &line);
    }
    steps_finish(&steps, steps.outcome, line.number);
    strbuf_addf(&got, "%d %s", (int)steps.builder, outcomes[steps.outcome]);
    for (size_t i = 0; i < steps.base_count; i++)
        strbuf_addf(&got, " %.*s", SPAN_ARG(steps.bases[i]));
    strbuf_addf(&got, ">%.*s\n", SPAN_ARG(steps.output));
    for (size_t i = 0; i < steps.count; i++) {
        const struct step *s = &steps.items[i];

        strbuf_addf(&got, "%.*s=", SPAN_ARG(s->name));
        strbuf_addf(&got, "%.*s %s", SPAN_ARG(s->command), outcomes[s->status]);
        strbuf_addf(&got, "%s %d-%d", s->cached ? " cached" : "", (int)s->first_line,
                    (int)s->last_line);
        if (s->exit_code >= 0)
            strbuf_addf(&got, " rc=%d", s->exit_code);
        strbuf_add_byte(&got, '\n');
    }
    steps_release(&steps);
    pool_release(&pool);
    assert_string_equal(got.data, want);
}

static void reads_classic_docker(void **state)
{
    check("Sending build context\nStep 1/2 : FROM --platform=x a:1 AS b\n ---> 0123456789ab\n"
          "Step 2/2 : RUN make\n ---> Using cache\n ---> 0123456789ab\n"
          "Successfully built 0123456789ab\nSuccessfully tagged x:latest\n",
          "2 good a:1>x:latest\n"
          "Step 1/2=FROM --platform=x a:1 AS b good 2-3\n"
          "Step 2/2=RUN make good cached 4-6\n");
    check("Step 1 : FROM a\nStep 2 : FROM scratch\nStep 3 : RUN x\nFAIL\n",
          "2 bad a>\nStep 1=FROM a good 1-1\nStep 2=FROM scratch good 2-2\nStep 3=RUN x bad 3-4 "
          "rc=7\n");
}

static void reads_buildah(void **state)
{
    check("[1/2] STEP 1/2: FROM a AS one\n[1/2] STEP 2/2: RUN x\n--> 0123456789a\n"
          "[2/2] STEP 1/1: FROM one\n[2/2] COMMIT out\nCOMMIT registry.example/out:1\n"
          "--> 0123456789a\n"
          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
          "4 good a>registry.example/out:1\n"
          "[1/2] STEP 1/2=FROM a AS one good 1-1\n"
          "[1/2] STEP 2/2=RUN x good 2-3\n"
          "[2/2] STEP 1/1=FROM one good 4-7\n");
}

static void reads_source_to_image(void **state)
{
    check("Using a@sha256:0 as the s2i builder image\n---> Installing application source ...\n"
          "---> Package gcc.x86_64 0:4.8 will be installed\n---> Installing dependencies ...\n"
          "Pushing image r:5000/x:1 ...\nPush successful\n",
          "1 good a@sha256:0>r:5000/x:1\n"
          "assemble=Installing application source ... good 2-3\n"
          "assemble=Installing dependencies ... good 4-4\n");
    check("STEP 1/1: RUN /usr/libexec/s2i/assemble\n---> Installing dependencies ...\nFAIL\n",
          "1 bad>\nSTEP 1/1=RUN /usr/libexec/s2i/assemble bad 1-3 rc=7\n"
          "assemble=Installing dependencies ... bad 2-3\n");
}

static void believes_only_what_is_proved(void **state)
{
    check("Successfully built wheel\n", "0 ?>\n");
    check("Step 1/2 : FROM a\n", "2 ? a>\nStep 1/2=FROM a ? 1-1\n");
    check("Successfully built 0123456789ab\nPushing image x ...\n", "0 ?>x\n");
    check("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n", "0 ?>\n");
    check("Step x : y\nStep 1/ : y\nStep /1 : y\nSTEP 1:y\n[x] STEP 1: y\n[1/2 STEP 1: "
          "y\nCOMMITTED\n",
          "2 ?>\nStep 1/=y ? 2-7\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_classic_docker),
        cmocka_unit_test(reads_buildah),
        cmocka_unit_test(reads_source_to_image),
        cmocka_unit_test(believes_only_what_is_proved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
