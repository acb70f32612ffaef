/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "os_release.h"

#include <ctype.h>
#include <string.h>

#include "json_in.h"
#include "limits.h"
#include "strbuf.h"

#define MOST_NAMES 1000
#define MOST_VALUE (4 * KIB)

static bool is_name(struct span name)
{
    if (!name.len || name.len > 100 || isdigit((unsigned char)name.data[0]))
        return false;
    for (size_t i = 0; i < name.len; i++)
        if (!isalnum((unsigned char)name.data[i]) && name.data[i] != '_')
            return false;
    return true;
}

/* A shell word: quotes go, a backslash gives the next byte (in double quotes before \ " $ ` only). */
static void unquote(struct span word, struct strbuf *out)
{
    char quote = 0;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        char next = i + 1 < word.len ? word.data[i + 1] : 0;

        if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (quote && c == quote) {
            quote = 0;
        } else if (c == '\\' && next && quote != '\'' && (!quote || strchr("\\\"$`", next))) {
            strbuf_add_byte(out, next);
            i++;
        } else {
            strbuf_add_byte(out, c);
        }
    }
}

static void add_assignment(json_t *names, struct span line)
{
    size_t equals = span_find_byte(line, '=');
    struct span name = span_trim(span_head(line, equals));
    char key[101];

    if (equals == line.len || !is_name(name) || json_object_size(names) >= MOST_NAMES)
        return;
    for (size_t i = 0; i < name.len; i++)
        key[i] = (char)tolower((unsigned char)name.data[i]);
    key[name.len] = '\0';

    STRBUF_AUTO(value, MOST_VALUE);
    unquote(span_trim(span_skip(line, equals + 1)), &value);
    json_put_string(names, key, strbuf_span(&value));
}

json_t *os_release_parse(struct span text)
{
    json_t *names = json_new_object();
    struct span line;

    while (span_next_line(&text, &line)) {
        line = span_trim(line);
        if (line.len && line.data[0] != '#')
            add_assignment(names, line);
    }
    return names;
}
