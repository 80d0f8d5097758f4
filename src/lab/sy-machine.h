/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyMachineTime:
 * @steal_ns: time the hypervisor ran something else
 * @softirq_ns: time in software interrupts, where the loopback network does its work
 *
 * Time of all processors together since the machine started, in the kernel's ticks (10 ms).
 */
typedef struct
{
  gint64 steal_ns;
  gint64 softirq_ns;
} SyMachineTime;

/* Reads /proc/stat; %FALSE where it is hidden. */
gboolean sy_machine_read_time (SyMachineTime *time);

G_END_DECLS
