/* SPDX-License-Identifier: GPL-3.0-or-later */
/* uv and poetry: their own words, as they printed them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "manager_run.h"

/* ---- uv ---- */

static void reads_uv(void **state)
{
    manager_check("Resolved 14 packages in 5.66s\n"
                  "   Building local-proj @ file:///src/localproj\n"
                  "      Built local-proj @ file:///src/localproj\n"
                  "   Building docopt==0.6.2\n"
                  "      Built docopt==0.6.2\n"
                  "Downloading pygments (1.2MiB)\n"
                  " Downloaded pygments\n"
                  "Prepared 8 packages in 3.14s\n"
                  "Uninstalled 1 package in 14ms\n"
                  "Installed 10 packages in 94ms\n"
                  " + docopt==0.6.2\n"
                  " + local-proj==0.3 (from file:///src/localproj)\n"
                  " + pygments==2.21.0\n"
                  " - requests==2.31.0\n"
                  " + requests==2.32.3\n"
                  " ~ six==1.17.0\n"
                  "+ x==1 is no line of the list\n",
                  "uv installed docopt 0.6.2 11\n"
                  "uv installed pygments 2.21.0 13\n"
                  "uv installed local-proj 0.3 12 artifact=file:///src/localproj\n"
                  "uv removed requests 2.31.0 14\n"
                  "uv installed requests 2.32.3 15\n"
                  "uv installed six 1.17.0 16\n");
    /* with UV_COMPILE_BYTECODE */
    manager_check("Installed 2 packages in 291ms\n"
                  "Bytecode compiled 559 files in 1.66s\n"
                  " + anyio==4.16.0\n"
                  " + click==8.1.8\n",
                  "uv installed anyio 4.16.0 3\n"
                  "uv installed click 8.1.8 4\n");
    manager_check("Installed 1 executable: pycowsay\n + x==1\n", "");
    manager_check("error: Failed to build `pycrypto==2.6.1`\n"
                  "  × Failed to download `numpy==9.9`\n",
                  "uv failed pycrypto 2.6.1 1 FAILED\n"
                  "uv failed numpy 9.9 2 FAILED\n");
}

/* ---- poetry ---- */

static void reads_poetry(void **state)
{
    manager_check(
        "Package operations: 6 installs, 0 updates, 0 removals\n"
        "\n"
        "  - Installing certifi (2024.2.2)\n"
        "  \xe2\x80\xa2 Installing demo-git (1.0 4f5e6d7)\n"
        "  - Updating requests (2.31.0 -> 2.32.3)\n"
        "  - Removing docopt (0.6.2)\n"
        "  - Installing six (1.16.0): Skipped for the following reason: Already installed\n"
        "\n"
        "Installing the current project: demo (0.1.0)\n",
        "poetry installed certifi 2024.2.2 3\n"
        "poetry installed demo-git 1.0 4\n"
        "poetry installed requests 2.32.3 5\n"
        "poetry removed docopt 0.6.2 6\n"
        "poetry satisfied six 1.16.0 7\n"
        "poetry installed demo 0.1.0 9\n");
    manager_check("  - Installing six (1.16.0)\n"
                  "Package operations: 0 installs, 0 updates, 1 removal\n"
                  "  - Removing six (1.16.0)\n",
                  "poetry removed six 1.16.0 1\n");
}

/* What was begun beside that which failed may be there or not. */
static void poetry_proves_nothing_where_it_fails(void **state)
{
    STRBUF_AUTO(got, MIB);

    manager_run(SPAN_LITERAL(
                    "  - Installing six (1.16.0)\n"
                    "  - Installing pycrypto (2.6.1)\n"
                    "Note: This error originates from the build backend, and is likely not a "
                    "problem with poetry but with pycrypto (2.6.1) not supporting PEP 517 "
                    "builds.\n"
                    "Unable to find installation candidates for torch (2.1.0)\n"
                    "Cannot install demo.\n"),
                true, &got);
    assert_string_equal(got.data, "poetry collected six 1.16.0 1\n"
                                  "poetry failed pycrypto 2.6.1 3 FAILED\n"
                                  "poetry failed torch 2.1.0 4 FAILED\n"
                                  "poetry failed demo  5 FAILED\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_uv),
        cmocka_unit_test(reads_poetry),
        cmocka_unit_test(poetry_proves_nothing_where_it_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
