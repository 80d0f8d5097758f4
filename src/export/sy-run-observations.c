/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-run-observations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "export/sy-run-chart.h"
#include "stats/sy-student.h"

#define NS_PER_MS 1e6

/* The option a server is, or whose architecture it models; %NULL for none.  Whatever anyone says, a
 * server of this program is no runtime.
 */
static const SyOption *
find_option (const SyRulebook *rulebook,
             GHashTable       *runtimes,
             const SyArm      *arm,
             gboolean         *is_real)
{
  const SyOption *option = runtimes != NULL && arm->architecture == SY_ARCHITECTURE_EXTERNAL
                             ? g_hash_table_lookup (runtimes, arm->id) : NULL;

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
get_standard_error (const SyInterval *ratio,
                    guint             n_pairs,
                    double            confidence)
{
  double t = sy_student_quantile (n_pairs - 1, (1 + confidence) / 2);

  return log (ratio->high / ratio->low) / (2 * t);
}

/* What is read, of which run, into what. */
typedef struct
{
  const SyRun      *run;
  const SyAnalysis *analysis;
  const SyRulebook *rulebook;
  GHashTable       *runtimes;
  GPtrArray        *observations;
} Reading;

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

/* The options its two servers are, but nothing that was found; %NULL where they are not two. */
static SyObservation *
begin_observation (const Reading   *self,
                   const SyVerdict *verdict)
{
  guint arms[2] = { verdict->a, verdict->b };
  g_autoptr(SyObservation) observation = sy_observation_new ();
  gboolean are_real[2];

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      const SyArmResult *result = sy_analysis_get_result (self->analysis, verdict->phase, arms[i]);

      observation->options[i] = find_option (self->rulebook, self->runtimes,
                                             self->run->plan->arms->pdata[arms[i]], &are_real[i]);
      if (result != NULL)
        add_figures (observation, result, i);
    }
  if (observation->options[0] == NULL || observation->options[1] == NULL
      || observation->options[0] == observation->options[1] || are_real[0] != are_real[1])
    return NULL;

  observation->run = g_strdup (self->run->id);
  observation->is_real = are_real[0];
  observation->tau = are_real[0] ? 0 : SY_OBSERVATION_UNKNOWN_TAU;
  return g_steal_pointer (&observation);
}

/* Takes @text.  Whatever is measured, more than 0 is better for the first. */
static void
take_finding (SyObservation    *self,
              SyMeasure         measure,
              const SyInterval *ratio,
              guint             n_pairs,
              double            confidence,
              char             *text)
{
  self->measure = measure;
  self->log_ratio = log (ratio->value) * (measure == SY_MEASURE_CAPACITY ? 1 : -1);
  self->standard_error = get_standard_error (ratio, n_pairs, confidence);
  self->n_pairs = n_pairs;
  self->text = text;
}

/* One load is not another: what was found holds for the one it was measured under. */
static char *
say_verdict (const Reading   *self,
             const SyVerdict *verdict)
{
  g_autofree char *phase = sy_run_chart_say_phase (self->run, verdict->phase);
  g_autofree char *sentence = sy_analysis_say_verdict (self->analysis, self->run, verdict);

  /* Translators: a load, such as “Mostly waiting · 64 clients”, and what was found under it. */
  return g_strdup_printf (_("%s — %s"), phase, sentence);
}

static void
add_primary (const Reading   *self,
             const SyVerdict *verdict)
{
  const SyComparison *comparison = &verdict->comparison;
  SyObservation *observation = comparison->n_pairs >= SY_MIN_PAIRS
                                 ? begin_observation (self, verdict) : NULL;

  if (observation == NULL)
    return;

  take_finding (observation,
                verdict->metric == SY_METRIC_CAPACITY ? SY_MEASURE_CAPACITY
                                                      : SY_MEASURE_RESPONSE_TIME,
                &comparison->ratio, comparison->n_pairs, verdict->confidence,
                say_verdict (self, verdict));
  g_ptr_array_add (self->observations, observation);
}

static char *
say_cpu (const SyRun      *run,
         const SyVerdict  *verdict,
         const SyInterval *ratio)
{
  const SyArm *a = run->plan->arms->pdata[verdict->a];
  const SyArm *b = run->plan->arms->pdata[verdict->b];

  /* Translators: a server, a ratio, the other server, the ratio's lower and upper bound. */
  return g_strdup_printf (_("%s took %.2f times the processor time of %s for a request "
                            "(%.2f to %.2f)"),
                          _(a->name), ratio->value, _(b->name), ratio->low, ratio->high);
}

/* What a model of ours costs the processor says nothing about a product: METHOD.md B4. */
static void
add_cpu (const Reading   *self,
         const SyVerdict *verdict)
{
  g_autoptr(SyObservation) observation = begin_observation (self, verdict);
  SyInterval ratio;
  guint n_pairs;

  if (observation == NULL || !observation->is_real
      || !sy_verdict_pair_cpu (verdict, self->run, &ratio, &n_pairs) || n_pairs < SY_MIN_PAIRS)
    return;

  take_finding (observation, SY_MEASURE_CPU, &ratio, n_pairs, SY_CPU_CONFIDENCE,
                say_cpu (self->run, verdict, &ratio));
  g_ptr_array_add (self->observations, g_steal_pointer (&observation));
}

GPtrArray *
sy_run_observations_new (const SyRun      *run,
                         const SyAnalysis *analysis,
                         const SyRulebook *rulebook,
                         GHashTable       *runtimes)
{
  Reading reading = {
    .run = run,
    .analysis = analysis,
    .rulebook = rulebook,
    .runtimes = runtimes,
    .observations = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free),
  };

  for (guint i = 0; i < analysis->verdicts->len && analysis->is_valid; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);

      if (verdict->is_sensitivity)
        continue;
      add_primary (&reading, verdict);
      add_cpu (&reading, verdict);
    }

  return reading.observations;
}

static const char *
find_break (const SyAnalysis *analysis)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks)
        return warning->text;
    }

  return NULL;
}

static gboolean
has_enough_pairs (const SyAnalysis *analysis)
{
  for (guint i = 0; i < analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (analysis->verdicts, SyVerdict, i);

      if (!verdict->is_sensitivity && verdict->comparison.n_pairs >= SY_MIN_PAIRS)
        return TRUE;
    }

  return FALSE;
}

char *
sy_run_observations_say_none (const SyRun      *run,
                              const SyAnalysis *analysis)
{
  if (!analysis->is_valid)
    /* Translators: the id of a run, and why, as a sentence without its full stop. */
    return g_strdup_printf (_("The run %s does not count, as it is not valid: %s"), run->id,
                            find_break (analysis));
  if (!has_enough_pairs (analysis))
    /* Translators: the id of a run; the number is always more than one. */
    return g_strdup_printf (_("The run %s does not count: no two servers were compared over %u "
                              "pairs or more"), run->id, (guint) SY_MIN_PAIRS);

  /* Translators: the id of a run. */
  return g_strdup_printf (_("The run %s does not count: no two of its servers stand for different "
                            "options"), run->id);
}
