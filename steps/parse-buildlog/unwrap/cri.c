/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Log files of container runtimes (Kubernetes' CRI): "2024-05-01T10:00:00.5Z stdout F text".
 * P instead of F: the line goes on in the stream's next record.
 */
#include "records.h"
#include "timestamp.h"

struct cri {
    int64_t time;
    bool is_stderr;
    bool partial;
    struct span text;
};

static bool split(struct span text, struct cri *ret)
{
    size_t n = timestamp_length(text, &ret->time);
    struct span rest = span_skip(text, n);

    ret->is_stderr = span_starts_with(rest, " stderr ");
    if (n == 0 || (!ret->is_stderr && !span_starts_with(rest, " stdout ")))
        return false;
    rest = span_skip(rest, sizeof " stdout " - 1);
    ret->partial = span_starts_with(rest, "P");
    /* Tags may follow one another, "F:x", and an empty line has lost its last blank. */
    if (!ret->partial && !span_starts_with(rest, "F"))
        return false;
    n = span_find_byte(rest, ' ');
    ret->text = span_skip(rest, n + 1);
    return n == 1 || (n > 1 && rest.data[1] == ':');
}

static bool is_record(struct span text)
{
    struct cri cri = {0};

    return split(text, &cri);
}

static bool read_record(struct records *records, const struct log_line *record)
{
    struct log_line line = *record;
    struct cri cri = {0};

    if (!split(record->text, &cri))
        return false;
    line.time = cri.time;
    joined_add(&records->streams[cri.is_stderr], &line, cri.text);
    if (!cri.partial)
        joined_add(&records->streams[cri.is_stderr], &line, SPAN_LITERAL("\n"));
    return true;
}

const struct record_form record_cri = {.name = "CRI",

                                       .is_record = is_record,
                                       .read = read_record};
