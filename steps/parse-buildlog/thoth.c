/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "thoth.h"

#include <string.h>

#include "limits.h"
#include "prefix.h"
#include "text_cut.h"

#define LOCK_MARK \
    "---------------------------------- Pipfile.lock ----------------------------------"
#define CONFIG_MARK ">>> Thoth's configuration file after hardware and software discovery:"

void thoth_init(struct thoth *thoth)
{
    *thoth = (struct thoth){0};
    strbuf_init(&thoth->pipfile_lock, LIMIT_LOG_PIPFILE_LOCK);
    strbuf_init(&thoth->config, LIMIT_LOG_PIPFILE_LOCK);
    strbuf_init(&thoth->builder_image, LIMIT_LOG_TEXT);
    strbuf_init(&thoth->push_destination, LIMIT_LOG_TEXT);
    strbuf_init(&thoth->thamos_version, LIMIT_LOG_TEXT);
}

void thoth_release(struct thoth *thoth)
{
    strbuf_release(&thoth->pipfile_lock);
    strbuf_release(&thoth->config);
    strbuf_release(&thoth->builder_image);
    strbuf_release(&thoth->push_destination);
    strbuf_release(&thoth->thamos_version);
}

static void add_line(struct strbuf *out, struct span text)
{
    strbuf_add_span(out, text_cut(text, LIMIT_LOG_TEXT));
    strbuf_add_byte(out, '\n');
}

static void arrow_line(struct thoth *thoth, struct span text)
{
    if (span_equal_string(text, ">>> Asking Thoth for provenance check..."))
        thoth->provenance_check_run = true;
    else if (span_equal_string(text, ">>> Asking Thoth for advise..."))
        thoth->adviser_run = true;
    else if (span_equal_string(text, CONFIG_MARK) && !thoth->has_config)
        thoth->block = THOTH_CONFIG;
}

static void set(struct strbuf *out, struct span text)
{
    strbuf_clear(out);
    strbuf_add_span(out, text_cut(text, LIMIT_LOG_TEXT));
}

static void push_line(struct thoth *thoth, struct span text)
{
    if (span_equal_string(text, "Push successful"))
        thoth->push_successful = true;
    else if (EAT(text, "Pushing image ") && span_ends_with(text, " ..."))
        set(&thoth->push_destination, span_head(text, span_find_byte(text, ' ')));
}

/* "2020-04-02 20:06:50,579 [16] DEBUG    thamos: Thamos version: '0.9.1'" */
static void version_line(struct thoth *thoth, struct span text)
{
    static const char mark[] = "Thamos version: '";
    struct span version;

    if (thoth->thamos_version.len || text.data[text.len - 1] != '\'' || text.data[0] < '0' ||
        text.data[0] > '9')
        return;
    version = span_skip(text, span_find(text, mark) + sizeof mark - 1);
    if (version.len)
        set(&thoth->thamos_version, span_head(version, version.len - 1));
}

static void outside_line(struct thoth *thoth, struct span text)
{
    switch (text.data[0]) {
    case '>':
        arrow_line(thoth, text);
        break;
    case '-':
        if (span_equal_string(text, LOCK_MARK) && !thoth->has_pipfile_lock)
            thoth->block = THOTH_PIPFILE_LOCK;
        break;
    case 'P':
        push_line(thoth, text);
        break;
    case 'U':
        if (EAT(text, "Using ") && span_ends_with(text, " as the s2i builder image"))
            set(&thoth->builder_image, span_head(text, span_find_byte(text, ' ')));
        break;
    default:
        version_line(thoth, text);
        break;
    }
}

/* A log may end, or a build fail, in the middle: what cannot be a line of JSON ends the block. */
static bool lock_line(struct thoth *thoth, struct span text)
{
    if (span_equal_string(text, LOCK_MARK)) {
        thoth->has_pipfile_lock = true;
        thoth->block = THOTH_NO_BLOCK;
        return true;
    }
    if (text.len && !strchr(" \t{}[]\"", text.data[0])) {
        thoth->block = THOTH_NO_BLOCK;
        strbuf_clear(&thoth->pipfile_lock);
        return false;
    }
    add_line(&thoth->pipfile_lock, text);
    return true;
}

/* YAML may be any text, so these lines are looked at like all others, too. */
static void config_line(struct thoth *thoth, struct span text)
{
    if (STARTS(text, ">>> ")) {
        thoth->has_config = true;
        thoth->block = THOTH_NO_BLOCK;
    } else {
        add_line(&thoth->config, text);
    }
}

bool thoth_line(struct thoth *thoth, const struct log_line *line)
{
    if (thoth->block == THOTH_PIPFILE_LOCK && lock_line(thoth, line->text))
        return true;
    if (thoth->block == THOTH_CONFIG)
        config_line(thoth, line->text);
    if (line->text.len)
        outside_line(thoth, line->text);
    return false;
}
