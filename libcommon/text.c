/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

void text_mask_controls(char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        unsigned char next = i + 1 < len ? (unsigned char)bytes[i + 1] : 0;

        if (c < 0x20 || c == 0x7f) {
            bytes[i] = '?';
        } else if (c == 0xc2 && next >= 0x80 && next <= 0x9f) {
            bytes[i] = '?';
            bytes[i + 1] = '?';
        }
    }
}

/* How many bytes the lead byte announces, and the range its second byte must be in. */
static size_t utf8_lead(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef) {
        *low = lead == 0xe0 ? 0xa0 : 0x80;
        *high = lead == 0xed ? 0x9f : 0xbf;
        return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        *low = lead == 0xf0 ? 0x90 : 0x80;
        *high = lead == 0xf4 ? 0x8f : 0xbf;
        return 4;
    }
    return 0;
}

/* Sets valid bytes of the sequence that in starts with in *ret_seen; true if it is complete. */
static bool utf8_sequence(struct span in, size_t *ret_seen)
{
    const unsigned char *p = (const unsigned char *)in.data;
    unsigned char low;
    unsigned char high;
    size_t want = in.len ? utf8_lead(p[0], &low, &high) : 0;
    size_t seen = want ? 1 : 0;

    while (seen < want && seen < in.len && p[seen] >= low && p[seen] <= high) {
        low = 0x80;
        high = 0xbf;
        seen++;
    }
    *ret_seen = seen;
    return want && seen == want;
}

size_t text_utf8_length(struct span in)
{
    size_t seen;

    return utf8_sequence(in, &seen) ? seen : 0;
}

size_t text_append_utf8(struct strbuf *out, struct span in)
{
    size_t replaced = 0;

    while (in.len) {
        size_t seen = 0;
        size_t plain = 0;

        while (plain < in.len && in.data[plain] > 0)
            plain++;
        strbuf_add(out, in.data, plain);
        in = span_skip(in, plain);
        if (!in.len)
            break;
        if (in.data[0] != '\0' && utf8_sequence(in, &seen)) {
            strbuf_add(out, in.data, seen);
        } else {
            strbuf_add(out, "\xef\xbf\xbd", 3);
            replaced++;
            if (seen == 0)
                seen = 1;
        }
        in = span_skip(in, seen);
    }
    return replaced;
}

size_t text_utf8_settled(struct span in)
{
    for (size_t back = 1; back <= 3 && back <= in.len; back++) {
        struct span end = span_skip(in, in.len - back);
        size_t seen = 0;

        if (((unsigned char)end.data[0] & 0xc0) != 0x80)
            return !utf8_sequence(end, &seen) && seen == back ? in.len - back : in.len;
    }
    return in.len;
}
