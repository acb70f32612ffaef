/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exit_status.h"

int exit_status_of(enum error_kind kind)
{
    switch (kind) {
    case ERROR_NONE:
    case ERROR_CLOSED_PIPE: /* whoever read our output has had enough: not a failure */
        return EXIT_STATUS_DONE;
    case ERROR_ANSWER:
        return EXIT_STATUS_ANSWER;
    case ERROR_USAGE:
        return EXIT_STATUS_USAGE;
    case ERROR_NO_INPUT:
        return EXIT_STATUS_NO_INPUT;
    case ERROR_BUG:
        return EXIT_STATUS_BUG;
    case ERROR_LOCAL_IO:
        return EXIT_STATUS_LOCAL_IO;
    case ERROR_TRY_AGAIN:
        return EXIT_STATUS_TRY_AGAIN;
    case ERROR_MALFORMED:
        return EXIT_STATUS_MALFORMED;
    case ERROR_PERMISSION:
        return EXIT_STATUS_PERMISSION;
    case ERROR_CONFIGURATION:
        return EXIT_STATUS_CONFIGURATION;
    }
    return EXIT_STATUS_BUG;
}
