/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gguf.h"

#include <string.h>

/* gguf_metadata_value_type */
enum type {
    UINT8,
    INT8,
    UINT16,
    INT16,
    UINT32,
    INT32,
    FLOAT32,
    BOOL,
    STRING,
    ARRAY,
    UINT64,
    INT64,
    FLOAT64,
    TYPE_COUNT,
};

/* Bytes of one value; 0: it tells its length itself. */
static const unsigned char sizes[TYPE_COUNT] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

/* Arrays within arrays: real files have none. */
#define MOST_DEPTH 4
#define LATEST_VERSION 3

struct reader {
    struct span rest;
    bool is_big_endian;
    bool is_cut; /* a read went past the end */
    uint32_t version;
};

/* ---- numbers and strings ---- */

static struct span take(struct reader *r, uint64_t length)
{
    struct span taken;

    if (length > r->rest.len) {
        r->is_cut = true;
        return span_of(NULL, 0);
    }
    taken = span_head(r->rest, (size_t)length);
    r->rest = span_skip(r->rest, (size_t)length);
    return taken;
}

/* A number of size bytes; 0 behind the end. */
static uint64_t take_number(struct reader *r, size_t size)
{
    struct span bytes = take(r, size);
    uint64_t value = 0;

    for (size_t i = 0; i < bytes.len; i++)
        value = value << 8 | (unsigned char)bytes.data[r->is_big_endian ? i : bytes.len - 1 - i];
    return value;
}

/* Version 1 had lengths of 32 bits. */
static uint64_t take_length(struct reader *r)
{
    return take_number(r, r->version == 1 ? 4 : 8);
}

static struct span take_string(struct reader *r)
{
    return take(r, take_length(r));
}

/* ---- values ---- */

/* False for a type that is none; what is cut is noted in r. */
static bool skip_value(struct reader *r, uint64_t type, size_t depth)
{
    uint64_t item;
    uint64_t count;

    if (type >= TYPE_COUNT || depth > MOST_DEPTH)
        return false;
    if (sizes[type])
        take(r, sizes[type]);
    if (type == STRING)
        take_string(r);
    if (type != ARRAY)
        return true;
    item = take_number(r, 4);
    count = take_length(r);
    if (item >= TYPE_COUNT)
        return r->is_cut;
    if (sizes[item]) {
        take(r, count <= UINT64_MAX / 8 ? count * sizes[item] : UINT64_MAX);
        return true;
    }
    /* Each has four bytes at least, so that the count ends with the bytes. */
    while (count-- && !r->is_cut)
        if (!skip_value(r, item, depth + 1))
            return r->is_cut;
    return true;
}

static struct span *member_of(struct gguf *gguf, struct span key)
{
    const struct {
        const char *key;
        struct span *member;
    } members[] = {
        {"general.name", &gguf->name},       {"general.basename", &gguf->basename},
        {"general.version", &gguf->version}, {"general.architecture", &gguf->architecture},
        {"general.license", &gguf->license},
    };

    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (span_equal_string(key, members[i].key))
            return members[i].member;
    return NULL;
}

static bool read_pair(struct reader *r, struct gguf *gguf)
{
    struct span key = take_string(r);
    uint64_t type = take_number(r, 4);
    struct span *member = type == STRING ? member_of(gguf, key) : NULL;

    if (r->is_cut)
        return true;
    if (member) {
        *member = span_trim(take_string(r));
        return true;
    }
    if (type == UINT32 && span_equal_string(key, "general.file_type")) {
        gguf->file_type = (uint32_t)take_number(r, 4);
        gguf->has_file_type = !r->is_cut;
        return true;
    }
    return skip_value(r, type, 0);
}

/* ---- the file ---- */

bool gguf_is(struct span bytes)
{
    return span_starts_with(bytes, "GGUF");
}

bool gguf_read(struct span bytes, bool complete, struct gguf *ret, struct error *err)
{
    struct reader r = {.rest = span_skip(bytes, strlen("GGUF"))};
    uint64_t count;

    *ret = (struct gguf){0};
    r.version = (uint32_t)take_number(&r, 4);
    /* Its high half is zero in the file's own byte order. */
    if (r.version && !(r.version & 0xffff)) {
        r.is_big_endian = true;
        r.version = __builtin_bswap32(r.version);
    }
    if (!r.is_cut && (r.version < 1 || r.version > LATEST_VERSION))
        return error_set(err, ERROR_MALFORMED, "version %u of GGUF, which is not known", r.version);
    take_length(&r); /* tensors */
    count = take_length(&r);
    while (count-- && !r.is_cut)
        if (!read_pair(&r, ret))
            return error_set(err, ERROR_MALFORMED, "a value of a type that GGUF does not have");
    if (r.is_cut && complete)
        return error_set(err, ERROR_MALFORMED, "GGUF's header is cut");
    return true;
}

/* llama.cpp's enum llama_ftype (include/llama.h); the gaps are formats that were removed. */
const char *gguf_quantization(uint32_t file_type)
{
    static const char *const names[] = {
        "F32",    "F16",    "Q4_0",    "Q4_1",      NULL,     NULL,      NULL,
        "Q8_0",   "Q5_0",   "Q5_1",    "Q2_K",      "Q3_K_S", "Q3_K_M",  "Q3_K_L",
        "Q4_K_S", "Q4_K_M", "Q5_K_S",  "Q5_K_M",    "Q6_K",   "IQ2_XXS", "IQ2_XS",
        "Q2_K_S", "IQ3_XS", "IQ3_XXS", "IQ1_S",     "IQ4_NL", "IQ3_S",   "IQ3_M",
        "IQ2_S",  "IQ2_M",  "IQ4_XS",  "IQ1_M",     "BF16",   NULL,      NULL,
        NULL,     "TQ1_0",  "TQ2_0",   "MXFP4_MOE", "NVFP4",  "Q1_0",
    };

    return file_type < sizeof names / sizeof *names ? names[file_type] : NULL;
}
