/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads zip archives that lie in memory: jar, war, egg, wheel (PKWARE's APPNOTE.TXT 6.3.10).
 *
 *     struct zip_budget budget = ZIP_BUDGET;
 *     struct zip zip;
 *     struct zip_member member;
 *     if (!zip_open(bytes, &budget, &zip, err)) ...
 *     while (zip_next(&zip, &member, err)) {
 *         struct zip_content content;
 *         if (is_wanted(member.name) && zip_read(&zip, &member, most, &content, err)) {
 *             ... content.bytes ...
 *             zip_content_release(&content);
 *         }
 *     }
 *     if (error_is_set(err)) ...
 *
 * The central directory alone says which members there are and how large; of a local header
 * only the lengths of name and extra field are used, to find the data.  Bytes before the
 * archive (a shell script, jmod's header) and behind it are allowed, zip64 is read, an archive
 * in several parts is refused.  Members are stored or deflated; a CRC-32 that differs is an error.
 *
 * A zip allocates nothing: it and the names look into the bytes, which the caller keeps.  One
 * budget serves an archive and all archives inside it, so that neither bombs nor directories
 * that name the same bytes many times can cost more than limits.h says.  Errors are
 * ERROR_MALFORMED; budget.spent tells those of the budget from those of the archive.
 */
#ifndef ZIP_READER_H
#define ZIP_READER_H

#include "cleanup.h"
#include "error.h"
#include "limits.h"
#include "span.h"

/* What an archive and those inside it may still cost. */
struct zip_budget {
    uint64_t entries; /* of central directories */
    uint64_t bytes;   /* of members that are read, inflated or as they are stored */
    uint64_t held;    /* of inflated members that are kept at one time */
    bool spent;       /* something was refused because of it, or by zip_read's most */
};

#define ZIP_BUDGET \
    ((struct zip_budget){LIMIT_ZIP_ENTRIES, LIMIT_ZIP_INFLATED, LIMIT_WANTED_FILE, false})

struct zip {
    struct span bytes;     /* of the file, with what stands before and behind the archive */
    uint64_t base;         /* where the archive begins: its offsets count from there */
    struct span directory; /* what is left of the central directory */
    struct zip_budget *budget;
};

struct zip_member {
    struct span name; /* as it stands: not always UTF-8, any bytes, never empty */
    uint16_t method;  /* 0 stored, 8 deflated; others cannot be read */
    bool encrypted;
    uint32_t crc;
    uint64_t packed; /* bytes in the archive */
    uint64_t size;   /* bytes when inflated, as the directory says */
    uint64_t offset; /* of the local header, from base */
};

struct zip_content {
    struct span bytes;
    char *memory; /* NULL for a stored member: bytes look into the archive */
    struct zip_budget *budget;
};

/* True for what can be a zip archive by its first bytes ("PK"), without bytes before it. */
bool zip_is_likely(struct span bytes);

/* Finds the central directory. Nothing is released later. */
bool zip_open(struct span bytes, struct zip_budget *budget, struct zip *ret, struct error *err);

/* The next member, also a folder (its name ends in '/'); false at the end, and with err set when damaged. */
bool zip_next(struct zip *zip, struct zip_member *ret, struct error *err);

/* All bytes of a member, unless they are more than most; release the content. */
bool zip_read(const struct zip *zip, const struct zip_member *member, uint64_t most,
              struct zip_content *ret, struct error *err);
/* Gives what was held back to the budget. Content that is all zeros is fine. */
void zip_content_release(struct zip_content *content);

#endif
