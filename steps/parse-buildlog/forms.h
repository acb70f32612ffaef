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
 * A program may print lines that look like any of them: a form is believed where as many of the first lines as its
 * row asks for have it, one after the other, and, where others might print it, a third of all that are looked at; or all of a
 * shorter log's, where the row does not ask for the same text.  Of a log one form is learned, the one that most lines have.
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
    unsigned learned; /* its row in the table, from 1 */
    bool page;        /* every second line is nothing but a number of the page, */
    uint64_t ahead;   /* twice that without the line's own number: 4 where line 6 is "5" */
};

/* How often the first lines had a row's form. */
struct form_count {
    unsigned total;
    unsigned running;     /* lines that had it right before the next one */
    unsigned most;        /* and the most that ever followed on each other */
    char text[FORM_TEXT]; /* what the last of them had there, if it was not longer */
    size_t text_len;
    uint64_t number; /* what that one counted */
    uint64_t line;   /* and its own number */
};

/* What is known of a log's first lines. */
struct forms_ahead {
    unsigned lines;
    bool found;            /* one of them had a form */
    unsigned page_numbers; /* lines that are nothing but a number, of one page */
    uint64_t ahead;        /* of that page (struct forms) */
    struct form_count counts[FORMS_MOST];
};

/* Counts what a line begins with; false: no other line need be looked at. */
bool forms_look(struct forms_ahead *ahead, const struct log_line *line);
/* Takes the form that was found, if any, into forms. */
void forms_learn(struct forms *forms, const struct forms_ahead *ahead);
/* True for a line that is nothing but a number of the page. */
bool forms_is_number(const struct forms *forms, const struct log_line *line);
/* Takes the form off a line that has it, and sets line->time and line->track where it tells them. */
bool forms_eat(const struct forms *forms, struct log_line *line);

#endif
