/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package managers of systems, and conda: their own words, as they printed them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "manager_run.h"
#include "managers/names.h"

/* ---- apt ---- */

static void reads_apt(void **state)
{
    manager_check("Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]\n"
                  "Get:4 http://deb.debian.org/debian bookworm/main amd64 Packages [8790 kB]\n"
                  "libc6 is already the newest version (2.36-9+deb12u14).\n"
                  "Get:10 http://deb.debian.org/debian bookworm/main amd64 libnghttp2-14 amd64 "
                  "1.52.0-1+deb12u3 [72.4 kB]\n"
                  "Selecting previously unselected package libnghttp2-14:amd64.\n"
                  "(Reading database ... 6689 files and directories currently installed.)\n"
                  "Preparing to unpack .../01-libnghttp2-14_1.52.0-1+deb12u3_amd64.deb ...\n"
                  "Unpacking libnghttp2-14:amd64 (1.52.0-1+deb12u3) ...\n"
                  "Unpacking bash (5.2.15-2+b8) over (5.2.15-2+b7) ...\n"
                  "Setting up bash (5.2.15-2+b8) ...\n"
                  "Setting up libnghttp2-14:amd64 (1.52.0-1+deb12u3) ...\n"
                  "Processing triggers for libc-bin (2.36-9+deb12u14) ...\n"
                  "Removing tzdata (2026f-0+deb12u1) ...\n"
                  "Purging configuration files for tzdata (2026f-0+deb12u1) ...\n",
                  "apt satisfied libc6 2.36-9+deb12u14 3\n"
                  "apt installed libnghttp2-14 1.52.0-1+deb12u3 11 size=72.4 kB "
                  "index=http://deb.debian.org/debian\n"
                  "apt installed bash 5.2.15-2+b8 10\n"
                  "apt removed tzdata 2026f-0+deb12u1 13\n");
}

/* apt's own list begins as conda's does. */
static void reads_what_apt_purges(void **state)
{
    manager_check("Setting up sl (5.02-1+b1) ...\n"
                  "Setting up libtext-charwidth-perl:amd64 (0.04-11) ...\n"
                  "The following packages will be REMOVED:\n"
                  "  libtext-charwidth-perl* sl*\n"
                  "0 upgraded, 0 newly installed, 2 to remove and 116 not upgraded.\n"
                  "After this operation, 954 kB disk space will be freed.\n"
                  "Removing libtext-charwidth-perl:amd64 (0.04-11) ...\n"
                  "Removing sl (5.02-1+b1) ...\n",
                  "apt removed sl 5.02-1+b1 1\n"
                  "apt removed libtext-charwidth-perl 0.04-11 2\n");
}

static void reads_what_dpkg_takes_back(void **state)
{
    manager_check("Setting up mysql-server (8.0) ...\n"
                  "dpkg: error processing package mysql-server (--configure):\n"
                  " installed mysql-server package post-installation script subprocess returned\n"
                  "Unpacking ndk-sysroot (28c) ...\n"
                  "dpkg: error processing archive /tmp/apt-dpkg-install-rXJCwm/"
                  "06-ndk-sysroot_28c_arm64.deb (--unpack):\n"
                  "E: Unable to locate package nosuch-package\n"
                  "E: Package 'gone' has no installation candidate\n",
                  "apt failed mysql-server 8.0 2 FAILED\n"
                  "apt failed ndk-sysroot 28c 5 FAILED\n"
                  "apt failed nosuch-package  6 FAILED\n"
                  "apt failed gone  7 FAILED\n");
}

static void tells_what_apt_gets_over(void **state)
{
    manager_check("Ign:1 http://deb.debian.org/debian bookworm InRelease\n"
                  "Err:1 http://deb.debian.org/debian bookworm InRelease\n"
                  "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease\n"
                  "Setting up jq (1.6-2.1) ...\n"
                  "Setting up jo (1.9-1) ...\n",
                  "1-3 made good\n"
                  "apt installed jq 1.6-2.1 4\n"
                  "apt installed jo 1.9-1 5\n");
    manager_check("E: Unable to locate package jq\n"
                  "Setting up jq (1.6-2.1) ...\n",
                  "1-1 made good\n"
                  "apt installed jq 1.6-2.1 2 RECOVERED\n");
}

static void apt_is_not_misled(void **state)
{
    manager_check(
        "Setting up build environment ...\nUnpacking objects: 100% (3/3), done.\n"
        "Removing intermediate container 0123456789ab\nGet:1\nGet:1 a b c d e f\n"
        "Setting up x (y) with care\nE: Unable to locate package $PKG\nUnpacking ( ) ...\n"
        "Selecting previously unselected package \n",
        "");
}

/* ---- dnf and its kin ---- */

#define DNF_TABLE                                                             \
    "Dependencies resolved.\n"                                                \
    " Package           Architecture  Version            Repository   Size\n" \
    "Installing:\n"                                                           \
    " gamma             x86_64        0.1-1              demo        5.5 k\n" \
    "Installing dependencies:\n"                                              \
    " a-very-long-package-name-that-is-cut-devel\n"                           \
    "                   x86_64        2:12.3-1.el9       demo        5.7 k\n" \
    "\n"                                                                      \
    "Transaction Summary\n"

static void reads_dnf_4(void **state)
{
    manager_check(DNF_TABLE
                  "  Installing       : gamma-0.1-1.x86_64                              1/2 \n"
                  "  Installing       : a-very-long-package-name-that-is-cut-dev        2/2 \n"
                  "  Verifying        : gamma-0.1-1.x86_64                              1/2 \n"
                  "\n"
                  "Installed:\n"
                  "  a-very-long-package-name-that-is-cut-devel-2:12.3-1.el9.x86_64\n"
                  "  gamma-0.1-1.x86_64                       \n"
                  "\n"
                  "Complete!\n"
                  "Upgraded:\n"
                  "  audit-libs.x86_64 2.8.2-1.fc27   bash.x86_64 4.4.12-13.fc27\n"
                  "  compat-openssl10.x86_64          \n"
                  "  1:1.0.2m-1.fc27\n"
                  "\n"
                  "  coreutils.x86_64 8.27-17.fc27\n"
                  "Removed:\n"
                  "  delta-2:5-1.x86_64\n"
                  "\n"
                  "Failed:\n"
                  "  epsilon-1-1.noarch\n"
                  "Package delta-2:5-1.x86_64 is already installed.\n"
                  "No match for argument: nosuch\n",
                  "dnf installed gamma 0.1-1 16 size=5.5 k index=demo\n"
                  "dnf installed a-very-long-package-name-that-is-cut-devel 2:12.3-1.el9 15 "
                  "size=5.7 k index=demo\n"
                  "dnf installed audit-libs 2.8.2-1.fc27 20\n"
                  "dnf installed bash 4.4.12-13.fc27 20\n"
                  "dnf installed compat-openssl10 1:1.0.2m-1.fc27 22\n"
                  "dnf removed delta 2:5-1 26\n"
                  "dnf failed epsilon 1-1 29 FAILED\n"
                  "dnf satisfied delta 2:5-1 30\n"
                  "dnf failed nosuch  31 FAILED\n");
}

static void reads_dnf_5(void **state)
{
    manager_check(DNF_TABLE " Installing:         2 packages\n"
                            "Running transaction\n"
                            "[1/4] Verify package files              100% |   1.0 KiB/s |\n"
                            "[3/4] Installing a-very-long-package-na 100% |  69.6 MiB/s |\n"
                            "[4/4] Installing gamma-0:0.1-1.x86_64   100% |   1.7 MiB/s |\n"
                            "Complete!\n",
                  "dnf installed gamma 0.1-1 14 size=5.5 k index=demo\n"
                  "dnf installed a-very-long-package-name-that-is-cut-devel 2:12.3-1.el9 7 "
                  "size=5.7 k index=demo\n");
}

/* A table is a plan: without "Complete!", or where nothing but a download was asked for, it proves nothing. */
static void a_plan_of_dnf_proves_nothing(void **state)
{
    static const char *const ends[] = {"Error: Transaction test error:\n",
                                       "DNF will only download packages for the transaction.\n"
                                       "Complete!\n"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        STRBUF_AUTO(log, MIB);
        STRBUF_AUTO(got, MIB);

        strbuf_add_string(&log, DNF_TABLE);
        strbuf_add_string(&log, ends[i]);
        manager_run(strbuf_span(&log), true, &got);
        assert_string_equal(got.data, "dnf collected gamma 0.1-1 4 size=5.5 k index=demo\n"
                                      "dnf collected a-very-long-package-name-that-is-cut-devel "
                                      "2:12.3-1.el9 7 size=5.7 k index=demo\n");
    }
}

static void reads_yum(void **state)
{
    manager_check("Loaded plugins: fastestmirror, ovl\n"
                  "---> Package wget.x86_64 0:1.14-18.el7_6.1 will be installed\n"
                  "  Installing : wget-1.14-18.el7_6.1.x86_64                      1/1 \n"
                  "\n"
                  "Installed:\n"
                  "  wget.x86_64 0:1.14-18.el7_6.1                                 \n"
                  "\n"
                  "Complete!\n"
                  "No package nosuch available.\n",
                  "yum installed wget 1.14-18.el7_6.1 6\n"
                  "yum failed nosuch  9 FAILED\n");
}

static void reads_microdnf_and_tdnf(void **state)
{
    manager_check("Package                          Repository               Size\n"
                  "Installing:                                                   \n"
                  " jq-1.6-15.el9.x86_64            ubi-9-appstream-rpms 193.6 kB\n"
                  "Transaction Summary:\n"
                  "Running transaction test...\n"
                  "Installing: oniguruma;6.9.6-1.el9.6;x86_64;ubi-9-baseos-rpms\n"
                  "Installing: jq;1.6-15.el9;x86_64;ubi-9-appstream-rpms\n"
                  "Complete.\n",
                  "microdnf installed jq 1.6-15.el9 7 size=193.6 kB index=ubi-9-appstream-rpms\n"
                  "microdnf installed oniguruma 6.9.6-1.el9.6 6\n");
    manager_check("Running transaction\n"
                  "Installing/Updating: curl-libs-8.1.2-1.ph5.x86_64\n"
                  "Installing/Updating: curl-8.1.2-1.ph5.x86_64\n"
                  "Complete!\n",
                  "tdnf installed curl-libs 8.1.2-1.ph5 2\n"
                  "tdnf installed curl 8.1.2-1.ph5 3\n");
}

static void dnf_is_not_misled(void **state)
{
    manager_check("Installing:\n x\n y z\nInstalled:\n\nInstalled:\nfoo bar\nComplete!\n"
                  "-- Installing: /usr/local/lib/libx.so\nUpdated: 3 files\nInstalling  x y\n"
                  "Error: a\nNo package manager found\nPackage x is already installed\n",
                  "");
}

/* ---- zypper ---- */

static void reads_zypper(void **state)
{
    manager_check("Retrieving package alpha-1.0-1.x86_64 (1/2),   5.4 KiB (    0   B unpacked)\n"
                  "( 1/2) Installing: alpha-1.0-1.x86_64 [...done]\n"
                  "(2/2) Installing: delta-2:5-1.x86_64 [..error]\n"
                  "(1/1) Removing delta-2:5-1.x86_64 [.....done]\n"
                  "'delta' is already installed.\n"
                  "No provider of 'nosuch' found.\n",
                  "zypper installed alpha 1.0-1 2\n"
                  "zypper failed delta 2:5-1 3 FAILED\n"
                  "zypper removed delta 2:5-1 4\n"
                  "zypper failed nosuch  6 FAILED\n");
}

/* ---- apk ---- */

static void reads_apk(void **state)
{
    manager_check("fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz\n"
                  "(1/4) Installing musl-utils (1.2.5-r0)\n"
                  "( 2/4) Upgrading busybox (1.36.1-r28 -> 1.36.1-r29)\n"
                  "Executing busybox-1.36.1-r29.post-upgrade\n"
                  "(3/4) Installing .build-deps (20240101.000000)\n"
                  "(4/4) Purging curl (8.9.0-r0)\n"
                  "OK: 8 MiB in 20 packages\n",
                  "apk installed musl-utils 1.2.5-r0 2\n"
                  "apk installed busybox 1.36.1-r29 3\n"
                  "apk installed .build-deps 20240101.000000 5\n"
                  "apk removed curl 8.9.0-r0 6\n");
    manager_check("(1/2) Installing a (1-r0)\n"
                  "ERROR: a-1-r0: trying to overwrite etc/x owned by c-1-r0.\n"
                  "(2/2) Installing b (2-r1)\n"
                  "1 error; 8 MiB in 20 packages\n"
                  "ERROR: unable to select packages:\n"
                  "  nosuch (no such package):\n"
                  "    required by: world[nosuch]\n",
                  "apk failed a 1-r0 2 FAILED\n"
                  "apk installed b 2-r1 3\n"
                  "apk failed nosuch  6 FAILED\n");
}

/* The log ends: whether the last one was installed nobody knows. */
static void apk_proves_by_what_comes_next(void **state)
{
    STRBUF_AUTO(got, MIB);

    manager_run(SPAN_LITERAL("(1/3) Installing a (1-r0)\n(2/3) Installing b (2-r0)\n"), true, &got);
    assert_string_equal(got.data, "apk installed a 1-r0 1\napk collected b 2-r0 2\n");
}

/* ---- conda ---- */

static void reads_conda(void **state)
{
    manager_check(
        "The following NEW packages will be INSTALLED:\n"
        "\n"
        "  _libgcc_mutex      conda-forge/linux-64::_libgcc_mutex-0.1-conda_forge \n"
        "  x264               conda-forge/linux-64::x264-1!161.3030-h0d85af4_1\n"
        "    numpy:           1.14.0-py36_0   conda-forge\n"
        "\n"
        "The following packages will be REMOVED:\n"
        "\n"
        "  six-1.16.0-pyh6c4a22f_0\n"
        "\n"
        "The following packages will be UPDATED:\n"
        "\n"
        "  openssl            1.1.1k-h27cfd23_0 --> 1.1.1n-h7f8727e_0\n"
        "  certifi            conda-forge::certifi-2020-py_0 --> pkgs/main::certifi-2022-py_1\n"
        "\n"
        "\n"
        "Preparing transaction: ...working... done\n"
        "Executing transaction: ...working... done\n",
        "conda installed _libgcc_mutex 0.1 3\n"
        "conda installed x264 1!161.3030 4\n"
        "conda installed numpy 1.14.0 5\n"
        "conda installed openssl 1.1.1n 13\n"
        "conda installed certifi 2022 14\n");
}

static void reads_micromamba(void **state)
{
    manager_check("  Package           Version  Build        Channel           Size\n"
                  "------------------------------------------------------------------\n"
                  "  Install:\n"
                  "\n"
                  "  + libgcc           14.2.0  h77fa898_1   conda-forge      849kB\n"
                  "  + liblapack         3.9.0  24_osxarm64_openblas  conda-forge  Cached\n"
                  "\n"
                  "  Summary:\n"
                  "\n"
                  "  + x  1  2  3\n"
                  "Transaction starting\n"
                  "Linking libgcc-14.2.0-h77fa898_1\n"
                  "Linking liblapack-3.9.0-24_osxarm64_openblas\n"
                  "Unlinking six-1.16.0-pyh6c4a22f_0\n"
                  "\n"
                  "Transaction finished\n",
                  "conda installed libgcc 14.2.0 12 size=849kB index=conda-forge\n"
                  "conda installed liblapack 3.9.0 13 size=Cached index=conda-forge\n"
                  "conda removed six 1.16.0 14\n");
}

static void a_plan_of_conda_proves_nothing(void **state)
{
    STRBUF_AUTO(got, MIB);

    manager_run(SPAN_LITERAL("The following NEW packages will be INSTALLED:\n\n"
                             "  six   conda-forge/noarch::six-1.16.0-py_0\n\n"
                             "Executing transaction: ...working... failed\n"),
                false, &got);
    assert_string_equal(got.data, "conda collected six 1.16.0 3\n");
}

/* ---- names ---- */

static void splits_what_rpm_prints(void **state)
{
    static const char *const examples[][3] = {
        {"bash-5.1.8-4.el9.x86_64", "bash", "5.1.8-4.el9"},
        {"vim-minimal-2:8.2.2637-20.el9.x86_64", "vim-minimal", "2:8.2.2637-20.el9"},
        {"gpg-pubkey-fd431d51-4ae0493b", "gpg-pubkey", "fd431d51-4ae0493b"},
        {"libstdc++-11.4~rc1-1.noarch", "libstdc++", "11.4~rc1-1"},
        {"a-b", NULL, NULL},
        {"a--b-c", "a-", "b-c"},
        {"-1-2", NULL, NULL},
        {"x-1-", NULL, NULL},
        {"x/y-1-2", NULL, NULL},
    };

    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct span name;
        struct span version;
        bool found = split_nevra(span_string(examples[i][0]), &name, &version);

        assert_int_equal(found, examples[i][1] != NULL);
        if (found) {
            assert_true(span_equal_string(name, examples[i][1]));
            assert_true(span_equal_string(version, examples[i][2]));
        }
    }
}

/* Of what the log itself installed, an older version is there no more where the tool says so. */
static void a_newer_version_takes_the_place(void **state)
{
    manager_check("Setting up curl (7.1) ...\n"
                  "Unpacking curl (7.2) over (7.1) ...\n"
                  "Setting up curl (7.2) ...\n",
                  "apt removed curl 7.1 1\n"
                  "apt installed curl 7.2 3\n");
    manager_check("(1/1) Installing curl (8.1-r0)\n"
                  "OK: 10 MiB in 20 packages\n"
                  "(1/1) Upgrading curl (8.1-r0 -> 8.2-r0)\n"
                  "OK: 10 MiB in 20 packages\n",
                  "apk removed curl 8.1-r0 1\n"
                  "apk installed curl 8.2-r0 3\n");
    manager_check("  Installing       : acme-agent-4.2-3.noarch        1/1 \n"
                  "Complete!\n"
                  "  Upgrading        : acme-agent-4.3-1.noarch        1/2 \n"
                  "  Cleanup          : acme-agent-4.2-3.noarch        2/2 \n"
                  "  Cleanup          : acme-libs-1.0-1.noarch         2/2 \n"
                  "Complete!\n",
                  "dnf removed acme-agent 4.2-3 1\n"
                  "dnf installed acme-agent 4.3-1 3\n");
}

static void a_dry_run_installs_nothing(void **state)
{
    manager_check("The following NEW packages will be INSTALLED:\n"
                  "\n"
                  "  numpy              conda-forge/linux-64::numpy-1.26.4-py311h64a7726_0 \n"
                  "\n"
                  "DryRunExit: Dry run. Exiting.\n",
                  "conda collected numpy 1.26.4 3\n");
    manager_check("  Installing       : acme-agent-4.2-3.noarch        1/1 \n"
                  "Operation aborted.\n",
                  "dnf collected acme-agent 4.2-3 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_apt),
        cmocka_unit_test(reads_what_apt_purges),
        cmocka_unit_test(reads_what_dpkg_takes_back),
        cmocka_unit_test(tells_what_apt_gets_over),
        cmocka_unit_test(apt_is_not_misled),
        cmocka_unit_test(reads_dnf_4),
        cmocka_unit_test(reads_dnf_5),
        cmocka_unit_test(a_plan_of_dnf_proves_nothing),
        cmocka_unit_test(reads_yum),
        cmocka_unit_test(reads_microdnf_and_tdnf),
        cmocka_unit_test(dnf_is_not_misled),
        cmocka_unit_test(reads_zypper),
        cmocka_unit_test(reads_apk),
        cmocka_unit_test(apk_proves_by_what_comes_next),
        cmocka_unit_test(reads_conda),
        cmocka_unit_test(reads_micromamba),
        cmocka_unit_test(a_plan_of_conda_proves_nothing),
        cmocka_unit_test(splits_what_rpm_prints),
        cmocka_unit_test(a_newer_version_takes_the_place),
        cmocka_unit_test(a_dry_run_installs_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
