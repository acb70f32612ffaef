/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image in a registry: docker://NAME and bare names (source.h).  The local ones are opened there. */
#ifndef SOURCE_REGISTRY_H
#define SOURCE_REGISTRY_H

#include "registry.h"
#include "source.h"

/*
 * reference_parse(), but that a bare name may be an alias that this machine's registries.conf has for
 * another (containers-registries.conf(5)), and that policy.json must let the image pass (policy.h).
 */
bool source_reference_parse(const char *text, struct reference *ret, struct error *err);
/* ref and options are borrowed, and must outlive the source.  Nothing is asked yet. NULL with err set. */
struct source *source_open_registry(const struct reference *ref,
                                    const struct registry_options *options, struct error *err);
/*
 * Manifests, indexes and configs that layout has (borrowed; NULL: none has) are read from there: what a name
 * stands for is asked all the same.
 */
void source_registry_look_in(struct source *s, const struct layout *layout);
/* The registry of such a source, borrowed. */
struct registry *source_registry(const struct source *s);
/* What such a source's registry warned of, or NULL (registry.h). */
const char *source_registry_warning(const struct source *s);

#endif
