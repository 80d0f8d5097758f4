/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-observations.h"

#include <math.h>

#include "stats/sy-student.h"

#define NS_PER_MS 1e6

/* The option a server is, or whose architecture it models; %NULL for none. */
static const SyOption *
find_option (const SyRulebook *rulebook,
             GHashTable       *runtimes,
             const SyArm      *arm,
             gboolean         *is_real)
{
  const SyOption *option = runtimes != NULL ? g_hash_table_lookup (runtimes, arm->id) : NULL;

  if (option == NULL)
    option = sy_rulebook_find_arm (rulebook, arm->id);
  *is_real = option != NULL;
  if (option != NULL)
    return option;
  if (arm->architecture == SY_ARCHITECTURE_EVENT_LOOP)
    return sy_rulebook_find_option (rulebook, "node");

  return arm->architecture == SY_ARCHITECTURE_LOCK_THREADED
           ? sy_rulebook_find_option (rulebook, "python-threads") : NULL;
}

/* Half an interval is t standard errors. */
static double
get_standard_error (const SyVerdict *verdict)
{
  const SyComparison *comparison = &verdict->comparison;
  double t = sy_student_quantile (comparison->n_pairs - 1, (1 + verdict->confidence) / 2);

  return log (comparison->ratio.high / comparison->ratio.low) / (2 * t);
}

static void
add_figures (SyObservation     *self,
             const SyArmResult *result,
             guint              index)
{
  const SyFigure *response = &result->response_ns[SY_QUANTILE_P90];

  if (result->requests_per_s.is_present)
    self->capacity_low[index] = result->requests_per_s.interval.low;
  if (response->is_present)
    self->response_ms[index] = response->interval.value / NS_PER_MS;
}

static SyObservation *
observe (const SyRun      *run,
         const SyAnalysis *analysis,
         const SyRulebook *rulebook,
         GHashTable       *runtimes,
         const SyVerdict  *verdict)
{
  const SyOption *options[2];
  gboolean are_real[2];
  guint arms[2] = { verdict->a, verdict->b };
  SyObservation *self;

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    options[i] = find_option (rulebook, runtimes, g_ptr_array_index (run->plan->arms, arms[i]),
                              &are_real[i]);
  if (options[0] == NULL || options[1] == NULL || options[0] == options[1]
      || are_real[0] != are_real[1] || verdict->comparison.n_pairs < SY_MIN_PAIRS)
    return NULL;

  self = sy_observation_new ();
  self->run = g_strdup (run->id);
  self->text = sy_analysis_say_verdict (analysis, run, verdict);
  self->measure = verdict->metric == SY_METRIC_CAPACITY ? SY_MEASURE_CAPACITY
                                                        : SY_MEASURE_RESPONSE_TIME;
  self->is_real = are_real[0];
  self->log_ratio = log (verdict->comparison.ratio.value);
  if (verdict->metric == SY_METRIC_RESPONSE_TIME)
    self->log_ratio = -self->log_ratio;
  self->standard_error = get_standard_error (verdict);
  self->n_pairs = verdict->comparison.n_pairs;
  self->tau = self->is_real ? 0 : SY_OBSERVATION_UNKNOWN_TAU;
  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      const SyArmResult *result = sy_analysis_get_result (analysis, verdict->phase, arms[i]);

      self->options[i] = options[i];
      if (result != NULL)
        add_figures (self, result, i);
    }

  return self;
}

GPtrArray *
sy_run_observations_new (const SyRun      *run,
                         const SyAnalysis *analysis,
                         const SyRulebook *rulebook,
                         GHashTable       *runtimes)
{
  GPtrArray *observations = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free);

  for (guint i = 0; i < analysis->verdicts->len && analysis->is_valid; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);
      SyObservation *observation = NULL;

      if (!verdict->is_sensitivity)
        observation = observe (run, analysis, rulebook, runtimes, verdict);
      if (observation != NULL)
        g_ptr_array_add (observations, observation);
    }

  return observations;
}
