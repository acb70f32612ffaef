/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a log as the lines that a person would have seen.
 *
 *     struct line_reader reader;
 *     line_reader_init(&reader, handle, context);
 *     line_reader_feed(&reader, piece);      (any number of times, cut anywhere)
 *     line_reader_finish(&reader);           (the last line may lack its end)
 *     line_reader_release(&reader);
 *
 * Lines end at LF alone, as an editor counts them.  Of the redraws of a line that
 * carriage returns separate, the last that shows anything is kept, behind what a
 * shipper put before the first (kept_start).  Escape
 * sequences (ECMA-48: CSI, OSC and two-byte ones) are dropped, but whether text
 * was red is told: builders paint the container's stderr so.  A line's text ends
 * at LIMIT_LOG_LINE.  Memory is bounded whatever the bytes are, and lines that
 * need no change are handed on without a copy, with on_run many at once.
 */
#ifndef LINES_H
#define LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"
#include "strbuf.h"

/*
 * Valid until the handler returns.  The reader sets the members up to cut; what a shipper's record
 * tells of the line (records.h), or what stands before its text (prefixes.h), sets the others.
 */
struct log_line {
    uint64_t number;    /* from 1 */
    uint64_t offset;    /* of its first byte in the log */
    uint64_t place;     /* in a window (window.h) */
    struct span text;   /* any bytes but LF */
    bool red;           /* some of it was painted red */
    bool cut;           /* it was longer than LIMIT_LOG_LINE */
    bool output;        /* a builder says that a step's program printed it */
    bool task_step;     /* the track is a step of Tekton's or Shipwright's */
    struct span track;  /* which of several streams that a log interleaves; empty: none is named */
    struct span vertex; /* of the track's BuildKit, "#7"; empty: none */
    int64_t time;       /* milliseconds since 1970, or since midnight; 0: not told */
};

typedef void line_handler(void *context, const struct log_line *line);
/* How many bytes at a line's start no redraw takes back. */
typedef size_t line_start(struct span text);
/* Whole lines that need no change but that each ends with LF, or with CR LF. */
struct log_run {
    struct span lines;
    uint64_t number; /* of the first */
    uint64_t offset; /* of the first in the log */
    bool crlf;
};

typedef void run_handler(void *context, const struct log_run *run);

/* Where in an escape sequence the reader stands. */
enum escape {
    ESCAPE_NONE,
    ESCAPE_STARTED,    /* after ESC */
    ESCAPE_CSI,        /* after ESC [ */
    ESCAPE_STRING,     /* in an OSC, DCS, SOS, PM or APC string */
    ESCAPE_STRING_END, /* after ESC within it */
};

struct line_reader {
    line_handler *handler;
    run_handler *on_run;    /* NULL: all lines go to handler */
    line_start *kept_start; /* NULL: none */
    void *context;
    size_t longest; /* where a line is cut */
    size_t kept;    /* what kept_start says of the line so far; SIZE_MAX: it was not asked yet */
    uint64_t number;
    uint64_t line_offset; /* of the line that is being read */
    uint64_t offset;      /* of the next byte */
    struct strbuf clean;  /* the line so far, when it is not handed on as it stands */
    bool partial;         /* clean, or the state below, holds the start of a line */
    bool returned;        /* a carriage return came last */
    size_t indent;        /* blanks since then */
    bool painted;         /* text in clean was red */
    bool red;             /* the terminal paints red now */
    enum escape escape;
    char parameters[32]; /* of the CSI sequence; a longer one is no colour */
    size_t parameter_count;
};

void line_reader_init(struct line_reader *reader, line_handler *handler, void *context);
/* Lines are cut after longest bytes from now on (at first after LIMIT_LOG_LINE). */
void line_reader_set_longest(struct line_reader *reader, size_t longest);
void line_reader_feed(struct line_reader *reader, struct span piece);
void line_reader_finish(struct line_reader *reader);
void line_reader_release(struct line_reader *reader);

/* True if it holds NULs or invalid UTF-8. */
bool line_is_odd(struct span text);

#endif
