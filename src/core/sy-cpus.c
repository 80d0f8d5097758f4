/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-cpus.h"

#include <math.h>
#include <pthread.h>

cpu_set_t
sy_cpus_get_usable (void)
{
  cpu_set_t cpus;

  CPU_ZERO (&cpus);
  if (sched_getaffinity (0, sizeof cpus, &cpus) != 0)
    CPU_SET (0, &cpus);

  return cpus;
}

/* The text is "QUOTA PERIOD" in microseconds, or "max PERIOD". */
gboolean
sy_cpus_get_quota (double *n_cpus)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) words = NULL;
  double quota, period;

  if (!g_file_get_contents ("/sys/fs/cgroup/cpu.max", &text, NULL, NULL))
    return FALSE;

  words = g_strsplit (g_strstrip (text), " ", 2);
  if (g_strv_length (words) != 2)
    return FALSE;

  quota = g_ascii_strtod (words[0], NULL);
  period = g_ascii_strtod (words[1], NULL);
  if (!(quota > 0) || !(period > 0))
    return FALSE;

  *n_cpus = quota / period;
  return TRUE;
}

guint
sy_cpus_count_usable (void)
{
  cpu_set_t cpus = sy_cpus_get_usable ();
  double usable = CPU_COUNT (&cpus);
  double quota;

  if (sy_cpus_get_quota (&quota))
    usable = MIN (usable, quota);

  return (guint) MAX (1, floor (usable));
}

gboolean
sy_cpus_bind_this_thread (const cpu_set_t *cpus)
{
  return pthread_setaffinity_np (pthread_self (), sizeof *cpus, cpus) == 0;
}
