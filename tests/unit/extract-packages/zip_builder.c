/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip_builder.h"

#include <isa-l.h>
#include <stdlib.h>

#include "limits.h"
#include "xalloc.h"

static void add_number(struct strbuf *out, uint64_t value, size_t bytes)
{
    for (; bytes; bytes--, value >>= 8)
        strbuf_add_byte(out, (char)(value & 0xff));
}

void zip_builder_init(struct zip_builder *zip)
{
    *zip = (struct zip_builder){0};
    strbuf_init(&zip->file, 64 * MIB);
    strbuf_init(&zip->directory, 64 * MIB);
}

void zip_builder_prefix(struct zip_builder *zip, struct span bytes)
{
    strbuf_add_span(&zip->file, bytes);
    zip->base = zip->file.len;
}

static struct span deflate(struct span content, char *out, size_t capacity)
{
    struct isal_zstream stream;

    isal_deflate_stateless_init(&stream);
    stream.next_in = (uint8_t *)(uintptr_t)content.data;
    stream.avail_in = (uint32_t)content.len;
    stream.end_of_stream = 1;
    stream.flush = NO_FLUSH;
    stream.next_out = (uint8_t *)out;
    stream.avail_out = (uint32_t)capacity;
    if (isal_deflate_stateless(&stream) != COMP_OK)
        abort();
    return span_of(out, stream.total_out);
}

/* What the local header and the directory's entry have in common (APPNOTE 4.3.7, 4.3.12). */
static void add_common(struct strbuf *out, int method, struct span content, size_t packed,
                       struct span name)
{
    add_number(out, 20, 2);
    add_number(out, 0, 2);
    add_number(out, (uint64_t)method, 2);
    add_number(out, 0, 4);
    add_number(out, crc32_gzip_refl(0, (const unsigned char *)content.data, content.len), 4);
    add_number(out, packed, 4);
    add_number(out, content.len, 4);
    add_number(out, name.len, 2);
    add_number(out, 0, 2);
}

void zip_builder_add(struct zip_builder *zip, const char *name, struct span content, int method)
{
    size_t capacity = content.len + content.len / 8 + 1024;
    CLEANUP(cleanup_free) char *out = xmalloc(capacity);
    struct span packed = method == ZIP_DEFLATED ? deflate(content, out, capacity) : content;
    size_t offset = zip->file.len - zip->base;

    strbuf_add_string(&zip->file, "PK\3\4");
    add_common(&zip->file, method, content, packed.len, span_string(name));
    strbuf_add_string(&zip->file, name);
    strbuf_add_span(&zip->file, packed);
    strbuf_add_string(&zip->directory, "PK\1\2");
    add_number(&zip->directory, 20, 2);
    add_common(&zip->directory, method, content, packed.len, span_string(name));
    /* Comment, disk, attributes. */
    add_number(&zip->directory, 0, 8);
    add_number(&zip->directory, 0, 2);
    add_number(&zip->directory, offset, 4);
    strbuf_add_string(&zip->directory, name);
    zip->count++;
}

static struct span end(struct zip_builder *zip, size_t count, size_t size, size_t offset)
{
    strbuf_add_string(&zip->file, "PK\5\6");
    add_number(&zip->file, 0, 4);
    add_number(&zip->file, count, 2);
    add_number(&zip->file, count, 2);
    add_number(&zip->file, size, 4);
    add_number(&zip->file, offset, 4);
    add_number(&zip->file, 0, 2);
    return strbuf_span(&zip->file);
}

struct span zip_builder_end(struct zip_builder *zip)
{
    size_t offset = zip->file.len - zip->base;

    strbuf_add_span(&zip->file, strbuf_span(&zip->directory));
    return end(zip, zip->count, zip->directory.len, offset);
}

struct span zip_builder_end64(struct zip_builder *zip)
{
    size_t offset = zip->file.len - zip->base;
    size_t record;

    strbuf_add_span(&zip->file, strbuf_span(&zip->directory));
    record = zip->file.len - zip->base;
    strbuf_add_string(&zip->file, "PK\6\6");
    add_number(&zip->file, 44, 8);
    add_number(&zip->file, 45, 2);
    add_number(&zip->file, 45, 2);
    add_number(&zip->file, 0, 8);
    add_number(&zip->file, zip->count, 8);
    add_number(&zip->file, zip->count, 8);
    add_number(&zip->file, zip->directory.len, 8);
    add_number(&zip->file, offset, 8);
    strbuf_add_string(&zip->file, "PK\6\7");
    add_number(&zip->file, 0, 4);
    add_number(&zip->file, record, 8);
    add_number(&zip->file, 1, 4);
    return end(zip, 0xffff, 0xffffffff, 0xffffffff);
}

void zip_builder_release(struct zip_builder *zip)
{
    strbuf_release(&zip->file);
    strbuf_release(&zip->directory);
}

void zip_builder_put(struct span archive, size_t offset, uint64_t value, size_t size)
{
    char *at = (char *)(uintptr_t)archive.data + offset;

    for (size_t i = 0; i < size; i++, value >>= 8)
        at[i] = (char)(value & 0xff);
}
