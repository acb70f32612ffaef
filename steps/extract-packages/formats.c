/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "sbom_cyclonedx.h"
#include "sbom_spdx.h"
#include "terminal.h"
#include "write_analysis.h"
#include "xalloc.h"

static const char *const document_versions[] = {ANALYSIS_VERSION, NULL};

static const struct format formats[] = {
    {"json", document_versions, write_analysis_document},
    {"table", NULL, report_write_table},
    {"cyclonedx-json", cyclonedx_versions, cyclonedx_write},
    {"spdx-json", spdx_versions, spdx_write},
};

void format_choices_release(struct format_choices *choices)
{
    for (size_t i = 0; i < choices->count; i++)
        output_abort(&choices->items[i].out);
    free(choices->items);
    *choices = (struct format_choices){0};
}

static bool refuse_format(struct span name, struct error *err)
{
    STRBUF_AUTO(known, LIMIT_ERROR_MESSAGE);

    for (size_t i = 0; i < ARRAY_LENGTH(formats); i++)
        strbuf_addf(&known, "%s%s", i ? "|" : "", formats[i].name);
    return error_set(err, ERROR_USAGE, "--format takes %s, not '%s'", known.data,
                     quote_bytes(name.data, name.len).text);
}

static bool choose_format(struct format_choice *choice, struct span name, struct error *err)
{
    for (size_t i = 0; i < ARRAY_LENGTH(formats); i++)
        if (span_equal_string(name, formats[i].name))
            choice->format = &formats[i];
    return choice->format || refuse_format(name, err);
}

static bool refuse_version(const struct format *format, struct span version, struct error *err)
{
    STRBUF_AUTO(known, LIMIT_ERROR_MESSAGE);

    for (const char *const *v = format->versions; v && *v; v++)
        strbuf_addf(&known, "%s%s", v == format->versions ? "" : ", ", *v);
    return error_set(err, ERROR_USAGE, "--format %s is written in %s, not in version '%s'",
                     format->name, known.len ? known.data : "no versions",
                     quote_bytes(version.data, version.len).text);
}

/* version: what follows '@'. */
static bool choose_version(struct format_choice *choice, struct span version, struct error *err)
{
    for (const char *const *v = choice->format->versions; v && *v; v++)
        if (span_equal_string(version, *v))
            choice->version = *v;
    return choice->version || refuse_version(choice->format, version, err);
}

static bool read_word(struct format_choice *choice, const char *word, struct error *err)
{
    const char *equals = strchr(word, '=');
    struct span what = equals ? span_of(word, (size_t)(equals - word)) : span_string(word);
    size_t at = span_find_byte(what, '@');

    if (!choose_format(choice, span_head(what, at), err))
        return false;
    if (at < what.len && !choose_version(choice, span_skip(what, at + 1), err))
        return false;
    if (!choice->version && choice->format->versions)
        choice->version = choice->format->versions[0];
    if (equals && !equals[1])
        return error_set(err, ERROR_USAGE, "--format '%s' needs the name of a file after '='",
                         QUOTE(word));
    choice->file = equals ? equals + 1 : NULL;
    return true;
}

static bool is_stdout(const char *file)
{
    return !file || strcmp(file, "-") == 0;
}

/* The word before it that is for the same place, or NULL. */
static const struct format_choice *same_place(const struct format_choices *choices, size_t index)
{
    const char *file = choices->items[index].file;

    for (size_t i = 0; i < index; i++) {
        const char *other = choices->items[i].file;

        if (is_stdout(file) ? is_stdout(other) : !is_stdout(other) && strcmp(file, other) == 0)
            return &choices->items[i];
    }
    return NULL;
}

/* Gives --output to the word that names no file. */
static bool choose_places(struct format_choices *choices, const char *output, struct error *err)
{
    bool used = false;

    for (size_t i = 0; i < choices->count; i++) {
        struct format_choice *choice = &choices->items[i];
        const struct format_choice *other;

        used = used || !choice->file;
        if (!choice->file)
            choice->file = output;
        other = same_place(choices, i);
        if (other)
            return error_set(err, ERROR_USAGE,
                             "--format %s and %s both go to '%s': name a file, as '%s=FILE'",
                             other->format->name, choice->format->name,
                             is_stdout(choice->file) ? "stdout" : QUOTE(choice->file),
                             choice->format->name);
    }
    if (output && !used)
        return error_set(err, ERROR_USAGE,
                         "nothing is left for --output '%s': each --format names "
                         "a file of its own",
                         QUOTE(output));
    return true;
}

bool format_choices_read(struct format_choices *choices, const struct cli_strings *words,
                         const char *output, struct error *err)
{
    static const char *const defaults[] = {"json", "table"};
    bool none = !words->count;

    choices->items = xcalloc(none ? 1 : words->count, sizeof *choices->items);
    choices->count = none ? 1 : words->count;
    if (none)
        return read_word(&choices->items[0], defaults[terminal_wants_page(NULL, "table", output)],
                         err) &&
               choose_places(choices, output, err);
    for (size_t i = 0; i < words->count; i++)
        if (!read_word(&choices->items[i], words->items[i], err))
            return false;
    return choose_places(choices, output, err);
}
