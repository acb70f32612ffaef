/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The managers, for managers.c and the tests; each is defined in the file of its name.
 */
#ifndef LIST_H
#define LIST_H

#include "manager.h"

extern const struct manager apk_manager;
extern const struct manager apt_manager;
extern const struct manager bundler_manager;
extern const struct manager cargo_manager;
extern const struct manager composer_manager;
extern const struct manager conda_manager;
extern const struct manager dnf_manager;
extern const struct manager gem_manager;
extern const struct manager go_manager;
extern const struct manager gradle_manager;
extern const struct manager maven_manager;
extern const struct manager npm_manager;
extern const struct manager nuget_manager;
extern const struct manager pip_manager;
extern const struct manager pipenv_manager;
extern const struct manager pnpm_manager;
extern const struct manager poetry_manager;
extern const struct manager uv_manager;
extern const struct manager yarn_manager;
extern const struct manager zypper_manager;

#endif
