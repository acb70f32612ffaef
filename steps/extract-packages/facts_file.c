/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts_file.h"

#include <endian.h>
#include <string.h>

#include "xalloc.h"

/* Of a link or a file. */
enum mark {
    MARK_DROPPED = 1, /* replaced later */
    MARK_GONE = 2,    /* no longer what its path leads to */
    MARK_HARD = 4,    /* a link */
    MARK_BESIDE = 4,  /* a file: another cataloger has facts of the one before of its path */
    MARK_PROBLEM = 8,
    MARK_TOO_LARGE = 16, /* the problem; else it is malformed */
};

/* Hashes that are turned into numbers at a time. */
#define SLOTS_AT_A_TIME 512

/* ---- writing ---- */

static void put_number(struct strbuf *out, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        strbuf_add_byte(out, (char)(number | 0x80));
    strbuf_add_byte(out, (char)number);
}

static void put_string(struct strbuf *out, struct span text)
{
    put_number(out, text.len);
    strbuf_add_span(out, text);
}

static void put_entries(struct strbuf *out, const struct path_set *set)
{
    put_number(out, set->count);
    for (size_t i = 0; i < set->capacity; i++) {
        uint64_t slot = htole64(set->slots[i]);

        if (slot)
            strbuf_add(out, &slot, sizeof slot);
    }
}

static void put_paths(struct strbuf *out, const struct path_list *list)
{
    put_number(out, list->count);
    for (size_t i = 0; i < list->count; i++)
        put_string(out, span_string(list->paths[i]));
}

static void put_folders(struct strbuf *out, const struct folder_sizes *sizes)
{
    put_number(out, (uint64_t)sizes->others.files);
    put_number(out, (uint64_t)sizes->others.bytes);
    put_number(out, sizes->count);
    for (size_t i = 0; i < sizes->count; i++) {
        put_string(out, span_string(sizes->items[i].name));
        put_number(out, (uint64_t)sizes->items[i].files);
        put_number(out, (uint64_t)sizes->items[i].bytes);
    }
}

static bool is_gone_link(const struct layer_facts *facts, size_t i)
{
    return path_map_get(&facts->link_at, span_string(facts->links[i].path)) != i;
}

static bool is_gone_file(const struct layer_facts *facts, size_t i)
{
    size_t at = path_map_get(&facts->file_at, span_string(facts->files[i].path));

    while (at != PATH_MAP_NONE && at != i)
        at = facts->files[at].next_same_path;
    return at == PATH_MAP_NONE;
}

static void put_links(struct strbuf *out, const struct layer_facts *facts)
{
    put_number(out, facts->link_count);
    for (size_t i = 0; i < facts->link_count; i++) {
        const struct layer_link *link = &facts->links[i];

        strbuf_add_byte(out,
                        (char)((link->dropped ? MARK_DROPPED : 0) | (link->hard ? MARK_HARD : 0) |
                               (is_gone_link(facts, i) ? MARK_GONE : 0)));
        put_string(out, span_string(link->path));
        put_string(out, span_string(link->target));
    }
}

static char marks_of(const struct layer_facts *facts, size_t i)
{
    const struct layer_file *file = &facts->files[i];
    int marks = 0;

    if (file->dropped)
        marks |= MARK_DROPPED;
    if (is_gone_file(facts, i))
        marks |= MARK_GONE;
    else if (file->next_same_path != PATH_MAP_NONE)
        marks |= MARK_BESIDE;
    if (file->problem)
        marks |= MARK_PROBLEM;
    if (file->problem && strcmp(file->problem_code, PROBLEM_TOO_LARGE) == 0)
        marks |= MARK_TOO_LARGE;
    return (char)marks;
}

/* The catalogers that have files here, in the order in which they come. */
struct users {
    const struct cataloger **items;
    size_t count;
};

static void users_init(struct users *users, const struct facts_terms *terms)
{
    *users = (struct users){.items = xcalloc(terms->cataloger_count, sizeof *users->items)};
}

static size_t number_of(const struct users *users, const struct cataloger *cataloger)
{
    size_t i = 0;

    while (i < users->count && users->items[i] != cataloger)
        i++;
    return i;
}

/* By their names, so that the order of the list of catalogers is free to change. */
static void put_users(struct strbuf *out, const struct layer_facts *facts, struct users *users)
{
    for (size_t i = 0; i < facts->file_count; i++) {
        const struct cataloger *cataloger = facts->files[i].cataloger;

        if (number_of(users, cataloger) == users->count)
            users->items[users->count++] = cataloger;
    }
    put_number(out, users->count);
    for (size_t i = 0; i < users->count; i++)
        put_string(out, span_string(users->items[i]->name));
}

static void put_files(struct strbuf *out, const struct layer_facts *facts,
                      const struct facts_terms *terms)
{
    struct users users;

    users_init(&users, terms);
    put_users(out, facts, &users);
    put_number(out, facts->file_count);
    for (size_t i = 0; i < facts->file_count; i++) {
        const struct layer_file *file = &facts->files[i];

        strbuf_add_byte(out, marks_of(facts, i));
        put_number(out, number_of(&users, file->cataloger));
        put_number(out, (uint64_t)(file->wanted - file->cataloger->wanted));
        put_string(out, span_string(file->path));
        put_string(out, file->problem ? span_string(file->problem)
                                      : span_of(file->facts, file->facts_len));
    }
    free(users.items);
}

static void put_diff_id(struct strbuf *out, const struct layer_facts *facts)
{
    strbuf_add_byte(out, facts->has_diff_id ? 1 : 0);
    if (facts->has_diff_id)
        strbuf_add(out, facts->diff_id.bytes, DIGEST_SIZE);
}

void facts_file_write(const struct layer_facts *facts, const struct facts_terms *terms,
                      struct strbuf *out)
{
    strbuf_add(out, terms->wanted.bytes, DIGEST_SIZE);
    put_diff_id(out, facts);
    put_number(out, facts->passed_over);
    put_folders(out, &facts->folders);
    put_paths(out, &facts->whiteouts);
    put_paths(out, &facts->opaque);
    put_paths(out, &facts->implicit);
    put_links(out, facts);
    put_files(out, facts, terms);
    put_entries(out, &facts->entries);
}

/* ---- reading: any of these says false where the bytes are none of ours ---- */

static bool get_number(struct span *rest, uint64_t *ret)
{
    *ret = 0;
    for (unsigned shift = 0; shift < 63 && rest->len; shift += 7) {
        unsigned char byte = (unsigned char)rest->data[0];

        *rest = span_skip(*rest, 1);
        *ret |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

/* A count of things of at least least bytes each: no more than there are bytes for. */
static bool get_count(struct span *rest, size_t least, size_t *ret)
{
    uint64_t number;

    if (!get_number(rest, &number) || number > rest->len / least)
        return false;
    *ret = (size_t)number;
    return true;
}

static bool get_string(struct span *rest, struct span *ret)
{
    size_t length;

    if (!get_count(rest, 1, &length))
        return false;
    *ret = span_head(*rest, length);
    *rest = span_skip(*rest, length);
    return true;
}

/* A path or a link's target: they are strings of C in the facts. */
static bool get_path(struct span *rest, struct span *ret)
{
    return get_string(rest, ret) && ret->len <= LIMIT_PATH &&
           span_find_byte(*ret, '\0') == ret->len;
}

static bool get_marks(struct span *rest, unsigned *ret)
{
    if (!rest->len)
        return false;
    *ret = (unsigned char)rest->data[0];
    *rest = span_skip(*rest, 1);
    return true;
}

static bool get_entries(struct span *rest, struct layer_facts *facts, struct error *err)
{
    uint64_t slots[SLOTS_AT_A_TIME];
    size_t count;

    if (!get_count(rest, sizeof *slots, &count) || count > LIMIT_LAYER_ENTRIES ||
        !layer_facts_keep(facts, count * sizeof *slots, err))
        return false;
    path_set_reserve(&facts->entries, count);
    while (count) {
        size_t part = count < SLOTS_AT_A_TIME ? count : SLOTS_AT_A_TIME;

        memcpy(slots, rest->data, part * sizeof *slots);
        for (size_t i = 0; i < part; i++)
            slots[i] = le64toh(slots[i]);
        if (!path_set_add_slots(&facts->entries, slots, part))
            return false;
        *rest = span_skip(*rest, part * sizeof *slots);
        count -= part;
    }
    return true;
}

static bool get_paths(struct span *rest, struct layer_facts *facts, struct path_list *list,
                      struct error *err)
{
    struct span path;
    size_t count;

    if (!get_count(rest, 1, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!get_path(rest, &path) || !layer_facts_add_path(facts, list, path, err))
            return false;
    return true;
}

/* How many files, and bytes of them. */
static bool get_sizes(struct span *rest, int64_t *ret_files, int64_t *ret_bytes)
{
    uint64_t files;
    uint64_t bytes;

    if (!get_number(rest, &files) || !get_number(rest, &bytes))
        return false;
    *ret_files = (int64_t)files;
    *ret_bytes = (int64_t)bytes;
    return true;
}

static bool get_folders(struct span *rest, struct folder_sizes *sizes)
{
    struct span name;
    int64_t files;
    int64_t bytes;
    size_t count;

    if (!get_sizes(rest, &files, &bytes))
        return false;
    folder_sizes_add_others(sizes, files, bytes);
    if (!get_count(rest, 3, &count) || count > LIMIT_TOP_FOLDERS)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!get_path(rest, &name) || !get_sizes(rest, &files, &bytes))
            return false;
        folder_sizes_add(sizes, name, files, bytes);
    }
    return true;
}

static bool get_link(struct span *rest, struct layer_facts *facts, struct error *err)
{
    struct span path;
    struct span target;
    unsigned marks;

    if (!get_marks(rest, &marks) || !get_path(rest, &path) || !get_path(rest, &target) ||
        !layer_facts_add_link(facts, path, target, marks & MARK_HARD, err))
        return false;
    facts->links[facts->link_count - 1].dropped = marks & MARK_DROPPED;
    if (marks & MARK_GONE)
        path_map_put(&facts->link_at, path, PATH_MAP_NONE);
    return true;
}

static bool get_links(struct span *rest, struct layer_facts *facts, struct error *err)
{
    size_t count;

    if (!get_count(rest, 3, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!get_link(rest, facts, err))
            return false;
    return true;
}

static const struct cataloger *named(const struct facts_terms *terms, struct span name)
{
    for (size_t i = 0; i < terms->cataloger_count; i++)
        if (span_equal_string(name, terms->catalogers[i]->name))
            return terms->catalogers[i];
    return NULL;
}

static bool get_users(struct span *rest, const struct facts_terms *terms, struct users *users)
{
    struct span name;
    size_t count;

    if (!get_count(rest, 1, &count) || count > terms->cataloger_count)
        return false;
    for (; users->count < count; users->count++)
        if (!get_string(rest, &name) || !(users->items[users->count] = named(terms, name)))
            return false;
    return true;
}

/* The cataloger and its pattern. */
static bool get_wanted(struct span *rest, const struct users *users,
                       const struct cataloger **ret_cataloger, const struct wanted **ret_wanted)
{
    uint64_t cataloger;
    uint64_t wanted;

    if (!get_number(rest, &cataloger) || !get_number(rest, &wanted) || cataloger >= users->count ||
        wanted >= users->items[cataloger]->wanted_count)
        return false;
    *ret_cataloger = users->items[cataloger];
    *ret_wanted = &(*ret_cataloger)->wanted[wanted];
    return true;
}

static void set_content(struct layer_file *file, unsigned marks, struct span content)
{
    char *text = xmemdup0(content.data, content.len);

    file->dropped = marks & MARK_DROPPED;
    if (marks & MARK_PROBLEM) {
        file->problem = text;
        file->problem_code = marks & MARK_TOO_LARGE ? PROBLEM_TOO_LARGE : PROBLEM_MALFORMED;
    } else {
        file->facts = text;
        file->facts_len = content.len;
    }
}

/*
 * True if the layer may have such a file here: only those that are seen no more share their path
 * with one of the same cataloger.
 */
static bool has_place(const struct layer_facts *facts, struct span path,
                      const struct cataloger *cataloger, unsigned marks)
{
    bool is_first = path_map_get(&facts->file_at, path) == PATH_MAP_NONE;

    if (marks & MARK_GONE)
        return is_first && marks & MARK_DROPPED;
    return is_first == !(marks & MARK_BESIDE) && !layer_facts_find(facts, path, cataloger);
}

static bool get_file(struct span *rest, const struct users *users, struct layer_facts *facts,
                     struct error *err)
{
    const struct cataloger *cataloger;
    const struct wanted *wanted;
    struct layer_file *file;
    struct span content;
    struct span path;
    unsigned marks;

    if (!get_marks(rest, &marks) || !get_wanted(rest, users, &cataloger, &wanted) ||
        !get_path(rest, &path) || !get_string(rest, &content) ||
        !has_place(facts, path, cataloger, marks) ||
        !(file = layer_facts_add_file(facts, path, cataloger, wanted, err)))
        return false;
    set_content(file, marks, content);
    if (marks & MARK_GONE)
        path_map_put(&facts->file_at, path, PATH_MAP_NONE);
    return layer_facts_keep(facts, file->facts_len, err);
}

static bool get_files(struct span *rest, const struct facts_terms *terms, struct layer_facts *facts,
                      struct error *err)
{
    struct users users;
    size_t count = 0;
    bool good;

    users_init(&users, terms);
    good = get_users(rest, terms, &users) && get_count(rest, 5, &count);
    for (size_t i = 0; i < count && good; i++)
        good = get_file(rest, &users, facts, err);
    free(users.items);
    return good;
}

static bool get_diff_id(struct span *rest, struct layer_facts *facts)
{
    unsigned has;

    if (!get_marks(rest, &has) || has > 1)
        return false;
    facts->has_diff_id = has;
    if (!has)
        return true;
    if (rest->len < DIGEST_SIZE)
        return false;
    memcpy(facts->diff_id.bytes, rest->data, DIGEST_SIZE);
    *rest = span_skip(*rest, DIGEST_SIZE);
    return true;
}

static bool get_all(struct span *rest, const struct facts_terms *terms, struct layer_facts *facts,
                    struct error *err)
{
    return get_diff_id(rest, facts) && get_number(rest, &facts->passed_over) &&
           get_folders(rest, &facts->folders) && get_paths(rest, facts, &facts->whiteouts, err) &&
           get_paths(rest, facts, &facts->opaque, err) &&
           get_paths(rest, facts, &facts->implicit, err) && get_links(rest, facts, err) &&
           get_files(rest, terms, facts, err) && get_entries(rest, facts, err) && !rest->len;
}

bool facts_file_read(struct span bytes, const struct facts_terms *terms, struct layer_facts *facts,
                     struct error *err)
{
    const char *wanted = (const char *)terms->wanted.bytes;
    struct span rest = span_skip(bytes, DIGEST_SIZE);

    if (!span_equal(span_head(bytes, DIGEST_SIZE), span_of(wanted, DIGEST_SIZE)))
        return false;
    return get_all(&rest, terms, facts, err) ||
           error_set(err, ERROR_MALFORMED, "the bytes are not a layer's facts");
}
