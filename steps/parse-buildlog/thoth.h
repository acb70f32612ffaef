/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What Thoth's own source-to-image scripts and OpenShift print around a build:
 * the keys "info", "pipfile_lock" and "thoth_config" that users of
 * thoth-buildlog-parser know.
 */
#ifndef THOTH_H
#define THOTH_H

#include "lines.h"

enum thoth_block { THOTH_NO_BLOCK, THOTH_PIPFILE_LOCK, THOTH_CONFIG };

struct thoth {
    enum thoth_block block; /* in which the next line stands */
    bool has_pipfile_lock;
    struct strbuf pipfile_lock;
    bool has_config;
    struct strbuf config;
    struct strbuf builder_image;    /* "NAME@sha256:HEX"; empty: none */
    struct strbuf push_destination; /* "NAME:TAG"; the last one */
    struct strbuf thamos_version;   /* the first one */
    bool push_successful;
    bool provenance_check_run;
    bool adviser_run;
};

void thoth_init(struct thoth *thoth);
/* True if the line is part of a block: it is data and tells nothing of the build. */
bool thoth_line(struct thoth *thoth, const struct log_line *line);
void thoth_release(struct thoth *thoth);

#endif
