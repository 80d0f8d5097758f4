/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sched.h>

G_BEGIN_DECLS

/**
 * sy_cpus_get_usable:
 *
 * The processors this process may run on, by sched_getaffinity(2).
 */
cpu_set_t sy_cpus_get_usable       (void);

/**
 * sy_cpus_get_quota:
 * @n_cpus: (out): how many processors' worth of time the control group grants
 *
 * The least `cpu.max` (control groups version 2) from this process's group up to the root it sees.
 *
 * Returns: %FALSE where there is no such limit
 */
gboolean  sy_cpus_get_quota        (double          *n_cpus);

/* The text of `cpu.max`: "QUOTA PERIOD" in microseconds, or "max PERIOD", which is no limit. */
gboolean  sy_cpus_parse_quota      (const char      *text,
                                    double          *n_cpus);

/* How many processors can really be used: the smaller of the two above, at least one. */
guint     sy_cpus_count_usable     (void);

/* Binds the calling thread, and the threads it will start, to @cpus. */
gboolean  sy_cpus_bind_this_thread (const cpu_set_t *cpus);

G_END_DECLS
