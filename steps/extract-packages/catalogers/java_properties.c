/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pom.properties: lines of "key=value" with the escapes of java.util.Properties.load(). */
#include "java_pom.h"

enum { LINE_ENDS = -1 };

struct character {
    int value; /* a byte, a UTF-16 unit of \uXXXX, or LINE_ENDS */
    bool escaped;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static void skip_blanks(struct span *rest)
{
    while (rest->len && is_blank(rest->data[0]))
        *rest = span_skip(*rest, 1);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int read_unicode(struct span *rest)
{
    int value = 0;

    for (size_t i = 0; i < 4; i++) {
        int digit = rest->len ? hex_digit(rest->data[0]) : -1;

        if (digit < 0)
            return '?';
        value = value * 16 + digit;
        *rest = span_skip(*rest, 1);
    }
    return value;
}

static bool eat_line_end(struct span *rest)
{
    return span_eat(rest, "\r\n") || span_eat(rest, "\n") || span_eat(rest, "\r");
}

/* The next one of a logical line: a backslash before the line's end joins it with the next. */
static struct character next_character(struct span *rest)
{
    static const char escapes[] = "t\tn\nr\rf\f";
    char c;

    while (span_starts_with(*rest, "\\\n") || span_starts_with(*rest, "\\\r")) {
        *rest = span_skip(*rest, 1);
        eat_line_end(rest);
        skip_blanks(rest);
    }
    if (!rest->len || eat_line_end(rest))
        return (struct character){LINE_ENDS, false};
    c = rest->data[0];
    *rest = span_skip(*rest, 1);
    if (c != '\\' || !rest->len)
        return (struct character){(unsigned char)c, false};
    c = rest->data[0];
    *rest = span_skip(*rest, 1);
    if (c == 'u')
        return (struct character){read_unicode(rest), true};
    for (size_t i = 0; i + 1 < sizeof escapes; i += 2)
        if (c == escapes[i])
            return (struct character){(unsigned char)escapes[i + 1], true};
    return (struct character){(unsigned char)c, true};
}

/* Bytes as they are (Latin-1 or UTF-8), units of \uXXXX as UTF-8; halves of pairs are no text. */
static void add(struct strbuf *out, struct character c)
{
    if (c.value < 0x80 || !c.escaped) {
        strbuf_add_byte(out, (char)c.value);
    } else if (c.value < 0x800) {
        strbuf_add_byte(out, (char)(0xc0 | c.value >> 6));
        strbuf_add_byte(out, (char)(0x80 | (c.value & 0x3f)));
    } else {
        strbuf_add_byte(out, (char)(0xe0 | c.value >> 12));
        strbuf_add_byte(out, (char)(0x80 | (c.value >> 6 & 0x3f)));
        strbuf_add_byte(out, (char)(0x80 | (c.value & 0x3f)));
    }
}

/* Up to '=', ':' or a blank, and past what separates it from the value; false where the line ends. */
static bool read_key(struct span *rest, struct strbuf *key)
{
    for (;;) {
        struct character c = next_character(rest);
        bool blank = !c.escaped && c.value >= 0 && is_blank((char)c.value);

        if (c.value == LINE_ENDS)
            return false;
        if (!c.escaped && (c.value == '=' || c.value == ':' || blank)) {
            skip_blanks(rest);
            if (blank && (span_eat(rest, "=") || span_eat(rest, ":")))
                skip_blanks(rest);
            return true;
        }
        add(key, c);
    }
}

static void read_value(struct span *rest, struct strbuf *value)
{
    struct character c;

    while ((c = next_character(rest)).value != LINE_ENDS)
        add(value, c);
}

static void pass_over_comment(struct span *rest)
{
    while (rest->len && !eat_line_end(rest))
        *rest = span_skip(*rest, 1);
}

static void store(struct maven_id *id, struct span key, struct strbuf *value)
{
    struct strbuf *into = span_equal_string(key, "groupId")      ? &id->group
                          : span_equal_string(key, "artifactId") ? &id->artifact
                          : span_equal_string(key, "version")    ? &id->version
                                                                 : NULL;

    if (!into)
        return;
    java_id_set(into, span_trim(strbuf_span(value)));
    into->overflowed = strbuf_overflowed(value);
}

void java_pom_properties_read(struct span text, struct maven_id *id)
{
    STRBUF_AUTO(key, LIMIT_PACKAGE_NAME);
    STRBUF_AUTO(value, LIMIT_PACKAGE_NAME);
    while (text.len) {
        skip_blanks(&text);
        if (eat_line_end(&text))
            continue;
        if (span_starts_with(text, "#") || span_starts_with(text, "!")) {
            pass_over_comment(&text);
            continue;
        }
        strbuf_clear(&key);
        strbuf_clear(&value);
        if (read_key(&text, &key))
            read_value(&text, &value);
        store(id, strbuf_span(&key), &value);
    }
}
