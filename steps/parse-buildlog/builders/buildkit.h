/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What BuildKit's two forms of progress say alike: the plain one (buildkit.c), and the one on a
 * terminal (buildkit_terminal.c).
 *
 * Pure; nothing fails.
 */
#ifndef BUILDKIT_H
#define BUILDKIT_H

#include <stdbool.h>
#include <stdint.h>

#include "numbering.h"
#include "span.h"
#include "steps.h"

/* "[build 2/3] RUN make": what is in brackets, and the rest; of others all is the command. */
struct span buildkit_name(struct span text, struct span *ret_command);
/* "[build 2/3]", "[2/3]": the stage's name, and where in it the step stands. */
bool buildkit_position(struct span name, struct span *ret_stage, struct count *ret);
/* "1.2s"; -1 for anything else. */
int64_t buildkit_milliseconds(struct span text);
/* An export says that it is done: so is the build, unless a step failed. */
void buildkit_succeed(struct steps *steps, const struct log_line *line);
/* A vertex whose failure fails no build. */
bool buildkit_may_fail(struct span command);

#endif
