/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

/* What a server counted over whole trials, summed over its turns. */
typedef struct
{
  double              n_requests;
  double              time_ns;
  double              loop_busy_ns;
  double              lock_takes;
  double              lock_contended_takes;
  SyHistogram        *loop_lag;
  SyHistogram        *lock_waited;
  SyHistogram        *lock_held;
  SyThreadScheduling  scheduling;
} Sums;

static void
sums_clear (Sums *sums)
{
  sy_histogram_free (sums->loop_lag);
  sy_histogram_free (sums->lock_waited);
  sy_histogram_free (sums->lock_held);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

static void
merge (SyHistogram       *sum,
       const SyHistogram *part)
{
  if (part != NULL)
    sy_histogram_merge (sum, part);
}

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
  merge (sums->loop_lag, stats->loop_lag);
  merge (sums->lock_waited, stats->lock_waited);
  merge (sums->lock_held, stats->lock_held);
  sums->scheduling.voluntary_switches += turn->scheduling.voluntary_switches;
  sums->scheduling.involuntary_switches += turn->scheduling.involuntary_switches;
  sums->scheduling.run_queue_ns += turn->scheduling.run_queue_ns;
  sums->scheduling.has_run_queue &= turn->scheduling.has_run_queue;
}

static SyFigure
get_quantile (const SyHistogram *histogram,
              double             quantile)
{
  if (!sy_histogram_can_tell (histogram, quantile))
    return (SyFigure) { 0 };

  return sy_figure_new ((double) sy_histogram_get_quantile (histogram, quantile));
}

static SyFigure
divide (double numerator,
        double denominator)
{
  return denominator > 0 ? sy_figure_new (numerator / denominator) : (SyFigure) { 0 };
}

static void
add_loop (SyArmResult *self,
          const Sums  *sums)
{
  self->loop_lag_p99_ns = get_quantile (sums->loop_lag, 0.99);
  self->loop_busy_share = divide (sums->loop_busy_ns, sums->time_ns);
}

static void
add_lock (SyArmResult *self,
          const Sums  *sums)
{
  self->lock_takes_per_request = divide (sums->lock_takes, sums->n_requests);
  self->lock_contended_share = divide (sums->lock_contended_takes, sums->lock_takes);
  self->lock_waited_p99_ns = get_quantile (sums->lock_waited, 0.99);
  self->lock_held_p99_ns = get_quantile (sums->lock_held, 0.99);
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
  g_auto(Sums) sums = {
    .loop_lag = sy_histogram_new_for_time (),
    .lock_waited = sy_histogram_new_for_time (),
    .lock_held = sy_histogram_new_for_time (),
    .scheduling.has_run_queue = TRUE,
  };

  for (guint i = 0; i < turns->len; i++)
    add_turn (&sums, turns->pdata[i]);

  if (first->stats.has_loop)
    add_loop (self, &sums);
  if (first->stats.has_lock)
    add_lock (self, &sums);
  if (first->has_server_cpu)
    add_scheduling (self, &sums);
}
