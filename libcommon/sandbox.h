/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work on hostile bytes in a process that can do nothing but compute.
 *
 * sandbox_run() forks one process, which confines itself before it begins: no new privileges,
 * Landlock with no rights at all where the kernel has it, and a list of the system calls that
 * reading, writing, memory, threads and time need (libseccomp).  What is not on it fails with
 * EPERM: opening, connecting, executing, forking, signalling others.  So whatever is read or
 * written must be open before or is asked for through a broker (broker.h), what libraries load on
 * first use loaded, and what the process is to tell must go through a descriptor or through
 * sandbox_share().  Of the environment it has no login and no key, by the names of
 * their variables.  It ends with
 * its parent.  Threads are started by the work; the parent must have none.
 *
 * SIGHUP, SIGINT and SIGTERM are left to the parent, whose end is the confined one's.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "broker.h"
#include "error.h"

/* What memory the work may ask for: a compiler of patterns makes code, and memory to run it in. */
enum sandbox_memory { SANDBOX_DATA, SANDBOX_DATA_AND_CODE };

/* Works on a copy of all memory; false with err set. */
typedef bool sandbox_work(void *context, struct error *err);

/*
 * True when the work was done; else its error.  broker (NULL: none) answers meanwhile.  A confined process that ends otherwise, as by
 * a signal, is ERROR_BUG; with an empty message when it has said on stderr why.  Where the
 * kernel refuses to confine it is ERROR_CONFIGURATION, and nothing was done.
 */
bool sandbox_run(sandbox_work *work, void *context, enum sandbox_memory memory,
                 struct broker *broker, struct error *err);

/* Memory of both processes, zeroed; what the confined one leaves in it is to be mistrusted. */
void *sandbox_share(size_t size);
void sandbox_unshare(void *memory, size_t size);

/* True if this kernel has Landlock. */
bool sandbox_has_landlock(void);

/*
 * Confines the process for good, as sandbox_run() does; asker is the socket on which it may receive
 * what it asked for, or -1.  ERROR_CONFIGURATION where that cannot be.
 */
bool sandbox_confine(int asker, enum sandbox_memory memory, struct error *err);

#endif
