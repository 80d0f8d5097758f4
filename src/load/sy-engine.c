/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One turn of the loop waits, handles what came, and starts what is due.
 *
 * The clock is read after each answer and not once a turn: with many connections a turn is long,
 * and its last answers would seem to have come when its first did.  A read costs about 25 ns of
 * some 7 µs.  The next request of that connection is sent at once, and the same reading is its
 * intended time: nothing lies between the two that is not the server's.  An answer that waits in
 * the socket while others of its turn are handled counts as not yet come, for a client has an
 * answer when it has read it.
 *
 * Tried and dropped: sending the requests of a turn together after reading all its answers.  It
 * saved nothing (0.99 ± 0.04 of the processor time) and made each request wait for the others.
 * Likewise io_uring in place of epoll, send and recv (1.02 ± 0.07, a bare loop of each): nine
 * tenths of the time are TCP's, and it takes as long whoever calls it.
 */

#include "load/sy-engine.h"

#include <sys/prctl.h>

#include "core/sy-clock.h"
#include "load/sy-arrivals.h"
#include "load/sy-pool.h"
#include "load/sy-recorder.h"
#include "load/sy-sampler.h"
#include "load/sy-schedule.h"

/* A connection that broke waits this long, so that a server that is gone is not hammered. */
#define BACK_OFF_NS (10 * SY_NS_PER_MS)

/* A connection is in exactly one place: in flight, idle, or on the schedule. */
struct _SyEngine
{
  SyClientConfig     config;
  SyPool            *pool;
  guint             *kinds;
  GQueue             in_flight;
  GQueue             idle;
  SySchedule        *schedule;
  guint32            last_id;

  /* Of the trial that runs. */
  const SyTrialPlan *plan;
  GCancellable      *cancellable;
  SyRecorder        *recorder;
  SySampler         *sampler;
  gboolean           is_sampling;
  GArray            *arrivals;
  guint              n_due;
  guint              n_taken;
  gint64             started_at_ns;
  gint64             end_at_ns;
  SyProblem          first_problem;
};

static gboolean
is_open_load (const SyEngine *self)
{
  return self->plan->kind != SY_LOAD_CLOSED;
}

static gint64
get_arrival_at (const SyEngine *self,
                guint           i)
{
  return self->started_at_ns + g_array_index (self->arrivals, SyArrival, i).at_ns;
}

static guint
count_waiting (SyEngine *self,
               gint64    now_ns)
{
  while (self->n_due < self->arrivals->len && get_arrival_at (self, self->n_due) <= now_ns)
    self->n_due++;

  return self->n_due > self->n_taken ? self->n_due - self->n_taken : 0;
}

static void
tick (SyEngine *self,
      gint64    now_ns)
{
  if (now_ns >= sy_recorder_get_next_at (self->recorder))
    sy_recorder_advance (self->recorder, now_ns, count_waiting (self, now_ns));
}

static void
go_on (SyEngine     *self,
       SyConnection *connection,
       gint64        now_ns);

static void
put_back (SyEngine     *self,
          SyConnection *connection,
          gint64        now_ns)
{
  connection->request = NULL;
  connection->free_at_ns = now_ns;
  if (connection->must_close ||
      (self->config.reconnect_every > 0 && connection->n_answered >= self->config.reconnect_every))
    sy_connection_close (connection);
}

static void
note_problem (SyEngine        *self,
              const SyProblem *problem)
{
  gboolean is_as_asked = problem->failure == SY_FAILURE_STATUS && problem->status == 500 &&
                         problem->request->is_to_fail;

  if (self->first_problem.request == NULL && !is_as_asked)
    self->first_problem = *problem;
}

static void
finish_request (SyConnection *connection,
                SyExchange    progress,
                gpointer      data)
{
  SyEngine *self = data;
  gint64 now_ns = sy_clock_now_ns ();
  SyFailure failure = connection->problem.failure;

  g_queue_unlink (&self->in_flight, &connection->link);
  tick (self, now_ns);

  if (progress == SY_EXCHANGE_ANSWERED)
    {
      if (self->sampler != NULL)
        sy_sampler_note (self->sampler, connection->request, connection->sent_at_ns, now_ns);
      sy_recorder_add_completed (self->recorder, connection, now_ns);
      put_back (self, connection, now_ns);
      go_on (self, connection, now_ns);
      return;
    }

  sy_recorder_add_failed (self->recorder, connection);
  note_problem (self, &connection->problem);
  put_back (self, connection, now_ns);

  /* A wrong answer is still an answer: the connection is sound. */
  if (failure == SY_FAILURE_STATUS || failure == SY_FAILURE_WRONG_CHECK)
    {
      go_on (self, connection, now_ns);
      return;
    }

  sy_connection_close (connection);
  sy_schedule_push (self->schedule, sy_arrivals_round (now_ns + BACK_OFF_NS), connection);
}

/* Ids count on from trial to trial, so that none of a server's requests is taken for another. */
static const SyRequest *
sample_request (SyEngine        *self,
                const SyRequest *request)
{
  self->last_id++;
  if (self->sampler == NULL || !sy_recorder_has_begun (self->recorder))
    return request;

  self->is_sampling = self->is_sampling || sy_recorder_is_half_over (self->recorder)
                      || sy_requests_is_rarest (self->plan->requests, request);
  if (!self->is_sampling)
    return request;

  return sy_sampler_mark (self->sampler, request, self->last_id);
}

static void
start_request (SyEngine        *self,
               SyConnection    *connection,
               const SyRequest *request,
               gint64           intended_at_ns,
               gint64           now_ns)
{
  gboolean was_idle = connection->free_at_ns < intended_at_ns;

  connection->intended_at_ns = intended_at_ns;
  sy_recorder_add_sent (self->recorder, intended_at_ns, was_idle ? now_ns - intended_at_ns : 0);
  g_queue_push_tail_link (&self->in_flight, &connection->link);

  if (sy_pool_start (self->pool, connection, sample_request (self, request), now_ns)
      == SY_EXCHANGE_FAILED)
    finish_request (connection, SY_EXCHANGE_FAILED, self);
}

static void
start_own_request (SyEngine     *self,
                   SyConnection *connection,
                   gint64        intended_at_ns,
                   gint64        now_ns)
{
  const SyRequest *request = sy_requests_get (self->plan->requests, connection->kind,
                                              connection->turn++);

  start_request (self, connection, request, intended_at_ns, now_ns);
}

/* A closed load: the next request is intended for now, or after thinking. */
static void
think (SyEngine     *self,
       SyConnection *connection,
       gint64        now_ns)
{
  double mean_ns = (double) self->plan->think_time_ns;
  gint64 due_at_ns;

  if (self->plan->think_time_ns > 0)
    {
      due_at_ns = now_ns + (gint64) sy_random_exponential (&connection->think, mean_ns);
      sy_schedule_push (self->schedule, sy_arrivals_round (due_at_ns), connection);
    }
  else if (now_ns < self->end_at_ns)
    start_own_request (self, connection, now_ns, now_ns);
  else
    g_queue_push_tail_link (&self->idle, &connection->link);
}

/* An open load: the arrival that has waited longest. */
static void
take_arrival (SyEngine     *self,
              SyConnection *connection,
              gint64        now_ns)
{
  guint i = self->n_taken;

  if (i == self->arrivals->len || get_arrival_at (self, i) > now_ns)
    {
      g_queue_push_tail_link (&self->idle, &connection->link);
      return;
    }

  self->n_taken++;
  start_request (self, connection, g_array_index (self->arrivals, SyArrival, i).request,
                 get_arrival_at (self, i), now_ns);
}

static void
go_on (SyEngine     *self,
       SyConnection *connection,
       gint64        now_ns)
{
  if (is_open_load (self))
    take_arrival (self, connection, now_ns);
  else
    think (self, connection, now_ns);
}

static void
start_due (SyEngine *self,
           gint64    now_ns)
{
  gint64 due_at_ns;

  while ((due_at_ns = sy_schedule_get_due_at (self->schedule)) <= now_ns)
    {
      SyConnection *connection = sy_schedule_pop (self->schedule);

      if (is_open_load (self))
        {
          connection->free_at_ns = now_ns;
          take_arrival (self, connection, now_ns);
        }
      else if (due_at_ns < self->end_at_ns)
        start_own_request (self, connection, due_at_ns, now_ns);
      else
        g_queue_push_tail_link (&self->idle, &connection->link);
    }

  while (self->idle.length > 0 && self->n_taken < self->arrivals->len &&
         get_arrival_at (self, self->n_taken) <= now_ns)
    take_arrival (self, g_queue_pop_head_link (&self->idle)->data, now_ns);
}

/* All have the same time-out, so they are in the order of their deadlines. */
static gint64
get_time_out_at (const SyEngine *self)
{
  const SyConnection *first;

  if (self->in_flight.head == NULL)
    return G_MAXINT64;

  first = self->in_flight.head->data;

  return first->started_at_ns + self->config.time_out_ns;
}

static void
expire_late (SyEngine *self,
             gint64    now_ns)
{
  while (get_time_out_at (self) <= now_ns)
    {
      SyConnection *connection = self->in_flight.head->data;

      sy_connection_expire (connection);
      finish_request (connection, SY_EXCHANGE_FAILED, self);
    }
}

static gint64
get_next_deadline (const SyEngine *self,
                   gint64          now_ns)
{
  gint64 deadline_at_ns = sy_schedule_get_due_at (self->schedule);

  deadline_at_ns = MIN (deadline_at_ns, get_time_out_at (self));
  if (self->idle.length > 0 && self->n_taken < self->arrivals->len)
    deadline_at_ns = MIN (deadline_at_ns, get_arrival_at (self, self->n_taken));
  if (now_ns >= self->end_at_ns)
    return MIN (deadline_at_ns, self->end_at_ns + self->config.time_out_ns);

  return MIN (deadline_at_ns, sy_recorder_get_next_at (self->recorder));
}

static gboolean
is_drained (SyEngine *self,
            gint64    now_ns)
{
  if (now_ns < self->end_at_ns)
    return FALSE;

  return now_ns >= self->end_at_ns + self->config.time_out_ns ||
         (self->in_flight.length == 0 && self->n_taken == self->arrivals->len);
}

static gboolean
is_cancelled (const SyEngine *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static gint64
run_loop (SyEngine *self)
{
  gint64 now_ns = self->started_at_ns;

  while (!is_drained (self, now_ns) && !is_cancelled (self))
    {
      sy_pool_wait (self->pool, get_next_deadline (self, now_ns), now_ns, finish_request, self);
      now_ns = sy_clock_now_ns ();
      start_due (self, now_ns);
      expire_late (self, now_ns);
      tick (self, now_ns);
    }

  return now_ns;
}

static void
prepare_connections (SyEngine *self)
{
  sy_requests_share (self->plan->requests, self->config.n_connections, self->kinds);

  for (guint i = 0; i < self->config.n_connections; i++)
    {
      SyConnection *connection = sy_pool_get (self->pool, i);

      connection->kind = self->kinds[i];
      connection->turn = i;
      connection->think = sy_random_new (self->plan->seed, SY_STREAM_THINK + i);
    }

  sy_pool_open_all (self->pool, self->cancellable);
}

static void
start_trial (SyEngine *self)
{
  self->started_at_ns = sy_clock_now_ns ();
  sy_recorder_start (self->recorder, self->started_at_ns);
  self->end_at_ns = sy_recorder_get_end_at (self->recorder);

  for (guint i = 0; i < self->config.n_connections; i++)
    {
      SyConnection *connection = sy_pool_get (self->pool, i);

      connection->free_at_ns = self->started_at_ns;
      go_on (self, connection, self->started_at_ns);
    }
}

/* What is still under way is given up, and its connection with it: its answer would come into the
 * next trial.
 */
static void
give_up_rest (SyEngine *self,
              gint64    now_ns)
{
  guint n_left = count_waiting (self, now_ns);
  GList *link;

  for (guint i = 0; i < n_left; i++)
    sy_recorder_add_unsent (self->recorder, get_arrival_at (self, self->n_taken + i));

  while ((link = g_queue_pop_head_link (&self->in_flight)) != NULL)
    {
      SyConnection *connection = link->data;

      sy_recorder_add_unfinished (self->recorder, connection->intended_at_ns);
      connection->request = NULL;
      sy_connection_close (connection);
    }

  while (g_queue_pop_head_link (&self->idle) != NULL)
    ;
  sy_schedule_clear (self->schedule);
}

static SyTrial *
run_trial (SyEngine *self)
{
  int slack_ns = prctl (PR_GET_TIMERSLACK);
  gboolean is_cut_short;
  SyTrial *trial;
  gint64 now_ns;

  self->n_due = self->n_taken = 0;
  self->first_problem = (SyProblem) { .request = NULL };
  self->recorder = sy_recorder_new (self->plan, self->config.n_connections);
  g_clear_pointer (&self->sampler, sy_sampler_free);
  self->is_sampling = FALSE;
  if (self->plan->n_sampled > 0)
    self->sampler = sy_sampler_new (self->plan->n_sampled);
  prepare_connections (self);

  /* The default of 50 µs would make every timed send late. */
  prctl (PR_SET_TIMERSLACK, 1);
  start_trial (self);
  now_ns = run_loop (self);
  prctl (PR_SET_TIMERSLACK, slack_ns);

  is_cut_short = !is_drained (self, now_ns);
  give_up_rest (self, now_ns);

  trial = sy_recorder_finish (g_steal_pointer (&self->recorder), now_ns, is_cut_short);
  if (self->sampler != NULL)
    trial->stamps = sy_sampler_take (self->sampler);

  return trial;
}

SyEngine *
sy_engine_new (const SyClientConfig  *config,
               GError               **error)
{
  g_autoptr(SyPool) pool = sy_pool_new (config, error);
  SyEngine *self;

  if (pool == NULL)
    return NULL;

  self = g_new0 (SyEngine, 1);
  self->config = *config;
  self->pool = g_steal_pointer (&pool);
  self->kinds = g_new (guint, config->n_connections);
  self->schedule = sy_schedule_new (config->n_connections);

  return self;
}

void
sy_engine_free (SyEngine *self)
{
  sy_pool_free (self->pool);
  sy_schedule_free (self->schedule);
  g_clear_pointer (&self->sampler, sy_sampler_free);
  g_free (self->kinds);
  g_free (self);
}

SyTrial *
sy_engine_run (SyEngine          *self,
               const SyTrialPlan *plan,
               GCancellable      *cancellable)
{
  SyTrial *trial;

  self->plan = plan;
  self->cancellable = cancellable;
  self->arrivals = plan->kind == SY_LOAD_CLOSED ? g_array_new (FALSE, FALSE, sizeof (SyArrival))
                                                : sy_arrivals_draw (plan);
  sy_pool_watch (self->pool, cancellable);
  trial = run_trial (self);
  sy_pool_unwatch (self->pool, cancellable);
  g_clear_pointer (&self->arrivals, g_array_unref);
  self->plan = NULL;
  self->cancellable = NULL;

  return trial;
}

const SyProblem *
sy_engine_get_first_problem (const SyEngine *self)
{
  return &self->first_problem;
}
