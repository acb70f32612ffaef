/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "requirement.h"

#include <string.h>

#include "byte_class.h"
#include "names.h"

struct span requirement_name(struct span text)
{
    size_t n = 0;

    while (n < text.len && byte_is_name(text.data[n]))
        n++;
    return span_head(text, n);
}

/* The V of NAME==V or NAME===V, when it stands alone. */
static struct span pin_of(struct span requirement)
{
    size_t at = span_find(requirement, "==");
    struct span version = span_skip(requirement, at + 2);

    if (version.len && version.data[0] == '=')
        version = span_skip(version, 1);
    version = span_trim(span_head(version, span_find_byte(version, ';')));
    if (span_find_byte(version, ',') < version.len || span_find_byte(version, '*') < version.len ||
        span_find_byte(requirement, ',') < requirement.len)
        return span_of(NULL, 0);
    return version;
}

struct span requirement_split_from(struct span text, struct span *ret_from)
{
    size_t at = span_find(text, " (from ");
    struct span from = span_skip(text, at + strlen(" (from "));

    if (from.len && from.data[from.len - 1] == ')')
        from.len--;
    *ret_from = span_head(from, span_find(from, "->"));
    return span_trim(span_head(text, at));
}

/* "name @ URL", or a URL alone, whose name is in its file name or its fragment. */
static struct requirement read_url(struct span text)
{
    size_t at = span_find_byte(text, '@');
    struct requirement found = {.artifact = text};

    if (at < span_find(text, "://")) {
        found.name = requirement_name(text);
        found.artifact = span_trim(span_skip(text, at + 1));
        return found;
    }
    if (!split_artifact(text, &found.name, &found.version))
        found.name = requirement_name(span_skip(text, span_find(text, "egg=") + strlen("egg=")));
    if (found.name.len == 0)
        found.name = text; /* a repository: its name comes when it is installed */
    return found;
}

struct requirement requirement_read(struct span text)
{
    size_t from = span_find(text, " from ");
    struct span wanted = span_head(text, from);
    struct requirement found;

    if (span_contains(wanted, "://"))
        return read_url(wanted);
    found = (struct requirement){.name = requirement_name(wanted), .version = pin_of(wanted)};
    found.artifact = span_trim(span_skip(text, from + strlen(" from ")));
    return found;
}
