/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-schedule.h"

#include "core/sy-random.h"

#define N_ITEMS 1000

static void
test_empty (void)
{
  g_autoptr(SySchedule) schedule = sy_schedule_new (1);

  g_assert_cmpint (sy_schedule_get_due_at (schedule), ==, G_MAXINT64);
  sy_schedule_push (schedule, 5, schedule);
  sy_schedule_clear (schedule);
  g_assert_cmpint (sy_schedule_get_due_at (schedule), ==, G_MAXINT64);
}

/* Pushed in any order, between pops too, items come in the order of their times. */
static void
test_order (void)
{
  g_autoptr(SySchedule) schedule = sy_schedule_new (N_ITEMS);
  SyRandom random = sy_random_new (3, 0);
  gint64 now_ns = 0;

  for (guint i = 0; i < N_ITEMS; i++)
    sy_schedule_push (schedule, sy_random_below (&random, 500), GUINT_TO_POINTER (i));

  for (guint i = 0; i < 10 * N_ITEMS; i++)
    {
      gint64 due_at_ns = sy_schedule_get_due_at (schedule);
      gpointer item = sy_schedule_pop (schedule);

      g_assert_cmpint (due_at_ns, >=, now_ns);
      now_ns = due_at_ns;
      sy_schedule_push (schedule, now_ns + sy_random_below (&random, 500), item);
    }
}

static void
test_items (void)
{
  g_autoptr(SySchedule) schedule = sy_schedule_new (3);

  sy_schedule_push (schedule, 30, GUINT_TO_POINTER (3));
  sy_schedule_push (schedule, 10, GUINT_TO_POINTER (1));
  sy_schedule_push (schedule, 20, GUINT_TO_POINTER (2));

  for (guint i = 1; i <= 3; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (sy_schedule_pop (schedule)), ==, i);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/empty/is-never-due", test_empty);
  g_test_add_func ("/schedule/pop/in-order-of-time", test_order);
  g_test_add_func ("/schedule/pop/gives-the-item-back", test_items);

  return g_test_run ();
}
