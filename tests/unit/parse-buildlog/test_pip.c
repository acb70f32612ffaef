/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "pip.h"

/* Runs pip's lines and compares "action name version artifact size requested_by" of each entry. */
static void check(const char *log, const char *want)
{
    struct pool pool = {0};
    struct packages packages;
    struct pip pip;
    struct span rest = span_string(log);
    struct log_line line = {0};
    STRBUF_AUTO(got, MIB);

    packages_init(&packages, &pool);
    pip_init(&pip, &packages);
    while (span_next_line(&rest, &line.text)) {
        line.number++;
        pip_line(&pip, &line);
    }
    pip_finish(&pip);
    packages_finish(&packages);
    for (size_t i = 0; i < packages.count; i++) {
        const struct package *p = &packages.items[i];

        strbuf_addf(&got, "%s %.*s", package_action_name(p->action), SPAN_ARG(p->name));
        strbuf_addf(&got, " %.*s", SPAN_ARG(p->version));
        strbuf_addf(&got, " %.*s", SPAN_ARG(p->artifact));
        strbuf_addf(&got, " %.*s", SPAN_ARG(p->size));
        strbuf_addf(&got, " %.*s%s\n", SPAN_ARG(p->requested_by),
                    p->fate == FATE_FAILED      ? " FAILED"
                    : p->fate == FATE_RECOVERED ? " RECOVERED"
                                                : "");
    }
    pip_release(&pip);
    packages_release(&packages);
    pool_release(&pool);
    assert_string_equal(got.data, want);
}

static void reads_old_pip(void **state)
{
    check("Collecting celery\n"
          "  Downloading celery-4.1.0-py2.py3-none-any.whl (400kB)\n"
          "Collecting amqp<3.0,>=2.1.4 (from kombu<5.0,>=4.0.2->celery)\n"
          "  Downloading amqp-2.2.2-py2.py3-none-any.whl\n"
          "Installing collected packages: amqp, celery\n"
          "Successfully installed amqp-2.2.2 celery-4.1.0\n",
          "installed celery 4.1.0 celery-4.1.0-py2.py3-none-any.whl 400kB \n"
          "installed amqp 2.2.2 amqp-2.2.2-py2.py3-none-any.whl  kombu<5.0,>=4.0.2\n");
}

static void reads_new_pip(void **state)
{
    check(
        "Collecting Jinja2==3.1.4 (from -r requirements.txt (line 2))\n"
        "  Downloading jinja2-3.1.4-py3-none-any.whl.metadata (2.6 kB)\n"
        "Collecting zope.interface\n"
        "  Using cached zope_interface-6.0.tar.gz (293 kB)\n"
        "Downloading jinja2-3.1.4-py3-none-any.whl (133 kB)\n"
        "Building wheels for collected packages: zope.interface\n"
        "  Building wheel for zope.interface (pyproject.toml): finished with status 'done'\n"
        "  Created wheel for zope.interface: filename=x.whl size=1 sha256=0\n"
        "Successfully built zope.interface\n"
        "  Attempting uninstall: Jinja2\n"
        "    Found existing installation: Jinja2 2.0\n"
        "    Uninstalling Jinja2-2.0:\n"
        "      Successfully uninstalled Jinja2-2.0\n"
        "Successfully installed jinja2-3.1.4 zope-interface-6.0\n",
        "installed Jinja2 3.1.4 jinja2-3.1.4-py3-none-any.whl 133 kB -r requirements.txt (line 2)\n"
        "installed zope.interface 6.0 zope_interface-6.0.tar.gz 293 kB \n"
        "removed Jinja2 2.0   \n");
}

static void reads_urls(void **state)
{
    check(
        "Collecting torch==0.3.0 from http://example.org/torch-0.3.0-cp36-cp36m-linux_x86_64.whl\n"
        "Collecting demo@ git+https://example.org/demo.git\n"
        "Collecting git+https://example.org/other.git#egg=other\n"
        "Collecting https://example.org/app-1.0.tar.gz\n",
        "collected torch 0.3.0 http://example.org/torch-0.3.0-cp36-cp36m-linux_x86_64.whl  \n"
        "collected demo  git+https://example.org/demo.git  \n"
        "collected other  git+https://example.org/other.git#egg=other  \n"
        "collected app 1.0 https://example.org/app-1.0.tar.gz  \n");
}

static void reads_what_was_there(void **state)
{
    check("Requirement already satisfied: six>=1.5 in /usr/lib/python3 (from x->y) (1.16.0)\n"
          "Requirement already satisfied: six in /usr/lib/python3\n"
          "Requirement already satisfied (use --upgrade to upgrade): pip in /usr/lib\n",
          "satisfied six 1.16.0   x\n"
          "satisfied pip    \n");
}

static void reads_failures(void **state)
{
    check("Collecting nosuch==9\n"
          "  ERROR: Could not find a version that satisfies the requirement nosuch==9\n"
          "ERROR: No matching distribution found for nosuch==9 (from -r x)\n",
          "failed nosuch 9    FAILED\n");
    check("Collecting a==1\n"
          "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If\n"
          "Failed to install 'a', will try in next installation round...\n"
          "Collecting a==1\n"
          "Successfully installed a-1\n",
          "failed a 1    RECOVERED\n"
          "installed a 1   \n");
    check("Collecting a==1\n"
          "  ERROR: Failed building wheel for a\n"
          "  Running setup.py install for a: finished with status 'done'\n"
          "Successfully installed a-1\n",
          "installed a 1    RECOVERED\n");
    check("Failed to install requirements, dependency 'b' could not be installed\n",
          "failed b     FAILED\n");
}

static void is_not_misled(void **state)
{
    check("Successfully built 0123456789ab\nCollecting\nCollecting \nDownloading\nDownloading x\n"
          "Successfully installed \nSuccessfully installed -\nSuccessfully installed a\n"
          "Requirement already satisfied\nSuccessfully uninstalled\nCollecting  (from x)\n",
          "");
}

static void names_artifacts(void **state)
{
    static const char *const examples[][3] = {
        {"Flask-0.12.2-py2.py3-none-any.whl", "Flask", "0.12.2"},
        {"https://h/p/PyYAML-3.12.tar.gz#sha256=0", "PyYAML", "3.12"},
        {"backports.ssl-match-3.5.0.1.zip?x=1", "backports.ssl-match", "3.5.0.1"},
        {"x-1.0.whl.metadata", NULL, NULL},
        {"nothing", NULL, NULL},
        {"-1.tar.gz", NULL, NULL},
    };

    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct span name;
        struct span version;
        bool found = package_of_artifact(span_string(examples[i][0]), &name, &version);

        assert_int_equal(found, examples[i][1] != NULL);
        if (found) {
            assert_true(span_equal_string(name, examples[i][1]));
            assert_true(span_equal_string(version, examples[i][2]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_old_pip),   cmocka_unit_test(reads_new_pip),
        cmocka_unit_test(reads_urls),      cmocka_unit_test(reads_what_was_there),
        cmocka_unit_test(reads_failures),  cmocka_unit_test(is_not_misled),
        cmocka_unit_test(names_artifacts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
