/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which images this machine may take: policy.json (containers-policy.json(5)), of
 * ${XDG_CONFIG_HOME:-~/.config}/containers, else of /etc/containers; where there is none, all.
 *
 * Of a transport's scopes the longest that the image lies in counts, then "", the transport's own, then
 * "default".  All requirements that stand there must hold: insecureAcceptAnything does, reject does not
 * (ERROR_PERMISSION), and one that asks for a signature, or that we do not know, is never passed over,
 * as we check no signatures: ERROR_CONFIGURATION, naming requirement, scope and file.
 *
 * The file is read strictly, as there: a key that is unknown or stands twice, or a scope that none of
 * its transport's images could lie in, is ERROR_CONFIGURATION, as it may be a rule that was meant.
 */
#ifndef POLICY_H
#define POLICY_H

#include <jansson.h>

#include "error.h"
#include "reference.h"
#include "span.h"

/* Starts as {0}, which accepts everything. */
struct policy {
    json_t *root;
    char *file;
};

/* root goes before the path of the machine's file: "" but in tests. */
bool policy_read(const char *root, struct policy *ret, struct error *err);
/* The same of a file's text: pure.  file is for messages. */
bool policy_parse(struct span text, const char *file, struct policy *ret, struct error *err);
void policy_release(struct policy *policy);
#define POLICY_AUTO(name) __attribute__((cleanup(policy_release))) struct policy name = {0}

/*
 * True when the image may be taken.  ref is the image's name as it was asked for, not that of a mirror;
 * a local path is resolved, so it must be there.
 */
bool policy_accepts(const struct policy *policy, const struct reference *ref, struct error *err);
/*
 * The same for a transport by its name, and the image's name there (policy configuration identity):
 *   docker, docker-daemon   HOST/REPOSITORY:TAG or HOST/REPOSITORY@DIGEST; "" for an image's id
 *   oci, oci-archive, dir   the absolute path, without links
 *   containers-storage      [DRIVER@ROOT]HOST/REPOSITORY:TAG@ID, or less of it
 *   docker-archive, others  ""
 */
bool policy_accepts_identity(const struct policy *policy, const char *transport,
                             const char *identity, struct error *err);

#endif
