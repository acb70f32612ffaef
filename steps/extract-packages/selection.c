/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

#include <stdlib.h>
#include <string.h>

#include "glob.h"
#include "output.h"
#include "xalloc.h"

#define ALWAYS "os-release"

struct all {
    const struct cataloger *const *items;
    size_t count;
    bool *chosen; /* of each */
};

void selection_release(struct selection *s)
{
    free(s->catalogers);
    *s = (struct selection){0};
}

/* "python" is python, python-eggs and python-files. */
static bool is_named(const struct cataloger *cataloger, struct span name)
{
    struct span full = span_string(cataloger->name);

    return span_equal(full, name) || (full.len > name.len && full.data[name.len] == '-' &&
                                      span_equal(span_head(full, name.len), name));
}

static bool choose(const struct all *all, struct span name, bool chosen, struct error *err)
{
    bool known = false;

    for (size_t i = 0; name.len && i < all->count; i++) {
        if (!is_named(all->items[i], name))
            continue;
        all->chosen[i] = chosen;
        known = true;
    }
    return known || error_set(err, ERROR_USAGE,
                              "--catalogers: there is no '%s'; --list-catalogers prints all names",
                              quote_bytes(name.data, name.len).text);
}

static bool is_plain(struct span word)
{
    return word.len && *word.data != '+' && *word.data != '-';
}

static bool has_plain_name(const struct cli_strings *words)
{
    for (size_t i = 0; i < words->count; i++) {
        struct span rest = span_string(words->items[i]);
        struct span word;

        while (span_split(&rest, ',', &word))
            if (is_plain(span_trim(word)))
                return true;
    }
    return false;
}

/* Plain names come first, wherever they stand: "+x,y" is y and x. */
static bool choose_words(const struct all *all, const struct cli_strings *words, bool plain,
                         struct error *err)
{
    for (size_t i = 0; i < words->count; i++) {
        struct span rest = span_string(words->items[i]);
        struct span word;

        while (span_split(&rest, ',', &word)) {
            word = span_trim(word);
            if (is_plain(word) != plain)
                continue;
            if (!choose(all, plain ? word : span_skip(word, 1),
                        plain || span_starts_with(word, "+"), err))
                return false;
        }
    }
    return true;
}

static void keep_chosen(struct selection *s, const struct all *all)
{
    s->catalogers = xcalloc(all->count, sizeof *s->catalogers);
    for (size_t i = 0; i < all->count; i++)
        if (all->chosen[i] || strcmp(all->items[i]->name, ALWAYS) == 0)
            s->catalogers[s->cataloger_count++] = all->items[i];
}

bool selection_read(struct selection *s, const struct cataloger *const *all_items, size_t count,
                    const struct cli_strings *words, struct error *err)
{
    CLEANUP(cleanup_free) bool *chosen = xcalloc(count, sizeof *chosen);
    struct all all = {all_items, count, chosen};
    bool few = has_plain_name(words);

    for (size_t i = 0; i < count; i++)
        chosen[i] = !few;
    if (!choose_words(&all, words, true, err) || !choose_words(&all, words, false, err))
        return false;
    keep_chosen(s, &all);
    return true;
}

void selection_drop(struct selection *s, const char *name)
{
    size_t kept = 0;

    for (size_t i = 0; i < s->cataloger_count; i++)
        if (strcmp(s->catalogers[i]->name, name) != 0)
            s->catalogers[kept++] = s->catalogers[i];
    s->cataloger_count = kept;
}

bool selection_excludes(const struct selection *s, struct span path)
{
    for (size_t i = 0; i < s->exclude.count; i++)
        if (glob_excludes(span_string(s->exclude.items[i]), path))
            return true;
    return false;
}

bool selection_print_names(const struct cataloger *const *all, size_t count, const char *output,
                           struct error *err)
{
    struct output out;
    bool done;

    STRBUF_AUTO(text, 64 * KIB);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&text, "%s\n", all[i]->name);
    if (!output_open(&out, output, err))
        return false;
    done = output_write(&out, strbuf_span(&text), err) && output_commit(&out, err);
    output_abort(&out);
    return done;
}
