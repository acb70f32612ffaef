/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "builders_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"

static bool has_mark(const char *const *marks, struct span text)
{
    for (; marks && *marks; marks++) {
        if (span_contains(text, *marks))
            return true;
    }
    return false;
}

/* What a builder acts on holds a mark, or it would not be looked at; but an id after COMMIT. */
static void check_marks(enum builder_word word, struct span text)
{
    bool found = word == WORD_NONE || word == WORD_OWN || span_is_hex(text, 64);

    for (const struct builder *const *builder = builders; *builder && !found; builder++)
        found = has_mark((*builder)->marks, text);
    if (!found)
        fail_msg("no mark in: %.*s", SPAN_ARG(text));
}

/* "FAIL" stands for what only a rule knows; words tells lines with "number" and one of osq+-. */
static void hear(struct heard *heard, const struct log_line *given)
{
    struct log_line line = *given;
    enum builder_word word;
    struct track *track;

    prefixes_split(&heard->prefixes, &line);
    track = tracks_of_line(&heard->tracks, &line);
    heard->lines = line.number;
    if (span_equal_string(line.text, "FAIL"))
        steps_fail(&heard->steps, &track->steps, 7);
    word = builders_line(&heard->steps, &track->steps, &line);
    strbuf_add_byte(&heard->words, ".oqs+-"[word]);
    check_marks(word, given->text);
}

static void add_steps(const struct heard *heard, struct strbuf *out)
{
    static const char *const outcomes[] = {"?", "good", "bad"};

    for (size_t i = 0; i < heard->steps.count; i++) {
        const struct step *s = &heard->steps.items[i];

        strbuf_addf(out, "%.*s=", SPAN_ARG(s->name));
        strbuf_addf(out, "%.*s %s", SPAN_ARG(s->command), outcomes[s->status]);
        strbuf_addf(out, "%s %d-%d", s->cached ? " cached" : "", (int)s->first_line,
                    (int)s->last_line);
        if (s->milliseconds >= 0)
            strbuf_addf(out, " %dms", (int)s->milliseconds);
        if (s->exit_code >= 0)
            strbuf_addf(out, " rc=%d", s->exit_code);
        strbuf_add_byte(out, '\n');
    }
}

/* Of the whole log: "builder outcome bases>output", and each step. */
static void report(const struct heard *heard, struct strbuf *out)
{
    static const char *const outcomes[] = {"?", "good", "bad"};

    strbuf_addf(out, "%s %s", builder_name(heard->steps.builder), outcomes[heard->steps.outcome]);
    for (size_t i = 0; i < heard->steps.base_count; i++)
        strbuf_addf(out, " %.*s", SPAN_ARG(heard->steps.bases[i]));
    strbuf_addf(out, ">%.*s\n", SPAN_ARG(heard->steps.output));
    add_steps(heard, out);
}

void builders_listen(const char *log, struct heard *heard, struct strbuf *out)
{
    struct log_line line = {0};
    struct span rest = span_string(log);

    *heard = (struct heard){0};
    strbuf_init(&heard->words, MIB);
    packages_init(&heard->packages, &heard->pool);
    steps_init(&heard->steps, &heard->pool);
    tracks_init(&heard->tracks, &heard->packages);
    while (span_next_line(&rest, &line.text)) {
        line.number++;
        hear(heard, &line);
    }
    for (size_t i = 0; i < heard->tracks.count; i++)
        steps_finish(&heard->steps, &heard->tracks.items[i]->steps,
                     i == 0 ? heard->steps.outcome : OUTCOME_UNKNOWN, heard->lines);
    report(heard, out);
}

void builders_release(struct heard *heard)
{
    tracks_release(&heard->tracks);
    steps_release(&heard->steps);
    packages_release(&heard->packages);
    pool_release(&heard->pool);
    strbuf_release(&heard->words);
}

void builders_check(const char *log, const char *want)
{
    struct heard heard;
    STRBUF_AUTO(got, MIB);

    builders_listen(log, &heard, &got);
    assert_string_equal(got.data, want);
    builders_release(&heard);
}

void builders_check_words(const char *log, const char *want)
{
    struct heard heard;
    STRBUF_AUTO(got, MIB);

    builders_listen(log, &heard, &got);
    assert_string_equal(heard.words.data, want);
    builders_release(&heard);
}
