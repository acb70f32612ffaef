/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Python projects that are installed where their source lies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"
#include "xalloc.h"

#define SITE "usr/lib/site-packages/"
#define A "Name: My.Proj\nVersion: 1\n"
#define EDITABLE "{\"url\": \"file:///src/a%20b\", \"dir_info\": {\"editable\": true}}"
#define COPIED "{\"url\": \"file:///src/a%20b\", \"dir_info\": {}}"

/* The only package's place and origin. */
static void expect_one(const struct sample *samples, size_t count, const char *location,
                       const char *origin)
{
    struct findings f;

    catalog(&f, &python_cataloger, samples, count);
    assert_int_equal(json_array_size(f.packages), 1);
    assert_int_equal(json_array_size(f.python_packages), 1);
    assert_int_equal(json_array_size(f.warnings), 0);
    const json_t *package = json_array_get(f.packages, 0);
    assert_string_equal(json_in_string_or(package, "location", ""), location);
    assert_json(json_object_get(package, "origin"), origin);
    findings_release(&f);
}
#define EXPECT_ONE(samples, location, origin) \
    expect_one(samples, sizeof(samples) / sizeof *(samples), location, origin)

static void follows_egg_links(void **state)
{
    static const char *const links[] = {"/src/a/src\n../", "\n  /src/a/./src \n.",
                                        "../../../src/a/src", "/src/a/x/../src/"};

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct sample samples[] = {{"src/a/src/my_proj.egg-info/PKG-INFO", 0, A, 0},
                                   {SITE "my.proj.egg-link", 0, links[i], 0}};

        EXPECT_ONE(samples, "/src/a/src/my_proj.egg-info",
                   "{'dir_info':{'editable':true},'url':'file:///src/a/src'}");
    }
}

static void expect_warning(const struct sample *sample, const char *expected)
{
    struct findings f;

    catalog(&f, &python_cataloger, sample, 1);
    assert_int_equal(json_array_size(f.packages), 0);
    assert_int_equal(json_array_size(f.warnings), 1);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, expected);
    findings_release(&f);
}

static void warns_of_links_that_lead_nowhere(void **state)
{
    struct sample empty = {SITE "a.egg-link", 0, " \n\n", 0};
    struct sample dangling = {SITE "a.egg-link", 0, "/gone", 0};

    expect_warning(&empty, "malformed /" SITE "a.egg-link: an egg-link that names no folder");
    expect_warning(&dangling, "malformed /" SITE
                              "a.egg-link: the project that it names has no metadata: '/gone'");
}

/* setuptools leaves egg-info in the project, or in its src/; the dist-info is what is installed. */
static void counts_a_project_once(void **state)
{
    static const char *const places[] = {"src/a b/My_Proj.egg-info/PKG-INFO",
                                         "src/a b/src/my_proj.egg-info/PKG-INFO"};

    for (size_t i = 0; i < 4; i++) {
        struct sample samples[] = {{places[i / 2], 0, A, 0},
                                   {SITE "my_proj-1.dist-info/METADATA", 0, A, 0},
                                   {SITE "my_proj-1.dist-info/direct_url.json", 0,
                                    i % 2 ? EDITABLE : COPIED, 0}};

        EXPECT_ONE(samples, "/" SITE "my_proj-1.dist-info",
                   i % 2 ? "{'dir_info':{'editable':true},'url':'file:///src/a%20b'}"
                         : "{'dir_info':{},'url':'file:///src/a%20b'}");
    }
}

static void counts_other_projects(void **state)
{
    struct sample samples[] = {{"src/a b/other.egg-info/PKG-INFO", 0, "Name: other\nVersion: 1\n",
                                0},
                               {"src/c/my_proj.egg-info/PKG-INFO", 0, "Name: my-proj\nVersion: 2\n",
                                0},
                               {SITE "my_proj-1.dist-info/METADATA", 0, A, 0},
                               {SITE "my_proj-1.dist-info/direct_url.json", 0, EDITABLE, 0}};
    struct findings f;

    CATALOG(&f, &python_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    findings_release(&f);
}

/* Installed without pip, there is no direct_url.json: setuptools' own files tell. */
static void reads_editable_installs_of_setuptools(void **state)
{
    static const char *const texts[][2] = {
        {"/src/a/src\n", ""},
        {"# x\n\n /src/a/src \nimport x; y\n", ""},
        {"import __editable___p_finder; __editable___p_finder.install()",
         "import sys\nMAPPING = {'my.proj': '/src/a/src/my/proj'}\nNAMESPACES = {}\n"},
        {"import\t__editable___p_finder;",
         "MAPPING: dict[str, str] = {\"m\": '/src/a/src/m.py', 'n': \"/x\\\"/n\"}\n"},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sample samples[] = {{"src/a/src/my_proj.egg-info/PKG-INFO", 0, A, 0},
                                   {SITE "__editable__.my_proj-1.pth", 0, texts[i][0], 0},
                                   {SITE "__editable___p_finder.py", 0, texts[i][1], 0},
                                   {SITE "my_proj-1.dist-info/METADATA", 0, A, 0}};

        EXPECT_ONE(samples, "/" SITE "my_proj-1.dist-info",
                   "{'dir_info':{'editable':true},'url':'file:///src/a/src'}");
    }
}

/* What a .pth alone leads to is what Python finds. */
static void keeps_a_project_whose_install_is_gone(void **state)
{
    struct sample samples[] = {{"src/a/my_proj.egg-info/PKG-INFO", 0, A, 0},
                               {SITE "__editable__.my_proj-1.pth", 0, "/src/a", 0}};

    EXPECT_ONE(samples, "/src/a/my_proj.egg-info", "null");
}

static void survives_odd_files(void **state)
{
    static const char *const finders[] = {"",
                                          "MAPPING",
                                          "MAPPING = {",
                                          "MAPPING = {'",
                                          "MAPPING = {'a': '",
                                          "MAPPING = {'a': '\\",
                                          "MAPPING = {'....': 'a'}",
                                          "MAPPING = {'\xff': '\xff\xfe/x', '': ''}"};

    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) {
        struct sample samples[] = {{"\xff/__editable__.\xff-1.pth", 0,
                                    "import __editable___\xff_finder", 0},
                                   {"\xff/__editable___\xff_finder.py", 0, finders[i], 0},
                                   {"\xff/\xff-1.dist-info/METADATA", 0, A, 0}};
        struct findings f;

        CATALOG(&f, &python_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 1);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_egg_links),
        cmocka_unit_test(warns_of_links_that_lead_nowhere),
        cmocka_unit_test(counts_a_project_once),
        cmocka_unit_test(counts_other_projects),
        cmocka_unit_test(reads_editable_installs_of_setuptools),
        cmocka_unit_test(keeps_a_project_whose_install_is_gone),
        cmocka_unit_test(survives_odd_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
