/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pip's own account of an installation, from 8 to 26, whoever runs it: also
 * micropipenv, which runs it once a package, pipenv, and source-to-image's
 * assemble.  pip.c tells its lines apart, pip_packages.c does what they say.
 *
 * What recovers: a round of micropipenv after a failed one, the fallback of
 * assemble, a source that pip discards for an older one, and "Successfully
 * installed" for all that went wrong since this run began.
 */
#ifndef PIP_H
#define PIP_H

#include "manager.h"
#include "strbuf.h"

struct pip {
    bool started;
    size_t current;      /* the entry that lines are about, or SIZE_MAX */
    uint64_t collecting; /* the line that began it */
    uint64_t run;        /* the line that began this run of pip; 0: none has */
    uint64_t failed_run; /* the one before, which failed */
    bool again;          /* this run collects what failed in that one */
    bool installing;     /* "Installing collected packages" was said */
    bool uninstalling;   /* "Uninstalling X-1:" was said */
    bool isolated;       /* pip -v shows the pip that fills the environment of a build */
    bool continued;      /* pipenv broke the line of what was installed: it goes on in the next */
    struct span index;   /* what "Looking in indexes" told */
    struct strbuf log;   /* the current one's lines */
};

/* "Collecting X (from Y)" */
void pip_collecting(struct manager_job *job, struct span rest, uint64_t line);
/* "Downloading FILE (12 kB)", "Using cached FILE (12 kB)"; false if it is no FILE of Python. */
bool pip_downloading(struct manager_job *job, struct span rest);
/* "Building wheel for X (setup.py): finished with status 'done'", and setup.py install likewise. */
void pip_build_finished(struct manager_job *job, struct span rest, uint64_t line);
/* "Successfully built a b"; docker's is an id, and no package has it as its name. */
void pip_successfully_built(struct manager_job *job, struct span rest);
/* "Successfully installed a-1.0 b-c-2.0" */
void pip_successfully_installed(struct manager_job *job, struct span rest, uint64_t line);
/* More of the same; false if it is something else. */
bool pip_also_installed(struct manager_job *job, struct span rest, uint64_t line);
/* True if what "Successfully installed" names can be pip's: gem says the same. */
bool pip_knows(struct manager_job *job, struct span rest);
/* "Successfully uninstalled X-1.0" */
void pip_uninstalled(struct manager_job *job, struct span rest, uint64_t line);
/* "Requirement already satisfied: X>=1 in PATH (from Y) (2.0)" */
void pip_satisfied(struct manager_job *job, struct span rest, uint64_t line);
/* X failed, or what is current if name is empty. */
void pip_failed(struct manager_job *job, struct span name, uint64_t line);
/* What is there of X, and is not over, was built. */
void pip_built(struct manager_job *job, struct span name);
/* What was current has no further lines. */
void pip_end_current(struct manager_job *job);

#endif
