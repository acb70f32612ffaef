/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --check-rules (check_rules.h): rules that fire on the logs of good builds. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "check_rules.h"
#include "redact.h"
#include "stream.h"
#include "text_cut.h"
#include "xalloc.h"

/* These logs are small: some hundreds of lines. */
#define LARGEST_LOG (16 * MIB)
/* Of a line that a rule fires on. */
#define SHOWN (size_t)200

static bool is_hidden_by_noise(const struct rule *const *hits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hits[i]->rank == RANK_NOISE)
            return true;
    }
    return false;
}

static size_t check_line(struct rules *rules, const struct rule **hits, struct span line,
                         const char *log, struct strbuf *findings)
{
    size_t count = rules_find(rules, line, hits);
    STRBUF_AUTO(masked, 4 * SHOWN);

    if (is_hidden_by_noise(hits, count))
        return 0;
    if (count)
        redact_append(&masked, text_cut(line, SHOWN));
    for (size_t i = 0; i < count; i++)
        strbuf_addf(findings, "%s: rule '%s': fires on the log of a good build, %s: '%s'\n",
                    QUOTE(hits[i]->file), hits[i]->id, QUOTE(log), QUOTE(masked.data));
    return count;
}

static bool check_log(struct rules *rules, const char *folder, const char *name,
                      struct strbuf *findings, size_t *ret_count, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    CLEANUP(cleanup_free) const struct rule **hits = xcalloc(rules->count + 1, sizeof *hits);
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, err);
    STRBUF_AUTO(text, LARGEST_LOG);
    struct span rest;
    struct span line;

    if (!in || !stream_read_all(in, &text, path, err))
        return false;
    rest = strbuf_span(&text);
    while (span_next_line(&rest, &line))
        *ret_count += check_line(rules, hits, line, name, findings);
    return true;
}

static int is_log(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && (span_ends_with(span_string(entry->d_name), ".txt") ||
                                       span_ends_with(span_string(entry->d_name), ".log"));
}

bool rules_check_success(struct rules *rules, const char *folder, struct strbuf *findings,
                         size_t *ret_count, struct error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_log, alphasort);
    bool good = true;

    if (count < 0)
        return error_set_errno(err, errno, "cannot read the folder '%s'", QUOTE(folder));
    for (int i = 0; i < count; i++) {
        good = good && check_log(rules, folder, entries[i]->d_name, findings, ret_count, err);
        free(entries[i]);
    }
    free(entries);
    return good;
}
