/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_manifest.h"

static const char *const names[MANIFEST_HEADERS] = {
    [IMPLEMENTATION_TITLE] = "Implementation-Title",
    [IMPLEMENTATION_VERSION] = "Implementation-Version",
    [IMPLEMENTATION_VENDOR_ID] = "Implementation-Vendor-Id",
    [SPECIFICATION_VERSION] = "Specification-Version",
    [BUNDLE_SYMBOLIC_NAME] = "Bundle-SymbolicName",
    [BUNDLE_VERSION] = "Bundle-Version",
    [BUNDLE_LICENSE] = "Bundle-License",
};

void java_manifest_init(struct java_manifest *m)
{
    for (size_t i = 0; i < MANIFEST_HEADERS; i++)
        strbuf_init(&m->values[i], LIMIT_PACKAGE_NAME);
}

void java_manifest_release(struct java_manifest *m)
{
    for (size_t i = 0; i < MANIFEST_HEADERS; i++)
        strbuf_release(&m->values[i]);
}

/* Lines end with \r\n, \n or \r. */
static bool next_line(struct span *rest, struct span *ret_line)
{
    size_t end = 0;

    if (!rest->len)
        return false;
    while (end < rest->len && rest->data[end] != '\n' && rest->data[end] != '\r')
        end++;
    *ret_line = span_head(*rest, end);
    *rest = span_skip(*rest, end);
    if (!span_eat(rest, "\r\n"))
        *rest = span_skip(*rest, 1);
    return true;
}

static struct strbuf *value_of(struct java_manifest *m, struct span name)
{
    for (size_t i = 0; i < MANIFEST_HEADERS; i++)
        if (span_equal_nocase(name, span_string(names[i])))
            return &m->values[i];
    return NULL;
}

/* A line of at most 72 bytes goes on behind the blank that the next one begins with. */
void java_manifest_read(struct java_manifest *m, struct span text)
{
    struct strbuf *value = NULL;
    struct span line;

    /* Other sections follow behind an empty line. */
    while (next_line(&text, &line) && line.len) {
        size_t colon = span_find_byte(line, ':');

        if (line.data[0] == ' ') {
            if (value)
                strbuf_add_span(value, span_skip(line, 1));
            continue;
        }
        value = value_of(m, span_head(line, colon));
        if (value) {
            strbuf_clear(value);
            strbuf_add_span(value, span_skip(line, colon + 1));
        }
    }
}

struct span java_manifest_value(const struct java_manifest *m, enum manifest_header header)
{
    struct span value = strbuf_span(&m->values[header]);

    if (strbuf_overflowed(&m->values[header]))
        return span_of(NULL, 0);
    if (header == BUNDLE_SYMBOLIC_NAME)
        value = span_head(value, span_find_byte(value, ';'));
    return span_trim(value);
}
