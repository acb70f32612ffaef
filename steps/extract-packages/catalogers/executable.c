/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "executable.h"

#include <stdlib.h>

#include "json_in.h"
#include "package_file.h"
#include "xalloc.h"

/* What is asked for of files of any size: memory is to stay low beside compilers of 35 MB. */
#define MOST_TAIL (8 * MIB)
#define MOST_DATA (4 * MIB)
#define MOST_SECTIONS ((size_t)64 * 1024)
/* Whole where that saves a second pass: the strings of Go before 1.18 lie among its constants. */
#define MOST_WHOLE (16 * MIB)

/* ---- plan() ---- */

static uint64_t at_most(uint64_t value, uint64_t most)
{
    return value < most ? value : most;
}

/* Name "Go", type 4: the build id (cmd/link). */
static bool is_go_note(const struct elf *elf, struct span note)
{
    return note.len >= 16 && elf_get32(elf, note, 0) == 4 && elf_get32(elf, note, 8) == 4 &&
           span_equal(span_head(span_skip(note, 12), 4), SPAN_LITERAL("Go\0\0"));
}

/* Whether one of the notes is Go's (System V ABI, "Note Section"; entries of 4 bytes' alignment). */
static bool has_go_note(struct elf *elf, const struct elf_segment *segment)
{
    struct span notes;

    if (!elf_bytes(elf, segment->offset, segment->file_size, &notes))
        return false;
    while (notes.len >= 12) {
        uint64_t name = ((uint64_t)elf_get32(elf, notes, 0) + 3) & ~(uint64_t)3;
        uint64_t description = ((uint64_t)elf_get32(elf, notes, 4) + 3) & ~(uint64_t)3;

        if (is_go_note(elf, notes))
            return true;
        notes = span_skip(notes, (size_t)(12 + name + description));
    }
    return false;
}

/* In the head alone, so that it costs little whatever the file says. */
static bool looks_like_go(struct elf *head)
{
    struct elf_segment segment;

    for (uint64_t i = 0; elf_segment(head, i, &segment); i++)
        if (segment.type == ELF_SEGMENT_NOTE && has_go_note(head, &segment))
            return true;
    return false;
}

struct layout {
    uint64_t loaded_end;
    uint64_t first_end;      /* of the first segment that is writable */
    struct elf_segment gap;  /* the widest room between it and the last segment */
    struct elf_segment data; /* the last segment that is writable */
    struct elf_segment relro;
};

static void note_load(struct layout *layout, const struct elf *elf,
                      const struct elf_segment *segment)
{
    uint64_t start = at_most(segment->offset, elf->size);
    uint64_t end = start + at_most(segment->file_size, elf->size - start);

    if (layout->first_end && start > layout->loaded_end &&
        start - layout->loaded_end > layout->gap.file_size)
        layout->gap = (struct elf_segment){.offset = layout->loaded_end,
                                           .file_size = start - layout->loaded_end};
    if (end > layout->loaded_end)
        layout->loaded_end = end;
    if ((segment->flags & (ELF_FLAG_WRITE | ELF_FLAG_EXECUTE)) == ELF_FLAG_WRITE)
        layout->data = (struct elf_segment){.offset = start, .file_size = end - start};
    if (!layout->first_end && segment->flags & ELF_FLAG_WRITE)
        layout->first_end = end;
}

static void read_layout(struct elf *elf, struct layout *ret)
{
    struct elf_segment segment;

    *ret = (struct layout){0};
    for (uint64_t i = 0; elf_segment(elf, i, &segment); i++) {
        if (segment.type == ELF_SEGMENT_LOAD)
            note_load(ret, elf, &segment);
        else if (segment.type == ELF_SEGMENT_RELRO)
            ret->relro = segment;
    }
}

/* What is made read-only once it is relocated has no build information, but can be large. */
static void skip_relro(struct elf_segment *data, const struct elf_segment *relro)
{
    uint64_t into = relro->offset - data->offset;

    if (relro->offset < data->offset || into > data->file_size ||
        relro->file_size > data->file_size - into)
        return;
    data->offset += into + relro->file_size;
    data->file_size -= into + relro->file_size;
}

bool executable_data(struct elf *elf, uint64_t *ret_offset, uint64_t *ret_length)
{
    struct layout layout;

    read_layout(elf, &layout);
    skip_relro(&layout.data, &layout.relro);
    *ret_offset = layout.data.offset;
    *ret_length = at_most(layout.data.file_size, MOST_DATA);
    return *ret_length > 0;
}

static void add_part(struct file_parts *parts, uint64_t offset, uint64_t length)
{
    parts->items[parts->count].offset = offset;
    parts->items[parts->count++].length = length;
}

/* The last bytes of what ends there: the names of sections stand behind symbols and debug information. */
static void add_end(struct file_parts *parts, uint64_t start, uint64_t end)
{
    uint64_t length = at_most(end - start, MOST_TAIL);

    add_part(parts, end - length, length);
}

/*
 * What is not loaded, the names of sections too, stands behind all segments as linkers write it; but
 * patchelf, which libraries in wheels of Python went through, puts new segments behind that.
 */
static void add_unloaded(struct file_parts *parts, const struct layout *layout, uint64_t size)
{
    if (layout->first_end && size - layout->first_end <= MOST_TAIL) {
        add_end(parts, layout->first_end, size);
        return;
    }
    add_end(parts, layout->loaded_end, size);
    add_end(parts, layout->gap.offset, layout->gap.offset + layout->gap.file_size);
}

bool executable_plan(struct span head, uint64_t size, struct file_parts *ret)
{
    struct layout layout;
    struct elf_segment last;
    struct elf elf;

    *ret = (struct file_parts){0};
    if (!elf_open(&elf, head, size) || (elf.type != ELF_EXECUTABLE && elf.type != ELF_SHARED) ||
        !elf.segment_count)
        return false;
    read_layout(&elf, &layout);
    if (size <= MOST_WHOLE &&
        (looks_like_go(&elf) || !elf_segment(&elf, elf.segment_count - 1, &last))) {
        ret->whole = true;
        return true;
    }
    skip_relro(&layout.data, &layout.relro);
    add_part(ret, 0, head.len);
    add_unloaded(ret, &layout, size);
    add_part(ret, layout.data.offset, at_most(layout.data.file_size, MOST_DATA));
    add_part(ret, elf.sections_at,
             at_most(elf.section_count, MOST_SECTIONS) * at_most(elf.section_size, 64));
    return true;
}

/* ---- assemble() ---- */

/* By facts and layer, the same ones by path. */
static int compare_files(const void *left, const void *right)
{
    const struct file_facts *a = *(const struct file_facts *const *)left;
    const struct file_facts *b = *(const struct file_facts *const *)right;
    int order = span_compare(a->facts, b->facts);

    if (!order)
        order = (a->layer > b->layer) - (a->layer < b->layer);
    return order ? order : span_compare(a->path, b->path);
}

/* Files of the same content: first is the one whose path sorts first. */
struct group {
    const struct file_facts *const *files;
    size_t count;
};

static struct group group_at(const struct file_facts *const *files, size_t count)
{
    struct group group = {files, 1};

    while (group.count < count && files[group.count]->layer == files[0]->layer &&
           span_equal(files[group.count]->facts, files[0]->facts))
        group.count++;
    return group;
}

static json_t *locations_of(const struct group *group)
{
    json_t *locations = json_new_array();

    STRBUF_AUTO(location, LIMIT_PATH + 1);
    for (size_t i = 0; i < group->count; i++) {
        strbuf_clear(&location);
        strbuf_add_byte(&location, '/');
        strbuf_add_span(&location, group->files[i]->path);
        json_append_take(locations, json_new_string(strbuf_span(&location)));
    }
    return locations;
}

static void put_if_there(json_t *package, const json_t *facts, const char *key)
{
    json_t *value = json_object_get(facts, key);

    if (value)
        json_put_take(package, key, json_incref(value));
}

static bool add_group(const char *type, const struct group *group, struct findings *findings,
                      struct error *err)
{
    struct file_set first = {group->files[0], 1};
    json_t *facts;
    size_t i;

    DATABASE_AUTO(db);
    if (!database_load(&db, &first, findings, err))
        return false;
    CLEANUP(cleanup_json) json_t *locations = group->count > 1 ? locations_of(group) : NULL;
    json_array_foreach (db.packages, i, facts) {
        json_t *package = findings_add_package(findings, type, json_in_span_or_empty(facts, "name"),
                                               json_in_span_or_empty(facts, "version"),
                                               span_of(NULL, 0), db.from[i]);

        package_put_list(package, facts, "depends");
        put_if_there(package, facts, "requested");
        put_if_there(package, facts, "origin");
        if (locations)
            json_put_take(package, "locations", json_incref(locations));
    }
    return true;
}

bool executable_assemble(const char *type, const struct file_set *files, struct findings *findings,
                         struct error *err)
{
    CLEANUP(cleanup_free)
    const struct file_facts **sorted = xcalloc(files->count, sizeof *sorted);

    for (size_t i = 0; i < files->count; i++)
        sorted[i] = &files->files[i];
    qsort(sorted, files->count, sizeof *sorted, compare_files);
    for (size_t i = 0; i < files->count;) {
        struct group group = group_at(sorted + i, files->count - i);

        if (!add_group(type, &group, findings, err))
            return false;
        i += group.count;
    }
    return true;
}
