/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-descriptors.h"

#include <fcntl.h>
#include <glib.h>
#include <sys/resource.h>
#include <unistd.h>

static void
set_limit (rlim_t n_files)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur = MIN (n_files, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
}

static void
test_counts_what_is_open (void)
{
  guint before, during;
  int fd;

  set_limit (256);
  before = sy_descriptors_count_available ();
  fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  during = sy_descriptors_count_available ();
  close (fd);

  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (before, <, 256);
  g_assert_cmpuint (during, ==, before - 1);
  g_assert_cmpuint (sy_descriptors_count_available (), ==, before);
}

/* The count is a promise: that many opens succeed, and not one more. */
static void
test_count_is_exact (void)
{
  guint n_available;
  int fds[64];
  guint n_opened = 0;

  set_limit (48);
  n_available = sy_descriptors_count_available ();
  while ((fds[n_opened] = open ("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
    n_opened++;

  g_assert_cmpuint (sy_descriptors_count_available (), ==, 0);
  for (guint i = 0; i < n_opened; i++)
    close (fds[i]);
  g_assert_cmpuint (n_opened, ==, n_available);
}

static void
test_require_says_what_and_what_to_do (void)
{
  g_autoptr(GError) error = NULL;

  set_limit (128);
  g_assert_true (sy_descriptors_require (1, "one file", &error));
  g_assert_no_error (error);

  g_assert_false (sy_descriptors_require (5000, "64 connections", &error));
  g_assert_error (error, SY_DESCRIPTORS_ERROR, SY_DESCRIPTORS_ERROR_TOO_FEW);
  g_assert_nonnull (g_strstr_len (error->message, -1, "64 connections"));
  g_assert_nonnull (g_strstr_len (error->message, -1, "5000"));
  g_assert_nonnull (g_strstr_len (error->message, -1, "128"));
  g_assert_nonnull (g_strstr_len (error->message, -1, "ulimit -n"));
}

static void
test_raise_reaches_hard_limit (void)
{
  struct rlimit limit;

  set_limit (64);
  sy_descriptors_raise_limit ();
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, limit.rlim_max);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/descriptors/count/follows-what-is-open", test_counts_what_is_open);
  g_test_add_func ("/descriptors/count/is-exact", test_count_is_exact);
  g_test_add_func ("/descriptors/require/says-what-and-what-to-do",
                   test_require_says_what_and_what_to_do);
  g_test_add_func ("/descriptors/raise/reaches-hard-limit", test_raise_reaches_hard_limit);

  return g_test_run ();
}
