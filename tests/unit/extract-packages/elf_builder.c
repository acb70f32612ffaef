/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "elf_builder.h"

#include <string.h>

#include "limits.h"

#define MOST (64 * MIB)

void elf_add(struct strbuf *out, struct elf_kind kind, uint64_t value, size_t size)
{
    for (size_t i = 0; i < size; i++)
        strbuf_add_byte(out, (char)(value >> 8 * (kind.is_big_endian ? size - 1 - i : i)));
}

void elf_add_word(struct strbuf *out, struct elf_kind kind, uint64_t value)
{
    elf_add(out, kind, value, kind.is_64 ? 8 : 4);
}

static void pad(struct strbuf *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        strbuf_add_byte(out, '\0');
}

static size_t aligned(size_t at)
{
    return (at + 15) & ~(size_t)15;
}

struct plan {
    size_t segments[5]; /* offsets */
    size_t sections[5];
    size_t names[5];
    size_t table; /* of sections */
};

static void add_header(const struct made_elf *made, const struct plan *plan, struct strbuf *out)
{
    struct elf_kind kind = made->kind;

    strbuf_add_string(out, "\177ELF");
    strbuf_add_byte(out, kind.is_64 ? 2 : 1);
    strbuf_add_byte(out, kind.is_big_endian ? 2 : 1);
    strbuf_add_byte(out, 1);
    pad(out, 9);
    elf_add(out, kind, made->type ? made->type : 3, 2);
    elf_add(out, kind, 62, 2);
    elf_add(out, kind, 1, 4);
    elf_add_word(out, kind, 0);
    elf_add_word(out, kind, kind.is_64 ? 64 : 52);
    elf_add_word(out, kind, plan->table);
    elf_add(out, kind, 0, 4);
    elf_add(out, kind, kind.is_64 ? 64 : 52, 2);
    elf_add(out, kind, kind.is_64 ? 56 : 32, 2);
    elf_add(out, kind, made->segment_count, 2);
    elf_add(out, kind, kind.is_64 ? 64 : 40, 2);
    elf_add(out, kind, made->section_count + 1, 2);
    elf_add(out, kind, made->section_count, 2);
}

static void add_segment(const struct made_elf *made, const struct made_segment *segment,
                        size_t offset, struct strbuf *out)
{
    struct elf_kind kind = made->kind;

    elf_add(out, kind, segment->type, 4);
    if (kind.is_64)
        elf_add(out, kind, segment->flags, 4);
    elf_add_word(out, kind, offset);
    elf_add_word(out, kind, segment->address);
    elf_add_word(out, kind, segment->address);
    elf_add_word(out, kind, segment->bytes.len);
    elf_add_word(out, kind, segment->bytes.len);
    if (!kind.is_64)
        elf_add(out, kind, segment->flags, 4);
    elf_add_word(out, kind, 16);
}

static void add_section(struct elf_kind kind, size_t name, unsigned type, uint64_t offset,
                        uint64_t size, struct strbuf *out)
{
    elf_add(out, kind, name, 4);
    elf_add(out, kind, type, 4);
    elf_add_word(out, kind, 0);
    elf_add_word(out, kind, 0);
    elf_add_word(out, kind, offset);
    elf_add_word(out, kind, size);
    elf_add(out, kind, 0, 8);
    elf_add_word(out, kind, 1);
    elf_add_word(out, kind, 0);
}

static struct span section_bytes(const struct made_elf *made, size_t i)
{
    const struct made_section *section = &made->sections[i];

    return section->segment ? made->segments[section->segment - 1].bytes : section->bytes;
}

/* Where everything goes; names gets the table of names. */
static void lay_out(const struct made_elf *made, struct plan *plan, struct strbuf *names)
{
    size_t entry = made->kind.is_64 ? 56 : 32;
    size_t at = (made->kind.is_64 ? 64 : 52) + entry * made->segment_count + made->gap;

    for (size_t i = 0; i < made->segment_count; i++) {
        plan->segments[i] = aligned(at);
        at = plan->segments[i] + made->segments[i].bytes.len;
    }
    at += made->padding;
    for (size_t i = 0; i < made->section_count; i++) {
        plan->names[i] = names->len;
        strbuf_add(names, made->sections[i].name, strlen(made->sections[i].name) + 1);
        plan->sections[i] = aligned(at);
        if (made->sections[i].segment)
            plan->sections[i] = plan->segments[made->sections[i].segment - 1];
        else
            at = plan->sections[i] + made->sections[i].bytes.len;
    }
    plan->names[made->section_count] = names->len;
    strbuf_add(names, ".shstrtab", 10);
    plan->sections[made->section_count] = aligned(at);
    plan->table = aligned(plan->sections[made->section_count] + names->len);
}

void elf_make(const struct made_elf *made, struct strbuf *out)
{
    struct plan plan;

    STRBUF_AUTO(names, 1 * KIB);
    lay_out(made, &plan, &names);
    strbuf_clear(out);
    add_header(made, &plan, out);
    for (size_t i = 0; i < made->segment_count; i++)
        add_segment(made, &made->segments[i], plan.segments[i], out);
    for (size_t i = 0; i < made->segment_count; i++) {
        pad(out, plan.segments[i] - out->len);
        strbuf_add_span(out, made->segments[i].bytes);
    }
    for (size_t i = 0; i < made->section_count; i++) {
        if (made->sections[i].segment)
            continue;
        pad(out, plan.sections[i] - out->len);
        strbuf_add_span(out, made->sections[i].bytes);
    }
    pad(out, plan.sections[made->section_count] - out->len);
    strbuf_add_span(out, strbuf_span(&names));
    pad(out, plan.table - out->len);
    for (size_t i = 0; i < made->section_count; i++)
        add_section(made->kind, plan.names[i], made->sections[i].type, plan.sections[i],
                    section_bytes(made, i).len, out);
    add_section(made->kind, plan.names[made->section_count], 3, plan.sections[made->section_count],
                names.len, out);
}

/* ---- a library ---- */

static void add_definition(struct strbuf *out, struct elf_kind kind, bool is_base, bool is_last,
                           size_t name)
{
    elf_add(out, kind, 1, 2);
    elf_add(out, kind, is_base, 2);
    elf_add(out, kind, 1, 2);
    elf_add(out, kind, 1, 2);
    elf_add(out, kind, 0, 4);
    elf_add(out, kind, 20, 4);
    elf_add(out, kind, is_last ? 0 : 28, 4);
    elf_add(out, kind, name, 4);
    elf_add(out, kind, 0, 4);
}

void elf_make_library(struct elf_kind kind, const char *const *versions, size_t count, size_t gap,
                      struct strbuf *out)
{
    STRBUF_AUTO(load, MOST);
    STRBUF_AUTO(strings, MOST);
    STRBUF_AUTO(dynamic, 1 * KIB);
    strbuf_add(&strings, "\0libmade.so.1", 14);
    add_definition(&load, kind, true, count == 0, 1);
    for (size_t i = 0; i < count; i++) {
        add_definition(&load, kind, false, i + 1 == count, strings.len);
        strbuf_add(&strings, versions[i], strlen(versions[i]) + 1);
    }
    const uint64_t entries[][2] = {{5, MADE_BASE + load.len},
                                   {10, strings.len},
                                   {0x6ffffffc, MADE_BASE},
                                   {0x6ffffffd, count + 1},
                                   {0, 0}};
    for (size_t i = 0; i < 5; i++) {
        elf_add_word(&dynamic, kind, entries[i][0]);
        elf_add_word(&dynamic, kind, entries[i][1]);
    }
    strbuf_add_span(&load, strbuf_span(&strings));
    const struct made_elf made = {
        .kind = kind,
        .segment_count = 2,
        .segments = {{1, 5, MADE_BASE, strbuf_span(&load)}, {2, 6, 0, strbuf_span(&dynamic)}},
        .gap = gap,
    };
    elf_make(&made, out);
}
