/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an S3 server says no with: a status, and mostly XML with a code and a message (Amazon S3 API
 * reference, "Error responses").  A proxy's own answers have other bodies or none.
 */
#ifndef S3_REFUSAL_H
#define S3_REFUSAL_H

#include "error.h"
#include "span.h"

/* Views of the body; empty where it has none. */
struct s3_refusal {
    struct span code;
    struct span message;
};

/* Reads body, of any bytes. Pure. */
struct s3_refusal s3_refusal_read(struct span body);
/*
 * ERROR_TRY_AGAIN for what passes, ERROR_PERMISSION, ERROR_CONFIGURATION for what is named wrongly,
 * else ERROR_MALFORMED.
 */
enum error_kind s3_refusal_kind(long status, struct span code);

#endif
