/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogers.h"

/* In the order in which their warnings stand in the document; a line each. */
/* clang-format off */
const struct cataloger *const catalogers[] = {
    &os_release_cataloger,
    &dpkg_cataloger,
    &dpkg_files_cataloger,
    &opkg_cataloger,
    &apk_cataloger,
    &pacman_cataloger,
    &rpm_cataloger,
    &conda_cataloger,
    &python_cataloger,
    &python_eggs_cataloger,
    &python_files_cataloger,
    &java_cataloger,
    &npm_cataloger,
    &yarn_pnp_cataloger,
    &gem_cataloger,
    &r_cataloger,
    &composer_cataloger,
    &dotnet_cataloger,
    &golang_cataloger,
    &rust_cataloger,
    &system_symbols_cataloger,
    &interpreters_cataloger,
    &cuda_cataloger,
    &aicoe_ci_cataloger,
    &binaries_cataloger,
    &kernel_cataloger,
    &kernel_modules_cataloger,
    &models_cataloger,
    /* After those whose packages it must not list again. */
    &embedded_sbom_cataloger,
    &not_read_cataloger,
};
/* clang-format on */
const size_t catalogers_count = sizeof catalogers / sizeof *catalogers;
