/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yarn_pnp_text.h"

/* ---- references ---- */

/* "virtual:HASH#REFERENCE": the same package with other peers. */
static struct span without_virtual(struct span reference)
{
    if (span_starts_with(reference, "virtual:"))
        return span_skip(reference, span_find_byte(reference, '#') + 1);
    return reference;
}

bool yarn_is_workspace(struct span reference)
{
    return span_starts_with(without_virtual(reference), "workspace:");
}

bool yarn_is_local(struct span reference)
{
    struct span real = without_virtual(reference);

    return yarn_is_workspace(reference) || span_starts_with(real, "link:") ||
           span_starts_with(real, "portal:");
}

bool yarn_version_of(struct span reference, struct strbuf *version)
{
    struct span real = without_virtual(reference);

    if (span_eat(&real, "patch:")) {
        /* "patch:NAME@npm%3AVERSION#PATCH" */
        real = span_skip(real, span_find(real, "npm%3A"));
        real = span_head(real, span_find_byte(real, '#'));
        if (!span_eat(&real, "npm%3A"))
            return false;
    } else if (!span_eat(&real, "npm:")) {
        return false;
    }
    /* "VERSION::__archiveUrl=..." */
    strbuf_add_span(version, span_head(real, span_find(real, "::")));
    return real.len > 0;
}

/* ---- the program ---- */

bool yarn_data_is_elsewhere(struct span program)
{
    return span_contains(program, ".pnp.data.json") &&
           !span_contains(program, "RAW_RUNTIME_STATE =");
}

/* A string of JavaScript between ' and ', whose lines are joined by '\'. */
static bool unquote(struct span text, struct strbuf *out)
{
    for (size_t i = 1; i < text.len; i++) {
        if (text.data[i] == '\'')
            return true;
        if (text.data[i] == '\\' && ++i < text.len && text.data[i] == '\n')
            continue;
        if (i < text.len)
            strbuf_add_byte(out, text.data[i]);
    }
    return false;
}

/* The object that text begins with, up to its own '}'. */
static bool copy_object(struct span text, struct strbuf *out)
{
    size_t depth = 0;
    bool quoted = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            depth++;
        else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
            strbuf_add_span(out, span_head(text, i + 1));
            return true;
        }
    }
    return false;
}

static struct span behind(struct span text, const char *mark)
{
    struct span rest = span_skip(text, span_find(text, mark));

    span_eat(&rest, mark);
    return rest;
}

/* yarn 3.2 and later; before that the data is an object of the program. */
bool yarn_find_data(struct span program, struct strbuf *json)
{
    struct span text = span_trim(behind(program, "RAW_RUNTIME_STATE ="));

    if (span_starts_with(text, "'"))
        return unquote(text, json) && !strbuf_overflowed(json);
    text = behind(program, "return hydrateRuntimeState(");
    return span_starts_with(text, "{") && copy_object(text, json) && !strbuf_overflowed(json);
}
