/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pip's own account of an installation, from 9 to today, and of micropipenv,
 * which runs it once a package: Collecting, Downloading, Using cached, Building
 * and Created wheel, Successfully installed, Requirement already satisfied,
 * Uninstalling, and its errors.
 */
#ifndef PIP_H
#define PIP_H

#include "lines.h"
#include "packages.h"

struct pip {
    struct packages *packages;
    size_t current;      /* the entry that lines are about, or SIZE_MAX */
    uint64_t collecting; /* the line that began it */
    struct span index;   /* what "Looking in indexes" told */
    struct strbuf log;   /* the current one's lines */
    bool aborted;        /* an ERROR, and no "Successfully installed" since */
};

/* What a line means for the rules' hits before it. */
enum pip_effect {
    PIP_NOTHING,
    PIP_WILL_RETRY, /* the attempt that began at pip->collecting failed, and will be made again */
    PIP_INSTALLED,  /* what was wrong before was overcome */
};

void pip_init(struct pip *pip, struct packages *packages);
enum pip_effect pip_line(struct pip *pip, const struct log_line *line);
void pip_finish(struct pip *pip);
void pip_release(struct pip *pip);

/* True while the lines that follow may be about the package at hand. */
bool pip_is_collecting(const struct pip *pip);

#endif
