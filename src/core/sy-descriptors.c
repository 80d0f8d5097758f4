/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-descriptors.h"

#include <glib/gi18n-lib.h>
#include <sys/resource.h>

G_DEFINE_QUARK (sy-descriptors-error-quark, sy_descriptors_error)

void
sy_descriptors_raise_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
    return;

  limit.rlim_cur = limit.rlim_max;
  setrlimit (RLIMIT_NOFILE, &limit);
}

static guint
get_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
    return G_MAXINT;

  return (guint) MIN (limit.rlim_cur, G_MAXINT);
}

static guint
count_open (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n_open = 0;

  /* Without a descriptor left to look with, all are taken. */
  if (dir == NULL)
    return get_limit ();

  while (g_dir_read_name (dir) != NULL)
    n_open++;

  return n_open - 1;
}

guint
sy_descriptors_count_available (void)
{
  guint limit = get_limit ();
  guint n_open = count_open ();

  return limit > n_open ? limit - n_open : 0;
}

gboolean
sy_descriptors_require (guint       n_needed,
                        const char *purpose,
                        GError    **error)
{
  guint n_available = sy_descriptors_count_available ();

  if (n_needed <= n_available)
    return TRUE;

  g_set_error (error, SY_DESCRIPTORS_ERROR, SY_DESCRIPTORS_ERROR_TOO_FEW,
               /* Translators: first what for, then two numbers, then the limit. */
               _("%s needs %u open files, but only %u of %u are left: "
                 "use fewer connections, or raise the limit (ulimit -n)"),
               purpose, n_needed, n_available, get_limit ());
  return FALSE;
}
