/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --help and --version print, made of the option table.  For cli.c only.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli.h"

void cli_print_help(const struct cli *cli);
void cli_print_version(const struct cli *cli);
/* Flushes stdout; false with err set when the text did not arrive. */
bool cli_finish_stdout(struct error *err);

#endif
