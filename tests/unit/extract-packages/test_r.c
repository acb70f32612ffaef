/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

static void reads_an_installed_package(void **state)
{
    struct sample samples[] = {
        {"usr/lib/R/site-library/A3/DESCRIPTION", 2,
         "Package: A3\nType: Package\nTitle: Accurate, Adaptable\nVersion: 1.0.0\n"
         "Description: Supplies tools for\n        tabulating. Version: 2\n"
         "License: GPL (>= 2) | file\n\tLICENSE\n"
         "Depends: R (>= 2.15.0), xtable,\n        pbapply\nImports: methods\nSuggests: foreach\n"
         "LinkingTo: Rcpp (>=\n  1.0)\nBuilt: R 4.2.2; ; 2022-12-01 10:00:00 UTC; unix\n",
         0}};
    struct findings f;

    CATALOG(&f, &r_cataloger, samples);
    assert_json(package_named(&f, "A3"),
                "{'arch':null,'depends':['R (>= 2.15.0)','xtable','pbapply','methods',"
                "'Rcpp (>= 1.0)'],'installer':null,'layer':2,"
                "'licenses':['GPL (>= 2) | file LICENSE'],"
                "'location':'/usr/lib/R/site-library/A3/DESCRIPTION','name':'A3','origin':null,"
                "'owner':null,'provides':[],'purl':null,'replaces':[],'requested':null,"
                "'source_package':null,'type':'cran','version':'1.0.0'}");
    findings_release(&f);
}

static void expect(const char *text, size_t size, size_t packages, size_t warnings)
{
    struct sample samples[] = {{"opt/library/a/DESCRIPTION", 0, text, size}};
    struct findings f;

    CATALOG(&f, &r_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    assert_int_equal(json_array_size(f.warnings), warnings);
    findings_release(&f);
}

static void knows_installed_ones(void **state)
{
    static const char nuls[] = "Package: a\0b\nVersion: 1\nBuilt: R\n";

    expect("Package: a\nVersion: 1\nBuilt: R 4\n", 0, 1, 0);
    expect("Built: R 4\r\nVersion: 1\r\nPackage: a\r\n", 0, 1, 0);
    /* A source, or something else altogether. */
    expect("Package: a\nVersion: 1\n", 0, 0, 0);
    expect("Package: a\nVersion: 1\nDescription: x\n Built: R 4\n", 0, 0, 0);
    expect("Built:\n", 0, 0, 0);
    expect("A description of this folder.\n", 0, 0, 0);
    expect("", 0, 0, 0);
    expect("Package: a\nBuilt: R 4\n", 0, 0, 1);
    expect("Version: 1\nBuilt: R 4\n", 0, 0, 1);
    expect("Package: a b\nVersion: 1\nBuilt: R 4\n", 0, 0, 1);
    expect(nuls, sizeof nuls - 1, 0, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_an_installed_package),
        cmocka_unit_test(knows_installed_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
