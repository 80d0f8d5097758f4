/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

/* What a server counted over whole trials, summed over its turns. */
typedef struct
{
  double             n_requests;
  double             time_ns;
  double             loop_busy_ns;
  double             lock_takes;
  double             lock_contended_takes;
  SyThreadScheduling scheduling;
} Sums;

static void
add_turn (Sums         *sums,
          const SyTurn *turn)
{
  const SyServerStats *stats = &turn->stats;

  sums->n_requests += (double) stats->n_requests;
  sums->time_ns += (double) turn->duration_ns;
  sums->loop_busy_ns += (double) stats->loop_busy_ns;
  sums->lock_takes += (double) stats->lock_takes;
  sums->lock_contended_takes += (double) stats->lock_contended_takes;
  sums->scheduling.voluntary_switches += turn->scheduling.voluntary_switches;
  sums->scheduling.involuntary_switches += turn->scheduling.involuntary_switches;
  sums->scheduling.run_queue_ns += turn->scheduling.run_queue_ns;
  sums->scheduling.has_run_queue &= turn->scheduling.has_run_queue;
}

/* Which of a turn's histograms. */
typedef SyHistogram *(*Times) (const SyTurn *turn);

static SyHistogram *
get_loop_lag (const SyTurn *turn)
{
  return turn->stats.loop_lag;
}

static SyHistogram *
get_lock_waited (const SyTurn *turn)
{
  return turn->stats.lock_waited;
}

static SyHistogram *
get_lock_held (const SyTurn *turn)
{
  return turn->stats.lock_held;
}

/* Per turn, then over turns, as with response times.  Absent unless every turn can tell. */
static SyFigure
summarise_p99 (GPtrArray *turns,
               Times      get_times)
{
  g_autofree double *values = g_new (double, turns->len + 1);

  for (guint i = 0; i < turns->len; i++)
    {
      const SyHistogram *times = get_times (turns->pdata[i]);

      if (times == NULL || !sy_histogram_can_tell (times, 0.99))
        return (SyFigure) { 0 };
      values[i] = (double) sy_histogram_get_quantile (times, 0.99);
    }

  return sy_figure_from_turns (values, turns->len);
}

static SyFigure
divide (double numerator,
        double denominator)
{
  return denominator > 0 ? sy_figure_new (numerator / denominator) : (SyFigure) { 0 };
}

static void
add_loop (SyArmResult *self,
          GPtrArray   *turns,
          const Sums  *sums)
{
  self->loop_lag_p99_ns = summarise_p99 (turns, get_loop_lag);
  self->loop_busy_share = divide (sums->loop_busy_ns, sums->time_ns);
}

static void
add_lock (SyArmResult *self,
          GPtrArray   *turns,
          const Sums  *sums)
{
  self->lock_takes_per_request = divide (sums->lock_takes, sums->n_requests);
  self->lock_contended_share = divide (sums->lock_contended_takes, sums->lock_takes);
  self->lock_waited_p99_ns = summarise_p99 (turns, get_lock_waited);
  self->lock_held_p99_ns = summarise_p99 (turns, get_lock_held);
}

static void
add_scheduling (SyArmResult *self,
                const Sums  *sums)
{
  const SyThreadScheduling *scheduling = &sums->scheduling;

  self->voluntary_switches_per_request = divide ((double) scheduling->voluntary_switches,
                                                 sums->n_requests);
  self->involuntary_switches_per_request = divide ((double) scheduling->involuntary_switches,
                                                   sums->n_requests);
  if (scheduling->has_run_queue)
    self->run_queue_ns_per_request = divide ((double) scheduling->run_queue_ns, sums->n_requests);
}

void
sy_arm_result_add_mechanism (SyArmResult *self,
                             GPtrArray   *turns)
{
  const SyTurn *first = turns->pdata[0];
  Sums sums = { .scheduling.has_run_queue = TRUE };

  for (guint i = 0; i < turns->len; i++)
    add_turn (&sums, turns->pdata[i]);

  if (first->stats.has_loop)
    add_loop (self, turns, &sums);
  if (first->stats.has_lock)
    add_lock (self, turns, &sums);
  if (first->has_server_cpu)
    add_scheduling (self, &sums);
}
