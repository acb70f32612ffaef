/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Logs whose lines are records of a shipper, which hold the lines of the log itself or pieces of
 * them: docker's json-file, BuildKit's rawjson, CRI, lines of JSON of any collector.
 *
 *     records_init(&records, &reader, handle, context);
 *     records_line(&records, &line);           (each line of the file, as lines.h gives them)
 *     records_finish(&records);                (lines whose last piece never came)
 *     records_release(&records);
 *
 * Which form a log has is decided by one of its first lines; where there is none, lines are
 * handed on as they are.  BuildKit's records are read within those of a shipper, too, and behind whatever one puts
 * before each line.  A line of the log has the number and the offset of the record in which
 * it starts, and its time.  Memory is bounded: records by LIMIT_LOG_RECORD, lines in pieces by
 * LIMIT_LOG_LINE, and by LIMIT_LOG_TRACKS vertices of rawjson.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "joined.h"

/* Lines with something in them that are looked at to find out whether a log is made of records. */
#define RECORDS_LOOKED_AT 256

struct records;

/* One form of records; each is one file of unwrap/. */
struct record_form {
    const char *name;
    /* True if the line can be nothing else. */
    bool (*is_record)(struct span text);
    /* Hands on what the record holds; false: this line is no record. */
    bool (*read)(struct records *records, const struct log_line *record);
    bool large; /* a record may have LIMIT_LOG_RECORD bytes */
    bool first; /* the log's first line alone tells of it, and others go before it */
};

extern const struct record_form record_docker_json;
extern const struct record_form record_loki;
extern const struct record_form record_json_lines;
extern const struct record_form record_rawjson;
extern const struct record_form record_cri;

struct records {
    line_handler *handler;
    void *context;
    struct line_reader *reader;     /* what the lines come from */
    const struct record_form *form; /* NULL: lines are what they are */
    bool behind;                    /* the lines have BuildKit's records behind prefixes */
    bool nested;                    /* and the records of a shipper hold BuildKit's */
    unsigned looked_at;             /* lines with text */
    struct joined streams[2];       /* the container's stdout and stderr */
    struct strbuf text;             /* of the record at hand */
    struct rawjson *rawjson;        /* NULL until there is one */
};

/* reader (borrowed) is allowed longer lines where records are large. */
void records_init(struct records *records, struct line_reader *reader, line_handler *handler,
                  void *context);
void records_line(struct records *records, const struct log_line *line);
/* True if it is known that the lines are no records. */
bool records_are_none(const struct records *records);
void records_finish(struct records *records);
void records_release(struct records *records);

/* rawjson.c: lines that lack their end, and the memory; NULL is fine. */
void rawjson_finish(struct rawjson *all);
void rawjson_free(struct rawjson *all);

#endif
