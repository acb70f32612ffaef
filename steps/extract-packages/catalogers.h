/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one list of catalogers.  A new one is a file in catalogers/, a line here and one in catalogers.c. */
#ifndef CATALOGERS_H
#define CATALOGERS_H

#include "cataloger.h"

extern const struct cataloger dpkg_cataloger;
extern const struct cataloger dpkg_files_cataloger;
extern const struct cataloger opkg_cataloger;
extern const struct cataloger apk_cataloger;
extern const struct cataloger pacman_cataloger;
extern const struct cataloger rpm_cataloger;
extern const struct cataloger conda_cataloger;
extern const struct cataloger python_cataloger;
extern const struct cataloger python_eggs_cataloger;
extern const struct cataloger python_files_cataloger;
extern const struct cataloger os_release_cataloger;
extern const struct cataloger java_cataloger;
extern const struct cataloger npm_cataloger;
extern const struct cataloger yarn_pnp_cataloger;
extern const struct cataloger gem_cataloger;
extern const struct cataloger r_cataloger;
extern const struct cataloger composer_cataloger;
extern const struct cataloger dotnet_cataloger;
extern const struct cataloger embedded_sbom_cataloger;
extern const struct cataloger not_read_cataloger;
extern const struct cataloger golang_cataloger;
extern const struct cataloger rust_cataloger;
extern const struct cataloger system_symbols_cataloger;
extern const struct cataloger interpreters_cataloger;
extern const struct cataloger cuda_cataloger;
extern const struct cataloger aicoe_ci_cataloger;
extern const struct cataloger binaries_cataloger;
extern const struct cataloger kernel_cataloger;
extern const struct cataloger models_cataloger;
extern const struct cataloger kernel_modules_cataloger;

extern const struct cataloger *const catalogers[];
extern const size_t catalogers_count;

#endif
