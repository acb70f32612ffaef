/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decoder.h"

bool decoder_next_member(struct decoder_place *place, struct span *in, unsigned char first,
                         const char *format, bool *ret_begins, struct error *err)
{
    *ret_begins = false;
    while (in->len && in->data[0] == '\0') {
        place->padding = true;
        *in = span_skip(*in, 1);
    }
    if (!in->len)
        return true;
    if (place->padding || (unsigned char)in->data[0] != first)
        return error_set(err, ERROR_MALFORMED, "bytes that are no %s follow the %s data", format,
                         format);
    place->between = false;
    *ret_begins = true;
    return true;
}
