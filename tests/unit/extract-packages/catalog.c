/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalog.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "json_in.h"
#include "stream.h"
#include "wanted_list.h"
#include "xalloc.h"

#define MOST_SAMPLES 64

struct run {
    struct run *before;
    const struct cataloger *cataloger;
    struct findings *findings;
    struct file_facts files[MOST_SAMPLES];
    struct json_out facts[MOST_SAMPLES];
    size_t count;
};

static void parse_sample(struct run *run, const struct wanted *wanted, const struct sample *sample)
{
    struct error err = {0};
    struct span bytes =
        sample->size ? span_of(sample->text, sample->size) : span_string(sample->text);
    bool need_whole = false;
    struct wanted_file file = {.wanted = wanted,
                               .path = span_string(sample->path),
                               .bytes = bytes,
                               .digest = digest_of(bytes),
                               .size = bytes.len,
                               .complete = true,
                               .need_whole = &need_whole};
    struct json_out *facts = &run->facts[run->count];

    assert_true(run->count < MOST_SAMPLES);
    json_out_init_buffer(facts, 16 * MIB);
    if (!run->cataloger->parse(&file, facts, &err)) {
        findings_warn(run->findings, "malformed", file.path, "%s", err.message);
        json_out_release(facts);
        return;
    }
    assert_true(json_out_finish(facts, &err));
    run->files[run->count++] = (struct file_facts){.path = file.path,
                                                   .real = file.path,
                                                   .wanted = wanted,
                                                   .facts = strbuf_span(&facts->buf),
                                                   .layer = sample->layer};
}

static int compare_files(const void *left, const void *right)
{
    const struct file_facts *a = left;
    const struct file_facts *b = right;
    int order = span_compare(a->path, b->path);

    return order ? order : (a->layer < b->layer) - (a->layer > b->layer);
}

/* Sorts by path; of each path the highest layer stays, the others hang below it. */
static struct file_set overlay(struct run *run, struct file_facts *seen)
{
    size_t count = 0;

    qsort(run->files, run->count, sizeof *run->files, compare_files);
    for (size_t i = 0; i + 1 < run->count; i++)
        if (span_equal(run->files[i].path, run->files[i + 1].path))
            run->files[i].below = &run->files[i + 1];
    for (size_t i = 0; i < run->count; i++)
        if (i == 0 || !span_equal(run->files[i - 1].path, run->files[i].path))
            seen[count++] = run->files[i];
    return (struct file_set){seen, count};
}

static void parse_all(struct run *run, const struct sample *samples, size_t count)
{
    struct wanted_list list = {0};

    wanted_list_add_catalogers(&list, &run->cataloger, 1);
    for (size_t i = 0; i < count; i++) {
        const struct wanted_entry *entry = NULL;

        if (wanted_list_match(&list, span_string(samples[i].path), &entry, 1) == 1)
            parse_sample(run, entry->wanted, &samples[i]);
    }
    wanted_list_release(&list);
}

/* Facts are there until findings_finish(): those of a test are freed by the next one's. */
static struct run *kept;

static void release_runs(void)
{
    while (kept) {
        struct run *run = kept;

        kept = run->before;
        for (size_t i = 0; i < run->count; i++)
            json_out_release(&run->facts[i]);
        free(run);
    }
}

void catalog_more(struct findings *findings, const struct cataloger *cataloger,
                  const struct sample *samples, size_t count)
{
    struct run *run = xcalloc(1, sizeof *run);
    struct file_facts seen[MOST_SAMPLES];
    struct error err = {0};

    run->before = kept;
    kept = run;
    run->cataloger = cataloger;
    run->findings = findings;
    parse_all(run, samples, count);
    struct file_set files = overlay(run, seen);
    if (!cataloger->assemble(&files, findings, &err))
        fail_msg("%s", err.message);
}

void catalog(struct findings *findings, const struct cataloger *cataloger,
             const struct sample *samples, size_t count)
{
    if (!kept)
        atexit(release_runs);
    release_runs();
    findings_init(findings);
    catalog_more(findings, cataloger, samples, count);
}

char *read_shared(const char *path)
{
    const char *shared = getenv("BUILD_ANALYSIS_SHARED");
    char *full = xasprintf("%s/data/%s", shared ? shared : "../shared", path);
    struct error err = {0};
    char *text = NULL;

    STRBUF_AUTO(content, LIMIT_WANTED_FILE);
    CLEANUP(cleanup_stream) struct stream *file = stream_open_file(full, &err);
    if (file && stream_read_all(file, &content, full, &err))
        text = strbuf_detach(&content);
    free(full);
    return text;
}

void assert_json(const json_t *value, const char *expected)
{
    CLEANUP(cleanup_free)
    char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    CLEANUP(cleanup_free) char *wanted = xstrdup(expected);

    for (char *quote = strchr(wanted, '\''); quote; quote = strchr(quote, '\''))
        *quote = '"';
    assert_string_equal(text, wanted);
}

void assert_list(const json_t *list, const char *expected)
{
    CLEANUP(cleanup_json) json_t *entries = json_new_array();

    for (size_t i = 0; i < json_array_size(list); i++)
        json_append_take(entries, findings_list_entry(list, i));
    assert_json(entries, expected);
}

json_t *package_named(const struct findings *findings, const char *name)
{
    json_t *found = NULL;
    json_t *package;
    size_t i;

    json_array_foreach (findings->packages, i, package) {
        if (strcmp(json_in_string_or(package, "name", ""), name) != 0)
            continue;
        if (found)
            fail_msg("'%s' is there twice", name);
        found = package;
    }
    if (!found)
        fail_msg("'%s' is not there", name);
    return found;
}

char *warning_text(const struct findings *findings, size_t i)
{
    const json_t *warning = json_array_get(findings->warnings, i);

    return xasprintf("%s %s: %s", json_in_string_or(warning, "code", ""),
                     json_in_string_or(warning, "path", ""),
                     json_in_string_or(warning, "message", ""));
}
