/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tar-split's JSON; there is no file, so every name ends it. */
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "tar_split.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span piece = {0};
    struct error err = {0};
    struct stream *tar;
    size_t seen = 0;
    bool good;

    if (size > 64 * KIB)
        return 0;
    tar = tar_split_open_take(stream_of_span(span_of((const char *)data, size)),
                              open("/dev/null", O_PATH | O_CLOEXEC), "fuzz");
    do {
        good = stream_next(tar, &piece, &err);
        seen += piece.len;
    } while (good && piece.len);
    if (good == error_is_set(&err) || seen > size)
        abort();
    stream_close(tar);
    return 0;
}
