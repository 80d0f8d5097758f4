/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-cpus.h"

#include <glib.h>

static guint
find_first (const cpu_set_t *cpus)
{
  guint cpu = 0;

  while (!CPU_ISSET (cpu, cpus))
    cpu++;

  return cpu;
}

static gpointer
bind_to_first (gpointer data)
{
  cpu_set_t all = sy_cpus_get_usable ();
  cpu_set_t one, found;

  CPU_ZERO (&one);
  CPU_SET (find_first (&all), &one);
  g_assert_true (sy_cpus_bind_this_thread (&one));

  found = sy_cpus_get_usable ();
  g_assert_true (CPU_EQUAL (&one, &found));
  g_assert_cmpuint (sy_cpus_count_usable (), ==, 1);
  return NULL;
}

/* In a thread of its own: a binding cannot be shown to be undone for the tests that follow. */
static void
test_bind (void)
{
  cpu_set_t before = sy_cpus_get_usable ();
  cpu_set_t after;

  g_thread_join (g_thread_new ("bound", bind_to_first, NULL));
  after = sy_cpus_get_usable ();
  g_assert_true (CPU_EQUAL (&before, &after));
}

static void
test_bind_to_none_is_refused (void)
{
  cpu_set_t none;

  CPU_ZERO (&none);
  g_assert_false (sy_cpus_bind_this_thread (&none));
}

static void
test_count_within_both_limits (void)
{
  cpu_set_t cpus = sy_cpus_get_usable ();
  guint n_usable = sy_cpus_count_usable ();
  double quota;

  g_assert_cmpuint (n_usable, >=, 1);
  g_assert_cmpuint (n_usable, <=, (guint) CPU_COUNT (&cpus));
  if (sy_cpus_get_quota (&quota))
    g_assert_cmpfloat (n_usable, <=, MAX (quota, 1));
}

static void
assert_quota (const char *text,
              double      expected)
{
  double found = -1;

  g_assert_true (sy_cpus_parse_quota (text, &found));
  g_assert_cmpfloat (found, ==, expected);
}

static void
test_quota_text (void)
{
  static const char *const none[] = {
    "max 100000\n", "", "\n", "100000", "0 100000", "100000 0", "-1 100000", "nan 100000", "a b",
  };
  double found;

  assert_quota ("150000 100000\n", 1.5);
  assert_quota ("50000 100000", 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (sy_cpus_parse_quota (none[i], &found));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cpus/bind/this-thread-only", test_bind);
  g_test_add_func ("/cpus/bind/to-none-is-refused", test_bind_to_none_is_refused);
  g_test_add_func ("/cpus/count/within-both-limits", test_count_within_both_limits);
  g_test_add_func ("/cpus/quota/text", test_quota_text);

  return g_test_run ();
}
