/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Headers of rpm packages as the database holds them (rpm's documentation, "RPM V4 Package
 * format", "Header"): two counts, an index of 16 bytes a tag, and the data; all numbers
 * are big-endian.
 *
 * A struct rpm_header is a view of bytes that the caller keeps; nothing is allocated.  Whatever
 * the index says of types, offsets and counts is held against the data at each use: a tag that
 * is not there and one that is wrong both read as nothing.
 */
#ifndef CATALOGERS_RPM_HEADER_H
#define CATALOGERS_RPM_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* rpm's lib/rpmtag.h. */
enum rpm_tag {
    RPM_NAME = 1000,
    RPM_VERSION = 1001,
    RPM_RELEASE = 1002,
    RPM_EPOCH = 1003,
    RPM_VENDOR = 1011,
    RPM_LICENSE = 1014,
    RPM_ARCH = 1022,
    RPM_OLD_FILE_NAMES = 1027, /* before rpm 4: whole paths */
    RPM_FILE_STATES = 1029,
    RPM_FILE_MODES = 1030,
    RPM_SOURCE_RPM = 1044,
    RPM_PROVIDE_NAME = 1047,
    RPM_REQUIRE_FLAGS = 1048,
    RPM_REQUIRE_NAME = 1049,
    RPM_REQUIRE_VERSION = 1050,
    RPM_SOURCE_PACKAGE = 1106, /* there only in a source package */
    RPM_PROVIDE_FLAGS = 1112,
    RPM_PROVIDE_VERSION = 1113,
    RPM_DIRECTORY_INDEXES = 1116,
    RPM_BASE_NAMES = 1117,
    RPM_DIRECTORY_NAMES = 1118,
    RPM_MODULARITY_LABEL = 5096,
};

struct rpm_header {
    struct span index; /* 16 bytes a tag */
    struct span data;
};

/* blob is the header, with or without the eight bytes of magic before it; false when it is none. */
bool rpm_header_open(struct rpm_header *header, struct span blob);
/* The tag's string, the first of several; empty when there is none. */
struct span rpm_header_string(const struct rpm_header *header, enum rpm_tag tag);
/* How many numbers or strings the tag has by the index. */
uint32_t rpm_header_count(const struct rpm_header *header, enum rpm_tag tag);
/* Number i of the tag (of 8, 16 or 32 bits). */
bool rpm_header_number(const struct rpm_header *header, enum rpm_tag tag, uint32_t i,
                       uint32_t *ret);

/* The strings of a tag, one by one. */
struct rpm_strings {
    struct span rest;
    uint32_t left;
};

struct rpm_strings rpm_header_strings(const struct rpm_header *header, enum rpm_tag tag);
/* False when there are no more, or the data ends before them. */
bool rpm_strings_next(struct rpm_strings *strings, struct span *ret);

#endif
