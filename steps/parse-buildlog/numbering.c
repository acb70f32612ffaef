/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numbering.h"

#include <string.h>

#include "prefix.h"

bool count_read(struct span text, struct count *ret)
{
    struct span rest = text;
    struct span part;

    *ret = (struct count){0};
    if (!span_split(&rest, '/', &part) || !span_to_uint64(part, &ret->number))
        return false;
    if (rest.len == 0)
        return part.len == text.len;
    return span_to_uint64(rest, &ret->total) && ret->number <= ret->total;
}

bool header_read(struct span text, const char *word, const char *mark, struct header *ret)
{
    struct span rest = text;
    size_t at;

    *ret = (struct header){0};
    if (EAT(rest, "[")) {
        size_t end = span_find_byte(span_head(rest, 24), ']');

        if (!count_read(span_head(rest, end), &ret->stage))
            return false;
        rest = span_skip(rest, end + 1);
        if (!EAT(rest, " "))
            return false;
    }
    if (!span_eat(&rest, word))
        return false;
    at = span_find(span_head(rest, 48), mark);
    if (at == rest.len || !count_read(span_head(rest, at), &ret->step))
        return false;
    ret->name = span_head(text, text.len - rest.len + at);
    ret->command = span_trim(span_skip(rest, at + strlen(mark)));
    return true;
}

static bool follows(struct count step, struct count before)
{
    return step.number == before.number + 1 && (before.number == 0 || step.total == before.total);
}

/* Where the stage's latest step is kept. */
static struct count *latest_of(struct numbering *n, struct count stage)
{
    return stage.number < NUMBERED_STAGES ? &n->steps[stage.number] : &n->latest;
}

/* ADD, COPY and the like run nothing; ONBUILD instructions of a base image may. */
static bool runs_programs(struct span command)
{
    return span_equal_nocase(span_head(command, 4), SPAN_LITERAL("RUN ")) ||
           span_equal_nocase(span_head(command, 5), SPAN_LITERAL("FROM "));
}

static void take(struct numbering *n, const struct header *header)
{
    n->stage = header->stage;
    n->latest = header->step;
    *latest_of(n, header->stage) = header->step;
    n->nested = (struct count){0};
    n->nested_succeeded = false;
    n->has_result = false;
    n->over = false;
    n->runs = runs_programs(header->command);
}

static void begin_build(struct numbering *n, const struct header *header)
{
    *n = (struct numbering){0};
    take(n, header);
}

/* A step of the build within; after its last one there is none. */
static void take_nested(struct numbering *n, struct count step)
{
    static const struct count none = {0};

    n->nested = step.number == step.total ? none : step;
    n->nested_succeeded = false;
}

bool numbering_follows(const struct numbering *n, const struct header *header)
{
    return n->latest.number && header->stage.number == n->stage.number &&
           header->stage.total == n->stage.total && follows(header->step, n->latest);
}

static bool is_next(struct numbering *n, const struct header *header)
{
    bool same_stage = header->stage.number == n->stage.number;

    if (header->stage.total != n->stage.total ||
        !follows(header->step, *latest_of(n, header->stage)))
        return false;
    return !same_stage || !n->told_results || n->has_result;
}

bool numbering_takes(struct numbering *n, const struct header *header)
{
    if (n->latest.number == 0 || n->over ||
        (header->step.number == 1 && !n->runs && header->stage.number <= n->stage.number)) {
        begin_build(n, header);
        return true;
    }
    if (n->nested.number && follows(header->step, n->nested)) {
        take_nested(n, header->step);
        return false;
    }
    if (is_next(n, header)) {
        take(n, header);
        return true;
    }
    if (header->step.number == 1)
        take_nested(n, header->step);
    return false;
}

void numbering_result(struct numbering *n)
{
    n->told_results = true;
    n->has_result = true;
    n->nested_succeeded = false;
}

bool numbering_is_complete(const struct numbering *n)
{
    if (n->over || n->latest.total == 0)
        return true;
    return n->latest.number == n->latest.total && n->stage.number == n->stage.total;
}

bool numbering_runs_program(const struct numbering *n)
{
    return n->latest.number && n->runs && !n->over;
}

void numbering_end(struct numbering *n)
{
    n->over = true;
}
