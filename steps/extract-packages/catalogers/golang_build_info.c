/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golang_build_info.h"

#include <string.h>

#include "executable.h"

/* The header of the build information (debug/buildinfo, buildInfoHeader). */
#define MAGIC "\xff Go buildinf:"
#define MAGIC_SIZE 14
#define HEADER_SIZE 32
#define ALIGNMENT 16
#define POINTER_SIZE_AT 14
#define FLAGS_AT 15
#define POINTERS_AT 16
#define FLAG_BIG_ENDIAN 1
#define FLAG_INLINE 2
/* What frames the lines of modules (cmd/go/internal/modload, infoStart and infoEnd). */
#define FRAME ((size_t)16)

/* ---- where it is ---- */

/* Searched as Go itself does, at multiples of 16, from offset on. */
static bool search(struct elf *elf, uint64_t offset, uint64_t length, uint64_t *ret_at)
{
    struct span data;
    size_t skipped = (size_t)(-offset % ALIGNMENT);

    if (!elf_bytes(elf, offset, length, &data))
        return false;
    for (size_t i = skipped; i + HEADER_SIZE <= data.len; i += ALIGNMENT)
        if (!memcmp(data.data + i, MAGIC, MAGIC_SIZE)) {
            *ret_at = offset + i;
            return true;
        }
    return false;
}

static bool find_header(struct elf *elf, uint64_t *ret_at)
{
    struct elf_section section;
    uint64_t offset;
    uint64_t length;

    if (elf_find_section(elf, ".go.buildinfo", &section))
        return search(elf, section.offset, section.size, ret_at);
    return executable_data(elf, &offset, &length) && search(elf, offset, length, ret_at);
}

/* ---- its strings ---- */

static bool read_varint(struct elf *elf, uint64_t *at, uint64_t *ret)
{
    struct span byte;

    *ret = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        if (!elf_bytes(elf, (*at)++, 1, &byte))
            return false;
        *ret |= ((uint64_t)byte.data[0] & 0x7f) << shift;
        if (!(byte.data[0] & 0x80))
            return true;
    }
    return false;
}

static bool read_inline(struct elf *elf, uint64_t *at, struct span *ret)
{
    uint64_t length;

    if (!read_varint(elf, at, &length) || length > LIMIT_GO_BUILD_INFO ||
        !elf_bytes(elf, *at, length, ret))
        return false;
    *at += length;
    return true;
}

static uint64_t get_pointer(const struct elf *elf, struct span s, size_t at, size_t size)
{
    return size == 8 ? elf_get64(elf, s, at) : elf_get32(elf, s, at);
}

/* The bytes at an address, which its segment has all. */
static bool read_address(struct elf *elf, uint64_t address, uint64_t length, struct span *ret)
{
    uint64_t offset;
    uint64_t left;

    return elf_locate(elf, address, &offset, &left) && length <= left &&
           elf_bytes(elf, offset, length, ret);
}

/* A Go string at an address: a pointer and a length. */
static bool read_pointed(struct elf *elf, uint64_t address, size_t pointer, struct span *ret)
{
    struct span string;
    uint64_t length;

    *ret = span_of(NULL, 0);
    if (!address)
        return true;
    if (!read_address(elf, address, 2 * pointer, &string))
        return false;
    length = get_pointer(elf, string, pointer, pointer);
    return length <= LIMIT_GO_BUILD_INFO &&
           (!length || read_address(elf, get_pointer(elf, string, 0, pointer), length, ret));
}

static bool read_strings(struct elf *elf, uint64_t at, struct span header,
                         struct golang_build_info *ret)
{
    size_t pointer = (unsigned char)header.data[POINTER_SIZE_AT];
    unsigned flags = (unsigned char)header.data[FLAGS_AT];
    struct elf words = *elf;
    bool is_read;

    if (flags & FLAG_INLINE) {
        at += HEADER_SIZE;
        return read_inline(elf, &at, &ret->version) && read_inline(elf, &at, &ret->modules);
    }
    if (pointer != 4 && pointer != 8)
        return false;
    words.is_big_endian = flags & FLAG_BIG_ENDIAN;
    is_read = read_pointed(&words, get_pointer(&words, header, POINTERS_AT, pointer), pointer,
                           &ret->version) &&
              read_pointed(&words, get_pointer(&words, header, POINTERS_AT + pointer, pointer),
                           pointer, &ret->modules);
    elf->lacking = words.lacking;
    return is_read;
}

static struct span without_frame(struct span modules)
{
    if (modules.len <= 2 * FRAME || modules.data[modules.len - FRAME - 1] != '\n')
        return span_of(NULL, 0);
    return span_of(modules.data + FRAME, modules.len - 2 * FRAME);
}

bool golang_find_build_info(struct elf *elf, struct golang_build_info *ret, struct error *err)
{
    struct span header;
    uint64_t at;

    *ret = (struct golang_build_info){0};
    if (!find_header(elf, &at) || !elf_bytes(elf, at, HEADER_SIZE, &header))
        return false;
    /* What was not there on the way here was not needed. */
    elf->lacking = false;
    if (!read_strings(elf, at, header, ret))
        return elf->lacking ? false
                            : error_set(err, ERROR_MALFORMED,
                                        "its Go build information leads out of the file");
    ret->modules = without_frame(ret->modules);
    return true;
}

/* ---- lines ---- */

/* "PATH\tVERSION" and perhaps a third word. */
static void split_module(struct span words, struct span *ret_path, struct span *ret_version)
{
    *ret_path = span_of(NULL, 0);
    *ret_version = span_of(NULL, 0);
    if (span_split(&words, '\t', ret_path))
        span_split(&words, '\t', ret_version);
}

static bool is_folder(struct span path)
{
    return span_starts_with(path, "/") || span_starts_with(path, "./") ||
           span_starts_with(path, "../") || span_equal_string(path, ".") ||
           span_equal_string(path, "..");
}

static void replace(struct span words, struct golang_module *module)
{
    struct span path;
    struct span version;

    split_module(words, &path, &version);
    if (!path.len || is_folder(path))
        return;
    module->path = path;
    module->version = version;
}

bool golang_next_module(struct span *rest, struct golang_module *ret)
{
    struct span line;

    while (span_next_line(rest, &line)) {
        struct span next = *rest;

        ret->is_main = span_eat(&line, "mod\t");
        if (!ret->is_main && !span_eat(&line, "dep\t"))
            continue;
        split_module(line, &ret->path, &ret->version);
        if (span_next_line(&next, &line) && span_eat(&line, "=>\t")) {
            *rest = next;
            replace(line, ret);
        }
        return true;
    }
    return false;
}

struct span golang_line(struct span modules, const char *key)
{
    struct span line;

    while (span_next_line(&modules, &line))
        if (span_eat(&line, key) && span_eat(&line, "\t"))
            return line;
    return span_of(NULL, 0);
}

struct span golang_setting(struct span modules, const char *key)
{
    struct span line;

    while (span_next_line(&modules, &line))
        if (span_eat(&line, "build\t") && span_eat(&line, key) && span_eat(&line, "="))
            return line;
    return span_of(NULL, 0);
}
