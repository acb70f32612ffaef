/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "builders_run.h"

#define ID12 "0123456789ab"
#define ID64 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* ---- classic docker ---- */

static void reads_classic_docker(void **state)
{
    builders_check(
        "Sending build context to Docker daemon  2.048kB\nStep 1/2 : FROM --platform=x a:1 AS b\n"
        " ---> " ID12 "\nStep 2/2 : RUN make\n ---> Using cache\n ---> " ID12 "\n"
        "Successfully built " ID12 "\nSuccessfully tagged x:latest\n",
        "docker-classic good a:1>x:latest\n"
        "Step 1/2=FROM --platform=x a:1 AS b good 2-3\n"
        "Step 2/2=RUN make good cached 4-6\n");
    builders_check("Step 1 : FROM a\nStep 2 : FROM scratch\nStep 3 : RUN x\nFAIL\n",
                   "docker-classic bad a>\nStep 1=FROM a good 1-1\nStep 2=FROM scratch good 2-2\n"
                   "Step 3=RUN x bad 3-4 rc=7\n");
    builders_check("Step 1/1 : RUN x\n ---> Running in " ID12
                   "\nThe command '/bin/sh -c x' returned a non-zero code: 127\n",
                   "docker-classic bad>\nStep 1/1=RUN x bad 1-3 rc=127\n");
    builders_check(
        "Step 1/1 : RUN x\nINFO[0010] The command [/bin/sh -c x] returned a non-zero code: 2\n",
        "docker-classic bad>\nStep 1/1=RUN x bad 1-2 rc=2\n");
    builders_check("Step 1/1 : RUN x\nService 'a' failed to build: The command '/bin/sh -c\n"
                   " x' returned a non-zero code: 3 \n",
                   "docker-classic bad>\nStep 1/1=RUN x bad 1-3 rc=3\n");
    builders_check("warning: Command 'git describe' returned a non-zero code: 128\n", "none ?>\n");
    builders_check(
        "Step 1/1 : RUN x\nit returned a non-zero code: 3\nx' returned a non-zero code: 3, again\n",
        "docker-classic ?>\nStep 1/1=RUN x ? 1-3\n");
    builders_check_words("Step 1/1 : RUN x\n ---> Running in " ID12
                         "\nRemoving intermediate container " ID12
                         "\nhello\nSuccessfully built wheel\nSuccessfully built " ID12 "\n",
                         "soo..+");
    /* pasting loses the blank; then it looks like source-to-image's */
    builders_check("Step 1/1 : RUN x\n---> Using cache\n---> Running in " ID12 "\n---> " ID12
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
        builders_check(log.data, "docker-classic bad>\nStep 1/1=RUN a bad 1-2 rc=3\n");
    }
    builders_check("Step 1/1 : RUN a\nmake returned a non-zero code: 3\n",
                   "docker-classic ?>\nStep 1/1=RUN a ? 1-2\n");
}

static void hears_the_daemon(void **state)
{
    builders_check("Step 1/1 : ADD x y\nADD failed: no\n",
                   "docker-classic bad>\nStep 1/1=ADD x y bad 1-2\n");
    builders_check("Sending build context to Docker daemon\nError response from daemon: no\n",
                   "docker-classic bad>\n");
    builders_check("Step 1/1 : RUN x\nADD failed: no\n",
                   "docker-classic ?>\nStep 1/1=RUN x ? 1-2\n");
    builders_check("Error response from daemon: no\n", "none ?>\n");
    builders_check("STEP 1/2: FROM x\nError: creating build container: no\n",
                   "buildah bad x>\nSTEP 1/2=FROM x bad 1-2\n");
}

static void follows_one_build_after_another(void **state)
{
    builders_check(
        "Step 1/1 : FROM a\nSuccessfully built " ID12
        "\nStep 1/1 : FROM b\nSuccessfully built " ID12 "\n",
        "docker-classic good a b>\nStep 1/1=FROM a good 1-1\nStep 1/1=FROM b good 3-3\n");
    builders_check("Step 1/2 : FROM a\nStep 2/2 : COPY x y\nlost\nStep 1/2 : FROM a\n",
                   "docker-classic ? a>\nStep 1/2=FROM a good 1-1\nStep 2/2=COPY x y good 2-3\n"
                   "Step 1/2=FROM a ? 4-4\n");
}

static void passes_over_what_a_step_prints(void **state)
{
    /* docker in docker: with as many steps as the outer build, and a success of its own */
    builders_check("Step 1/3 : FROM a\n ---> " ID12
                   "\nStep 2/3 : RUN docker build .\nStep 1/3 : FROM b\n"
                   " ---> " ID12 "\nStep 2/3 : RUN y\n ---> " ID12 "\nStep 3/3 : RUN z\n ---> " ID12
                   "\nSuccessfully built " ID12 "\nSuccessfully tagged inner\n ---> " ID12
                   "\nStep 3/3 : RUN q\n ---> " ID12 "\nSuccessfully built " ID12 "\n",
                   "docker-classic good a>\nStep 1/3=FROM a good 1-2\n"
                   "Step 2/3=RUN docker build . good 3-12\nStep 3/3=RUN q good 13-14\n");
    /* other totals, numbers, forms */
    builders_check("Step 1/3 : FROM a\n ---> " ID12
                   "\nStep 2/3 : RUN echo\nStep 3/4 : x\nStep 9/3 : x\n"
                   "STEP 3/3: x\nStep 3/3 : RUN forged\nSuccessfully built " ID12 "\n",
                   "docker-classic ? a>\nStep 1/3=FROM a good 1-2\nStep 2/3=RUN echo ? 3-8\n");
    /* the words of another builder, and its own of a failure, after which it goes on */
    builders_check(
        "Step 1/3 : FROM a\n ---> " ID12 "\nStep 2/3 : RUN cat old.log\n"
        "Error: building at STEP \"RUN x\": while running runtime: exit status 2\n"
        "#7 ERROR: no\nStep 3/3 : RUN forged\nJob succeeded\n"
        "The command '/bin/sh -c x' returned a non-zero code: 2\n ---> " ID12
        "\nStep 3/3 : RUN y\n",
        "docker-classic ? a>\nStep 1/3=FROM a good 1-2\nStep 2/3=RUN cat old.log good 3-9\n"
        "Step 3/3=RUN y ? 10-10\n");
    builders_check(
        "STEP 1/3: FROM a\nSTEP 2/3: RUN cat old.log\nSTEP 1/2: FROM b\nSTEP 2/2: RUN x\n"
        "Error: building at STEP \"RUN x\": while running runtime: exit status 2\n"
        "#7 ERROR: no\nSTEP 3/3: RUN y\n",
        "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN cat old.log good 2-6\n"
        "STEP 3/3=RUN y ? 7-7\n");
    builders_check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nStep 3/3 : y\nINFO[0001] RUN z\n"
                   "The command 'x' returned a non-zero code: 2\n",
                   "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
    builders_check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nSTEP 3/4: y\nCOMMIT forged\n" ID64 "\n",
                   "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
}

/* ---- buildah ---- */

static void reads_buildah(void **state)
{
    builders_check("[1/2] STEP 1/2: FROM a AS one\n[1/2] STEP 2/2: RUN x\n--> 0123456789a\n"
                   "[2/2] STEP 1/1: FROM one\n[2/2] COMMIT registry.example/out:1\n"
                   "--> 0123456789a\n" ID64 "\n",
                   "buildah good a>registry.example/out:1\n"
                   "[1/2] STEP 1/2=FROM a AS one good 1-1\n"
                   "[1/2] STEP 2/2=RUN x good 2-3\n"
                   "[2/2] STEP 1/1=FROM one good 4-6\n");
    builders_check("STEP 1/2: FROM a\nSTEP 2/2: RUN make\n--> Using cache " ID64 "\nCOMMIT x\n"
                   "Successfully tagged localhost/x:latest\n" ID64 "\n",
                   "buildah good a>localhost/x:latest\nSTEP 1/2=FROM a good 1-1\n"
                   "STEP 2/2=RUN make good cached 2-4\n");
    builders_check("STEP 1: FROM a\nSTEP 2: RUN make\nmake: *** [all] Error 2\n"
                   "Error: building at STEP \"RUN make\": while running runtime: exit status 2\n",
                   "buildah bad a>\nSTEP 1=FROM a good 1-1\nSTEP 2=RUN make bad 2-4 rc=2\n");
    builders_check("STEP 1: FROM a\nSTEP 2: COMMIT x\n" ID64 "\n",
                   "buildah good a>x\nSTEP 1=FROM a good 1-1\nSTEP 2=COMMIT x good 2-2\n");
    builders_check("STEP 1/2: FROM a\nSTEP 2/2: RUN x\nno\nsubprocess exited with status 3\n",
                   "buildah bad a>\nSTEP 1/2=FROM a good 1-1\nSTEP 2/2=RUN x bad 2-4 rc=3\n");
    builders_check("STEP 1/2: RUN x\nsubprocess exited with status 3\nSTEP 2/2: RUN x\n",
                   "buildah ?>\nSTEP 1/2=RUN x good 1-2\nSTEP 2/2=RUN x ? 3-3\n");
    builders_check(
        "STEP 1: FROM a\nCOMMIT x\n" ID64 "\nGetting image source signatures\n"
        "Getting image source signatures\nError: pushing image\n",
        "buildah bad a>x\nSTEP 1=FROM a good 1-2\npush=Getting image source signatures bad 4-6\n");
    builders_check(
        "STEP 1: FROM a\nCOMMIT x\n" ID64 "\nGetting image source signatures\n"
        "Writing manifest to image destination\nStoring signatures\n",
        "buildah good a>x\nSTEP 1=FROM a good 1-2\npush=Getting image source signatures good "
        "4-4\n");
    builders_check("Error: determining starting point for build: no FROM statement found\n",
                   "buildah bad>\n");
    /* stages side by side (--jobs) */
    builders_check(
        "[1/3] STEP 1/2: FROM a AS x\n[2/3] STEP 1/1: FROM b AS y\n[1/3] STEP 2/2: RUN z\n"
        "[3/3] STEP 1/1: FROM x\n",
        "buildah ? a b>\n[1/3] STEP 1/2=FROM a AS x good 1-1\n"
        "[2/3] STEP 1/1=FROM b AS y good 2-2\n[1/3] STEP 2/2=RUN z good 3-3\n"
        "[3/3] STEP 1/1=FROM x ? 4-4\n");
    builders_check("[1/3] STEP 1/1: FROM a AS x\n[2/3] STEP 1/1: RUN make\nno\n"
                   "subprocess exited with status 2\n[3/3] STEP 1/2: FROM b\n"
                   "Error: building at STEP \"RUN make\": exit status 2\n",
                   "buildah bad a b>\n[1/3] STEP 1/1=FROM a AS x good 1-1\n"
                   "[2/3] STEP 1/1=RUN make bad 2-6 rc=2\n[3/3] STEP 1/2=FROM b ? 5-5\n");
    /* of several blanks its message has one */
    builders_check(
        "STEP 1/2: FROM a\nSTEP 2/2: RUN --mount=x     make  all\n"
        "Error: building at STEP \"RUN --mount=x make all\": exit status 2\nTrying to pull b...\n",
        "buildah bad a>\nSTEP 1/2=FROM a good 1-1\nSTEP 2/2=RUN --mount=x     make  all bad 2-4 "
        "rc=2\n");
    builders_check_words(
        "[1/2] STEP 1/2: FROM a AS x\n[2/2] STEP 1/1: FROM b\n[1/2] STEP 2/2: RUN y\n", "sos");
}

/* ---- kaniko ---- */

static void reads_kaniko(void **state)
{
    builders_check(
        "INFO[0000] Retrieving image manifest debian:12       \n"
        "INFO[0003] Unpacking rootfs as cmd RUN make requires it. \nINFO[0009] RUN make   \n"
        "INFO[0009] Running: [/bin/sh -c make]\nhello\nINFO[0015] COPY a b\n"
        "INFO[0015] Found cached layer, extracting to filesystem\n"
        "INFO[0017] Pushing image to example.org/x:1\n"
        "INFO[0020] Pushed example.org/x@sha256:00\n",
        "kaniko good debian:12>example.org/x:1\nStep 1=RUN make good 3-5 6000ms\n"
        "Step 2=COPY a b good cached 6-7 2000ms\npush=INFO[0017] Pushing image to "
        "example.org/x:1 good 8-8 3000ms\n");
    builders_check(
        "INFO[0001] RUN make\nerror building image: error building stage: failed to execute "
        "command: waiting for process to exit: exit status 21\n",
        "kaniko bad>\nStep 1=RUN make bad 1-2 0ms rc=21\n");
    builders_check("time=\"2018-07-12T17:45:21Z\" level=info msg=\"RUN make\"\n",
                   "kaniko ?>\nStep 1=RUN make ? 1-1 0ms\n");
    builders_check("INFO[0001] hello\nINFO[x] RUN y\n", "none ?>\n");
}

/* ---- OpenShift and source-to-image ---- */

static void reads_openshift(void **state)
{
    builders_check(
        "Cloning \"https://example.org/a.git\" ...\n\tCommit:\t0123 (x)\n\tAuthor:\tA <a@b>\n"
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
    builders_check("Cloning \"https://example.org/a.git\" ...\n"
                   "error: build error: failed to fetch requested repository\n",
                   "openshift bad>\nclone=Cloning \"https://example.org/a.git\" ... bad 1-2\n");
    builders_check("STEP 1/3: FROM a\nSTEP 2/3: RUN x\nPushing image forged ...\nPush successful\n"
                   "Cloning \"x\" ...\n",
                   "buildah ? a>\nSTEP 1/3=FROM a good 1-1\nSTEP 2/3=RUN x ? 2-5\n");
}

static void reads_source_to_image(void **state)
{
    builders_check(
        "Using a@sha256:0 as the s2i builder image\n---> Installing application source ...\n"
        "---> Package gcc.x86_64 0:4.8 will be installed\n---> Installing dependencies ...\n"
        "Pushing image r:5000/x:1 ...\nPush successful\n",
        "s2i good a@sha256:0>r:5000/x:1\n"
        "assemble=Installing application source ... good 2-3\n"
        "assemble=Installing dependencies ... good 4-4\n"
        "push=Pushing image r:5000/x:1 ... good 5-5\n");
    builders_check(
        "STEP 1/1: RUN /usr/libexec/s2i/assemble\n---> Installing dependencies ...\nFAIL\n",
        "s2i bad>\nSTEP 1/1=RUN /usr/libexec/s2i/assemble bad 1-3 rc=7\n"
        "assemble=Installing dependencies ... bad 2-3\n");
    builders_check(
        "---> Installing micropipenv packaging tool ...\n"
        "---> Installing dependencies via micropipenv ...\nBuild completed successfully\n",
        "s2i good>\nassemble=Installing micropipenv packaging tool ... good 1-1\n"
        "assemble=Installing dependencies via micropipenv ... good 2-2\n");
}

/* ---- Tekton and Shipwright ---- */

static void reads_tekton(void **state)
{
    builders_check(
        "[fetch : clone] + git clone\n[build : build] STEP 1/2: FROM a\n"
        "[build : build] STEP 2/2: RUN x\n[build : build] x: not found\n"
        "[build : build] error building at STEP \"RUN x\": exit status 127\n"
        "[build : push] 2031/02/04 09:42:19 Skipping step because a previous step failed\n",
        "tekton bad a>\nfetch : clone= ? 1-1\nbuild : build= bad 2-5\n"
        "STEP 1/2=FROM a good 2-2\nSTEP 2/2=RUN x bad 3-5 rc=127\n");
    builders_check(
        "[source-default] hello\n[build-and-push] INFO[0001] Retrieving image manifest a\n",
        "shipwright ? a>\nsource-default= ? 1-1\nbuild-and-push= ? 2-2\n");
    builders_check("[pod/x-pod/step-build] STEP 1/1: FROM a\n",
                   "tekton ? a>\nx-pod/step-build= ? 1-1\nSTEP 1/1=FROM a ? 1-1\n");
}

/* ---- no builder's ---- */

static void reads_services(void **state)
{
    builders_check("make: *** [all] Error 2\n##[error]Process completed with exit code 2.\n",
                   "none bad>\n");
    builders_check("ERROR: Job failed: exit code 1\n", "none bad>\n");
    builders_check("make\nJob succeeded\n", "none good>\n");
    builders_check("x\nFinished: SUCCESS\n", "none good>\n");
    builders_check("[CI/build]   | x\n[CI/build] \xf0\x9f\x8f\x81  Job succeeded\n",
                   "none good>\n");
    builders_check("[CI/a] \xf0\x9f\x8f\x81  Job failed\n[CI/b] \xf0\x9f\x8f\x81  Job succeeded\n",
                   "none bad>\n");
    builders_check("=== \xe2\x9d\x8c FAILURE [main] ===\n", "none bad>\n");
    builders_check("=== \xf0\x9f\x8c\x8d Earthly Build  \xe2\x9c\x85 SUCCESS ===\n",
                   "none good>\n");
    builders_check("Process exited with code 2 (Step: make (Command Line))\n", "none bad>\n");
    builders_check("Process exited with code 2\nProcess exited with code 0 (Step: make)\n",
                   "none ?>\n");
    builders_check("h-7 failed \"build a.spec\" at Fri Mar  1 10:00:34 UTC 2024.\n", "none bad>\n");
    builders_check("h-7 finished \"build a.spec\" at Fri Mar  1 10:00:34 UTC 2024.\n",
                   "none good>\n");
    builders_check("the job failed \"build a.spec\" at last\n", "none ?>\n");
    builders_check(
        "Step #0: x\nERROR: build step 0 \"a\" failed: step exited with non-zero status: 1\n",
        "none bad>\n");
    builders_check("##[error]a remark\nFinished: perhaps\n", "none ?>\n");
    /* CodeBuild's last phase is run, whatever became of the others */
    builders_check("[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: FAILED\n"
                   "[Container] 2024/05/01 10:00:01 Phase complete: POST_BUILD State: SUCCEEDED\n",
                   "none bad>\n");
    builders_check("[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: SUCCEEDED\n",
                   "none ?>\n");
    builders_check(
        "[Container] 2024/05/01 10:00:00 Phase complete: BUILD State: SUCCEEDED\n"
        "[Container] 2024/05/01 10:00:01.5 Phase complete: POST_BUILD State: SUCCEEDED\n",
        "none good>\n");
}

static void times_steps(void **state)
{
    builders_check(
        "2024-05-01T23:59:59.5Z Step 1/2 : FROM a\n2024-05-02T00:00:01.0Z Step 2/2 : RUN x\n"
        "2024-05-02T00:00:02.0Z Successfully built " ID12 "\n",
        "docker-classic good a>\nStep 1/2=FROM a good 1-1 1500ms\nStep 2/2=RUN x good 2-2 "
        "1000ms\n");
    builders_check(
        "23:59:59 Step 1/2 : FROM a\n00:00:01 Step 2/2 : RUN x\n",
        "docker-classic ? a>\nStep 1/2=FROM a good 1-1 2000ms\nStep 2/2=RUN x ? 2-2 0ms\n");
}

static void believes_only_what_is_proved(void **state)
{
    builders_check("Successfully built wheel\n", "none ?>\n");
    builders_check("Step 1/2 : FROM a\n", "docker-classic ? a>\nStep 1/2=FROM a ? 1-1\n");
    builders_check(ID64 "\n", "none ?>\n");
    builders_check("Step x : y\nStep 1/ : y\nStep /1 : y\nSTEP 1:y\n[x] STEP 1: y\n[1/2 STEP 1: "
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
