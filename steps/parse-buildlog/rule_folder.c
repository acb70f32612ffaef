/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "limits.h"
#include "strbuf.h"
#include "stream.h"
#include "xalloc.h"

static int is_rule_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && span_ends_with(span_string(entry->d_name), ".json");
}

/* A pipe of that name would be waited for. */
static bool is_regular(const char *path, struct error *err)
{
    struct stat found;

    if (stat(path, &found) != 0)
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    return S_ISREG(found.st_mode) ||
           error_set(err, ERROR_MALFORMED, "'%s' is not a regular file", QUOTE(path));
}

static bool read_file(const char *folder, const char *name, rule_folder_file *file, void *context,
                      struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    CLEANUP(cleanup_stream)
    struct stream *in = is_regular(path, err) ? stream_open_file(path, err) : NULL;
    STRBUF_AUTO(text, LIMIT_RULE_FILE);

    return in && stream_read_all(in, &text, path, err) &&
           file(context, name, strbuf_span(&text), err);
}

bool rule_folder_read(const char *folder, rule_folder_file *file, void *context, size_t *ret_count,
                      struct error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_rule_file, alphasort);
    bool good = true;

    if (count < 0)
        return error_set_errno(err, errno, "cannot read the folder '%s'", QUOTE(folder));
    for (int i = 0; i < count; i++) {
        good = good && read_file(folder, entries[i]->d_name, file, context, err);
        free(entries[i]);
    }
    free(entries);
    *ret_count = (size_t)count;
    return good;
}
