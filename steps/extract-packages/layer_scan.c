/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_scan.h"

#include <string.h>

#include "tar_reader.h"
#include "xalloc.h"

struct scan {
    struct tar_reader *tar;
    const char *name;
    const struct wanted_list *wanted;
    struct layer_facts *facts;
    const struct wanted_entry *matches[MOST_MATCHES];
    size_t match_count;
};

/* What layer_facts refuses does not know which layer it is. */
static bool named(const struct scan *scan, bool done, struct error *err)
{
    return done || error_prefix(err, "%s", scan->name);
}

/* ---- whiteouts (image-spec layer.md, "Whiteouts") ---- */

#define WHITEOUT ".wh."
#define WHITEOUT_META ".wh..wh."
#define WHITEOUT_OPAQUE ".wh..wh..opq"

/* The path that the marker's name stands for; false when it is no name that can be. */
static bool hidden_path(struct strbuf *out, struct span parent, struct span marker)
{
    struct span name = span_skip(marker, strlen(WHITEOUT));

    if (!name.len || span_equal_string(name, ".") || span_equal_string(name, ".."))
        return false;
    strbuf_add_span(out, parent);
    if (parent.len)
        strbuf_add_byte(out, '/');
    strbuf_add_span(out, name);
    return true;
}

/* True if the member is a marker, which never shows in the image. */
static bool note_whiteout(struct scan *scan, struct span path, bool *ret_is_marker,
                          struct error *err)
{
    struct span parent = path_parent(path);
    struct span name = parent.len ? span_skip(path, parent.len + 1) : path;

    *ret_is_marker = span_starts_with(name, WHITEOUT);
    if (!*ret_is_marker)
        return true;
    if (span_equal_string(name, WHITEOUT_OPAQUE))
        return named(scan, layer_facts_add_path(scan->facts, &scan->facts->opaque, parent, err),
                     err);
    /* Other names of AUFS's own (.wh..wh.plnk ...) hide nothing. */
    if (span_starts_with(name, WHITEOUT_META))
        return true;
    STRBUF_AUTO(hidden, LIMIT_PATH);
    if (!hidden_path(&hidden, parent, name))
        return true;
    return named(scan,
                 layer_facts_add_path(scan->facts, &scan->facts->whiteouts, strbuf_span(&hidden),
                                      err),
                 err);
}

/* ---- the data of a wanted file ---- */

struct content {
    struct strbuf bytes;
    struct sha256 *hash;
    struct digest digest;
    uint64_t size;
};

static bool read_content(struct scan *scan, struct content *content, bool keep, struct error *err)
{
    struct span piece;

    for (;;) {
        if (!tar_reader_data(scan->tar, &piece, err))
            return false;
        if (!piece.len)
            break;
        if (content->hash)
            sha256_add(content->hash, piece.data, piece.len);
        if (keep && !strbuf_overflowed(&content->bytes))
            strbuf_add_span(&content->bytes, piece);
    }
    if (content->hash)
        content->digest = sha256_finish(STEAL(content->hash));
    return true;
}

static void set_problem(struct layer_file *file, const char *code, const char *text)
{
    file->problem_code = code;
    file->problem = xstrdup(text);
}

static void parse_content(const struct wanted_entry *entry, struct span path,
                          const struct content *content, struct layer_file *file)
{
    struct error why = {0};
    struct wanted_file wanted = {
        .wanted = entry->wanted,
        .path = path,
        .bytes = strbuf_span(&content->bytes),
        .digest = content->digest,
        .size = content->size,
        .complete = true,
    };
    JSON_OUT_AUTO(w);

    if (entry->wanted->how == WANTED_WHOLE && content->size > entry->cataloger->limit) {
        CLEANUP(cleanup_free)
        char *text =
            xasprintf("has %llu bytes, more than the %zu that %s reads: its content is not listed",
                      (unsigned long long)content->size, entry->cataloger->limit,
                      entry->cataloger->name);
        set_problem(file, "too-large", text);
        return;
    }
    json_out_init_buffer(&w, LIMIT_WANTED_FILE);
    if (!entry->cataloger->parse(&wanted, &w, &why) || !json_out_finish(&w, &why)) {
        set_problem(file, "malformed", why.message);
        return;
    }
    file->facts_len = w.buf.len;
    file->facts = strbuf_detach(&w.buf);
}

struct layer_file *layer_file_of_name(struct span path, const struct wanted_entry *entry)
{
    static const struct content nothing = {.bytes = {.data = strbuf_empty}};
    struct layer_file *file = xcalloc(1, sizeof *file);

    file->path = xmemdup0(path.data, path.len);
    file->cataloger = entry->cataloger;
    file->wanted = entry->wanted;
    file->next_same_path = PATH_MAP_NONE;
    parse_content(entry, path, &nothing, file);
    return file;
}

static size_t bytes_wanted(const struct scan *scan)
{
    size_t most = 0;

    for (size_t i = 0; i < scan->match_count; i++)
        if (scan->matches[i]->wanted->how == WANTED_WHOLE &&
            scan->matches[i]->cataloger->limit > most)
            most = scan->matches[i]->cataloger->limit;
    return most;
}

static bool digest_wanted(const struct scan *scan)
{
    for (size_t i = 0; i < scan->match_count; i++)
        if (scan->matches[i]->wanted->how == WANTED_DIGEST)
            return true;
    return false;
}

static bool take_file(struct scan *scan, const struct member *m, struct error *err)
{
    struct content content = {0};
    size_t most = bytes_wanted(scan);
    bool done = true;

    /* The member's name lives in the tar reader only until its data is read. */
    STRBUF_AUTO(path, LIMIT_PATH);
    strbuf_add_span(&path, m->path);
    strbuf_init(&content.bytes, most);
    if (digest_wanted(scan))
        content.hash = sha256_new();
    content.size = m->size;
    /* What is too large to be parsed need not be read. */
    if ((most && m->size <= most) || content.hash)
        done = read_content(scan, &content, most > 0, err);
    for (size_t i = 0; done && i < scan->match_count; i++) {
        const struct wanted_entry *entry = scan->matches[i];
        struct layer_file *file = layer_facts_add_file(scan->facts, strbuf_span(&path),
                                                       entry->cataloger, entry->wanted, err);

        if (file)
            parse_content(entry, strbuf_span(&path), &content, file);
        done = named(scan, file && layer_facts_keep(scan->facts, file->facts_len, err), err);
    }
    sha256_free(content.hash);
    strbuf_release(&content.bytes);
    return done;
}

static bool take_link(struct scan *scan, const struct member *m, struct error *err)
{
    bool hard = m->type == MEMBER_HARDLINK;

    return named(scan, layer_facts_add_link(scan->facts, m->path, m->target, hard, err), err);
}

static bool take_member(struct scan *scan, const struct member *m, struct error *err)
{
    bool is_folder = m->type == MEMBER_DIRECTORY;
    bool is_marker;

    if (!m->path.len) /* the root itself */
        return true;
    if (!note_whiteout(scan, m->path, &is_marker, err))
        return false;
    if (is_marker)
        return true;
    if (!named(scan, layer_facts_enter(scan->facts, m->path, is_folder, err), err))
        return false;
    if (m->type == MEMBER_SYMLINK)
        return take_link(scan, m, err);
    if (m->type != MEMBER_FILE && m->type != MEMBER_HARDLINK)
        return true;
    scan->match_count = wanted_list_match(scan->wanted, m->path, scan->matches, MOST_MATCHES);
    if (!scan->match_count)
        return true;
    return m->type == MEMBER_HARDLINK ? take_link(scan, m, err) : take_file(scan, m, err);
}

bool layer_scan_take(struct stream *inflated, const char *name, const struct wanted_list *wanted,
                     struct layer_facts *facts, struct error *err)
{
    CLEANUP(cleanup_tar_reader) struct tar_reader *tar = tar_reader_open_take(inflated, name, err);
    struct scan scan = {.tar = tar, .name = name, .wanted = wanted, .facts = facts};
    struct member m;

    if (!tar)
        return false;
    while (tar_reader_next(tar, &m, err))
        if (!take_member(&scan, &m, err))
            return false;
    facts->passed_over = tar_reader_passed_over(tar);
    return !error_is_set(err) && tar_reader_drain(tar, err);
}
