/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text_cut.h"

/* The last word of a text that was cut within it. */
static struct span last_word(struct span text)
{
    size_t start = text.len;

    while (start && text.data[start - 1] != ' ' && text.data[start - 1] != '\t')
        start--;
    return span_skip(text, start);
}

/* Without the host, or user and password, of an URL in the last word that is not over there. */
static struct span without_open_url(struct span text)
{
    struct span rest = last_word(text);
    size_t at;

    while ((at = span_find(rest, "://")) < rest.len) {
        rest = span_skip(rest, at + 3);
        if (span_find_byte(rest, '/') == rest.len && span_find_byte(rest, '@') == rest.len)
            return span_head(text, text.len - rest.len);
    }
    return text;
}

struct span text_cut(struct span text, size_t most)
{
    struct span head = span_head(text, most);
    size_t n = head.len;

    if (head.len == text.len)
        return text;
    while (n > most / 2 && head.data[n - 1] != ' ' && head.data[n - 1] != '\t')
        n--;
    return n > most / 2 ? span_head(head, n) : without_open_url(head);
}
