/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-cpus.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

cpu_set_t
sy_cpus_get_usable (void)
{
  cpu_set_t cpus;

  CPU_ZERO (&cpus);
  if (sched_getaffinity (0, sizeof cpus, &cpus) != 0)
    CPU_SET (0, &cpus);

  return cpus;
}

gboolean
sy_cpus_parse_quota (const char *text,
                     double     *n_cpus)
{
  g_auto(GStrv) words = g_strsplit (text, " ", 2);
  double quota, period;

  if (g_strv_length (words) != 2)
    return FALSE;

  quota = g_ascii_strtod (words[0], NULL);
  period = g_ascii_strtod (words[1], NULL);
  if (!(quota > 0) || !(period > 0))
    return FALSE;

  *n_cpus = quota / period;
  return TRUE;
}

/* The folder of this process's group below the root; "" where that cannot be told. */
static char *
find_group (void)
{
  g_autofree char *text = NULL;
  char *group;

  if (!g_file_get_contents ("/proc/self/cgroup", &text, NULL, NULL) ||
      !g_str_has_prefix (text, "0::/"))
    return g_strdup ("");

  group = g_strdup (text + strlen ("0::"));
  group[strcspn (group, "\n")] = '\0';
  return group;
}

static void
narrow_quota (const char *group,
              double     *least)
{
  g_autofree char *path = g_strconcat ("/sys/fs/cgroup", group, "/cpu.max", NULL);
  g_autofree char *text = NULL;
  double quota;

  if (g_file_get_contents (path, &text, NULL, NULL) && sy_cpus_parse_quota (text, &quota))
    *least = MIN (*least, quota);
}

/* A group has no more than any group above it. */
gboolean
sy_cpus_get_quota (double *n_cpus)
{
  g_autofree char *group = find_group ();
  double least = INFINITY;

  narrow_quota (group, &least);
  for (char *slash; (slash = strrchr (group, '/')) != NULL;)
    {
      *slash = '\0';
      narrow_quota (group, &least);
    }

  if (!isfinite (least))
    return FALSE;

  *n_cpus = least;
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
