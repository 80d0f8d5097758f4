/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-machine.h"

#include <stdio.h>
#include <unistd.h>

#include "core/sy-clock.h"

/* The first line: cpu user nice system idle iowait irq softirq steal …  Read at the edges of the
 * measured window, hence without GLib's allocations.
 */
gboolean
sy_machine_read_time (SyMachineTime *time)
{
  FILE *file = fopen ("/proc/stat", "re");
  gint64 tick_ns = SY_NS_PER_S / sysconf (_SC_CLK_TCK);
  long long softirq, steal;
  int n_read;

  if (file == NULL)
    return FALSE;

  n_read = fscanf (file, "cpu %*d %*d %*d %*d %*d %*d %lld %lld", &softirq, &steal);
  fclose (file);
  if (n_read != 2)
    return FALSE;

  *time = (SyMachineTime) { .steal_ns = steal * tick_ns, .softirq_ns = softirq * tick_ns };
  return TRUE;
}
