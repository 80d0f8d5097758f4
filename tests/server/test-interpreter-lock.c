/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-interpreter-lock.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

#define INTERVAL_NS (5 * SY_NS_PER_MS)

/* No main contexts and no GMutex here, so that the thread sanitizer can judge every access. */

/* A thread that does to the lock what it is told. */
typedef struct
{
  SyInterpreterLock *lock;
  pthread_t          thread;
  sem_t              go;
  sem_t              done;
  void             (*act) (SyInterpreterLock *lock);
} Actor;

static gpointer
run_actor (gpointer data)
{
  Actor *actor = data;

  for (;;)
    {
      sem_wait (&actor->go);
      if (actor->act == NULL)
        return NULL;
      actor->act (actor->lock);
      sem_post (&actor->done);
    }
}

static void
actor_start (Actor             *actor,
             SyInterpreterLock *lock)
{
  actor->lock = lock;
  sem_init (&actor->go, 0, 0);
  sem_init (&actor->done, 0, 0);
  pthread_create (&actor->thread, NULL, run_actor, actor);
}

static void
actor_begin (Actor  *actor,
             void  (*act) (SyInterpreterLock *lock))
{
  actor->act = act;
  sem_post (&actor->go);
}

static void
actor_do (Actor  *actor,
          void  (*act) (SyInterpreterLock *lock))
{
  actor_begin (actor, act);
  sem_wait (&actor->done);
}

static void
actor_end (Actor *actor)
{
  actor_begin (actor, NULL);
  pthread_join (actor->thread, NULL);
  sem_destroy (&actor->go);
  sem_destroy (&actor->done);
}

static void
take (SyInterpreterLock *lock)
{
  sy_interpreter_lock_take (lock);
}

static void
take_and_release (SyInterpreterLock *lock)
{
  sy_interpreter_lock_take (lock);
  sy_interpreter_lock_release (lock);
}

static void
test_waiter_gets_its_turn (void)
{
  g_autoptr(SyInterpreterLock) lock = sy_interpreter_lock_new (SY_NS_PER_MS, &sy_clock_monotonic);
  Actor waiter;

  actor_start (&waiter, lock);
  sy_interpreter_lock_take (lock);
  actor_begin (&waiter, take_and_release);

  /* Ends only if the waiter asks and a checkpoint gives way. */
  while (sem_trywait (&waiter.done) != 0)
    sy_interpreter_lock_checkpoint (lock);

  sy_interpreter_lock_release (lock);
  actor_end (&waiter);
}

/* A clock that the holder of a lock advances, once the other thread waits on it. */
typedef struct
{
  SyClock          clock;

  /* Guards what follows. */
  pthread_mutex_t  mutex;
  pthread_cond_t   changed;
  gint64           now_ns;
  guint            n_waiters;
  guint64          n_waits;
  gint64           deadline_at_ns;
  pthread_cond_t  *waiters_cond;
  pthread_mutex_t *waiters_mutex;
} HandClock;

static gint64
hand_clock_now_ns (gpointer data)
{
  HandClock *self = data;
  gint64 now_ns;

  pthread_mutex_lock (&self->mutex);
  now_ns = self->now_ns;
  pthread_mutex_unlock (&self->mutex);

  return now_ns;
}

static gboolean
hand_clock_wait_until (gpointer         data,
                       pthread_cond_t  *cond,
                       pthread_mutex_t *mutex,
                       gint64           deadline_at_ns)
{
  HandClock *self = data;

  pthread_mutex_lock (&self->mutex);
  self->n_waiters++;
  self->n_waits++;
  self->deadline_at_ns = deadline_at_ns;
  self->waiters_cond = cond;
  self->waiters_mutex = mutex;
  pthread_cond_broadcast (&self->changed);
  pthread_mutex_unlock (&self->mutex);

  pthread_cond_wait (cond, mutex);

  pthread_mutex_lock (&self->mutex);
  self->n_waiters--;
  pthread_mutex_unlock (&self->mutex);

  return hand_clock_now_ns (self) < deadline_at_ns;
}

static void
hand_clock_init (HandClock *self)
{
  *self = (HandClock) { .clock = { hand_clock_now_ns, hand_clock_wait_until, self } };
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->changed, NULL);
}

static void
hand_clock_wake_waiter (HandClock *self)
{
  pthread_mutex_lock (self->waiters_mutex);
  pthread_cond_broadcast (self->waiters_cond);
  pthread_mutex_unlock (self->waiters_mutex);
}

/* Waits for the waiter, moves the time, and if its deadline has come, until it waits anew. */
static void
hand_clock_advance (HandClock *self,
                    gint64     by_ns)
{
  gboolean is_over;
  guint64 n_waits;

  pthread_mutex_lock (&self->mutex);
  while (self->n_waiters == 0)
    pthread_cond_wait (&self->changed, &self->mutex);
  self->now_ns += by_ns;
  is_over = self->now_ns >= self->deadline_at_ns;
  n_waits = self->n_waits;
  pthread_mutex_unlock (&self->mutex);

  if (!is_over)
    return;

  hand_clock_wake_waiter (self);
  pthread_mutex_lock (&self->mutex);
  while (self->n_waits == n_waits)
    pthread_cond_wait (&self->changed, &self->mutex);
  pthread_mutex_unlock (&self->mutex);
}

enum
{
  N_TURNS = 200,
  UNITS_PER_TURN = 5,
};

/* Two computing threads; everything is touched by the holder of the lock alone. */
typedef struct
{
  HandClock          clock;
  SyInterpreterLock *lock;
  guint              n_turns[2];
  guint              n_units;
  guint              last;
  guint              n_uneven;
} Turns;

typedef struct
{
  Turns     *turns;
  guint      index;
  pthread_t  thread;
} Computer;

static gboolean
is_over (const Turns *turns)
{
  return turns->n_turns[0] + turns->n_turns[1] == N_TURNS;
}

/* Returns whether to go on. */
static gboolean
note_unit (Turns *turns,
           guint  index)
{
  if (is_over (turns))
    return FALSE;

  if (turns->last != index)
    {
      turns->n_uneven += turns->last < 2 && turns->n_units != UNITS_PER_TURN;
      turns->n_turns[index]++;
      turns->n_units = 0;
    }
  turns->last = index;
  turns->n_units++;

  return !is_over (turns);
}

static gpointer
compute_in_turns (gpointer data)
{
  Computer *computer = data;
  Turns *turns = computer->turns;

  sy_interpreter_lock_take (turns->lock);
  while (note_unit (turns, computer->index))
    {
      hand_clock_advance (&turns->clock, INTERVAL_NS / UNITS_PER_TURN);
      sy_interpreter_lock_checkpoint (turns->lock);
    }
  sy_interpreter_lock_release (turns->lock);

  return NULL;
}

static void
test_turns_are_shared_evenly (void)
{
  Turns turns = { .last = 2 };
  Computer computers[2];
  SyInterpreterLockStats stats;

  hand_clock_init (&turns.clock);
  turns.lock = sy_interpreter_lock_new (INTERVAL_NS, &turns.clock.clock);
  for (guint i = 0; i < 2; i++)
    {
      computers[i] = (Computer) { .turns = &turns, .index = i };
      pthread_create (&computers[i].thread, NULL, compute_in_turns, &computers[i]);
    }
  for (guint i = 0; i < 2; i++)
    pthread_join (computers[i].thread, NULL);

  g_assert_cmpuint (turns.n_turns[0], ==, N_TURNS / 2);
  g_assert_cmpuint (turns.n_turns[1], ==, N_TURNS / 2);
  g_assert_cmpuint (turns.n_uneven, ==, 0);

  sy_interpreter_lock_take_stats (turns.lock, &stats);
  g_assert_cmpuint (stats.time_outs, ==, N_TURNS - 1);
  g_assert_cmpint (sy_histogram_get_quantile (stats.held, 0.5), >=, INTERVAL_NS);
  sy_histogram_free (stats.waited);
  sy_histogram_free (stats.held);
  sy_interpreter_lock_free (turns.lock);
}

/* The waits for one lock, each ended as the test says. */
typedef struct
{
  SyClock            clock;
  SyInterpreterLock *lock;
  Actor             *first;
  Actor             *second;
  guint              n_waits;
} Script;

static gint64
script_now_ns (gpointer data)
{
  return 0;
}

static gboolean
script_wait_until (gpointer         data,
                   pthread_cond_t  *cond,
                   pthread_mutex_t *mutex,
                   gint64           deadline_at_ns)
{
  Script *script = data;

  switch (script->n_waits++)
    {
    case 0:
      /* The lock changes hands, and the interval is over: the new holder has just begun. */
      pthread_mutex_unlock (mutex);
      actor_do (script->first, sy_interpreter_lock_release);
      actor_do (script->second, take);
      pthread_mutex_lock (mutex);
      return FALSE;

    case 1:
      /* So its checkpoint does not give way: this would never return. */
      pthread_mutex_unlock (mutex);
      actor_do (script->second, sy_interpreter_lock_checkpoint);
      pthread_mutex_lock (mutex);
      return FALSE;

    case 2:
      /* It stayed for the whole of the second interval. */
      actor_begin (script->second, sy_interpreter_lock_checkpoint);
      break;

    default:
      /* The second one waits, too, after it gave way, unless the lock is free by then. */
      break;
    }

  pthread_cond_wait (cond, mutex);
  return TRUE;
}

static void
test_no_request_after_a_switch (void)
{
  Script script = { .clock = { script_now_ns, script_wait_until, &script } };
  Actor first, second;
  SyInterpreterLockStats stats;

  script.lock = sy_interpreter_lock_new (INTERVAL_NS, &script.clock);
  script.first = &first;
  script.second = &second;
  actor_start (&first, script.lock);
  actor_start (&second, script.lock);

  actor_do (&first, take);
  sy_interpreter_lock_take (script.lock);
  sy_interpreter_lock_take_stats (script.lock, &stats);
  g_assert_cmpuint (stats.time_outs, ==, 1);
  g_assert_cmpuint (stats.takes, ==, 3);
  sy_histogram_free (stats.waited);
  sy_histogram_free (stats.held);

  sy_interpreter_lock_release (script.lock);
  sem_wait (&second.done);
  actor_do (&second, sy_interpreter_lock_release);
  actor_end (&first);
  actor_end (&second);
  g_assert_cmpuint (script.n_waits, >=, 3);
  sy_interpreter_lock_free (script.lock);
}

enum
{
  N_THREADS = 4,
  N_TAKES = 5000,
};

typedef struct
{
  SyInterpreterLock *lock;
  guint              n_inside;
  guint64            sum;
} Shared;

static gpointer
take_many (gpointer data)
{
  Shared *shared = data;

  for (guint i = 0; i < N_TAKES; i++)
    {
      sy_interpreter_lock_take (shared->lock);
      g_assert_cmpuint (shared->n_inside++, ==, 0);
      shared->sum++;
      g_assert_cmpuint (--shared->n_inside, ==, 0);
      sy_interpreter_lock_checkpoint (shared->lock);
      sy_interpreter_lock_release (shared->lock);
    }

  return NULL;
}

static void
test_statistics_add_up (void)
{
  Shared shared = { .lock = sy_interpreter_lock_new (SY_NS_PER_US, &sy_clock_monotonic) };
  pthread_t threads[N_THREADS];
  SyInterpreterLockStats stats;

  for (guint i = 0; i < N_THREADS; i++)
    pthread_create (&threads[i], NULL, take_many, &shared);
  for (guint i = 0; i < N_THREADS; i++)
    pthread_join (threads[i], NULL);

  sy_interpreter_lock_take_stats (shared.lock, &stats);
  g_assert_cmpuint (shared.sum, ==, N_THREADS * N_TAKES);
  /* A checkpoint that gives way takes once more. */
  g_assert_cmpuint (stats.takes, >=, N_THREADS * N_TAKES);
  g_assert_cmpuint (stats.contended_takes, <=, stats.takes);
  g_assert_cmpint (sy_histogram_get_count (stats.held), ==, (gint64) stats.takes);
  g_assert_cmpint (sy_histogram_get_count (stats.waited), ==, (gint64) stats.contended_takes);
  sy_histogram_free (stats.waited);
  sy_histogram_free (stats.held);

  sy_interpreter_lock_take_stats (shared.lock, &stats);
  g_assert_cmpuint (stats.takes + stats.contended_takes + stats.time_outs, ==, 0);
  g_assert_cmpint (sy_histogram_get_count (stats.held), ==, 0);
  sy_histogram_free (stats.waited);
  sy_histogram_free (stats.held);
  sy_interpreter_lock_free (shared.lock);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interpreter-lock/waiter/gets-its-turn", test_waiter_gets_its_turn);
  g_test_add_func ("/interpreter-lock/turns/are-shared-evenly", test_turns_are_shared_evenly);
  g_test_add_func ("/interpreter-lock/request/none-after-a-switch",
                   test_no_request_after_a_switch);
  g_test_add_func ("/interpreter-lock/statistics/add-up", test_statistics_add_up);

  return g_test_run ();
}
