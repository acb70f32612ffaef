/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chop and slap: each log, of the shared inputs and of our own, cut off at many places, gives a result that is
 * JSON, with steps and a failure within it, and with no cause that is not in the text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdlib.h>

#include "input.h"
#include "json_in.h"
#include "records.h"
#include "report.h"

#define LONGEST_LOG (16 * MIB)

static struct rules *rules;

static void add_clean_line(void *context, const struct log_line *line)
{
    strbuf_add_span(context, line->text);
    strbuf_add_byte(context, '\n');
}

static void physical_line(void *context, const struct log_line *line)
{
    records_line(context, line);
}

/* The log as a person sees it, out of what shippers wrapped around its lines. */
static void clean(struct span log, struct strbuf *out)
{
    struct line_reader reader;
    struct records records;

    line_reader_init(&reader, physical_line, &records);
    reader.kept_start = prefixes_length;
    records_init(&records, &reader, add_clean_line, out);
    line_reader_feed(&reader, log);
    line_reader_finish(&reader);
    records_finish(&records);
    records_release(&records);
    line_reader_release(&reader);
}

static bool steps_lie_within(const struct analysis *a)
{
    for (size_t i = 0; i < a->steps.count; i++) {
        const struct step *step = &a->steps.items[i];

        if (step->first_line < 1 || step->last_line < step->first_line ||
            step->last_line > a->lines || step->milliseconds < -1)
            return false;
    }
    return true;
}

static bool cause_is_in(const struct analysis *a, struct span log)
{
    STRBUF_AUTO(text, LONGEST_LOG);

    if (!a->failure)
        return true;
    clean(log, &text);
    return a->failure->line >= 1 && a->failure->line <= a->lines && a->failure->offset < log.len &&
           span_contains(strbuf_span(&text), a->failure->text);
}

static bool is_json(const struct analysis *a)
{
    struct error err = {0};
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, 16 * MIB);
    json_out_object(&w);
    report_json(a, &w);
    json_out_end(&w);

    CLEANUP(cleanup_json) json_t *result = json_in_parse(strbuf_span(&w.buf), "the result", &err);
    return json_is_object(result);
}

static void check_cut(const char *name, struct span log)
{
    CLEANUP(cleanup_analysis) struct analysis *a = analysis_new(rules, OUTCOME_UNKNOWN);

    analysis_feed(a, log);
    analysis_finish(a);
    if (!steps_lie_within(a) || !cause_is_in(a, log) || !is_json(a))
        fail_msg("%s, cut after %zu bytes", name, log.len);
}

static void check_log(const char *path, size_t cuts)
{
    struct error err = {0};
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, &err);
    STRBUF_AUTO(log, LONGEST_LOG);

    assert_true(in && stream_read_all(in, &log, path, &err));
    for (size_t i = 1; i <= cuts; i++)
        check_cut(path, span_head(strbuf_span(&log), log.len * i / cuts));
}

/* False when there are none. */
static bool check_logs(const char *folder, const char *names, size_t cuts)
{
    STRBUF_AUTO(pattern, 4096);
    glob_t found;

    strbuf_addf(&pattern, "%s/%s", folder, names);
    if (glob(pattern.data, 0, NULL, &found) != 0)
        return false;
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_log(found.gl_pathv[i], cuts);
    globfree(&found);
    return true;
}

static void cuts_the_shared_logs(void **state)
{
    const char *shared = getenv("BUILD_ANALYSIS_SHARED");

    if (!check_logs(shared ? shared : "../shared", "data/build-logs/*.log", 200)) {
        print_message("# needs the shared inputs (BUILD_ANALYSIS_SHARED)\n");
        skip();
    }
}

/* Those of the golden cases, which are of every form. */
static void cuts_our_own_logs(void **state)
{
    assert_true(check_logs("tests/golden/parse-buildlog", "*.d/stdin", 50));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts_the_shared_logs),
                                       cmocka_unit_test(cuts_our_own_logs)};
    struct error err = {0};
    int failed;

    rules = rules_load(&err);
    failed = rules ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    rules_free(rules);
    return failed;
}
