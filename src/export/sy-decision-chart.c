/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-decision-chart.h"

#include <math.h>

#include "decision/sy-explanation.h"

/* So many criteria are shown, those that matter most. */
enum { MAX_EFFECTS = 10 };

static gboolean
has_lead (const SyRecommendation *recommendation)
{
  return recommendation->best < recommendation->options->len
         && recommendation->rival != recommendation->best;
}

static double
measure_contribution (const SyCriterionResult *result)
{
  return fabs (result->contribution);
}

static double
measure_swing (const SyCriterionResult *result)
{
  return fabs (result->swing_high - result->swing_low);
}

/* Nothing that stands for no weight at all is shown. */
static GArray *
list_effects (const SyRecommendation *recommendation,
              double                (*measure) (const SyCriterionResult *result))
{
  GArray *effects = g_array_new (FALSE, TRUE, sizeof (SyCriterionResult));

  for (guint i = 0; has_lead (recommendation) && i < recommendation->criteria->len; i++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, i);
      guint place = effects->len;

      if (measure (result) <= 0)
        continue;
      while (place > 0 && measure (&g_array_index (effects, SyCriterionResult, place - 1))
                            < measure (result))
        place--;
      g_array_insert_vals (effects, place, result, 1);
    }
  if (effects->len > MAX_EFFECTS)
    g_array_set_size (effects, MAX_EFFECTS);

  return effects;
}

static void
fill_effects (const SyRecommendation *recommendation,
              const GArray           *results,
              gboolean                is_lead,
              SyChartEffect          *effects)
{
  for (guint i = 0; i < results->len; i++)
    {
      const SyCriterionResult *result = &g_array_index (results, SyCriterionResult, i);

      effects[i] = (SyChartEffect) {
        result->criterion->name, is_lead ? recommendation->lead : result->contribution,
        result->swing_low, result->swing_high,
      };
    }
}

static SyChart *
new_contributions (const SyRecommendation *recommendation)
{
  g_autoptr(GArray) results = list_effects (recommendation, measure_contribution);
  SyChartEffect effects[MAX_EFFECTS];

  fill_effects (recommendation, results, FALSE, effects);
  return sy_chart_new_contributions (NULL, effects, results->len);
}

static SyChart *
new_tornado (const SyRecommendation *recommendation)
{
  g_autoptr(GArray) results = list_effects (recommendation, measure_swing);
  SyChartEffect effects[MAX_EFFECTS];

  fill_effects (recommendation, results, TRUE, effects);
  return sy_chart_new_tornado (NULL, effects, results->len);
}

static SyChart *
new_acceptability (const SyRecommendation *recommendation)
{
  guint n_options = recommendation->options->len;
  g_autofree SyChartRanks *ranks = g_new (SyChartRanks, n_options);
  g_autofree double *shares = g_new (double, n_options * n_options);
  guint n_left = 0;

  for (guint i = 0; i < n_options; i++)
    {
      const SyOptionResult *result = recommendation->options->pdata[i];
      double *own = shares + n_left * n_options;

      if (result->excluded_by != NULL)
        continue;
      for (guint rank = 0; rank < n_options; rank++)
        own[rank] = result->percents[rank] / 100.0;
      ranks[n_left++] = (SyChartRanks) { result->option->name, i, own };
    }

  return sy_chart_new_acceptability (NULL, ranks, n_left, n_left);
}

static SyChart *
new_flips (const SyRecommendation *recommendation)
{
  guint n_flips = has_lead (recommendation) ? recommendation->objectives->len : 0;
  g_autofree SyChartFlip *flips = g_new (SyChartFlip, n_flips + 1);

  for (guint i = 0; i < n_flips; i++)
    {
      const SyObjectiveResult *result = &g_array_index (recommendation->objectives,
                                                        SyObjectiveResult, i);

      flips[i] = (SyChartFlip) { result->objective->name, result->weight, result->flip_weight,
                                 result->flips };
    }

  return sy_chart_new_flips (NULL, flips, n_flips);
}

SyChart *
sy_decision_chart_new (SyDecisionChart         kind,
                       const SyRecommendation *recommendation)
{
  static SyChart *(*const constructors[SY_N_DECISION_CHARTS]) (const SyRecommendation *) = {
    [SY_DECISION_CHART_ACCEPTABILITY] = new_acceptability,
    [SY_DECISION_CHART_CONTRIBUTIONS] = new_contributions,
    [SY_DECISION_CHART_TORNADO] = new_tornado,
    [SY_DECISION_CHART_FLIPS] = new_flips,
  };

  return constructors[kind] (recommendation);
}

guint
sy_decision_chart_count_rows (SyDecisionChart         kind,
                              const SyRecommendation *recommendation)
{
  g_autoptr(GArray) results = NULL;

  if (kind == SY_DECISION_CHART_ACCEPTABILITY)
    return sy_recommendation_count_left (recommendation);
  if (kind == SY_DECISION_CHART_FLIPS)
    return recommendation->objectives->len;

  results = list_effects (recommendation, kind == SY_DECISION_CHART_TORNADO ? measure_swing
                                                                    : measure_contribution);
  return results->len;
}
