/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a registry what is attached to an image, and keeps SBOMs that are. */
#ifndef FIND_REFERRERS_H
#define FIND_REFERRERS_H

#include "fetch.h"
#include "layout.h"
#include "referrers.h"
#include "registry.h"

/*
 * Lists what refers to the image, and to the index that its name led to: as the registry's referrers
 * API tells, or else the tag that stands in for it (distribution-spec, "Listing Referrers"), cosign's
 * tags, and the index itself.  Only the lists are read.  A registry's own error is one here.
 */
bool find_referrers(struct registry *registry, const struct image *image, struct referrers *list,
                    struct error *err);
/*
 * Reads what each is, and notes the SBOMs among its blobs.  With a layout (else NULL) these are stored there,
 * and the manifest that leads to them.  One that is not there or not right is told to warn.
 */
bool keep_referrer_documents(struct registry *registry, struct referrers *list,
                             struct layout *layout, fetch_warn *warn, struct error *err);

#endif
