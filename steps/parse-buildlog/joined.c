/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "joined.h"

#include "prefixes.h"

static void hand_on(void *context, const struct log_line *read)
{
    struct joined *joined = context;
    struct log_line line = joined->origin;

    line.text = read->text;
    line.red = read->red || joined->origin.red;
    line.cut = read->cut || joined->origin.cut;
    joined->handler(joined->context, &line);
}

void joined_init(struct joined *joined, line_handler *handler, void *context)
{
    *joined = (struct joined){.handler = handler, .context = context};
    line_reader_init(&joined->reader, hand_on, joined);
    joined->reader.kept_start = prefixes_length;
}

void joined_add(struct joined *joined, const struct log_line *record, struct span bytes)
{
    while (bytes.len) {
        size_t end = span_find_byte(bytes, '\n');
        struct span part = span_head(bytes, end + 1);

        if (!joined->open)
            joined->origin = *record;
        line_reader_feed(&joined->reader, part);
        joined->open = end == bytes.len;
        bytes = span_skip(bytes, part.len);
    }
}

void joined_finish(struct joined *joined)
{
    line_reader_finish(&joined->reader);
    joined->open = false;
}

void joined_release(struct joined *joined)
{
    line_reader_release(&joined->reader);
}
