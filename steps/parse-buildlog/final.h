/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that tools end with: that they are done, or that they failed.  Of one line
 * alone, without its prefixes; fixed texts are words.h's, and here is what has numbers or a form.
 *
 * Pure; nothing fails.
 */
#ifndef FINAL_H
#define FINAL_H

#include <stdbool.h>

#include "span.h"

/* All went well. */
bool final_is_done(struct span text);
/* All tests passed, or nothing was found; a limit that was not kept may be told above. */
bool final_is_passed(struct span text);
/* "1..71", which TAP may end with: above it stand all tests, "ok 71" the nearest. */
bool final_is_plan(struct span text, struct span above);
bool final_is_failed(struct span text);
/* A limit that was not kept, as that for how much the tests cover: it fails what passed. */
bool final_is_limit(struct span text);
/* One after which the tool explains, and does no more; or waits for what else it started. */
bool final_is_fatal(struct span text);
bool final_waits(struct span text);
/* "[ 70%] Built target ring": of one of the jobs that CMake's makefiles run at once. */
bool final_is_job(struct span text);
/* What was found fails the tool, or not, as it was called. */
bool final_is_either(struct span text);
/* "rake test  # Run tests": a list of what there is to do, which somebody asked for after what failed. */
bool final_is_listing(struct span text);

#endif
