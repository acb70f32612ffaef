/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "told_programs.h"

#include "limits.h"
#include "strbuf.h"
#include "text.h"

/* Starts of a version that count as it: 7.4.1-r5 is 7.4.1, and no program has more dashes. */
#define MOST_STARTS 8
/* Three bytes for each that is no text, as in rows. */
#define MOST_KEY (3 * (LIMIT_PATH + 2 * LIMIT_PACKAGE_NAME) + 4)

/* Name, version, and the path with a '/' before it: each folder on its way is a start of this. */
static void add_key(struct strbuf *key, struct span name, struct span version, struct span path)
{
    strbuf_clear(key);
    strbuf_add_span(key, name);
    strbuf_add_byte(key, '\n');
    strbuf_add_span(key, version);
    strbuf_add_byte(key, '\n');
    if (path.len)
        strbuf_add_byte(key, '/');
    text_append_utf8(key, path);
}

static size_t next_start(struct span version, size_t from)
{
    while (from < version.len && version.data[from] != '-' && version.data[from] != '+')
        from++;
    return from;
}

void told_programs_add(struct path_set *told, struct span folder, struct span name,
                       struct span version)
{
    size_t end = 0;

    STRBUF_AUTO(key, MOST_KEY);
    for (int i = 0; i < MOST_STARTS && end < version.len; i++) {
        end = i == MOST_STARTS - 1 ? version.len : next_start(version, i ? end + 1 : 0);
        add_key(&key, name, span_head(version, end), folder);
        if (told->count < LIMIT_TOLD_PROGRAMS && !strbuf_overflowed(&key))
            path_set_put(told, strbuf_span(&key), PATH_OTHER);
    }
}

bool told_programs_has(const struct path_set *told, struct span path, struct span name,
                       struct span version)
{
    uint64_t hash;
    size_t length;

    STRBUF_AUTO(key, MOST_KEY);
    if (!told->count)
        return false;
    add_key(&key, name, version, path);
    struct path_way way = path_way_begin(told->key, strbuf_span(&key));
    while (path_way_next(&way, &hash, &length))
        if (path_set_get_hash(told, hash) != PATH_ABSENT)
            return true;
    return false;
}
