/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What runs a script in many projects of one tree puts their names before what these print, inside all other prefixes:
 *
 *     Scope: 2 of 3 workspace projects                 pnpm -r
 *     packages/web build$ vite build
 *     packages/web build: text
 *
 *     • Running build in 2 packages                    turbo
 *     web:build: text
 */
#include "prefixes.h"

static const char *const marks[] = {" workspace projects", "• Running ", NULL};

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/* How many bytes of text are names with joint between them. */
static size_t names_length(struct span text, char joint)
{
    size_t n = 0;

    while (n < text.len &&
           (is_name_byte(text.data[n]) ||
            (text.data[n] == joint && n + 1 < text.len && is_name_byte(text.data[n + 1]))))
        n++;
    return n;
}

/* Behind a file or a project these are a tool's. */
static bool is_word_of_error(struct span name)
{
    static const char *const words[] = {"error",  "warning", "note",  "info",
                                        "failed", "fail",    "fatal", NULL};

    for (const char *const *word = words; *word; word++) {
        if (span_equal_nocase(name, span_string(*word)))
            return true;
    }
    return false;
}

/* "build: ", "build:css$ ", "build:" alone; a script's name begins with a letter. */
static bool eat_script(struct span *text, const char *const *ends)
{
    struct span script = span_head(*text, names_length(*text, ':'));

    if (script.len == 0 || (script.data[0] >= '0' && script.data[0] <= '9') ||
        is_word_of_error(script))
        return false;
    *text = span_skip(*text, script.len);
    for (; *ends; ends++) {
        if (span_eat(text, *ends))
            return true;
    }
    return text->len == 1 && span_eat(text, ":");
}

/* pnpm names a project by its folder, which is most often in another one: a word without "/" may be any. */
static bool eat_pnpm(struct span *text)
{
    static const char *const ends[] = {": ", "$ ", NULL};
    struct span folder = span_head(*text, names_length(*text, '/'));

    *text = span_skip(*text, folder.len);
    return folder.len && folder.data[0] != '/' && span_find_byte(folder, '/') < folder.len &&
           span_eat(text, " ") && eat_script(text, ends);
}

/* turbo names it by its package, "@acme/web". */
static bool eat_turbo(struct span *text)
{
    static const char *const ends[] = {": ", NULL};
    size_t n;

    (void)span_eat(text, "@");
    n = names_length(*text, '/');
    *text = span_skip(*text, n);
    return n > 0 && span_eat(text, ":") && eat_script(text, ends);
}

static void learn(struct prefixes *prefixes, struct span text)
{
    if (span_starts_with(text, "Scope: ") && span_ends_with(text, " workspace projects"))
        prefixes->pnpm = true;
    else if (span_starts_with(text, "• Running ") && span_ends_with(text, " packages"))
        prefixes->turbo = true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span text = line->text;

    learn(prefixes, text);
    if (prefixes->pnpm && eat_pnpm(&text)) {
        line->text = text;
        return true;
    }
    text = line->text;
    if (!prefixes->turbo || !eat_turbo(&text))
        return false;
    line->text = text;
    return true;
}

const struct prefix_family prefix_projects = {.name = "projects", .marks = marks, .eat = eat};
