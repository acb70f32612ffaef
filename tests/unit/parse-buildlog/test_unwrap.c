/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "prefixes.h"
#include "records.h"

struct gathered {
    struct prefixes prefixes;
    struct strbuf *out;
};

/* All lines as "number{track|vertex|time}text", 'T' for a task's step, '!' before a program's output. */
static void gather(void *context, const struct log_line *given)
{
    struct gathered *gathered = context;
    struct strbuf *out = gathered->out;
    struct log_line line = *given;

    prefixes_split(&gathered->prefixes, &line);
    strbuf_addf(out, "%d", (int)line.number);
    if (line.track.len || line.vertex.len || line.time) {
        strbuf_addf(out, "{%.*s|", SPAN_ARG(line.track));
        strbuf_addf(out, "%.*s|%lld}", SPAN_ARG(line.vertex), (long long)line.time);
    }
    if (line.task_step)
        strbuf_add_byte(out, 'T');
    strbuf_add_byte(out, line.output ? '!' : ':');
    strbuf_add_span(out, line.text);
    strbuf_add_byte(out, '\n');
}

static void physical_line(void *context, const struct log_line *line)
{
    records_line(context, line);
}

static void unwrap_log(struct span log, size_t piece, struct strbuf *out)
{
    struct gathered gathered = {.out = out};
    struct line_reader reader;
    struct records records;

    line_reader_init(&reader, physical_line, &records);
    reader.kept_start = prefixes_length;
    records_init(&records, &reader, gather, &gathered);
    for (; log.len; log = span_skip(log, piece))
        line_reader_feed(&reader, span_head(log, piece));
    line_reader_finish(&reader);
    records_finish(&records);
    records_release(&records);
    line_reader_release(&reader);
}

static void check(const char *log, const char *want)
{
    static const size_t pieces[] = {1, 7, 10000};

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        STRBUF_AUTO(got, MIB);

        unwrap_log(span_string(log), pieces[i], &got);
        assert_string_equal(got.data, want);
    }
}

/* ---- records ---- */

static void reads_docker_json(void **state)
{
    check("{\"log\":\"a \\\"b\\\"\\n\",\"stream\":\"stdout\",\"time\":\"1970-01-01T00:00:01.5Z\"}\n"
          "{\"log\":\"half \",\"stream\":\"stdout\",\"time\":\"1970-01-01T00:00:02Z\"}\n"
          "{\"log\":\"err\\r\\n\",\"stream\":\"stderr\",\"time\":\"1970-01-01T00:00:03Z\"}\n"
          "{\"log\":\"line\\n\",\"stream\":\"stdout\",\"time\":\"1970-01-01T00:00:04Z\"}\n"
          "no record\n{\"log\":\"cut o",
          "1{||1500}:a \"b\"\n3{||3000}:err\n2{||2000}:half line\n5:no record\n6:cut o\n");
    check("{\"log\":\"\\u001b[31mred\\u001b[0m \\u00e4\\ud83d\\ude00\\ud83dx\\t\\/\\q\\n\"}\n",
          "1:red \xc3\xa4\xf0\x9f\x98\x80\xef\xbf\xbdx\t/q\n");
}

static void reads_loki(void **state)
{
    check("{\"labels\":{\"job\":\"a\"},\"line\":\"one\",\"timestamp\":\"1970-01-01T00:00:01Z\"}\n"
          "{\"labels\": {}, \"line\": \"two\\n\", \"timestamp\": \"1970-01-01T00:00:02Z\"}\n",
          "1{||1000}:one\n2{||2000}:two\n");
    check("{\"line\":12}\n", "1:{\"line\":12}\n");
}

static void reads_lines_of_json(void **state)
{
    check("{\"time\":\"1970-01-01T00:00:01Z\",\"stream\":\"stderr\",\"log\":\"a \\\"b\\\"\\n\"}\n",
          "1{||1000}:a \"b\"\n");
    check("{\"insertId\":\"7\",\"textPayload\":\"a\",\"timestamp\":\"1970-01-01T00:00:01Z\"}\n",
          "1{||1000}:a\n");
    check("{\"timestamp\": 1709287200000, \"message\": \"a\\n\"}\n", "1:a\n");
    check("{\"__REALTIME_TIMESTAMP\":\"1709287200000000\",\"MESSAGE\":\"a\"}\n", "1:a\n");
    check("{\"level\":\"info\",\"ts\":1709287200.5,\"msg\":\"a\"}\nplain\n{\"rows\":2}\n",
          "1:a\n2:plain\n3:{\"rows\":2}\n");
    check("{\"pos\":1,\"out\":\"a\\n\",\"time\":3}\n", "1:a\n");
    check(" {\"date\":1709287200.5, \"log\" : \"a\"}\n", "1:a\n");
    check("{\"time\":\"1970-01-01T00:00:01Z\",\"line\":\"main.c:42\",\"message\":\"a\",\"log\":"
          "\"b\"}\n",
          "1{||1000}:a\n");
    check("{\"a\":{\"msg\":\"x\",\"b\":[1,{\"c\":\"]}\\\"\"}]},\"ts\":1,\"msg\":\"a\"}\n", "1:a\n");
    check("{\"ts\":1,\"msg\":\"cut o", "1:cut o\n");
    check("{\"__REALTIME_TIMESTAMP\":\"1\",\"MESSAGE\":null}\n"
          "{\"__REALTIME_TIMESTAMP\":\"2\",\"MESSAGE\":[27,91,51,49,109,97, 98]}\n",
          "1:\n2:ab\n");
    /* A member that says that there was no error. */
    check("{\"ts\":1,\"msg\":\"a\",\"error\":null}\n{\"ts\":1,\"error\":\"\",\"msg\":\"b\","
          "\"code\":0}\n"
          "{\"ts\":1,\"msg\":\"c\",\"stack\":[],\"errors\":{}}\n{\"ts\":1,\"msg\":\"d\",\"code\":2}"
          "\n",
          "1:a\n2:b\n3:c\n4:{\"ts\":1,\"msg\":\"d\",\"code\":2}\n");
    /* Labels alone make no record of Loki's. */
    check("ok 1\n{\"ts\":1,\"msg\":\"a\",\"labels\":{\"job\":\"x\"}}\n",
          "1:ok 1\n2:{\"ts\":1,\"msg\":\"a\",\"labels\":{\"job\":\"x\"}}\n");
    /* What else tells of an error is not lost. */
    check("{\"ts\":1,\"msg\":\"a\"}\n{\"ts\":1,\"msg\":\"b\",\"error\":\"c\"}\n",
          "1:a\n2:{\"ts\":1,\"msg\":\"b\",\"error\":\"c\"}\n");
    check("{\"ts\":1,\"msg\":\"a\"}\n{\"message\":\"b\"}\n", "1:a\n2:{\"message\":\"b\"}\n");
    /* A program that is tested logs, too. */
    check("a\n{\"ts\":1,\"msg\":\"b\"}\n", "1:a\n2:{\"ts\":1,\"msg\":\"b\"}\n");
    check("{\"ts\":1,\"msg\":\"a\"}\n{\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RUN "
          "x\","
          "\"started\":\"1970-01-01T00:00:01Z\"}]}\n",
          "1:a\n2{|#1|1000}:[1/2] RUN x\n");
    /* Of no log: a tool's own answer. */
    check("{\"message\":\"a\",\"code\":2}\n", "1:{\"message\":\"a\",\"code\":2}\n");
    check("{\"time\":3,\"message\":{\"a\":1}}\n", "1:{\"time\":3,\"message\":{\"a\":1}}\n");
}

static void reads_cri(void **state)
{
    check("1970-01-01T00:00:01Z stdout F one\n1970-01-01T00:00:02Z stdout P tw\n"
          "1970-01-01T00:00:03Z stderr F err\n1970-01-01T00:00:04Z stdout F o\n"
          "1970-01-01T00:00:05Z stdout F\nlost\n1970-01-01T00:00:06Z stdout P end",
          "1{||1000}:one\n3{||3000}:err\n2{||2000}:two\n5{||5000}:\n6:lost\n7{||6000}:end\n");
    check("1970-01-01T00:00:01+00:00 stdout X one\n", "1{||1000}:stdout X one\n");
}

/* BuildKit's records, shipped: in those of a shipper, or behind its prefix. */
static void reads_rawjson_of_shippers(void **state)
{
    check("1970-01-01T00:00:09Z stdout F x\n"
          "1970-01-01T00:00:09Z stdout F {\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] "
          "RUN "
          "x\",\"started\":\"1970-01-01T00:00:01Z\"}]}\n"
          "1970-01-01T00:00:09Z stdout P {\"logs\":[{\"vertex\":\"sha256:a\",\"stream\":1,\n"
          "1970-01-01T00:00:09Z stdout F "
          "\"data\":\"b25lCg==\",\"timestamp\":\"1970-01-01T00:00:02Z\"}]}\n",
          "1{||9000}:x\n2{|#1|1000}:[1/2] RUN x\n3{|#1|2000}!one\n");
    check("a\nsvc-1  | {\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RUN "
          "x\",\"started\":\"1970-01-01T00:00:01Z\"}]}\n"
          "svc-1  | {\"logs\":[{\"vertex\":\"sha256:a\",\"stream\":1,\"data\":\"b25lCg==\","
          "\"timestamp\":\"1970-01-01T00:00:02Z\"}]}\nsvc-1  | b\n",
          "1:a\n2{|#1|1000}:[1/2] RUN x\n3{|#1|2000}!one\n4{svc-1||0}:b\n");
    check(
        "{\"log\":\"x\\n\",\"stream\":\"stdout\"}\n"
        "{\"log\":\"{\\\"vertexes\\\":[{\\\"digest\\\":\\\"sha256:a\\\",\\\"name\\\":\\\"[1/2] RUN "
        "x\\\",\\\"started\\\":\\\"1970-01-01T00:00:01Z\\\"}]}\\n\",\"stream\":\"stdout\"}\n",
        "1:x\n2{|#1|1000}:[1/2] RUN x\n");
}

static void reads_rawjson(void **state)
{
    check("{\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RUN "
          "x\",\"started\":\"1970-01-01T00:"
          "00:01Z\"},{\"digest\":\"sha256:b\",\"name\":\"later\"}]}\n"
          "{\"logs\":[{\"vertex\":\"sha256:a\",\"stream\":1,\"data\":\"b25lCnR3\","
          "\"timestamp\":\"1970-01-01T00:00:02Z\"}]}\n"
          "{\"logs\":[{\"vertex\":\"sha256:a\",\"stream\":2,\"data\":\"bwo=\","
          "\"timestamp\":\"1970-01-01T00:00:03Z\"}]}\n"
          "{\"statuses\":[{\"id\":\"naming to "
          "x\",\"vertex\":\"sha256:a\",\"completed\":\"1970-01-01T00:00:"
          "03Z\"}],\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RUN x\",\"started\":"
          "\"1970-01-01T00:00:01Z\",\"completed\":\"1970-01-01T00:00:04.5Z\"}]}\n"
          "{\"vertexes\":[{\"digest\":\"sha256:b\",\"name\":\"later\",\"completed\":\"1970-01-"
          "01T00:00:"
          "05Z\",\"error\":\"process did not\\ncomplete\"}]}\n"
          "{\"vertexes\":[{\"digest\":\"sha256:c\",\"name\":\"c\",\"started\":\"1970-01-01T00:00:"
          "05Z\","
          "\"completed\":\"1970-01-01T00:00:05Z\",\"cached\":true}]}\n"
          "{\"vertexes\":[{\"digest\":\"sha256:d\",\"name\":\"d\",\"started\":\"1970-01-01T00:00:"
          "05Z\","
          "\"completed\":\"1970-01-01T00:00:06Z\",\"error\":\"context canceled\"}]}\n"
          "ERROR: failed to solve\n",
          "1{|#1|1000}:[1/2] RUN x\n2{|#1|2000}!one\n2{|#1|2000}!two\n4{|#1|3000}:naming to x "
          "done\n4{|#1|4500}:DONE 3.5s\n5{|#2|0}:later\n5{|#2|5000}:ERROR: process did not\n"
          "6{|#3|5000}:c\n6{|#3|5000}:CACHED\n7{|#4|5000}:d\n7{|#4|6000}:CANCELED\n"
          "8:ERROR: failed to solve\n");
    check("{\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RU",
          "1:{\"vertexes\":[{\"digest\":\"sha256:a\",\"name\":\"[1/2] RU\n");
}

/* ---- prefixes ---- */

static void splits_times(void **state)
{
    check("1970-01-02T00:00:00.123456789Z text\n1970-01-02T01:00:00+01:00 text\n"
          "1970-01-01T00:00:01Z\n1970-01-01T00:00:01 text\n2024-02-29T12:00:00Z x\n",
          "1{||86400123}:text\n2{||86400000}:text\n3{||1000}:\n4:1970-01-01T00:00:01 text\n"
          "5{||1709208000000}:x\n");
    check("E0501 00:00:01.500000  12345 file.go:91] text\nI0501 00:00:01.5 a b] x\nError: x\n",
          "1{||1500}:text\n2:I0501 00:00:01.5 a b] x\n3:Error: x\n");
}

static void splits_times_of_some(void **state)
{
    check("1970-01-02T00:00:00.5Z [err]  text\n1970-01-02T00:00:00.5Z [inf]\n"
          "1970-01-02T00:00:00.5Z [info]  x\n",
          "1{||86400500}:text\n2{||86400500}:\n3{||86400500}:[info]  x\n");
    check(
        "x\n1970-Jan-02 00:00:00.500000 text\n1970-Jab-02 00:00:00.5 x\n1970-01-02 00:00:00,5 y\n",
        "1:x\n2{||86400500}:text\n3:1970-Jab-02 00:00:00.5 x\n4:1970-01-02 00:00:00,5 y\n");
    check("1970-Jan-02 00:00:00.5 [DEBUG] #9 15.72 text\n1970-Jan-02 00:00:00.5 [X] text\n",
          "1{|#9|86400500}!text\n2{||86400500}:[X] text\n");
    check("9:00:00 PM: text\n12:00:00 AM: x\n12:00:01 PM: x\n9:00 PM: x\n",
          "1{||75600000}:text\n2:x\n3{||43201000}:x\n4:9:00 PM: x\n");
    check("build\t01-May-2024 00:00:01\ttext\n01-May-2024 00:00:01\t\terror\t01-May-2024 00:00:02\n"
          "error\t01-May-2024 00:00:02\nbuild\t01-May-24 00:00:02\tx\n01-May-2024 00:00:02 "
          "x\n01-Mai-2024 00:00:02\tx\n",
          "1{||1714521601000}:text\n2{||1714521601000}:\terror\t01-May-2024 "
          "00:00:02\n3{||1714521602000}:\n"
          "4:build\t01-May-24 00:00:02\tx\n5:01-May-2024 00:00:02 x\n6:01-Mai-2024 00:00:02\tx\n");
    check("[00:00:01.500] text\n00:00:01.500 text\n00:00:01,500 x\n[00:00] x\n",
          "1{||1500}:text\n2{||1500}:text\n3:00:00:01,500 x\n4:[00:00] x\n");
    /* where the first line has one; and what programs in Python log */
    check("1970-01-02 00:00:00,500 text\nx\n1970-01-02 00:00:00,500 a_b.py:12    INFO  text\n"
          "1970-01-02 00:00:00,500 - a.b - DEBUG - text\n1970-01-02 00:00:00,5 - a.b - ERROR - x\n"
          "1970-01-02 00:00:00,5 a.py INFO x\n",
          "1{||86400500}:text\n2:x\n3{||86400500}:text\n4{||86400500}:text\n"
          "5{||86400500}:ERROR - x\n6{||86400500}:a.py INFO x\n");
}

static void splits_kubectl(void **state)
{
    check("[pod/a-pod/step-build] text\n[pod/a/b] 1970-01-01T00:00:01Z STEP 1/2: FROM a\n[pod/a b] "
          "x\n",
          "1{a-pod/step-build||0}T:text\n2{a/b||1000}:STEP 1/2: FROM a\n3:[pod/a b] x\n");
}

static void splits_tekton(void **state)
{
    check("x\n[a : b-1] text\n[step-c] text\n[d] text\n[error] text\n[1/2] STEP 1: FROM a\n[a : B] "
          "x\n",
          "1:x\n2{a : b-1||0}T:text\n3{step-c||0}T:text\n4{d||0}T:text\n5:[error] text\n"
          "6:[1/2] STEP 1: FROM a\n7:[a : B] x\n");
    check("[build] STEP 1: FROM a\n[build]\n", "1{build||0}T:STEP 1: FROM a\n2{build||0}T:\n");
    check("x\n[build] y\n[webpack-cli] z\n", "1:x\n2:[build] y\n3:[webpack-cli] z\n");
    check("[source-default] x\n[build-and-push] INFO[0000] y\n",
          "1{source-default||0}T:x\n2{build-and-push||0}T:INFO[0000] y\n");
}

static void splits_github(void **state)
{
    check("build\tSet up job\t\xef\xbb\xbf"
          "1970-01-01T00:00:01.0000000Z ##[group]Run make\n"
          "build\tMake\t1970-01-01T00:00:02.0000000Z #5 1.234 text\na\tb\tc\n"
          "\xef\xbb\xbf"
          "1970-01-01T00:00:03Z x\n",
          "1{build||1000}:##[group]Run make\n2{build|#5|2000}!text\n3:a\tb\tc\n4{||3000}:x\n");
}

static void splits_gitlab(void **state)
{
    check("section_start:1560896352:step\r\x1b[0K\x1b[36;1mTitle\x1b[0;m\n"
          "section_end:1560896353:step\r\x1b[0K\n"
          "1970-01-01T00:00:02.000000Z 00O text\n1970-01-01T00:00:03.000000Z 01E+more\n00O text\n",
          "1:Title\n2{||1560896353000}:\n3{||2000}:text\n4{||3000}:more\n5:00O text\n");
}

static void splits_jenkins(void **state)
{
    check("[1970-01-01T00:00:01.000Z] text\n07:47:40 text\n00:00:01,500 [INFO] text\n"
          "00:00:01,500 [ERROR] text\n[1970 x\n",
          "1{||1000}:text\n2{||28060000}:text\n3{||1500}:text\n4:00:00:01,500 [ERROR] text\n"
          "5:[1970 x\n");
    check("00:00:01  a\n00:00:01    b\n00:00:01 c\n", "1{||1000}:a\n2{||1000}:  b\n3{||1000}:c\n");
    check("00:00:01  => a\n00:00:01  b\n", "1{||1000}: => a\n2{||1000}: b\n");
    check("00:00:01 a\n00:00:01  b\n", "1{||1000}:a\n2{||1000}: b\n");
}

static void splits_packer(void **state)
{
    check("x\n    web: x\n==> web: a\n    web: b\n    web:\n    port: 1\n==> db.a-1: c\n    "
          "db.a-1:   d\n",
          "1:x\n2:    web: x\n3:a\n4:b\n5:\n6:    port: 1\n7:c\n8:  d\n");
    check(
        "==> ERROR: a\n==> Downloading https://example.org\n==> web:x\n==> web\n==> \n",
        "1:==> ERROR: a\n2:==> Downloading https://example.org\n3:==> web:x\n4:==> web\n5:==> \n");
}

static void splits_compose_and_cloud_build(void **state)
{
    check("svc-1  | text\nmy_svc_12 | #3 DONE 0.1s\nsvc-1  |\n  5 | code\nname | value\n",
          "1{svc-1||0}:text\n2{my_svc_12|#3|0}:DONE 0.1s\n3{svc-1||0}:\n4:  5 | code\n"
          "5:name | value\n");
    check("Step #0 - \"build\": Step 1/2 : FROM a\nStep #1: text\nStep #x: y\nStep #1 - z\n",
          "1{Step #0 - \"build\"||0}:Step 1/2 : FROM a\n2{Step #1||0}:text\n3:Step #x: y\n"
          "4:Step #1 - z\n");
}

static void splits_netlify(void **state)
{
    check("Line 9: $ x\nLine 10: text\nLine 11: \ny\nLine x: y\n",
          "1:$ x\n2:text\n3:\n4:y\n5:Line x: y\n");
    check("x\nLine 10: text\n", "1:x\n2:Line 10: text\n");
}

static void splits_projects(void **state)
{
    check(
        "packages/web build: x\nScope: 2 of 3 workspace projects\npackages/web build$ vite build\n"
        "packages/web build:css: text\npackages/web build:   x\npackages/web build:\n"
        "src/a.ts error: x\nsrc/core FAILED: x\nweb build: x\n/src/web build: x\na/b is 1: x\n",
        "1:packages/web build: x\n2:Scope: 2 of 3 workspace projects\n3:vite build\n4:text\n5:  x\n"
        "6:\n7:src/a.ts error: x\n8:src/core FAILED: x\n9:web build: x\n10:/src/web build: "
        "x\n11:a/b is 1: x\n");
    check(
        "web:build: x\n• Running build, test in 2 packages\nweb:build: text\n@acme/ui:build: > x\n"
        "web:build:\nnode:fs:573\na:1: x\nhttps://a: x\nError: x: y\na.c:error: x\n",
        "1:web:build: x\n2:• Running build, test in 2 packages\n3:text\n4:> x\n5:\n6:node:fs:573\n"
        "7:a:1: x\n8:https://a: x\n9:Error: x: y\n10:a.c:error: x\n");
    check("#7 0.5 Scope: all 3 workspace projects\n#7 0.6 a/b test: text\n",
          "1{|#7|501}!Scope: all 3 workspace projects\n2{|#7|601}!text\n");
}

static void splits_cloud_foundry(void **state)
{
    check("1970-01-01T01:00:01.00+0100 [STG/0]      OUT text\n"
          "1970-01-01T00:00:02.50+0000 [APP/PROC/WEB/0] ERR   x\n"
          "   1970-01-01T00:00:03Z [API]     ERR\n",
          "1{||1000}:text\n2{||2500}:  x\n3:   1970-01-01T00:00:03Z [API]     ERR\n");
    check("   1970-01-01T00:00:03Z [API]     ERR x\n", "1{||3000}:x\n");
    check("[STG/0]      OUT text\n1970-01-01T00:00:01Z [STG/0] text\n"
          "1970-01-01T00:00:01Z [info] OUT x\n1970-01-01T00:00:01Z [STG/0] OUTER\n",
          "1:[STG/0]      OUT text\n2{||1000}:[STG/0] text\n3{||1000}:[info] OUT x\n"
          "4{||1000}:[STG/0] OUTER\n");
}

static void splits_buildkit(void **state)
{
    check("#7 [1/2] RUN x\n#7 0.123 text\n#7 12.30   indented\n#7 1234. old\n#7 0.5\n#7 "
          "...\n#7\n#x y\n"
          "#7 DONE 1.2s\n",
          "1{|#7|0}:[1/2] RUN x\n2{|#7|124}!text\n3{|#7|12301}!  indented\n4{|#7|1234001}!old\n"
          "5{|#7|501}!\n6{|#7|0}:...\n7{|#7|0}:\n8:#x y\n9{|#7|0}:DONE 1.2s\n");
    check("1.234 seconds\n------\n > [1/2] RUN x:\n1.234 text\n12.3 no\n------\n1.234 text\n",
          "1!seconds\n2:------\n3: > [1/2] RUN x:\n4!text\n5!12.3 no\n6:------\n7!text\n");
    check("x\n1.234 seconds\n > [1/2] RUN x:\n12.34 text\n100.1 text\nrest of a line\n------\n"
          "12.34 text\n",
          "1:x\n2:1.234 seconds\n3: > [1/2] RUN x:\n4!text\n5!text\n6!rest of a line\n7:------\n"
          "8:12.34 text\n");
    check("$ docker build .\n1.234 a\n1.234 b\n1.300 c\n12.34 d\n12.34 e\nf\n12.35 g\n",
          "1:$ docker build .\n2:1.234 a\n3:1.234 b\n4:1.300 c\n5!d\n6!e\n7:f\n8!g\n");
    check("x\n1.234 a\n1.235 b\n1.236 c\ny\n1.237 d\n1.100 e\n1.200 f\n1.300 g\n",
          "1:x\n2:1.234 a\n3:1.235 b\n4:1.236 c\n5:y\n6:1.237 d\n7:1.100 e\n8:1.200 f\n"
          "9:1.300 g\n");
    /* behind what shippers put there */
    check("web-1  | x\nweb-1  | 1.100 a\nweb-1  | 1.200 b\nweb-1  | 1.300 c\nweb-1  | 1.400 d\n"
          "web-1  | e\n",
          "1{web-1||0}:x\n2{web-1||0}:1.100 a\n3{web-1||0}:1.200 b\n4{web-1||0}:1.300 c\n"
          "5{web-1||0}!d\n6{web-1||0}:e\n");
    check(
        "00:00:01 ------\n00:00:01  > [1/2] RUN x:\n00:00:01 12.34 a\n00:00:01 b\n00:00:01 ------\n"
        "00:00:01 c\n",
        "1{||1000}:------\n2{||1000}: > [1/2] RUN x:\n3{||1000}!a\n4{||1000}!b\n"
        "5{||1000}:------\n6{||1000}:c\n");
    /* with the vertex' number, or 0 */
    check("#0 1.234 text\n > [1/2] RUN x:  \n#9 1.234 text\n#0 1.234 text\n#9 [1/2] RUN y\n#9 0.5 "
          "z\n",
          "1{||1235}!text\n2: > [1/2] RUN x:  \n3{||1235}!text\n4{||1235}!text\n"
          "5{|#9|0}:[1/2] RUN y\n6{|#9|501}!z\n");
}

static void splits_what_all_lines_share(void **state)
{
    /* an indentation, of which the first line may have lost some */
    check("    a\n      b\n\n        c\n    d\n   e\n    f\ng\n    h\n",
          "1:a\n2:b\n3:\n4:  c\n5:d\n6:e\n7: f\n8:g\n9:    h\n");
    /* no trace, and what programs begin lines with */
    check("Error: x\n    at a\n    at b\n", "1:Error: x\n2:    at a\n3:    at b\n");
    check("  x\n  y\n", "1:  x\n2:  y\n");
    /* the name that somebody puts before a builder's lines */
    check("[Info]    x\n[Build]   Step 1/2 : FROM a\n[Build]    ---> b\n[Info]    y\n",
          "1:[Info]    x\n2:Step 1/2 : FROM a\n3: ---> b\n4:[Info]    y\n");
    check("image (local-exec): #1 [internal] load x\nimage (local-exec): #2 0.123 y\n",
          "1{|#1|0}:[internal] load x\n2{|#2|124}!y\n");
    check("1970-01-01T00:00:01Z x: [1/2] STEP 1/2: FROM a\n1970-01-01T00:00:01Z x: y\n",
          "1{||1000}:[1/2] STEP 1/2: FROM a\n2{||1000}:y\n");
    check("remote: -----> x\nremote:        y\nTo x\n", "1:-----> x\n2:y\n3:To x\n");
    /* what buildpacks run is indented, once */
    check("-----> x\n       y\n                 z\n !     w\n",
          "1:-----> x\n2:y\n3:          z\n4: !     w\n");
    check("remote:        y\nremote:  !     z\nremote: x\n", "1:y\n2: !     z\n3:x\n");
    check("remote: x\nremote:        y\n", "1:remote: x\n2:y\n");
    /* pip's output in a list or a comment */
    check("* Installing collected packages: a\n* x\n** y\n",
          "1:Installing collected packages: a\n2:x\n3:** y\n");
    check("Log data follows:\n| DEBUG: Executing shell function do_compile\n| cc: x\n| | y\nERROR: "
          "z\n",
          "1:Log data follows:\n2:DEBUG: Executing shell function do_compile\n3:cc: x\n4:| y\n"
          "5:ERROR: z\n");
    check("a Installing collected packages: a\na x\n",
          "1:a Installing collected packages: a\n2:a x\n");
    /* which is none */
    check("-------> x\n--y\n", "1:-------> x\n2:--y\n");
    check("+ echo Step 1/2 : RUN x\n+ echo y\n", "1:+ echo Step 1/2 : RUN x\n2:+ echo y\n");
    check("== Step 1/2 : compile\n== y\n", "1:== Step 1/2 : compile\n2:== y\n");
    check("Step 1/2 : FROM a\nx Step 2/2 : RUN b\nx y\n",
          "1:Step 1/2 : FROM a\n2:x Step 2/2 : RUN b\n3:x y\n");
    check(" => [internal] load x\n y\n", "1: => [internal] load x\n2: y\n");
}

static void keeps_prefixes_through_redraws(void **state)
{
    check("#7 1.234 10%\r 50%\r100% done\n1970-01-01T00:00:01Z a\rb\n#7 2.000 x\r#7 DONE 0.1s\n",
          "1{|#7|1235}!100% done\n2{||1000}:b\n3{|#7|2001}!#7 DONE 0.1s\n");
}

static void splits_several(void **state)
{
    check("[pod/p/step-b] 1970-01-01T00:00:01Z svc-1  | #4 0.100 Step 1/2 : FROM z\n",
          "1{p/step-b|#4|1000}T!Step 1/2 : FROM z\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_docker_json),
        cmocka_unit_test(reads_loki),
        cmocka_unit_test(reads_lines_of_json),
        cmocka_unit_test(reads_cri),
        cmocka_unit_test(reads_rawjson),
        cmocka_unit_test(reads_rawjson_of_shippers),
        cmocka_unit_test(splits_times),
        cmocka_unit_test(splits_times_of_some),
        cmocka_unit_test(splits_kubectl),
        cmocka_unit_test(splits_tekton),
        cmocka_unit_test(splits_github),
        cmocka_unit_test(splits_gitlab),
        cmocka_unit_test(splits_jenkins),
        cmocka_unit_test(splits_compose_and_cloud_build),
        cmocka_unit_test(splits_netlify),
        cmocka_unit_test(splits_projects),
        cmocka_unit_test(splits_packer),
        cmocka_unit_test(splits_cloud_foundry),
        cmocka_unit_test(splits_buildkit),
        cmocka_unit_test(splits_what_all_lines_share),
        cmocka_unit_test(keeps_prefixes_through_redraws),
        cmocka_unit_test(splits_several),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
