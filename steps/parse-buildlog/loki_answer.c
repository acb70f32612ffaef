/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loki_answer.h"

#include <stdlib.h>

#include "json_in.h"
#include "xalloc.h"

struct value {
    uint64_t nanoseconds;
    size_t position; /* where it stands in the answer */
    struct span line;
};

struct values {
    struct value *items;
    size_t count;
    size_t capacity;
};

bool loki_answer_is_one(struct span start)
{
    start = span_trim(span_head(start, 1 * KIB));
    return span_starts_with(start, "{") && span_contains(start, "\"resultType\"") &&
           span_contains(start, "\"streams\"");
}

/* Of one time the later in the answer is the older: it has the newest first. */
static int compare(const void *one, const void *other)
{
    const struct value *a = one;
    const struct value *b = other;

    if (a->nanoseconds != b->nanoseconds)
        return a->nanoseconds < b->nanoseconds ? -1 : 1;
    return a->position > b->position ? -1 : 1;
}

static void gather(struct values *values, const json_t *stream)
{
    const json_t *pair;
    size_t i;

    json_array_foreach (json_object_get(stream, "values"), i, pair) {
        struct value value = {.position = values->count};
        const json_t *line = json_array_get(pair, 1);

        if (!json_is_string(json_array_get(pair, 0)) || !json_is_string(line) ||
            !span_to_uint64(json_in_span(json_array_get(pair, 0)), &value.nanoseconds))
            continue;
        value.line = json_in_span(line);
        XGROW(values->items, values->count, values->capacity);
        values->items[values->count++] = value;
    }
}

bool loki_answer_feed(struct analysis *a, struct span text)
{
    struct error ignored = {0};
    CLEANUP(cleanup_json)
    json_t *answer = json_in_parse_within(text, "the log", LIMIT_LOG_TREE, &ignored);
    const json_t *streams = json_in_find(answer, "data.result");
    struct values values = {0};
    const json_t *stream;
    size_t i;

    json_array_foreach (streams, i, stream)
        gather(&values, stream);
    if (values.count == 0)
        return false;
    qsort(values.items, values.count, sizeof *values.items, compare);
    for (i = 0; i < values.count; i++) {
        analysis_feed(a, values.items[i].line);
        if (!span_ends_with(values.items[i].line, "\n"))
            analysis_feed(a, SPAN_LITERAL("\n"));
    }
    free(values.items);
    return true;
}
