/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-timer-heap.h"

#include "core/sy-random.h"

enum { N_TIMERS = 500 };

static gint64
pop (SyTimerHeap *heap)
{
  SyTimer *timer = sy_timer_heap_peek (heap);

  sy_timer_heap_remove (heap, timer);
  g_assert_cmpuint (timer->place, ==, 0);

  return timer->at_ns;
}

static void
assert_empties_in_order (SyTimerHeap *heap,
                         guint        n_expected)
{
  gint64 last_at_ns = G_MININT64;

  for (guint i = 0; i < n_expected; i++)
    {
      gint64 at_ns = pop (heap);

      g_assert_cmpint (at_ns, >=, last_at_ns);
      last_at_ns = at_ns;
    }
  g_assert_null (sy_timer_heap_peek (heap));
}

static void
test_soonest_comes_first (void)
{
  g_autoptr(SyTimerHeap) heap = sy_timer_heap_new ();
  SyTimer timers[N_TIMERS] = { 0 };
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < N_TIMERS; i++)
    sy_timer_heap_set (heap, &timers[i], sy_random_below (&random, 100));

  assert_empties_in_order (heap, N_TIMERS);
}

static void
test_remove_leaves_the_others (void)
{
  g_autoptr(SyTimerHeap) heap = sy_timer_heap_new ();
  SyTimer timers[N_TIMERS] = { 0 };
  SyRandom random = sy_random_new (2, 0);
  guint n_removed = 0;

  for (guint i = 0; i < N_TIMERS; i++)
    sy_timer_heap_set (heap, &timers[i], sy_random_below (&random, 100));
  for (guint i = 0; i < N_TIMERS; i += 3)
    {
      sy_timer_heap_remove (heap, &timers[i]);
      sy_timer_heap_remove (heap, &timers[i]);
      timers[i].at_ns = -1;
      n_removed++;
    }

  g_assert_cmpint (sy_timer_heap_peek (heap)->at_ns, >=, 0);
  assert_empties_in_order (heap, N_TIMERS - n_removed);
}

static void
test_set_moves (void)
{
  g_autoptr(SyTimerHeap) heap = sy_timer_heap_new ();
  SyTimer timers[N_TIMERS] = { 0 };
  SyRandom random = sy_random_new (3, 0);

  for (guint round = 0; round < 4; round++)
    for (guint i = 0; i < N_TIMERS; i++)
      sy_timer_heap_set (heap, &timers[i], sy_random_below (&random, 1000));

  assert_empties_in_order (heap, N_TIMERS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timer-heap/soonest-comes-first", test_soonest_comes_first);
  g_test_add_func ("/timer-heap/remove/leaves-the-others", test_remove_leaves_the_others);
  g_test_add_func ("/timer-heap/set/moves", test_set_moves);

  return g_test_run ();
}
