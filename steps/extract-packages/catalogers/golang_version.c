/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What version a main module has that Go itself calls "(devel)". */
#include <ctype.h>

#include "golang_build_info.h"

/* ---- flags of the linker: -X main.version=v1.2.3 ---- */

static bool is_blank(char c)
{
    return (unsigned char)c <= ' ';
}

static size_t digits(struct span s)
{
    size_t count = 0;

    while (count < s.len && isdigit((unsigned char)s.data[count]))
        count++;
    return count;
}

static bool is_of_suffix(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '+' || c == '.';
}

/* "1.2.3-rc.1" or "v1.2.3" at the start of s; 0 for none. */
static size_t version_length(struct span s)
{
    size_t at = span_starts_with(s, "v") ? 1 : 0;
    size_t end;

    for (int part = 0; part < 3; part++) {
        size_t count = digits(span_skip(s, at));

        if (!count || (part < 2 && (at + count >= s.len || s.data[at + count] != '.')))
            return 0;
        at += count + (part < 2);
    }
    for (end = at; end < s.len && is_of_suffix(s.data[end]);)
        end++;
    /* "1.2.3." is 1.2.3 at the end of a sentence, "1.2.3.4" is itself. */
    while (end > at && s.data[end - 1] == '.')
        end--;
    return end;
}

/* The part after the last slash that is a version: "refs/tags/v1.2.3". */
static struct span version_in(struct span value)
{
    size_t length = version_length(value);
    struct span found = span_head(value, length);

    for (size_t i = 0; i < value.len; i++) {
        struct span part = span_skip(value, i + 1);

        if (value.data[i] == '/' && (length = version_length(part)))
            found = span_head(part, length);
    }
    return found;
}

static bool eat_either(struct span *s, const char *lower, const char *upper)
{
    return span_eat(s, lower) || span_eat(s, upper);
}

/* "version=", "gitVersion=", "BuildVer=", "tag="...: moves past it. */
static bool eat_name(struct span *s)
{
    struct span name = *s;

    eat_either(&name, "git", "Git");
    eat_either(&name, "build", "Build");
    if (eat_either(&name, "version=", "Version=") || eat_either(&name, "ver=", "Ver=")) {
        *s = name;
        return true;
    }
    return eat_either(s, "tag=", "Tag=");
}

/* A value reaches to the next blank, and is looked at once. */
static struct span value_of(struct span flags)
{
    size_t end = 0;

    while (end < flags.len && !is_blank(flags.data[end]))
        end++;
    return span_head(flags, end);
}

static struct span version_of_flags(struct span flags)
{
    while (flags.len) {
        struct span value;
        struct span found;

        flags = span_skip(flags, span_find_byte(flags, '.') + 1);
        if (!eat_name(&flags))
            continue;
        value = value_of(flags);
        found = version_in(value);
        if (found.len)
            return found;
        flags = span_skip(flags, value.len);
    }
    return span_of(NULL, 0);
}

/* ---- the commit ---- */

/* "20220301123456" of "2022-03-01T12:34:56Z". */
static bool add_time(struct strbuf *out, struct span time)
{
    static const char shape[] = "0000-00-00T00:00:00Z";

    if (time.len != sizeof shape - 1)
        return false;
    for (size_t i = 0; i < time.len; i++)
        if (shape[i] == '0' ? !isdigit((unsigned char)time.data[i]) : time.data[i] != shape[i])
            return false;
    for (size_t i = 0; i < time.len; i++)
        if (shape[i] == '0')
            strbuf_add_byte(out, time.data[i]);
    return true;
}

static bool is_revision(struct span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!isalnum((unsigned char)s.data[i]))
            return false;
    return s.len > 0;
}

static void add_pseudo_version(struct strbuf *out, struct span revision, struct span time)
{
    STRBUF_AUTO(digits_only, 32);

    if (!is_revision(revision) || !add_time(&digits_only, time))
        return;
    strbuf_addf(out, "v0.0.0-%s-%.*s", digits_only.data, SPAN_ARG(span_head(revision, 12)));
}

void golang_guess_version(struct span modules, struct strbuf *out)
{
    struct span version = version_of_flags(golang_setting(modules, "-ldflags"));

    if (!version.len) {
        add_pseudo_version(out, golang_setting(modules, "vcs.revision"),
                           golang_setting(modules, "vcs.time"));
        return;
    }
    if (!span_starts_with(version, "v"))
        strbuf_add_byte(out, 'v');
    strbuf_add_span(out, version);
}
