/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debian.h"

#include <ctype.h>
#include <string.h>

#include "strbuf.h"

/* Names that are longer are in no package. */
#define LONGEST_NAME 256

static bool has_word(struct span words, struct span name)
{
    struct span word;

    while (span_split(&words, ' ', &word)) {
        if (span_equal(word, name))
            return true;
    }
    return false;
}

/* KIND <tab> PACKAGE <tab> NAME NAME ... */
static struct span find(const char *kind, struct span name)
{
    struct span rest = span_of((const char *)debian_table, debian_table_size);
    struct span line;

    while (span_next_line(&rest, &line)) {
        struct span field;
        struct span package;

        if (span_split(&line, '\t', &field) && span_equal_string(field, kind) &&
            span_split(&line, '\t', &package) && has_word(line, name))
            return package;
    }
    return span_of(NULL, 0);
}

/* As it is, in the nearest folder that is listed whole, or without its folders. */
static struct span find_header(struct span name)
{
    struct span found = find("header", name);
    struct span folder = name;

    while (!found.len && folder.len) {
        size_t slash = span_find_last_byte(folder, '/');

        folder = span_head(folder, slash < folder.len ? slash : 0);
        if (folder.len)
            found = find("header", span_head(name, folder.len + 1));
    }
    return found;
}

struct span debian_package(const char *kind, struct span name)
{
    STRBUF_AUTO(lower, LONGEST_NAME);

    if (!name.len || name.len >= LONGEST_NAME)
        return span_of(NULL, 0);
    if (strcmp(kind, "header") == 0)
        return find_header(name);
    if (strcmp(kind, "cmake") != 0)
        return find(kind, name);
    for (size_t i = 0; i < name.len; i++)
        strbuf_add_byte(&lower, (char)tolower((unsigned char)name.data[i]));
    return find(kind, strbuf_span(&lower));
}
