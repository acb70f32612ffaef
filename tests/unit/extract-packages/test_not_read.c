/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

static void warns_once_of_each_kind(void **state)
{
    struct sample samples[] = {
        {"nix/var/nix/db/db.sqlite", 0, "", 0},
        {"var/db/pkg/app-shells/bash-5.2/PF", 0, "", 0},
        {"var/db/pkg/app-arch/xz-5.4/PF", 0, "", 0},
        {"srv/var/db/pkg/app-arch/xz-5.4/PF", 0, "", 0},
    };
    struct findings f;

    CATALOG(&f, &not_read_cataloger, samples);
    assert_json(f.warnings,
                "[{'code':'not-read','message':'2 Portage packages are not read by this version',"
                "'path':'/var/db/pkg/app-arch/xz-5.4/PF'},"
                "{'code':'not-read','message':'1 Nix database is not read by this version',"
                "'path':'/nix/var/nix/db/db.sqlite'}]");
    findings_release(&f);
}

static void knows_databases(void **state)
{
    static const char *const paths[] = {

        "var/db/pkg/app-shells/bash-5.2/PF",
        "nix/var/nix/db/db.sqlite",
    };

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct sample samples[] = {{paths[i], 0, "", 0}};
        struct findings f;

        print_message("%s\n", paths[i]);
        CATALOG(&f, &not_read_cataloger, samples);
        assert_int_equal(json_array_size(f.warnings), 1);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(warns_once_of_each_kind),
        cmocka_unit_test(knows_databases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
