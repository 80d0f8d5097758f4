/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-record-check.h"

#include <glib/gi18n-lib.h>

const char *const sy_holds_names[] = { "holds", "unknown", "no-longer-holds", NULL };

/* The verdict on the same question, if it is one. */
static const SyComparison *
find_comparison (const SyRelation *relation,
                 const SyAnalysis *analysis)
{
  const SyVerdict *verdict = sy_analysis_get_verdict (analysis, relation->phase, relation->a,
                                                      relation->b);

  if (verdict == NULL || verdict->metric != relation->metric
      || verdict->comparison.n_pairs < SY_MIN_PAIRS)
    return NULL;

  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks && (warning->phase < 0 || (guint) warning->phase == relation->phase))
        return NULL;
    }

  return &verdict->comparison;
}

/* How far the recorded winner may be ahead now, at most. */
static double
get_best_lead (const SyRelation *relation,
               const SyInterval *ratio)
{
  gboolean is_above = (relation->winner == SY_WINNER_A)
                      == (relation->metric == SY_METRIC_CAPACITY);

  return is_above ? ratio->high : 1 / ratio->low;
}

static gboolean
meet (const SyInterval *a,
      const SyInterval *b)
{
  return a->low <= b->high && b->low <= a->high;
}

SyHolds
sy_relation_check (const SyRelation *self,
                   const SyAnalysis *analysis,
                   SyInterval       *ratio)
{
  const SyComparison *now = find_comparison (self, analysis);

  if (now == NULL)
    return SY_HOLDS_UNKNOWN;

  *ratio = now->ratio;
  if (now->winner == self->winner)
    return SY_HOLDS_YES;
  if (self->winner == SY_WINNER_TOO_CLOSE)
    return meet (&self->ratio, &now->ratio) ? SY_HOLDS_UNKNOWN : SY_HOLDS_NO;

  return get_best_lead (self, &now->ratio) < SY_MARGIN ? SY_HOLDS_NO : SY_HOLDS_UNKNOWN;
}

static SyHolds
check_language (const SyRecord         *self,
                const SyRecommendation *recommendation,
                const SyOption         *best)
{
  if (g_strcmp0 (recommendation->language, self->language) == 0)
    return SY_HOLDS_YES;

  return g_str_equal (best->language, self->language) ? SY_HOLDS_UNKNOWN : SY_HOLDS_NO;
}

SyHolds
sy_record_check_answer (const SyRecord         *self,
                        const SyRecommendation *recommendation)
{
  const SyOption *best;
  gboolean is_same;

  if (recommendation->best == G_MAXUINT || self->best == NULL)
    return (recommendation->best == G_MAXUINT) == (self->best == NULL) ? SY_HOLDS_YES
                                                                       : SY_HOLDS_NO;

  best = ((const SyOptionResult *) recommendation->options->pdata[recommendation->best])->option;
  is_same = g_str_equal (best->id, self->best);
  if (self->winner != NULL)
    {
      if (!is_same)
        return SY_HOLDS_NO;
      return recommendation->winner != NULL ? SY_HOLDS_YES : SY_HOLDS_UNKNOWN;
    }
  if (self->language != NULL)
    return check_language (self, recommendation, best);

  return is_same || (recommendation->winner == NULL && recommendation->language == NULL)
         ? SY_HOLDS_YES : SY_HOLDS_NO;
}

char *
sy_recorded_run_say_machine (const SyRecordedRun *self,
                             const SyEnvironment *here)
{
  static const char *const keys[] = { "architecture", "cpu", "cpus_usable", "cpu_quota" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *recorded = sy_environment_get (self->environment, keys[i]);
      const char *found = sy_environment_get (here, keys[i]);

      if (g_strcmp0 (recorded, found) != 0)
        /* Translators: a run’s id, a fact such as “Processor”, what was recorded, what is here. */
        return g_strdup_printf (_("Run %s was measured on another machine. %s: recorded “%s”, here "
                                  "“%s”"), self->run, _(sy_environment_describe (keys[i])),
                                recorded != NULL ? recorded : _("unknown"),
                                found != NULL ? found : _("unknown"));
    }

  return NULL;
}
