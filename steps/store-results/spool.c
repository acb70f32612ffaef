/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spool.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "output.h"
#include "stream.h"
#include "xalloc.h"

/* TIME-HEX. with both in full. */
#define TIME_DIGITS 20
#define HEX_DIGITS 32
#define STEM (TIME_DIGITS + 1 + HEX_DIGITS)
/* What is appended to the name of what was set aside. */
#define REFUSED ".refused"

/* ".raw-log" or ".N.raw-log". */
static bool parse_raw_log(struct span rest, uint64_t *ret_masked)
{
    struct span number;

    *ret_masked = 0;
    if (span_equal_string(rest, ".raw-log"))
        return true;
    return span_eat(&rest, ".") && span_split(&rest, '.', &number) &&
           span_to_uint64(number, ret_masked) && span_equal_string(rest, "raw-log");
}

bool spool_name_parse(const char *name, struct spooled *ret)
{
    struct span rest = span_string(name);
    uint64_t time;

    if (rest.len <= STEM || !span_to_uint64(span_head(rest, TIME_DIGITS), &time) ||
        rest.data[TIME_DIGITS] != '-' ||
        !span_is_hex(span_head(span_skip(rest, TIME_DIGITS + 1), HEX_DIGITS), HEX_DIGITS))
        return false;
    rest = span_skip(rest, STEM);
    if (span_equal_string(rest, ".document")) {
        ret->kind = SPOOLED_DOCUMENT;
        return true;
    }
    if (parse_raw_log(rest, &ret->masked)) {
        ret->kind = SPOOLED_RAW_LOG;
        return true;
    }
    ret->kind = SPOOLED_INDEX;
    return span_eat(&rest, ".") && index_day_parse(rest, &ret->day) &&
           span_equal_string(span_skip(rest, strlen(ret->day.text)), ".index");
}

/* ---- the folder ---- */

static int is_ours(const struct dirent *entry)
{
    struct spooled spooled;

    return spool_name_parse(entry->d_name, &spooled);
}

static void add_name(struct spool *spool, const char *name)
{
    XGROW(spool->names, spool->count, spool->capacity);
    spool->names[spool->count++] = xstrdup(name);
}

static int is_refused(const struct dirent *entry)
{
    struct span name = span_string(entry->d_name);

    return name.len > STEM && name.data[TIME_DIGITS] == '-' && span_ends_with(name, REFUSED);
}

static bool count_refused(struct spool *spool, struct error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(spool->folder, &entries, is_refused, alphasort);

    if (count < 0)
        return error_set_errno(err, errno, "cannot read the spool '%s'", QUOTE(spool->folder));
    spool->refused = (size_t)count;
    while (count > 0)
        free(entries[--count]);
    free(entries);
    return true;
}

/* What is new is kept behind what waits, whatever the clock says by now. */
static void heed_last_time(struct spool *spool)
{
    if (spool->count)
        span_to_uint64(span_of(spool->names[spool->count - 1], TIME_DIGITS), &spool->last);
}

static bool make_private_folder(const char *folder, struct error *err)
{
    mode_t mask = umask(077);
    bool made = make_folders(folder, err);

    umask(mask);
    return made;
}

bool spool_open(struct spool *spool, const char *folder, struct error *err)
{
    struct dirent **entries = NULL;
    int count;

    if (!make_private_folder(folder, err))
        return false;
    /* As many digits in each: the order of names is that of time. */
    count = scandir(folder, &entries, is_ours, alphasort);
    if (count < 0)
        return error_set_errno(err, errno, "cannot read the spool '%s'", QUOTE(folder));
    spool->folder = xstrdup(folder);
    for (int i = 0; i < count; i++) {
        add_name(spool, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    heed_last_time(spool);
    return count_refused(spool, err);
}

void spool_release(struct spool *spool)
{
    for (size_t i = 0; i < spool->count; i++)
        free(spool->names[i]);
    free(spool->names);
    free(spool->folder);
    *spool = (struct spool){0};
}

static char *path_of(const struct spool *spool, const char *name)
{
    return xasprintf("%s/%s", spool->folder, name);
}

/* ---- keeping ---- */

static uint64_t next_time(struct spool *spool)
{
    struct timespec now;
    uint64_t time;

    clock_gettime(CLOCK_REALTIME, &now);
    time = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
    spool->last = time > spool->last ? time : spool->last + 1;
    return spool->last;
}

/* What waits already, NULL: it does not. */
static const char *find_name(const struct spool *spool, const char *hex_and_kind)
{
    for (size_t i = 0; i < spool->count; i++)
        if (strcmp(spool->names[i] + TIME_DIGITS + 1, hex_and_kind) == 0)
            return spool->names[i];
    return NULL;
}

/* What is to be kept. */
struct content {
    struct digest identity; /* two things of the same are one */
    const char *kind;
    struct span bytes;
    const struct object_file *file; /* instead of bytes; NULL: there is none */
};

static bool write_content(struct output *out, const struct content *content, struct error *err)
{
    return content->file ? object_file_copy(content->file, out->fd, out->path, err)
                         : output_write(out, content->bytes, err);
}

/* A large log was written in this folder in the first place. */
static bool has_named(const struct content *content, const char *path)
{
    return content->file && !content->file->in_memory && name_file(content->file->fd, path);
}

/* With --no-redact there are secrets in it. */
static bool write_private(const char *path, const struct content *content, struct error *err)
{
    mode_t mask = umask(077);
    struct output out;
    bool done = output_open(&out, path, err);

    umask(mask);
    if (!done)
        return false;
    done = write_content(&out, content, err) && output_commit(&out, err);
    output_abort(&out);
    return done;
}

static bool keep(struct spool *spool, const struct content *content, const char **ret_name,
                 struct error *err)
{
    CLEANUP(cleanup_free)
    char *rest =
        xasprintf("%.*s.%s", HEX_DIGITS, DIGEST_HEX_TEXT(&content->identity), content->kind);
    CLEANUP(cleanup_free) char *name = NULL;
    CLEANUP(cleanup_free) char *path = NULL;

    *ret_name = find_name(spool, rest);
    if (*ret_name)
        return true;
    name = xasprintf("%0*" PRIu64 "-%s", TIME_DIGITS, next_time(spool), rest);
    path = path_of(spool, name);
    if (!has_named(content, path) && !write_private(path, content, err))
        return false;
    add_name(spool, name);
    *ret_name = spool->names[spool->count - 1];
    return true;
}

/* A document's metadata may differ: a retry has another time. */
static struct digest identity_of(const struct kept *kept)
{
    CLEANUP(cleanup_free)
    char *identity = xasprintf("%s\n%s", kept->key, kept->result_sha256 ? kept->result_sha256 : "");

    return kept->file ? kept->sha256 : digest_of(span_string(identity));
}

bool spool_keep(struct spool *spool, const struct kept *kept, const char **ret_name,
                struct error *err)
{
    CLEANUP(cleanup_free) char *log = xasprintf("%zu.%s", kept->masked, KEPT_RAW_LOG);
    struct content content = {.identity = identity_of(kept),
                              .kind = kept->file ? log : "document",
                              .bytes = kept_body(kept),
                              .file = kept->file};

    return keep(spool, &content, ret_name, err);
}

bool spool_keep_index(struct spool *spool, const struct index_day *day, struct span rows,
                      struct error *err)
{
    CLEANUP(cleanup_free) char *kind = xasprintf("%s.index", day->text);
    struct content content = {.identity = digest_of(rows), .kind = kind, .bytes = rows};
    const char *name;

    return keep(spool, &content, &name, err);
}

/* ---- sending ---- */

bool spool_read(const struct spool *spool, const char *name, struct strbuf *out, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(spool, name);
    CLEANUP(cleanup_stream) struct stream *in = stream_open_regular(path, err);

    return in && stream_read_all(in, out, path, err);
}

bool spool_open_file(const struct spool *spool, const char *name, struct object_file *ret,
                     struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(spool, name);
    int fd = file_open_regular(path, err);

    return fd >= 0 && object_file_of_take(ret, fd, path, err);
}

bool spool_remove(const struct spool *spool, const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(spool, name);

    return unlink(path) == 0 || errno == ENOENT ||
           error_set_errno(err, errno, "cannot remove '%s'", QUOTE(path));
}

bool spool_set_aside(const struct spool *spool, const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = path_of(spool, name);
    CLEANUP(cleanup_free) char *aside = xasprintf("%s" REFUSED, path);

    return rename(path, aside) == 0 || errno == ENOENT ||
           error_set_errno(err, errno, "cannot rename '%s'", QUOTE(path));
}
