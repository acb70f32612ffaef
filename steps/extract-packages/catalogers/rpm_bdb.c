/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A hash of Berkeley DB (its src/dbinc/db_page.h: DBMETA, PAGE, HOFFPAGE), of any page size,
 * in either byte order.  The first page says what the others are; a hash page has an array
 * of offsets to keys and values in turn, each beginning with a byte for its kind; a value that
 * does not fit lies in a chain of overflow pages.
 */
#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "rpm_database.h"
#include "strbuf.h"
#include "xalloc.h"

/* DBMETA */
#define META_MAGIC_AT 12
#define META_PAGE_SIZE_AT 20
#define META_TYPE_AT 25
#define META_LAST_PAGE_AT 32
#define META_SIZE 72
#define HASH_MAGIC 0x00061561U
#define TYPE_HASH_META 8
/* PAGE */
#define PAGE_NEXT_AT 16
#define PAGE_ENTRIES_AT 20
#define PAGE_LENGTH_AT 22 /* of an overflow page: bytes of data */
#define PAGE_TYPE_AT 25
#define PAGE_HEADER 26
#define TYPE_HASH_UNSORTED 2
#define TYPE_OVERFLOW 7
#define TYPE_HASH 13
/* items */
#define ITEM_DATA 1
#define ITEM_OFF_PAGE 3
#define OFF_PAGE_SIZE 12

#define SMALLEST_PAGE 512U
#define LARGEST_PAGE 65536U
/* Shorter than any header: the count of packages under key 0. */
#define SHORTEST_HEADER 16U

struct bdb {
    struct span bytes;
    bool swapped;
    uint32_t page_size;
    uint32_t page_count;
    unsigned char *seen; /* of each page: its chain was followed */
    const struct rpm_visitor *visitor;
};

/* In the byte order of the machine that wrote it. */
static uint32_t get(const struct bdb *db, struct span s, size_t at, size_t size)
{
    uint32_t value = 0;

    for (size_t i = 0; i < size; i++)
        value = value << 8 | (unsigned char)s.data[at + (db->swapped ? i : size - 1 - i)];
    return value;
}

static bool has_magic(struct bdb *db)
{
    for (int swapped = 0; swapped < 2; swapped++) {
        db->swapped = swapped != 0;
        if (get(db, db->bytes, META_MAGIC_AT, 4) == HASH_MAGIC)
            return true;
    }
    return false;
}

bool rpm_is_bdb(struct span bytes)
{
    struct bdb db = {.bytes = bytes};

    return bytes.len >= META_SIZE && has_magic(&db);
}

static struct span page_at(const struct bdb *db, uint32_t number)
{
    return span_head(span_skip(db->bytes, (size_t)number * db->page_size), db->page_size);
}

/*
 * Puts the chain that begins at page number together.  Each page is part of one value, so that
 * a chain that leads back to any page is damaged, and all of them cost no more than the file.
 */
static bool read_chain(struct bdb *db, uint32_t number, uint32_t length, struct strbuf *out)
{
    while (number && out->len < length) {
        struct span page;
        uint32_t have;

        if (number >= db->page_count || db->seen[number])
            return false;
        db->seen[number] = 1;
        page = page_at(db, number);
        have = get(db, page, PAGE_LENGTH_AT, 2);
        if ((unsigned char)page.data[PAGE_TYPE_AT] != TYPE_OVERFLOW || !have ||
            have > db->page_size - PAGE_HEADER)
            return false;
        strbuf_add_span(out, span_head(span_skip(page, PAGE_HEADER), have));
        number = get(db, page, PAGE_NEXT_AT, 4);
    }
    return out->len == length && !strbuf_overflowed(out);
}

/* This and the next: false when no more shall come. */
static bool read_off_page(struct bdb *db, struct span item)
{
    uint32_t length;

    STRBUF_AUTO(value, LIMIT_WANTED_FILE);
    if (item.len < OFF_PAGE_SIZE) {
        db->visitor->problem(db->visitor->context, "a value of the database that is cut short");
        return true;
    }
    length = get(db, item, 8, 4);
    if (length > db->bytes.len || !read_chain(db, get(db, item, 4, 4), length, &value)) {
        db->visitor->problem(db->visitor->context, "a package whose pages are damaged");
        return true;
    }
    return db->visitor->header(db->visitor->context, strbuf_span(&value));
}

/* The item at index i of a hash page: items lie from the page's end downwards. */
static bool find_item(const struct bdb *db, struct span page, uint32_t i, struct span *ret)
{
    size_t at = get(db, page, PAGE_HEADER + 2 * i, 2);
    size_t end = i ? get(db, page, PAGE_HEADER + 2 * (i - 1), 2) : db->page_size;

    if (at < PAGE_HEADER || at >= end || end > db->page_size)
        return false;
    *ret = span_head(span_skip(page, at), end - at);
    return true;
}

static bool read_item(struct bdb *db, struct span item)
{
    if (item.data[0] == ITEM_OFF_PAGE)
        return read_off_page(db, item);
    return item.data[0] != ITEM_DATA || item.len <= SHORTEST_HEADER ||
           db->visitor->header(db->visitor->context, span_skip(item, 1));
}

static bool read_hash_page(struct bdb *db, struct span page)
{
    uint32_t entries = get(db, page, PAGE_ENTRIES_AT, 2);
    struct span item;

    if (entries > (db->page_size - PAGE_HEADER) / 2) {
        db->visitor->problem(db->visitor->context, "a page of the database that is damaged");
        return true;
    }
    for (uint32_t i = 1; i < entries; i += 2) {
        if (!find_item(db, page, i, &item))
            db->visitor->problem(db->visitor->context, "a value of the database that is damaged");
        else if (!read_item(db, item))
            return false;
    }
    return true;
}

static bool open_meta(struct bdb *db, struct error *err)
{
    if (!has_magic(db) || (unsigned char)db->bytes.data[META_TYPE_AT] != TYPE_HASH_META)
        return error_set(err, ERROR_MALFORMED, "a Berkeley DB file that is no hash");
    db->page_size = get(db, db->bytes, META_PAGE_SIZE_AT, 4);
    if (db->page_size < SMALLEST_PAGE || db->page_size > LARGEST_PAGE ||
        (db->page_size & (db->page_size - 1)))
        return error_set(err, ERROR_MALFORMED, "a Berkeley DB file with pages of %u bytes",
                         db->page_size);
    /* Of what is there: the count in the file may lie, and a cut file has fewer. */
    db->page_count = (uint32_t)(db->bytes.len / db->page_size);
    if (db->bytes.len % db->page_size || get(db, db->bytes, META_LAST_PAGE_AT, 4) >= db->page_count)
        db->visitor->problem(db->visitor->context, "the database is cut short");
    return true;
}

bool rpm_bdb_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err)
{
    struct bdb db = {.bytes = bytes, .visitor = visitor};

    if (!open_meta(&db, err))
        return false;
    db.seen = xcalloc(db.page_count + 1, 1);
    for (uint32_t number = 1; number < db.page_count; number++) {
        struct span page = page_at(&db, number);
        int type = (unsigned char)page.data[PAGE_TYPE_AT];

        if ((type == TYPE_HASH || type == TYPE_HASH_UNSORTED) && !read_hash_page(&db, page))
            break;
    }
    free(db.seen);
    return true;
}
