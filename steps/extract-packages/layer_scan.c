/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layer_scan.h"

#include <string.h>

/* What layer_facts refuses does not know which layer it is. */
static bool named(const struct layer_scan *scan, bool done, struct error *err)
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
static bool note_whiteout(struct layer_scan *scan, struct span path, bool *ret_is_marker,
                          struct error *err)
{
    struct span parent = path_parent(path);
    struct span name = parent.len ? span_skip(path, parent.len + 1) : path;

    *ret_is_marker = span_starts_with(name, WHITEOUT);
    if (!*ret_is_marker)
        return true;
    if (span_equal_string(name, WHITEOUT_OPAQUE))
        return named(scan,
                     layer_facts_add_path(scan->reader.facts, &scan->reader.facts->opaque, parent,
                                          err),
                     err);
    /* Other names of AUFS's own (.wh..wh.plnk ...) hide nothing. */
    if (span_starts_with(name, WHITEOUT_META))
        return true;
    STRBUF_AUTO(hidden, LIMIT_PATH);
    if (!hidden_path(&hidden, parent, name))
        return true;
    return named(scan,
                 layer_facts_add_path(scan->reader.facts, &scan->reader.facts->whiteouts,
                                      strbuf_span(&hidden), err),
                 err);
}

/* A hard link to a hard link is one to what that leads to: so a chain of any length is one step. */
static struct span end_of_links(const struct layer_facts *facts, struct span target)
{
    size_t link = path_map_get(&facts->link_at, target);

    return link != PATH_MAP_NONE && facts->links[link].hard ? span_string(facts->links[link].target)
                                                            : target;
}

static bool take_link(struct layer_scan *scan, const struct member *m, struct error *err)
{
    bool hard = m->type == MEMBER_HARDLINK;
    struct span target = hard ? end_of_links(scan->reader.facts, m->target) : m->target;

    return named(scan, layer_facts_add_link(scan->reader.facts, m->path, target, hard, err), err);
}

/*
 * Every name fits a cataloger of ELF files, so what the link leads to decides: it comes before
 * the link, and has facts if it is one that a cataloger knows.
 */
static bool leads_to_facts(const struct layer_facts *facts, struct span target)
{
    size_t link = path_map_get(&facts->link_at, target);

    return path_map_get(&facts->file_at, target) != PATH_MAP_NONE ||
           (link != PATH_MAP_NONE && facts->links[link].hard);
}

static bool take_hard_link(struct layer_scan *scan, const struct member *m,
                           const struct wanted_entry *const *matches, size_t count,
                           struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (matches[i]->wanted->how != WANTED_ELF || leads_to_facts(scan->reader.facts, m->target))
            return take_link(scan, m, err);
    return true;
}

static bool take_file(struct layer_scan *scan, const struct member *m,
                      const struct wanted_entry **matches, size_t count, struct error *err)
{
    struct error why = {0};

    if (member_reader_take(&scan->reader, m, matches, count, &why))
        return true;
    return error_set(err, why.kind, "%s", why.message);
}

bool layer_scan_member(struct layer_scan *scan, const struct member *m, struct error *err)
{
    const struct wanted_entry *matches[MOST_MATCHES];
    bool is_folder = m->type == MEMBER_DIRECTORY;
    bool is_marker = false;
    size_t count;

    if (!m->path.len) /* the root itself */
        return true;
    if (!scan->no_whiteouts && !note_whiteout(scan, m->path, &is_marker, err))
        return false;
    if (is_marker)
        return true;
    if (!named(scan, layer_facts_enter(scan->reader.facts, m->path, is_folder, err), err))
        return false;
    if (m->type == MEMBER_SYMLINK)
        return take_link(scan, m, err);
    if (m->type != MEMBER_FILE && m->type != MEMBER_HARDLINK)
        return true;
    if (m->type == MEMBER_FILE)
        folder_sizes_add_file(&scan->reader.facts->folders, m->path, m->size);
    count = wanted_list_match(scan->wanted, m->path, matches, MOST_MATCHES);
    if (!count)
        return true;
    return m->type == MEMBER_HARDLINK ? take_hard_link(scan, m, matches, count, err)
                                      : take_file(scan, m, matches, count, err);
}

static bool next_of_tar(void *context, struct span *ret_piece, struct error *err)
{
    return tar_reader_data(context, ret_piece, err);
}

/* ---- layers of Windows ---- */

/* Makes path that in the container; false when it is none of its files. */
static bool strip_files(struct span *path)
{
    if (span_equal_string(*path, "Files"))
        *path = span_skip(*path, path->len);
    else if (!span_eat(path, "Files/"))
        return false;
    return true;
}

static bool take_windows_member(struct layer_scan *scan, const struct member *m, struct error *err)
{
    struct member stripped = *m;

    if (!strip_files(&stripped.path) ||
        (m->type == MEMBER_HARDLINK && !strip_files(&stripped.target)))
        return true;
    return layer_scan_member(scan, &stripped, err);
}

bool layer_scan_take(struct stream *inflated, const char *name, enum layer_form form,
                     const struct wanted_list *wanted, struct hold_budget *budget,
                     struct layer_facts *facts, struct error *err)
{
    CLEANUP(cleanup_tar_reader) struct tar_reader *tar = tar_reader_open_take(inflated, name, err);
    struct layer_scan scan = {.reader = {{next_of_tar, tar}, budget, facts},
                              .name = name,
                              .wanted = wanted};
    struct member m;

    if (!tar)
        return false;
    while (tar_reader_next(tar, &m, err))
        if (!(form == LAYER_FORM_WINDOWS ? take_windows_member : layer_scan_member)(&scan, &m, err))
            return false;
    facts->passed_over = tar_reader_passed_over(tar);
    return !error_is_set(err) && tar_reader_drain(tar, err);
}
