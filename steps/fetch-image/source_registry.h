/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image in a registry (source.h); the local ones are libcommon's. */
#ifndef SOURCE_REGISTRY_H
#define SOURCE_REGISTRY_H

#include "source.h"

/* ref is borrowed, and must outlive the source.  Nothing is asked yet. Never NULL. */
struct source *source_open_registry(const struct reference *ref, bool tls_verify);

#endif
