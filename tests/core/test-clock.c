/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-clock.h"

#include <glib.h>
#include <time.h>

static void
test_never_goes_back (void)
{
  gint64 before = sy_clock_now_ns ();

  for (guint i = 0; i < 100000; i++)
    {
      gint64 now = sy_clock_now_ns ();

      g_assert_cmpint (now, >=, before);
      before = now;
    }
}

static void
test_agrees_with_kernel (void)
{
  struct timespec time;
  gint64 low = sy_clock_now_ns ();
  gint64 middle, high;

  clock_gettime (CLOCK_MONOTONIC, &time);
  middle = time.tv_sec * SY_NS_PER_S + time.tv_nsec;
  high = sy_clock_monotonic.now_ns (sy_clock_monotonic.data);

  g_assert_cmpint (low, <=, middle);
  g_assert_cmpint (middle, <=, high);
}

static void
test_sleeps_at_least (void)
{
  gint64 deadline_at_ns = sy_clock_now_ns () + 3 * SY_NS_PER_MS;

  sy_clock_sleep_until (deadline_at_ns);
  g_assert_cmpint (sy_clock_now_ns (), >=, deadline_at_ns);
}

static void
test_past_deadlines_return (void)
{
  sy_clock_sleep_until (0);
  sy_clock_sleep_until (-SY_NS_PER_S - 1);
}

typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t  cond;
  gboolean        is_set;
} Flag;

static void
flag_init (Flag *flag)
{
  pthread_mutex_init (&flag->mutex, NULL);
  sy_clock_init_cond (&flag->cond);
  flag->is_set = FALSE;
}

static void
flag_clear (Flag *flag)
{
  pthread_cond_destroy (&flag->cond);
  pthread_mutex_destroy (&flag->mutex);
}

/* Whether the flag was set before the deadline. */
static gboolean
flag_wait (Flag  *flag,
           gint64 deadline_at_ns)
{
  gboolean is_in_time = TRUE;

  pthread_mutex_lock (&flag->mutex);
  while (!flag->is_set && is_in_time)
    is_in_time = sy_clock_monotonic.wait_until (sy_clock_monotonic.data,
                                                &flag->cond, &flag->mutex, deadline_at_ns);
  pthread_mutex_unlock (&flag->mutex);

  return is_in_time;
}

static void
test_wait_times_out (void)
{
  gint64 deadline_at_ns = sy_clock_now_ns () + 3 * SY_NS_PER_MS;
  Flag flag;

  flag_init (&flag);
  g_assert_false (flag_wait (&flag, deadline_at_ns));
  g_assert_cmpint (sy_clock_now_ns (), >=, deadline_at_ns);
  g_assert_false (flag_wait (&flag, -1));
  flag_clear (&flag);
}

static void *
set_flag (void *data)
{
  Flag *flag = data;

  pthread_mutex_lock (&flag->mutex);
  flag->is_set = TRUE;
  pthread_cond_signal (&flag->cond);
  pthread_mutex_unlock (&flag->mutex);

  return NULL;
}

static void
test_wait_is_woken (void)
{
  pthread_t thread;
  Flag flag;

  flag_init (&flag);
  pthread_create (&thread, NULL, set_flag, &flag);
  g_assert_true (flag_wait (&flag, sy_clock_now_ns () + 3600 * SY_NS_PER_S));
  pthread_join (thread, NULL);
  flag_clear (&flag);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/now/never-goes-back", test_never_goes_back);
  g_test_add_func ("/clock/now/agrees-with-kernel", test_agrees_with_kernel);
  g_test_add_func ("/clock/sleep/lasts-at-least", test_sleeps_at_least);
  g_test_add_func ("/clock/sleep/past-deadline-returns", test_past_deadlines_return);
  g_test_add_func ("/clock/wait/times-out", test_wait_times_out);
  g_test_add_func ("/clock/wait/is-woken", test_wait_is_woken);

  return g_test_run ();
}
