/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a cataloger on any bytes: as a file, and as what a lower layer had in its place. */
#ifndef FUZZ_CATALOGER_H
#define FUZZ_CATALOGER_H

#include <stdlib.h>

#include "catalogers.h"

/* parse() must give facts that assemble() takes, or say what is wrong. */
static inline void fuzz_cataloger(const struct cataloger *cataloger, size_t pattern,
                                  const char *path, struct span bytes)
{
    /* What comes before the first half is another layer's file. */
    struct span contents[2] = {bytes, span_head(bytes, bytes.len / 2)};
    struct json_out facts[2];
    struct file_facts files[2] = {0};
    size_t count = 0;
    struct error err = {0};
    struct findings findings;

    for (size_t i = 0; i < 2; i++) {
        bool need_whole = false;
        struct wanted_file file = {.wanted = &cataloger->wanted[pattern],
                                   .path = span_string(path),
                                   .bytes = contents[i],
                                   .size = contents[i].len,
                                   .complete = true,
                                   .need_whole = &need_whole};
        struct error why = {0};

        json_out_init_buffer(&facts[i], LIMIT_WANTED_FILE);
        if (!cataloger->parse(&file, &facts[i], &why) || !json_out_finish(&facts[i], &why)) {
            if (!error_is_set(&why))
                abort();
            continue;
        }
        files[count] = (struct file_facts){.path = file.path,
                                           .real = file.path,
                                           .wanted = file.wanted,
                                           .facts = strbuf_span(&facts[i].buf),
                                           .layer = 1 - i};
        if (count > 0)
            files[0].below = &files[count];
        count++;
    }
    findings_init(&findings);
    struct file_set set = {files, count ? 1 : 0};
    if (!cataloger->assemble(&set, &findings, &err))
        abort();
    findings_finish(&findings);
    findings_release(&findings);
    json_out_release(&facts[0]);
    json_out_release(&facts[1]);
}

#endif
