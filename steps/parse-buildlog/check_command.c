/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check_command.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "check_rules.h"
#include "check_words.h"
#include "output.h"
#include "rules_read.h"
#include "xalloc.h"

/* A line for each finding. */
#define LONGEST_FINDINGS (1 * MIB)

static bool write_all(const char *path, struct span bytes, struct error *err)
{
    struct output out = {0};
    bool written =
        output_open(&out, path, err) && output_write(&out, bytes, err) && output_commit(&out, err);

    output_abort(&out);
    return written;
}

/* The folder's own logs of good builds, where none are named; NULL: there are none. */
static char *success_folder(const char *folder, const char *given)
{
    CLEANUP(cleanup_free)
    char *path = given ? xstrdup(given) : folder ? xasprintf("%s/success", folder) : NULL;

    return given || (path && access(path, F_OK) == 0) ? STEAL(path) : NULL;
}

/* The words that are built in, or the folder's, if it has any. Adds to *ret_count. */
static bool check_endings(const char *folder, struct strbuf *findings, size_t *ret_count,
                          struct error *err)
{
    CLEANUP(cleanup_free) char *path = folder ? xasprintf("%s/endings", folder) : NULL;
    CLEANUP(cleanup_word_lists) struct word_lists *lists = NULL;

    if (path && access(path, F_OK) != 0 && errno == ENOENT)
        return true;
    lists = path ? words_read_folder(path, err) : words_read_built_in(err);
    if (lists)
        *ret_count += words_check(lists, findings);
    return lists != NULL;
}

static bool tell(const struct rules *rules, bool tried_logs, size_t count, struct strbuf *findings,
                 const char *output, struct error *err)
{
    if (count == 0)
        strbuf_addf(findings, "%zu rules in %zu files, version %s: nothing found%s\n", rules->count,
                    rules->file_count, rules->version,
                    tried_logs ? "" : " (no logs of good builds were tried)");
    if (!write_all(output, strbuf_span(findings), err))
        return false;
    return count == 0 || error_set(err, ERROR_MALFORMED, "%zu finding%s in the rules", count,
                                   count == 1 ? "" : "s");
}

bool check_command(const char *folder, const char *success_logs, const char *output,
                   struct error *err)
{
    CLEANUP(cleanup_rules)
    struct rules *rules = folder ? rules_read_folder(folder, err) : rules_read_built_in(err);
    CLEANUP(cleanup_free) char *logs = success_folder(folder, success_logs);
    STRBUF_AUTO(findings, LONGEST_FINDINGS);
    size_t count;

    if (!rules)
        return false;
    count = rules_check(rules, &findings);
    if (!check_endings(folder, &findings, &count, err))
        return false;
    if (logs && !rules_check_success(rules, logs, &findings, &count, err))
        return false;
    return tell(rules, logs != NULL, count, &findings, output, err);
}
