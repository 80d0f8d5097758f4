/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-thread-group.h"

#include <glib.h>
#include <pthread.h>
#include <time.h>

#include "core/sy-clock.h"

#define N_THREADS 6
#define BURN_NS   (80 * SY_NS_PER_MS)

static gint64
read_ns (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return time.tv_sec * SY_NS_PER_S + time.tv_nsec;
}

typedef struct
{
  SyThreadGroup    *group;
  gint64            burn_ns;
  gint              is_told_to_end;
  pthread_barrier_t has_burnt;
} Work;

static void
burn (gint64 burn_ns)
{
  gint64 end_at_ns = read_ns (CLOCK_THREAD_CPUTIME_ID) + burn_ns;

  while (read_ns (CLOCK_THREAD_CPUTIME_ID) < end_at_ns)
    ;
}

static void *
burn_and_end (void *data)
{
  Work *work = data;

  sy_thread_group_enter (work->group);
  burn (work->burn_ns);
  sy_thread_group_leave (work->group);

  return NULL;
}

static void *
burn_until_told (void *data)
{
  Work *work = data;

  sy_thread_group_enter (work->group);
  burn (work->burn_ns);
  pthread_barrier_wait (&work->has_burnt);
  while (!g_atomic_int_get (&work->is_told_to_end))
    burn (SY_NS_PER_MS);
  sy_thread_group_leave (work->group);

  return NULL;
}

static void
start (pthread_t *threads,
       void    *(*function) (void *data),
       Work      *work)
{
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpint (pthread_create (&threads[i], NULL, function, work), ==, 0);
}

static void
join (pthread_t *threads)
{
  for (guint i = 0; i < N_THREADS; i++)
    pthread_join (threads[i], NULL);
}

/* Threads that ended and threads still computing add up to what the kernel says of the process.
 * The group is read between two readings of the process, so that a pause here changes nothing.
 */
static void
test_sums_equal_process (void)
{
  g_autoptr(SyThreadGroup) group = sy_thread_group_new ();
  Work work = { .group = group, .burn_ns = BURN_NS };
  pthread_t ended[N_THREADS], live[N_THREADS];
  gint64 process_before, process_low, process_high, group_before, group_ns;

  sy_thread_group_enter (group);
  process_before = read_ns (CLOCK_PROCESS_CPUTIME_ID);
  group_before = sy_thread_group_read_cpu_ns (group);

  pthread_barrier_init (&work.has_burnt, NULL, N_THREADS + 1);
  start (ended, burn_and_end, &work);
  join (ended);
  start (live, burn_until_told, &work);
  pthread_barrier_wait (&work.has_burnt);

  process_low = read_ns (CLOCK_PROCESS_CPUTIME_ID) - process_before;
  group_ns = sy_thread_group_read_cpu_ns (group) - group_before;
  process_high = read_ns (CLOCK_PROCESS_CPUTIME_ID) - process_before;

  g_test_message ("process %.3f to %.3f s, group %.3f s",
                  (double) process_low / 1e9, (double) process_high / 1e9, (double) group_ns / 1e9);
  g_assert_cmpint (group_ns, >=, 2 * N_THREADS * BURN_NS);
  g_assert_cmpfloat ((double) group_ns, >=, 0.98 * (double) process_low);
  g_assert_cmpfloat ((double) group_ns, <=, 1.02 * (double) process_high);

  g_atomic_int_set (&work.is_told_to_end, TRUE);
  join (live);
  pthread_barrier_destroy (&work.has_burnt);
  sy_thread_group_leave (group);
}

static void
test_ended_threads_are_kept (void)
{
  g_autoptr(SyThreadGroup) group = sy_thread_group_new ();
  Work work = { .group = group, .burn_ns = 5 * SY_NS_PER_MS };
  pthread_t threads[N_THREADS];
  gint64 first;

  start (threads, burn_and_end, &work);
  join (threads);
  g_assert_cmpuint (sy_thread_group_count_live (group), ==, 0);

  first = sy_thread_group_read_cpu_ns (group);
  g_assert_cmpint (first, >=, N_THREADS * work.burn_ns);
  g_assert_cmpint (sy_thread_group_read_cpu_ns (group), ==, first);
}

static void
test_live_threads_are_counted (void)
{
  g_autoptr(SyThreadGroup) group = sy_thread_group_new ();
  Work work = { .group = group };
  pthread_t threads[N_THREADS];

  pthread_barrier_init (&work.has_burnt, NULL, N_THREADS + 1);
  start (threads, burn_until_told, &work);
  pthread_barrier_wait (&work.has_burnt);
  g_assert_cmpuint (sy_thread_group_count_live (group), ==, N_THREADS);

  g_atomic_int_set (&work.is_told_to_end, TRUE);
  join (threads);
  g_assert_cmpuint (sy_thread_group_count_live (group), ==, 0);
  pthread_barrier_destroy (&work.has_burnt);
}

/* While threads come and go, no reading is below the one before. */
static void
test_never_goes_back (void)
{
  g_autoptr(SyThreadGroup) group = sy_thread_group_new ();
  Work work = { .group = group, .burn_ns = SY_NS_PER_MS / 5 };
  gint64 before = 0;

  for (guint round = 0; round < 20; round++)
    {
      pthread_t threads[N_THREADS];

      start (threads, burn_and_end, &work);
      do
        {
          gint64 now = sy_thread_group_read_cpu_ns (group);

          g_assert_cmpint (now, >=, before);
          before = now;
        }
      while (sy_thread_group_count_live (group) > 0);
      join (threads);
    }
}

static void *
sleep_often (void *data)
{
  Work *work = data;

  sy_thread_group_enter (work->group);
  for (guint i = 0; i < 20; i++)
    sy_clock_sleep_until (sy_clock_now_ns () + SY_NS_PER_MS / 5);
  pthread_barrier_wait (&work->has_burnt);
  pthread_barrier_wait (&work->has_burnt);
  sy_thread_group_leave (work->group);

  return NULL;
}

static void
assert_not_less (const SyThreadScheduling *after,
                 const SyThreadScheduling *before)
{
  g_assert_cmpint (after->voluntary_switches, >=, before->voluntary_switches);
  g_assert_cmpint (after->involuntary_switches, >=, before->involuntary_switches);
  g_assert_cmpint (after->run_queue_ns, >=, before->run_queue_ns);
  g_assert_cmpint (after->has_run_queue, ==, before->has_run_queue);
}

/* Every sleep is a voluntary switch, and ending makes none of them forgotten. */
static void
test_switches_are_counted (void)
{
  g_autoptr(SyThreadGroup) group = sy_thread_group_new ();
  Work work = { .group = group };
  pthread_t threads[N_THREADS];
  SyThreadScheduling live, ended;

  pthread_barrier_init (&work.has_burnt, NULL, N_THREADS + 1);
  start (threads, sleep_often, &work);
  pthread_barrier_wait (&work.has_burnt);
  live = sy_thread_group_read_scheduling (group);
  pthread_barrier_wait (&work.has_burnt);
  join (threads);
  ended = sy_thread_group_read_scheduling (group);
  pthread_barrier_destroy (&work.has_burnt);

  g_assert_cmpint (live.voluntary_switches, >=, 20 * N_THREADS);
  assert_not_less (&ended, &live);
}

static void
test_leaving_without_entering_is_a_bug (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(SyThreadGroup) group = sy_thread_group_new ();

      sy_thread_group_leave (group);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/thread-group/cpu/sums-equal-process", test_sums_equal_process);
  g_test_add_func ("/thread-group/cpu/ended-threads-are-kept", test_ended_threads_are_kept);
  g_test_add_func ("/thread-group/cpu/never-goes-back", test_never_goes_back);
  g_test_add_func ("/thread-group/live/is-counted", test_live_threads_are_counted);
  g_test_add_func ("/thread-group/scheduling/switches-are-counted", test_switches_are_counted);
  g_test_add_func ("/thread-group/leave/without-entering-is-a-bug",
                   test_leaving_without_entering_is_a_bug);

  return g_test_run ();
}
