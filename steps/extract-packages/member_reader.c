/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member_reader.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* What plan() is shown of an ELF file: its header and the program headers of any real one. */
#define HEAD_SIZE 4096
/* The header alone of a 32-bit one (System V ABI, "ELF Header"). */
#define SMALLEST_ELF 52

/* One member on its way through. */
struct content {
    struct strbuf path; /* the tar reader's own lives only until the data is read */
    struct held_file held;
    struct hash *hash;
    struct digest digest;
    uint64_t size;
    struct span piece; /* of the data, not yet looked at */
    struct strbuf head;
};

static void content_release(struct content *c)
{
    strbuf_release(&c->path);
    strbuf_release(&c->head);
    held_file_release(&c->held);
    hash_free(c->hash);
}

static void content_init(struct content *c, const struct member *m)
{
    *c = (struct content){.size = m->size};
    strbuf_init(&c->path, LIMIT_PATH);
    strbuf_init(&c->head, HEAD_SIZE);
    held_file_init(&c->held, m->size);
    strbuf_add_span(&c->path, m->path);
}

/* ---- which entries want it ---- */

static size_t without_elf(const struct wanted_entry **entries, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (entries[i]->wanted->how != WANTED_ELF)
            entries[kept++] = entries[i];
    return kept;
}

static bool has_elf(const struct wanted_entry **entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (entries[i]->wanted->how == WANTED_ELF)
            return true;
    return false;
}

/* Fills head from the data's start. */
static bool read_head(struct member_reader *reader, struct content *c, struct error *err)
{
    while (c->head.len < HEAD_SIZE && c->head.len < c->size) {
        struct span part;

        if (!c->piece.len && !reader->data.next(reader->data.context, &c->piece, err))
            return false;
        if (!c->piece.len)
            break;
        part = span_head(c->piece, HEAD_SIZE - c->head.len);
        strbuf_add_span(&c->head, part);
        c->piece = span_skip(c->piece, part.len);
    }
    return true;
}

/* An entry of a path that is to be read again wants all of it. */
static bool plan_elf(const struct wanted_entry *entry, struct content *c)
{
    struct file_parts parts = {.whole = entry->whole};

    if (!entry->whole && !entry->cataloger->plan(strbuf_span(&c->head), c->size, &parts))
        return false;
    /* Too large to be held: parse_content() says so. */
    if (!parts.whole || c->size <= entry->cataloger->limit)
        held_file_want(&c->held, &parts);
    return true;
}

static void want_bytes(const struct wanted_entry *entry, struct content *c)
{
    size_t limit = entry->cataloger->limit;

    if (entry->wanted->how == WANTED_DIGEST && !c->hash)
        c->hash = hash_new(DIGEST_SHA256);
    /* What is too large to be parsed need not be read. */
    if (entry->wanted->how == WANTED_WHOLE && c->size <= limit)
        held_file_want_head(&c->held, c->size);
    if (entry->wanted->how == WANTED_HEAD)
        held_file_want_head(&c->held, limit);
}

/* Leaves the entries that want the member, and what they want of it in content. */
static bool make_plan(struct member_reader *reader, struct content *c,
                      const struct wanted_entry **entries, size_t *count, struct error *err)
{
    size_t kept = 0;

    if (has_elf(entries, *count)) {
        if (!reader->data.next(reader->data.context, &c->piece, err))
            return false;
        /* A piece is hardly ever cut so short that it hides the magic: then the file is taken along. */
        if (c->piece.len >= 4 && memcmp(c->piece.data, "\177ELF", 4) != 0)
            *count = without_elf(entries, *count);
    }
    if (has_elf(entries, *count)) {
        if (!read_head(reader, c, err))
            return false;
        if (!span_starts_with(strbuf_span(&c->head), "\177ELF"))
            *count = without_elf(entries, *count);
    }
    for (size_t i = 0; i < *count; i++) {
        if (entries[i]->wanted->how == WANTED_ELF && !plan_elf(entries[i], c))
            continue;
        want_bytes(entries[i], c);
        entries[kept++] = entries[i];
    }
    *count = kept;
    return true;
}

/* ---- its bytes ---- */

static void add_piece(struct content *c, struct span piece)
{
    if (c->hash)
        hash_add(c->hash, piece.data, piece.len);
    held_file_add(&c->held, piece);
}

static bool read_all(struct member_reader *reader, struct content *c, struct error *err)
{
    bool hashed = c->hash != NULL;

    add_piece(c, strbuf_span(&c->head));
    add_piece(c, c->piece);
    /* Nothing is wanted of what follows the last part. */
    while (hashed || c->held.at < c->held.length) {
        struct span piece;

        if (!reader->data.next(reader->data.context, &piece, err))
            return false;
        if (!piece.len)
            break;
        add_piece(c, piece);
    }
    if (hashed)
        c->digest = hash_finish(STEAL(c->hash));
    return true;
}

/* ---- its facts ---- */

static void set_problem(struct layer_file *file, const char *code, const char *text)
{
    free(STEAL(file->facts));
    file->facts_len = 0;
    file->problem_code = code;
    file->problem = xstrdup(text);
}

static bool is_held_whole(const struct wanted_entry *entry, const struct content *c)
{
    return entry->wanted->how == WANTED_WHOLE ||
           (entry->wanted->how == WANTED_ELF && c->held.whole);
}

static void set_too_large(const struct wanted_entry *entry, uint64_t size, struct layer_file *file)
{
    CLEANUP(cleanup_free)
    char *text =
        xasprintf("has %llu bytes, more than the %zu that %s reads: its content is not listed",
                  (unsigned long long)size, entry->cataloger->limit, entry->cataloger->name);

    set_problem(file, PROBLEM_TOO_LARGE, text);
}

/* ret_need_whole: see struct wanted_file. */
static void parse_content(const struct wanted_entry *entry, struct span path,
                          const struct content *content, struct layer_file *file,
                          bool *ret_need_whole)
{
    struct error why = {0};
    struct wanted_file wanted = {
        .wanted = entry->wanted,
        .path = path,
        .bytes = held_file_span(&content->held),
        .digest = content->digest,
        .size = content->size,
        .complete = content->held.whole,
        .need_whole = ret_need_whole,
    };
    JSON_OUT_AUTO(w);

    if (is_held_whole(entry, content) && content->size > entry->cataloger->limit) {
        set_too_large(entry, content->size, file);
        return;
    }
    json_out_init_buffer(&w, LIMIT_WANTED_FILE);
    if (!entry->cataloger->parse(&wanted, &w, &why) || !json_out_finish(&w, &why)) {
        set_problem(file, PROBLEM_MALFORMED, why.message);
        return;
    }
    file->facts_len = w.buf.len;
    file->facts = strbuf_detach(&w.buf);
}

struct layer_file *layer_file_of_name(struct span path, const struct wanted_entry *entry)
{
    static const struct content nothing = {.head = {.data = strbuf_empty}};
    struct layer_file *file = xcalloc(1, sizeof *file);
    bool need_whole = false;

    file->path = xmemdup0(path.data, path.len);
    file->cataloger = entry->cataloger;
    file->wanted = entry->wanted;
    file->next_same_path = PATH_MAP_NONE;
    parse_content(entry, path, &nothing, file, &need_whole);
    return file;
}

/* Most ELF files are nothing that a cataloger of them knows: it says null. */
static bool says_nothing(const struct layer_file *file)
{
    return file->wanted->how == WANTED_ELF && file->facts &&
           span_equal_string(span_trim(span_of(file->facts, file->facts_len)), "null");
}

static bool add_facts(struct member_reader *reader, const struct wanted_entry *entry,
                      const struct content *c, struct error *err)
{
    struct layer_facts *facts = reader->facts;
    bool need_whole = false;
    struct layer_file *file =
        layer_facts_add_file(facts, strbuf_span(&c->path), entry->cataloger, entry->wanted, err);

    if (!file)
        return false;
    parse_content(entry, strbuf_span(&c->path), c, file, &need_whole);
    if (need_whole && !c->held.whole) {
        file->incomplete = c->size <= entry->cataloger->limit;
        if (!file->incomplete)
            set_too_large(entry, c->size, file);
    } else if (says_nothing(file)) {
        layer_facts_remove_last(facts);
        return true;
    }
    return layer_facts_keep(facts, file->facts_len, err);
}

static bool take(struct member_reader *reader, struct content *c,
                 const struct wanted_entry **entries, size_t count, struct error *err)
{
    if (!make_plan(reader, c, entries, &count, err))
        return false;
    if (!count)
        return true;
    held_file_begin(&c->held, reader->budget);
    if (!read_all(reader, c, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_facts(reader, entries[i], c, err))
            return false;
    return true;
}

bool member_reader_take(struct member_reader *reader, const struct member *member,
                        const struct wanted_entry **entries, size_t count, struct error *err)
{
    struct content content;
    bool done;

    if (member->size < SMALLEST_ELF)
        count = without_elf(entries, count);
    if (!count)
        return true;
    content_init(&content, member);
    done = take(reader, &content, entries, count, err);
    content_release(&content);
    return done;
}
