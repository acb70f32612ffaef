/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

#include <string.h>

#include "builder.h"
#include "numbering.h"
#include "prefix.h"
#include "wording.h"

const struct shared shared_nothing = {.lines = 2, .builder = true};

/* ---- indentation ---- */

/* Fewer blanks are what programs themselves begin lines with, mocha all of them. */
#define INDENT_LEAST 3

/*
 * An error whose trace stands below it is no log that is indented: the first line must be, too.  That may have lost
 * some of it, as a selection begins where one likes.
 */
void shared_eat_indent(struct shared *shared, struct log_line *line)
{
    size_t n = wording_run(line->text, wording_is_blank);

    if (n == line->text.len)
        return;
    if (n < INDENT_LEAST)
        n = 0;
    if (shared->lines < 2 || n < shared->indent)
        shared->indent = n;
    line->text = span_skip(line->text, shared->indent);
    shared->lines += shared->lines < 2;
}

/* ---- a name ---- */

/* In so many lines a builder's first word is looked for, of which only those count that are looked at at all. */
#define ASKED_MOST 2000

static bool is_step(struct span text)
{
    struct header header;

    return (header_read(text, "Step ", " : ", &header) ||
            header_read(text, "STEP ", ": ", &header)) &&
           builder_is_instruction(header.command);
}

/* Where in the text a builder's first word stands, or its length. */
static size_t find_builder(struct span text)
{
    static const char *const words[] = {"#1 [internal] ", "[+] Building ", "=> [internal] ",
                                        "-----> ", NULL};
    struct span head = span_head(text, SHARED_LABEL + 16);
    size_t at = span_find(head, "Step ");
    size_t stage;

    if (at == head.len)
        at = span_find(head, "STEP ");
    stage = span_find_last_byte(span_head(head, at), '[');
    if (stage < at && is_step(span_skip(text, stage)))
        return stage;
    if (is_step(span_skip(text, at)))
        return at;
    for (const char *const *word = words; *word; word++) {
        at = span_find(head, *word);
        if (at < head.len)
            return at;
    }
    return text.len;
}

/* What buildpacks run is printed with so many blanks in front. */
#define BUILDPACK_INDENT "       "

/*
 * Of a build of Heroku's that git shows, the "remote: " is known by what follows it even where its first line is cut
 * off; what a server itself says stands right behind it.
 */
static bool is_remote(struct span text)
{
    return (STARTS(text, "remote: " BUILDPACK_INDENT) &&
            !STARTS(text, "remote: " BUILDPACK_INDENT " ")) ||
           STARTS(text, "remote:  !     ");
}

/* pip's output in a list or a comment: a mark and a blank stand before each line. */
static bool is_quoted_pip(struct span text)
{
    return text.len > 2 && text.data[1] == ' ' && text.data[0] && strchr("*#>|", text.data[0]) &&
           STARTS(span_skip(text, 2), "Installing collected packages: ");
}

/* The log of a task that failed, as BitBake shows it below its own errors: the tool's lines begin behind the bar. */
static bool is_bitbake(struct span text)
{
    return STARTS(text, "| DEBUG: Executing ") || STARTS(text, "| NOTE: make ");
}

/* A shell that traces, or code, shows what is to be printed. */
static bool is_label(struct span text)
{
    return text.len > 0 && text.len <= SHARED_LABEL && !span_starts_with(text, "+ ") &&
           !span_ends_with(text, "-") && span_find_byte(text, '"') == text.len &&
           span_find_byte(text, '\'') == text.len;
}

/* How long the label is, or all of the text where it tells of none. */
static size_t find_label(struct span text)
{
    if (is_remote(text))
        return strlen("remote: ");
    if (is_quoted_pip(text) || is_bitbake(text))
        return 2;
    return find_builder(text);
}

static void learn(struct shared *shared, struct span text)
{
    size_t at = find_label(text);
    struct span label = span_head(text, at);

    if (at == text.len)
        return;
    if (STARTS(span_skip(text, at), "-----> ") && label.len && !is_label(label))
        return; /* a longer arrow */
    shared->builder = true;
    shared->buildpack = is_remote(text) || STARTS(span_skip(text, at), "-----> ");
    if (!is_label(label) || (at == 1 && label.data[0] == ' '))
        return; /* BuildKit's rows begin with a blank */
    memcpy(shared->label, label.data, label.len);
    shared->label_len = label.len;
}

bool shared_eat_label(struct shared *shared, struct log_line *line)
{
    struct span rest = line->text;
    struct span label;

    if (!shared->builder && shared->asked++ < ASKED_MOST)
        learn(shared, line->text);
    shared->builder = shared->builder || shared->asked == ASKED_MOST;
    label = span_of(shared->label, shared->label_len);
    if (label.len && span_equal(span_head(rest, label.len), label))
        rest = span_skip(rest, label.len);
    if (shared->buildpack)
        EAT(rest, BUILDPACK_INDENT);
    if (rest.len == line->text.len)
        return false;
    line->text = rest;
    return true;
}
