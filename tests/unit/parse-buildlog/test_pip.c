/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pip, micropipenv and pipenv: their own words, as they printed them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "manager_run.h"
#include "managers/names.h"

/* ---- pip ---- */

static void reads_old_pip(void **state)
{
    manager_check(
        "Collecting celery\n"
        "  Downloading celery-4.1.0-py2.py3-none-any.whl (400kB)\n"
        "Collecting amqp<3.0,>=2.1.4 (from kombu<5.0,>=4.0.2->celery)\n"
        "  Downloading amqp-2.2.2-py2.py3-none-any.whl\n"
        "Installing collected packages: amqp, celery\n"
        "Successfully installed amqp-2.2.2 celery-4.1.0\n",
        "1-6 made good\n"
        "pip installed celery 4.1.0 6 artifact=celery-4.1.0-py2.py3-none-any.whl size=400kB\n"
        "pip installed amqp 2.2.2 6 artifact=amqp-2.2.2-py2.py3-none-any.whl "
        "by=kombu<5.0,>=4.0.2\n");
}

static void reads_new_pip(void **state)
{
    manager_check(
        "Looking in indexes: https://pypi.org/simple\n"
        "Collecting Jinja2==3.1.4 (from -r requirements.txt (line 2))\n"
        "  Downloading jinja2-3.1.4-py3-none-any.whl.metadata (2.6 kB)\n"
        "Collecting zope.interface\n"
        "  Using cached zope_interface-6.0.tar.gz (293 kB)\n"
        "Downloading jinja2-3.1.4-py3-none-any.whl (133 kB)\n"
        "Building wheels for collected packages: zope.interface\n"
        "  Building wheel for zope.interface (pyproject.toml): finished with status 'done'\n"
        "  Created wheel for zope.interface: filename=x.whl size=1 sha256=0\n"
        "Successfully built zope.interface\n"
        "Installing collected packages: zope.interface, Jinja2\n"
        "  Attempting uninstall: Jinja2\n"
        "    Found existing installation: Jinja2 2.0\n"
        "    Uninstalling Jinja2-2.0:\n"
        "      Successfully uninstalled Jinja2-2.0\n"
        "Successfully installed jinja2-3.1.4 zope-interface-6.0\n",
        "1-16 made good\n"
        "pip installed Jinja2 3.1.4 16 artifact=jinja2-3.1.4-py3-none-any.whl size=133 kB "
        "index=https://pypi.org/simple by=-r requirements.txt (line 2)\n"
        "pip installed zope.interface 6.0 16 artifact=zope_interface-6.0.tar.gz size=293 kB "
        "index=https://pypi.org/simple\n"
        "pip removed Jinja2 2.0 15\n");
}

/* pip 18: an editable project has no version; pip 1.5: nothing has. */
static void reads_what_has_no_version(void **state)
{
    manager_check("Processing ./localproj\n"
                  "Obtaining file:///src/edproj\n"
                  "Requirement already satisfied: six in ./lib (from Local.Proj==0.3) (1.17.0)\n"
                  "Installing collected packages: Local.Proj, ed-proj\n"
                  "  Running setup.py develop for ed-proj\n"
                  "Successfully installed Local.Proj-0.3 ed-proj\n",
                  "1-6 made good\n"
                  "pip satisfied six 1.17.0 3 by=Local.Proj==0.3\n"
                  "pip installed Local.Proj 0.3 6\n"
                  "pip installed ed-proj  6\n");
}

static void reads_urls(void **state)
{
    manager_check("Collecting torch==0.3.0 from http://example.org/torch-0.3.0-cp36-cp36m-x.whl\n"
                  "Collecting demo@ git+https://example.org/demo.git\n"
                  "Collecting git+https://example.org/other.git#egg=other\n"
                  "Collecting https://example.org/app-1.0.tar.gz\n",
                  "pip collected torch 0.3.0 1 "
                  "artifact=http://example.org/torch-0.3.0-cp36-cp36m-x.whl\n"
                  "pip collected demo  2 artifact=git+https://example.org/demo.git\n"
                  "pip collected other  3 artifact=git+https://example.org/other.git#egg=other\n"
                  "pip collected app 1.0 4 artifact=https://example.org/app-1.0.tar.gz\n");
}

static void reads_what_was_there(void **state)
{
    manager_check(
        "Requirement already satisfied: six>=1.5 in /usr/lib/python3 (from x->y) (1.16.0)\n"
        "Requirement already satisfied: six in /usr/lib/python3\n"
        "Requirement already satisfied (use --upgrade to upgrade): pip in /usr/lib\n",
        "pip satisfied six 1.16.0 1 by=x\n"
        "pip satisfied pip  3\n");
}

static void reads_failures(void **state)
{
    manager_check("Collecting nosuch==9\n"
                  "  ERROR: Could not find a version that satisfies the requirement nosuch==9\n"
                  "ERROR: No matching distribution found for nosuch==9 (from -r x)\n",
                  "pip failed nosuch 9 3 FAILED\n");
    manager_check("Collecting a==1\n"
                  "  ERROR: Failed building wheel for a\n"
                  "  Running setup.py install for a: finished with status 'done'\n"
                  "Successfully installed a-1\n",
                  "1-4 made good\n"
                  "pip installed a 1 4 RECOVERED\n");
    manager_check("Collecting pycrypto\n"
                  "ERROR: Failed to build 'pycrypto' when getting requirements to build wheel\n",
                  "pip failed pycrypto  2 FAILED\n");
}

/* What failed in one run and was installed by another was made good from the first run on. */
static void tells_what_another_run_makes_good(void **state)
{
    manager_check("Collecting a\n"
                  "ERROR: Could not build wheels for a, which is required to install x\n"
                  "Collecting a\n"
                  "Successfully installed a-1\n",
                  "1-4 made good\n"
                  "pip failed a  2 RECOVERED\n"
                  "pip installed a 1 4\n");
    manager_check("Collecting a\n"
                  "ERROR: No matching distribution found for a\n"
                  "make: *** [all] Error 2\n"
                  "Collecting b\n"
                  "Successfully installed b-1\n",
                  "4-5 made good\n"
                  "pip failed a  2 FAILED\n"
                  "pip installed b 1 5\n");
    manager_check("Collecting a\n"
                  "    ERROR: Command errored out with exit status 1:\n"
                  "WARNING: Discarding https://example.org/a-2.tar.gz. Command errored out\n"
                  "  Downloading a-1.tar.gz (1 kB)\n",
                  "1-3 made good\n"
                  "pip downloaded a 1 1 artifact=a-1.tar.gz size=1 kB\n");
    manager_check("Collecting a\n"
                  "ERROR: Could not find a version that satisfies the requirement a\n"
                  "WARNING: Installation of a failed, trying again from official PyPI with pip "
                  "--isolated install\n",
                  "1-3 made good\n"
                  "pip collected a  1\n");
}

static void is_not_misled(void **state)
{
    manager_check("Successfully built 0123456789ab\nCollecting\nCollecting \nDownloading\n"
                  "Downloading x\nSuccessfully installed \nSuccessfully installed -\n"
                  "Successfully installed a\nRequirement already satisfied\n"
                  "Successfully uninstalled\nCollecting  (from x)\n"
                  "Successfully installed 'X 1.0' in full\n"
                  "ERROR: Failed to build gem native extension.\n",
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
        bool found = split_artifact(span_string(examples[i][0]), &name, &version);

        assert_int_equal(found, examples[i][1] != NULL);
        if (found) {
            assert_true(span_equal_string(name, examples[i][1]));
            assert_true(span_equal_string(version, examples[i][2]));
        }
    }
}

/* ---- who runs pip ---- */

static void reads_micropipenv(void **state)
{
    manager_check("Collecting a==1\n"
                  "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If\n"
                  "Failed to install 'a', will try in next installation round...\n"
                  "Collecting a==1\n"
                  "Successfully installed a-1\n",
                  "1-3 made good\n"
                  "4-5 made good\n"
                  "pip failed a 1 1 RECOVERED\n"
                  "pip installed a 1 5\n");
    manager_check("Failed to install requirements, dependency 'b' could not be installed\n",
                  "pip failed b  1 FAILED\n");
}

/* pipenv --verbose breaks pip's lines, and leaves a blank where it does. */
static void reads_pipenv(void **state)
{
    manager_check("Installing collected packages: werkzeug, click, blinker\n"
                  "Successfully installed blinker-1.9.0 certifi-2026.10.19.post1 \n"
                  "charset-normalizer-3.5.3 click-8.5.1 \n"
                  "werkzeug-3.1.9\n"
                  "utf-8\n",
                  "2-2 made good\n"
                  "pip installed blinker 1.9.0 2\n"
                  "pip installed certifi 2026.10.19.post1 2\n"
                  "pip installed charset-normalizer 3.5.3 3\n"
                  "pip installed click 8.5.1 3\n"
                  "pip installed werkzeug 3.1.9 4\n");
    manager_check("An error occurred while installing six==1.16.0! Will try again.\n"
                  "Installing initially failed dependencies...\n",
                  "1-1 made good\n"
                  "pipenv failed six  1 FAILED\n");
    manager_check("Couldn't install package(s): pycrypto==2.6.1\n",
                  "pipenv failed pycrypto  1 FAILED\n");
}

/* pip -v: what fills the environment of a build is not installed where pip runs. */
static void leaves_out_what_builds_need(void **state)
{
    manager_check("Processing ./localproj\n"
                  "  Installing build dependencies: started\n"
                  "  Collecting setuptools\n"
                  "  Installing collected packages: setuptools\n"
                  "  Successfully installed setuptools-70.0.0\n"
                  "  Installing build dependencies: finished with status 'done'\n"
                  "Installing collected packages: localproj\n"
                  "Successfully installed localproj-1.0\n",
                  "1-8 made good\n"
                  "pip collected setuptools  3\n"
                  "pip installed localproj 1.0 8\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_old_pip),
        cmocka_unit_test(reads_new_pip),
        cmocka_unit_test(reads_what_has_no_version),
        cmocka_unit_test(reads_urls),
        cmocka_unit_test(reads_what_was_there),
        cmocka_unit_test(reads_failures),
        cmocka_unit_test(tells_what_another_run_makes_good),
        cmocka_unit_test(is_not_misled),
        cmocka_unit_test(names_artifacts),
        cmocka_unit_test(reads_micropipenv),
        cmocka_unit_test(reads_pipenv),
        cmocka_unit_test(leaves_out_what_builds_need),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
