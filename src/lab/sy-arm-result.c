/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include "stats/sy-summary.h"

const double sy_quantiles[SY_N_QUANTILES] = { 0.5, 0.9, 0.99, 0.999 };
const char *const sy_quantile_names[SY_N_QUANTILES + 1] = { "p50", "p90", "p99", "p99_9", NULL };

/* One number of one turn; FALSE where it is absent. */
typedef gboolean (*TurnValue) (const SyTurn *turn,
                               double       *value);

GPtrArray *
sy_phase_get_sound_turns (const SyPhase *phase,
                          guint          arm)
{
  GPtrArray *turns = g_ptr_array_new ();

  for (guint i = 0; i < phase->turns->len; i++)
    {
      SyTurn *turn = phase->turns->pdata[i];

      if (turn->arm == arm && !turn->is_voided)
        g_ptr_array_add (turns, turn);
    }

  return turns;
}

static double *
collect (GPtrArray *turns,
         TurnValue  get_value)
{
  g_autofree double *values = g_new (double, turns->len + 1);

  for (guint i = 0; i < turns->len; i++)
    if (!get_value (turns->pdata[i], &values[i]))
      return NULL;

  return g_steal_pointer (&values);
}

static SyFigure
summarise (GPtrArray *turns,
           TurnValue  get_value)
{
  g_autofree double *values = collect (turns, get_value);

  return values != NULL ? sy_figure_from_turns (values, turns->len) : (SyFigure) { 0 };
}

static SyFigure
find_largest (GPtrArray *turns,
              TurnValue  get_value)
{
  g_autofree double *values = collect (turns, get_value);
  double largest = 0;

  if (values == NULL || turns->len == 0)
    return (SyFigure) { 0 };

  for (guint i = 0; i < turns->len; i++)
    largest = MAX (largest, values[i]);

  return sy_figure_new (largest);
}

static gboolean
get_rate (const SyTurn *turn,
          double       *value)
{
  *value = sy_turn_get_requests_per_s (turn);
  return TRUE;
}

static gboolean
get_generator_share (const SyTurn *turn,
                     double       *value)
{
  *value = (double) turn->trial->cpu_ns / (double) turn->trial->window_ns;
  return TRUE;
}

/* Of one processor's time, which needs no knowledge of the machine it was measured on. */
static gboolean
get_steal_share (const SyTurn *turn,
                 double       *value)
{
  *value = (double) turn->steal_ns / (double) turn->trial->window_ns;
  return turn->has_machine;
}

static gboolean
get_softirq_share (const SyTurn *turn,
                   double       *value)
{
  *value = (double) turn->softirq_ns / (double) turn->trial->window_ns;
  return turn->has_machine;
}

static gboolean
get_response_max (const SyTurn *turn,
                  double       *value)
{
  *value = (double) sy_histogram_get_max (turn->trial->response);
  return turn->trial->n_completed > 0;
}

static gboolean
get_service_max (const SyTurn *turn,
                 double       *value)
{
  *value = (double) sy_histogram_get_max (turn->trial->service);
  return turn->trial->n_completed > 0;
}

static SyFigure
summarise_jain (GPtrArray *turns)
{
  double sum = 0;

  if (turns->len == 0)
    return (SyFigure) { 0 };

  for (guint i = 0; i < turns->len; i++)
    sum += sy_turn_get_jain (turns->pdata[i]);

  return sy_figure_new (sum / turns->len);
}

/* Per turn, then over turns; never pooled.  Absent unless every turn can tell. */
static SyFigure
summarise_quantile (GPtrArray *turns,
                    gboolean   is_response,
                    double     quantile)
{
  g_autofree double *values = g_new (double, turns->len + 1);

  for (guint i = 0; i < turns->len; i++)
    {
      const SyTurn *turn = turns->pdata[i];
      const SyHistogram *times = is_response ? turn->trial->response : turn->trial->service;

      if (!sy_turn_tell_quantile (turn, times, quantile, &values[i]))
        return (SyFigure) { 0 };
    }

  return sy_figure_from_turns (values, turns->len);
}

static void
add_times (SyArmResult *result,
           GPtrArray   *turns)
{
  if (result->is_overloaded)
    return;

  for (guint q = 0; q < SY_N_QUANTILES; q++)
    {
      result->response_ns[q] = summarise_quantile (turns, TRUE, sy_quantiles[q]);
      result->service_ns[q] = summarise_quantile (turns, FALSE, sy_quantiles[q]);
    }
  result->response_max_ns = find_largest (turns, get_response_max);
  result->service_max_ns = find_largest (turns, get_service_max);
}

static void
add_counts (SyArmResult *result,
            GPtrArray   *turns)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const SyTrial *trial = ((const SyTurn *) turns->pdata[i])->trial;

      result->n_sent += trial->n_sent;
      result->n_completed += trial->n_completed;
      result->n_unfinished += trial->n_unfinished;
      result->is_overloaded |= trial->is_overloaded;
      for (guint kind = 0; kind < SY_N_FAILURES; kind++)
        result->n_failed[kind] += trial->n_failed[kind];
    }
}

/* The counterbalanced order puts turns of the same server next to each other: what lies between
 * them is noise.
 */
static SyFigure
find_noise (const SyPhase *phase,
            guint          arm)
{
  g_autofree double *before = g_new (double, phase->turns->len + 1);
  g_autofree double *after = g_new (double, phase->turns->len + 1);
  guint n = 0;

  for (guint i = 1; i < phase->turns->len; i++)
    {
      const SyTurn *first = phase->turns->pdata[i - 1];
      const SyTurn *second = phase->turns->pdata[i];

      if (first->arm != arm || second->arm != arm || first->is_voided || second->is_voided)
        continue;

      before[n] = sy_turn_get_requests_per_s (first);
      after[n] = sy_turn_get_requests_per_s (second);
      n += before[n] > 0 && after[n] > 0;
    }

  return n > 0 ? sy_figure_new (sy_summary_noise (before, after, n)) : (SyFigure) { 0 };
}

static void
add_result (SyAnalysis    *self,
            const SyPhase *phase,
            guint          phase_index,
            guint          arm)
{
  g_autoptr(GPtrArray) turns = sy_phase_get_sound_turns (phase, arm);
  SyArmResult result = { .phase = phase_index, .arm = arm, .n_turns = turns->len };

  if (turns->len == 0)
    return;

  add_counts (&result, turns);
  add_times (&result, turns);
  result.requests_per_s = summarise (turns, get_rate);
  result.cpu_ns_per_request = summarise (turns, sy_turn_tell_cpu_per_request);
  result.generator_cpu_share = find_largest (turns, get_generator_share);
  result.steal_share = find_largest (turns, get_steal_share);
  result.softirq_share = find_largest (turns, get_softirq_share);
  result.jain = summarise_jain (turns);
  result.noise = find_noise (phase, arm);
  sy_arm_result_add_mechanism (&result, turns);
  g_array_append_val (self->results, result);
}

void
sy_analysis_add_results (SyAnalysis  *self,
                         const SyRun *run)
{
  for (guint i = 0; i < run->phases->len; i++)
    for (guint arm = 0; arm < run->plan->arms->len; arm++)
      add_result (self, run->phases->pdata[i], i, arm);
}
