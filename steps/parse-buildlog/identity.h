/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a document's id is made of: the log's bytes, by their number and a checksum, and what was
 * found in them.  Who forges the checksum, which takes no more than eight bytes, gets the id of
 * another log only where that tells the same.  A SHA-256 of all bytes would take as long as all the rest.
 */
#ifndef IDENTITY_H
#define IDENTITY_H

#include "analysis.h"
#include "digest.h"

/* Of the unpacked bytes. */
struct log_identity {
    uint64_t crc; /* CRC-64 (ECMA-182) */
    uint64_t size;
};

/* After analysis_finish(). */
struct digest identity_of(const struct analysis *a, const struct log_identity *log);

#endif
