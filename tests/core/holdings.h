/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * Holdings:
 * @memory_kb: what is resident of the process's memory, without what the allocator only keeps
 * @kept_kb: what the allocator kept of what had been freed, until it was looked at
 *
 * What a process holds, to be compared after it did the same many times.
 */
typedef struct
{
  guint  n_descriptors;
  guint  n_threads;
  double memory_kb;
  double kept_kb;
} Holdings;

/* Makes resident memory tell what is held; before there is a second thread. */
void     holdings_set_up (void);

/* Looks at this process. */
Holdings holdings_look   (void);
