/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package managers of languages but Python: their own words, as they printed them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "manager_run.h"
#include "managers/maven_path.h"

/* ---- npm ---- */

static void reads_npm_6(void **state)
{
    manager_check("npm info lifecycle body-parser@1.19.0~postuninstall: body-parser@1.19.0\n"
                  "npm info lifecycle ms@2.0.0~preinstall: ms@2.0.0\n"
                  "npm info lifecycle d@1.0.0~shrinkwrap: d@1.0.0\n"
                  "npm WARN deprecated request@2.88.2: request has been deprecated\n"
                  "npm WARN deprecated fsevents@1.2.13: fsevents 1 will break on node v14+\n"
                  "npm WARN notsup SKIPPING OPTIONAL DEPENDENCY: Unsupported platform for "
                  "fsevents@1.2.13: wanted {\"os\":\"darwin\"} (current: {\"os\":\"linux\"})\n"
                  "\n"
                  "+ @babel/helper-plugin-utils@7.20.2\n"
                  "+ request@2.88.2\n"
                  "added 94 packages from 87 contributors in 18.406s\n",
                  "npm removed body-parser 1.19.0 1\n"
                  "npm installed ms 2.0.0 2\n"
                  "npm installed request 2.88.2 9\n"
                  "npm collected fsevents 1.2.13 5\n"
                  "npm installed @babel/helper-plugin-utils 7.20.2 8\n");
}

/* As npm 3 and 4 show what they installed, and npm ls what is there. */
static void reads_npm_trees(void **state)
{
    manager_check("app@1.0.0 /src\n"
                  "├─┬ @babel/core@7.24.0\n"
                  "│ └─┬ semver@6.3.1\n"
                  "│   └── ms@2.1.2 deduped\n"
                  "├── UNMET OPTIONAL DEPENDENCY @rspack/core@0.x || 1.x\n"
                  "├── web@1.0.0 -> ./packages/web\n"
                  "├── corepack@0.31.0\n"
                  "├── iniconfig [required: Any, installed: 2.3.1]\n"
                  "└── ms@2.1.2 extraneous\n"
                  "| |   +-- error-ex@1.3.2 \n"
                  "`-- left-pad@1.3.0\n",
                  "npm installed @babel/core 7.24.0 2\n"
                  "npm installed semver 6.3.1 3\n"
                  "npm installed ms 2.1.2 9\n"
                  "npm installed error-ex 1.3.2 10\n"
                  "npm installed left-pad 1.3.0 11\n");
}

static void reads_what_npm_fetches(void **state)
{
    manager_check(
        "npm http fetch GET 200 https://registry.npmjs.org/@babel%2fhelper-plugin-utils 1495ms\n"
        "npm http fetch GET 200 https://registry.npmjs.org/@babel/helper-plugin-utils/-/"
        "helper-plugin-utils-7.20.2.tgz 54ms (cache miss)\n"
        "npm http fetch GET 200 https://registry.npmjs.org/ms/-/ms-2.0.0.tgz 6ms (cache miss)\n"
        "npm http fetch GET 200 https://registry.npmjs.org/ms/-/ms-2.1.3.tgz 6ms (cache miss)\n"
        "npm http fetch POST 200 https://registry.npmjs.org/-/npm/v1/security/advisories/bulk 1ms\n"
        "npm verb reify failed optional dependency /src/node_modules/nan\n"
        "npm http fetch GET 200 https://registry.npmjs.org/nan/-/nan-2.30.0.tgz 1ms (cache miss)\n"
        "npm info run esbuild@0.19.0 postinstall node_modules/esbuild node install.js\n"
        "npm info run esbuild@0.19.0 postinstall { code: 0, signal: null }\n"
        "npm warn deprecated har-validator@5.1.5: this library is no longer supported\n"
        "\n"
        "added 57 packages, and audited 58 packages in 3s\n",
        "npm installed @babel/helper-plugin-utils 7.20.2 2 artifact=https://registry.npmjs.org/"
        "@babel/helper-plugin-utils/-/helper-plugin-utils-7.20.2.tgz\n"
        "npm installed ms 2.0.0 3 artifact=https://registry.npmjs.org/ms/-/ms-2.0.0.tgz\n"
        "npm installed ms 2.1.3 4 artifact=https://registry.npmjs.org/ms/-/ms-2.1.3.tgz\n"
        "npm downloaded nan 2.30.0 7 artifact=https://registry.npmjs.org/nan/-/nan-2.30.0.tgz\n"
        "npm installed esbuild 0.19.0 9\n"
        "npm installed har-validator 5.1.5 10\n");
}

static void npm_proves_nothing_where_it_fails(void **state)
{
    manager_check("npm http fetch GET 200 https://registry.npmjs.org/ms/-/ms-2.0.0.tgz 6ms\n"
                  "npm ERR! code E404\n"
                  "npm ERR! 404 Not Found - GET https://registry.npmjs.org/nosuch-zzz-q\n"
                  "npm ERR! 404  'nosuch-zzz-q@1' is not in this registry.\n"
                  "npm error notarget No matching version found for express@99.\n",
                  "npm downloaded ms 2.0.0 1 "
                  "artifact=https://registry.npmjs.org/ms/-/ms-2.0.0.tgz\n"
                  "npm failed nosuch-zzz-q  4 FAILED\n"
                  "npm failed express  5 FAILED\n");
}

static void npm_is_not_misled(void **state)
{
    manager_check("npm WARN \n+ c++@\n+ x\nadded \nnpm http fetch GET 200 /-/\n"
                  "npm http fetch GET 200 https://h/a/-/a.tgz\nnpm WARN deprecated\n"
                  "npm info lifecycle ~\n+ set -e\n",
                  "");
}

/* ---- yarn and pnpm ---- */

static void reads_yarn(void **state)
{
    manager_check("success Saved 2 new dependencies.\n"
                  "info Direct dependencies\n"
                  "\xe2\x94\x94\xe2\x94\x80 express@4.17.1\n"
                  "info All dependencies\n"
                  "\xe2\x94\x9c\xe2\x94\x80 @types/node@20.1.0\n"
                  "\xe2\x94\x94\xe2\x94\x80 express@4.17.1\n"
                  "Done in 3.20s.\n"
                  "error Couldn't find package \"nosuch\" on the \"npm\" registry.\n",
                  "yarn installed express 4.17.1 3\n"
                  "yarn installed @types/node 20.1.0 5\n"
                  "yarn failed nosuch  8 FAILED\n");
    manager_check("yarn list v1.22.22\n"
                  "\xe2\x94\x9c\xe2\x94\x80 express@4.17.1\n"
                  "\xe2\x94\x82  \xe2\x94\x94\xe2\x94\x80 accepts@~1.3.7\n"
                  "\xe2\x94\x94\xe2\x94\x80 @types/node@20.1.0\n"
                  "   \xe2\x94\x94\xe2\x94\x80 undici-types@~5.26.4\n"
                  "Done in 0.20s.\n"
                  "\xe2\x94\x94\xe2\x94\x80 other@1.0.0\n",
                  "yarn installed express 4.17.1 2\n"
                  "yarn installed @types/node 20.1.0 4\n");
}

#define ARROW "\xe2\x9e\xa4 "
#define BAR "\xe2\x94\x82 "

static void reads_berry(void **state)
{
    manager_check(ARROW
                  "YN0013: " BAR
                  "ms@npm:2.0.0 can't be found in the cache and will be fetched from\n" ARROW
                  "YN0085: " BAR "+ express@npm:4.17.1, request@npm:2.88.2, and 57 more.\n" ARROW
                  "YN0085: " BAR "- lodash@npm:4.17.21\n" ARROW "YN0013: " BAR
                  "58 packages were added to the project (+ 10.02 MiB).\n" ARROW "YN0000: " BAR
                  "Completed in 0s 200ms\n" ARROW "YN0000: Done in 4s 120ms\n",
                  "yarn installed ms 2.0.0 1\n"
                  "yarn installed express 4.17.1 2\n"
                  "yarn installed request 2.88.2 2\n"
                  "yarn removed lodash 4.17.21 3\n");
    manager_check(ARROW "YN0013: " BAR
                        "ms@npm:2.0.0 can't be found in the cache and will be fetched from\n" ARROW
                        "YN0009: " BAR
                        "core-js@npm:3.6.0 couldn't be built successfully (exit code 1)\n" ARROW
                        "YN0000: Failed with errors in 4s 120ms\n",
                  "yarn downloaded ms 2.0.0 1\n"
                  "yarn failed core-js 3.6.0 2 FAILED\n");
}

static void reads_pnpm(void **state)
{
    manager_check("Packages: +58\n"
                  "\n"
                  "dependencies:\n"
                  "+ express 4.17.1 (5.1.0 is available)\n"
                  "+ request 2.88.2 deprecated\n"
                  "- ms 2.0.0\n"
                  "\n"
                  "devDependencies:\n"
                  "+ @types/node 20.1.0\n"
                  "\n"
                  "+ not 1.0\n"
                  "Installing dependencies:\n"
                  "+ not 1.0\n"
                  " ERR_PNPM_FETCH_404  GET https://registry.npmjs.org/nosuch: Not Found - 404\n"
                  " ERR_PNPM_NO_MATCHING_VERSION  No matching version found for ms@99\n",
                  "pnpm installed express 4.17.1 4\n"
                  "pnpm installed request 2.88.2 5\n"
                  "pnpm removed ms 2.0.0 6\n"
                  "pnpm installed @types/node 20.1.0 9\n"
                  "pnpm failed nosuch  14 FAILED\n"
                  "pnpm failed ms  15 FAILED\n");
}

/* ---- gem and bundler ---- */

static void reads_gem(void **state)
{
    manager_check("Building native extensions. This could take a while...\n"
                  "Successfully installed ee-9.9\n"
                  "Successfully installed nokogiri-1.15.4-x86_64-linux\n"
                  "Parsing documentation for ee-9.9\n"
                  "Done installing documentation for ee after 0 seconds\n"
                  "2 gems installed\n"
                  "Successfully uninstalled bb-2.1\n"
                  "ERROR:  Error installing ee:\n"
                  "\tERROR: Failed to build gem native extension.\n"
                  "ERROR:  Could not find a valid gem 'nosuch' (>= 0) in any repository\n",
                  "gem installed ee 9.9 2\n"
                  "gem installed nokogiri 1.15.4 3\n"
                  "gem removed bb 2.1 7\n"
                  "gem failed ee  8 FAILED\n"
                  "gem failed nosuch  10 FAILED\n");
}

static void reads_bundler(void **state)
{
    manager_check("Fetching gem metadata from https://rubygems.org/.\n"
                  "Resolving dependencies...\n"
                  "Fetching bb 2.1 (was 2.0)\n"
                  "Using bundler 2.3.15\n"
                  "Installing bb 2.1 (was 2.0)\n"
                  "Installing ee 9.9 with native extensions\n"
                  "Bundle complete! 4 Gemfile dependencies, 5 gems now installed.\n"
                  "Installing zz 1.0\n",
                  "bundler installed bb 2.1 5\n"
                  "bundler satisfied bundler 2.3.15 4\n"
                  "bundler installed ee 9.9 6\n");
    manager_check("Using bundler 2.3.15\n"
                  "Installing bb 2.1\n"
                  "Installing ee 9.9 with native extensions\n"
                  "An error occurred while installing ee (9.9), and Bundler cannot continue.\n",
                  "bundler satisfied bundler 2.3.15 1\n"
                  "bundler collected bb 2.1 2\n"
                  "bundler failed ee 9.9 4 FAILED\n");
    /* cut off above; and as jekyll shows it */
    manager_check("Installing bb 2.1\n"
                  "Installing ee 9.9 with native extensions\n"
                  "Installing ff 1.0\n"
                  "Bundle complete! 4 Gemfile dependencies, 5 gems now installed.\n",
                  "bundler installed ee 9.9 2\n"
                  "bundler installed ff 1.0 3\n");
    manager_check("  Bundler: Using bb 2.1\n"
                  "  Bundler: Installing ee 9.9\n"
                  "  Bundler: Bundle complete! 4 Gemfile dependencies, 5 gems now installed.\n",
                  "bundler satisfied bb 2.1 1\n"
                  "bundler installed ee 9.9 2\n");
}

/* ---- cargo and go ---- */

static void reads_cargo(void **state)
{
    manager_check("  Downloaded libc v0.2.191\n"
                  " Downloading crates ...\n"
                  "   Compiling libc v0.2.191\n"
                  "   Compiling ansi_term v0.11.0\n"
                  "   Compiling ansi_term v0.12.1\n"
                  "    Finished `release` profile [optimized] target(s) in 1m 59s\n"
                  "  Installing /usr/local/cargo/bin/hexyl\n"
                  "   Installed package `hexyl v0.3.0` (executable `hexyl`)\n"
                  "    Replaced package `rg v1.0.0` with `rg v1.1.0` (executable `rg`)\n",
                  "cargo built libc 0.2.191 3\n"
                  "cargo built ansi_term 0.11.0 4\n"
                  "cargo built ansi_term 0.12.1 5\n"
                  "cargo installed hexyl 0.3.0 8\n"
                  "cargo installed rg 1.1.0 9\n");
    manager_check("   Compiling libc v0.2.191\n"
                  "   Compiling demo v0.1.0 (/src)\n"
                  "error: could not compile `demo` (bin \"demo\") due to 1 previous error\n",
                  "cargo collected libc 0.2.191 1\n"
                  "cargo failed demo 0.1.0 3 FAILED\n");
    /* without --locked it went on */
    manager_check("error: cannot create the lock file /a/Cargo.lock because --locked was passed to "
                  "prevent this\n"
                  "     Locking 62 packages to latest compatible versions\n"
                  "     Locking 62 packages to latest compatible versions\n",
                  "1-1 made good\n");
    /* that of another folder */
    manager_check(
        "error: the lock file /a/Cargo.lock needs to be updated but --locked was passed to "
        "prevent this\n"
        "   Compiling libc v0.2.191\n"
        "    Finished `dev` profile [unoptimized + debuginfo] target(s) in 1.00s\n",
        "cargo built libc 0.2.191 2\n");
}

static void reads_go(void **state)
{
    manager_check("go: downloading golang.org/x/text v0.0.0-20170915032832-14c0d48ead0c\n"
                  "go: added rsc.io/quote v1.5.0\n"
                  "go: upgraded rsc.io/quote v1.5.0 => v1.5.2\n"
                  "go: removed rsc.io/quote v1.5.2\n"
                  "go: downloading go1.22 (linux/amd64)\n",
                  "go downloaded golang.org/x/text v0.0.0-20170915032832-14c0d48ead0c 1\n"
                  "go installed rsc.io/quote v1.5.0 2\n"
                  "go removed rsc.io/quote v1.5.2 3\n");
}

/* ---- Maven and Gradle ---- */

#define CENTRAL "https://repo.maven.apache.org/maven2/"

static void reads_maven(void **state)
{
    manager_check(
        "[INFO] Downloaded from central: " CENTRAL "org/apache/apache/11/apache-11.pom (15 kB)\n"
        "[INFO] Downloaded from central: " CENTRAL "org/codehaus/plexus/plexus-utils/3.0/"
        "plexus-utils-3.0.jar (226 kB at 63 kB/s)\n"
        "Downloaded: " CENTRAL "junit/junit/4.12/junit-4.12.jar (308 KB at 2.7 KB/sec)\n"
        "[INFO] Installing /src/target/demo-1.0.jar to "
        "/root/.m2/repository/org/example/demo/1.0/demo-1.0.jar\n"
        "[INFO] BUILD SUCCESS\n"
        "[ERROR] Could not find artifact org.apache.commons:commons-lang3:jar:99 in central\n",
        "maven downloaded org.codehaus.plexus:plexus-utils 3.0 2 artifact=" CENTRAL
        "org/codehaus/plexus/plexus-utils/3.0/plexus-utils-3.0.jar size=226 kB index=central\n"
        "maven downloaded junit:junit 4.12 3 artifact=" CENTRAL
        "junit/junit/4.12/junit-4.12.jar size=308 KB\n"
        "maven installed org.example:demo 1.0 4\n"
        "maven failed org.apache.commons:commons-lang3 99 6 FAILED\n");
}

static void reads_gradle(void **state)
{
    manager_check("Download " CENTRAL "junit/junit/4.12/junit-4.12.jar\n"
                  "Download " CENTRAL "junit/junit/4.12/junit-4.12.pom\n"
                  "   > Could not find org.nosuch:nosuch:1.0.\n",
                  "gradle downloaded junit:junit 4.12 1 artifact=" CENTRAL
                  "junit/junit/4.12/junit-4.12.jar\n"
                  "gradle failed org.nosuch:nosuch 1.0 3 FAILED\n");
}

static void splits_paths_of_maven(void **state)
{
    static const char *const examples[][3] = {
        {CENTRAL "a/b/c/1.0/c-1.0.jar", "a.b:c", "1.0"},
        {"https://repo.example.org/repository/public/a/c/1.0-rc1/c-1.0-rc1.war", "a:c", "1.0-rc1"},
        {"https://example.org/x/a/c/1.0/c-1.0.aar", "c", "1.0"},
        {CENTRAL "a/c/1.0/c-1.0-sources.jar", NULL, NULL},
        {CENTRAL "a/c/1.0/c-1.0.pom", NULL, NULL},
        {CENTRAL "a/c/c/c-c.jar", NULL, NULL},
        {"/1/.jar", NULL, NULL},
        {"", NULL, NULL},
    };

    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
        struct span version;
        bool found = split_maven_path(span_string(examples[i][0]), &name, &version);

        assert_int_equal(found, examples[i][1] != NULL);
        if (found) {
            assert_string_equal(name.data, examples[i][1]);
            assert_true(span_equal_string(version, examples[i][2]));
        }
    }
}

/* ---- composer and NuGet ---- */

static void reads_composer(void **state)
{
    manager_check("  - Locking acme/one (1.1.0)\n"
                  "  - Downloading acme/one (1.1.0)\n"
                  "  - Installing acme/one (1.1.0): Extracting archive\n"
                  "  - Installing acme/dev (dev-main 1a2b3c4): Cloning 1a2b3c4 from cache\n"
                  "  - Upgrading acme/two-x (1.0.0 => 2.0.0): Extracting archive\n"
                  "  - Removing acme/old (0.1)\n"
                  "Generating optimized autoload files\n"
                  "  - Installing acme/three (3.0): Downloading (failed)\n"
                  "    Install of acme/three failed\n",
                  "composer installed acme/one 1.1.0 3\n"
                  "composer installed acme/dev dev-main 4\n"
                  "composer installed acme/two-x 2.0.0 5\n"
                  "composer removed acme/old 0.1 6\n"
                  "composer failed acme/three 3.0 9 FAILED\n");
}

static void reads_nuget(void **state)
{
    manager_check(
        "info : Installed System.Text.Json 1.0 from https://api.nuget.org/v3/index.json to "
        "/root/.nuget/packages/system.text.json/1.0 with content hash Vzs/IsC==.\n"
        "  Installing Newtonsoft.Json 12.0.3.\n"
        "  Restore completed in 1.2 sec for /src/app.csproj.\n"
        "info : PackageReference for package 'Serilog' version '3.0.1' added to file "
        "'/src/app.csproj'.\n"
        "Successfully installed 'NUnit 3.13.3' to /src/packages\n"
        "/src/app.csproj : error NU1101: Unable to find package No.Such. No packages "
        "exist with this id in source(s): nuget.org\n",
        "nuget installed System.Text.Json 1.0 1\n"
        "nuget installed Newtonsoft.Json 12.0.3 2\n"
        "nuget installed Serilog 3.0.1 4\n"
        "nuget installed NUnit 3.13.3 5\n"
        "nuget failed No.Such  6 FAILED\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_npm_6),
        cmocka_unit_test(reads_npm_trees),
        cmocka_unit_test(reads_what_npm_fetches),
        cmocka_unit_test(npm_proves_nothing_where_it_fails),
        cmocka_unit_test(npm_is_not_misled),
        cmocka_unit_test(reads_yarn),
        cmocka_unit_test(reads_berry),
        cmocka_unit_test(reads_pnpm),
        cmocka_unit_test(reads_gem),
        cmocka_unit_test(reads_bundler),
        cmocka_unit_test(reads_cargo),
        cmocka_unit_test(reads_go),
        cmocka_unit_test(reads_maven),
        cmocka_unit_test(reads_gradle),
        cmocka_unit_test(splits_paths_of_maven),
        cmocka_unit_test(reads_composer),
        cmocka_unit_test(reads_nuget),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
