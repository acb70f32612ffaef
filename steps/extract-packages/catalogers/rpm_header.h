/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Headers of rpm packages as the database holds them (rpm's documentation, "RPM V4 Package
 * format", "Header"): two counts, an index of 16 bytes a tag, and the data; all numbers
 * are big-endian.
 *
 * A struct rpm_header is a view of bytes that the caller keeps; nothing is allocated.  The index
 * is read once, and what it says of types, offsets and counts is held against the data then: a
 * header can have 65,535 tags and a million files, so that no tag may be looked for again for
 * each file.  Of a tag that is there twice the later counts: what rpm adds stands last.
 */
#ifndef CATALOGERS_RPM_HEADER_H
#define CATALOGERS_RPM_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* The tags that are kept (rpm's lib/rpmtag.h). */
enum rpm_tag {
    RPM_NAME,
    RPM_VERSION,
    RPM_RELEASE,
    RPM_EPOCH,
    RPM_VENDOR,
    RPM_LICENSE,
    RPM_ARCH,
    RPM_OLD_FILE_NAMES, /* before rpm 4: whole paths */
    RPM_FILE_STATES,
    RPM_FILE_MODES,
    RPM_FILE_FLAGS,
    RPM_SOURCE_RPM,
    RPM_PROVIDE_NAME,
    RPM_PROVIDE_FLAGS,
    RPM_PROVIDE_VERSION,
    RPM_REQUIRE_NAME,
    RPM_REQUIRE_FLAGS,
    RPM_REQUIRE_VERSION,
    RPM_OBSOLETE_NAME,
    RPM_OBSOLETE_FLAGS,
    RPM_OBSOLETE_VERSION,
    RPM_SOURCE_PACKAGE, /* there only in a source package */
    RPM_DIRECTORY_INDEXES,
    RPM_BASE_NAMES,
    RPM_DIRECTORY_NAMES,
    RPM_MODULARITY_LABEL,
    RPM_TAG_COUNT,
};

struct rpm_header {
    struct rpm_entry {
        uint32_t type; /* 0: there is no such tag */
        uint32_t count;
        struct span data; /* from its first value to the end of all data */
    } entries[RPM_TAG_COUNT];
    const char *problem; /* a constant: what is wrong with a tag, which is left out; or NULL */
};

/* blob is the header, with or without the eight bytes of magic before it; false when it is none. */
bool rpm_header_open(struct rpm_header *header, struct span blob);
bool rpm_header_has(const struct rpm_header *header, enum rpm_tag tag);
/* The tag's string, the first of several; empty when there is none. */
struct span rpm_header_string(const struct rpm_header *header, enum rpm_tag tag);
/* Number i of the tag (of 8, 16 or 32 bits). */
bool rpm_header_number(const struct rpm_header *header, enum rpm_tag tag, size_t i, uint32_t *ret);

/* The strings of a tag, one by one. */
struct rpm_strings {
    struct span rest;
    uint32_t left;
};

struct rpm_strings rpm_header_strings(const struct rpm_header *header, enum rpm_tag tag);
/* False when there are no more, or the data ends before them. */
bool rpm_strings_next(struct rpm_strings *strings, struct span *ret);

#endif
