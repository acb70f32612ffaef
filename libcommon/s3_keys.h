/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of access to an S3 server.  The first of these that has them:
 *   1. the file or folder that is named;
 *   2. THOTH_CEPH_KEY_ID and THOTH_CEPH_SECRET_KEY, of the environment;
 *   3. AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, of the environment;
 *   4. the file AWS_SHARED_CREDENTIALS_FILE, or ~/.aws/credentials.
 * A file is read as AWS's programs read it ("Configuration and credential file settings"): the section
 * AWS_PROFILE, or [default].  A folder has files of the names of 3., as a mounted Secret of a bucket
 * claim has them.
 *
 * Owns secrets; s3_keys_release() wipes them.  No message holds one.
 */
#ifndef S3_KEYS_H
#define S3_KEYS_H

#include "error.h"
#include "span.h"

struct s3_keys {
    char *key_id;
    char *secret;
    char *token; /* NULL: they are not temporary ones */
};

/* path NULL: none is named.  ERROR_CONFIGURATION when there are none.  ret starts as {0}. */
bool s3_keys_find(const char *path, struct s3_keys *ret, struct error *err);
/* The section profile of a credentials file's text; false when it has not both keys. Pure. */
bool s3_keys_parse(struct span text, const char *profile, struct s3_keys *ret);
void s3_keys_release(struct s3_keys *keys);
#define S3_KEYS_AUTO(name) __attribute__((cleanup(s3_keys_release))) struct s3_keys name = {0}

#endif
