/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image in a registry: docker://NAME and bare names (source.h).  The local ones are opened there. */
#ifndef SOURCE_REGISTRY_H
#define SOURCE_REGISTRY_H

#include "registry.h"
#include "source.h"

/* ref and options are borrowed, and must outlive the source.  Nothing is asked yet. Never NULL. */
struct source *source_open_registry(const struct reference *ref,
                                    const struct registry_options *options);
/* What such a source's registry warned of, or NULL (registry.h). */
const char *source_registry_warning(const struct source *s);

#endif
