/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prefixes of platforms and programs that stand before every line of a log, each told by its form alone: what
 * syslog and journalctl, TeamCity, Drone, Earthly, Airflow and others write there.  They are a table (forms.c), so
 * that one more is a line.
 *
 *     struct forms_ahead ahead = {0};
 *     forms_look(&ahead, &line);       (each of the log's first FORMS_LINES lines with text, without other prefixes)
 *     forms_learn(&forms, &ahead);
 *     forms_eat(&forms, &line);        (each line that is looked at, where no other prefix is left)
 *
 * A page that numbers its lines may be copied with a number on a line of its own before each: these lines say nothing.
 *
 * A program may print a line that looks like any of them: a form is believed where so many of the first lines
 * have it, one after the other, as its row asks for, or all lines of a shorter log. Of a log one form is learned,
 * the one that most lines have.
 *
 * Pure; nothing fails.  It knows nothing of builders.
 */
#ifndef FORMS_H
#define FORMS_H

#include "form.h"

/* Rows of the table at most. */
#define FORMS_MOST 80
/* A page's heading or a runner's words may stand above what has the form. */
#define FORMS_LINES 100
/* Where none of so many lines has any form, none is looked for in others. */
#define FORMS_LINES_WITHOUT 32

/* The form of a log; {0}: none is known. */
struct forms {
    unsigned learned;     /* its row in the table, from 1 */
    char text[FORM_TEXT]; /* which is the same on each line, where the row says so */
    size_t text_len;
    bool numbered;   /* every second line is a number, */
    uint64_t behind; /* which is half of the line's own and this */
};

/* How often the first lines had a row's form. */
struct form_row {
    unsigned in_row;      /* lines that had it right before the next one */
    unsigned most;        /* and the most that ever followed on each other, */
    char text[FORM_TEXT]; /* with what was there */
    size_t text_len;
    uint64_t number; /* what the last one that had it counted */
    uint64_t line;   /* and its own number */
};

struct forms_ahead {
    unsigned lines;
    bool found; /* one of them had a form */
    unsigned
        numbered; /* lines that are nothing but a number, each one more than two lines before */
    uint64_t behind;
    struct form_row rows[FORMS_MOST];
};

/* Counts what a line begins with; false: no other line need be looked at. */
bool forms_look(struct forms_ahead *ahead, const struct log_line *line);
/* Takes the form that was found, if any, into forms. */
void forms_learn(struct forms *forms, const struct forms_ahead *ahead);
/* True for a line that is nothing but its number on a page. */
bool forms_is_number(const struct forms *forms, const struct log_line *line);
/* Takes the form off a line that has it, and sets line->time and line->track where it tells them. */
bool forms_eat(const struct forms *forms, struct log_line *line);

#endif
