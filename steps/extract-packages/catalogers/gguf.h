/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The header of a GGUF file (ggml's docs/gguf.md), versions 1 to 3, either byte order: keys with
 * values of twelve types, arrays of them too.  Pure; nothing is allocated, spans look into bytes.
 * Counts and lengths are held against the bytes that are there before they are believed.
 */
#ifndef CATALOGERS_GGUF_H
#define CATALOGERS_GGUF_H

#include "error.h"
#include "span.h"

/* Values of the keys general.*; empty where they are not there. */
struct gguf {
    struct span name;
    struct span basename;
    struct span version;
    struct span architecture;
    struct span license;
    bool has_file_type;
    uint32_t file_type;
};

bool gguf_is(struct span bytes);
/*
 * bytes is the file, or as much of its beginning as is held (complete is false): what is cut
 * there is no fault.  Else false (ERROR_MALFORMED) for what does not hold together.
 */
bool gguf_read(struct span bytes, bool complete, struct gguf *ret, struct error *err);
/* "Q4_K_M": how the weights are stored, as llama.cpp calls it; NULL for a number that it does not know. */
const char *gguf_quantization(uint32_t file_type);

#endif
