/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions that must not compile in this project.  The build includes this
 * header before every source of ours; each name says what to use instead.
 */
#ifndef BANNED_H
#define BANNED_H

/* The system's own headers mention these names; read them before poisoning. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

/* Unbounded writes, and copies that cut in silence: strbuf or snprintf. */
#pragma GCC poison strcpy strcat strncpy strncat stpcpy sprintf vsprintf gets
/* Hidden state, or a result that another thread overwrites: the _r forms, spans. */
#pragma GCC poison strtok localtime gmtime ctime asctime
/* Errors that cannot be seen: span_to_uint64(). */
#pragma GCC poison atoi atol atoll atof
/* Races, and shells that read names from outside. */
#pragma GCC poison mktemp tmpnam tempnam system popen

#endif
