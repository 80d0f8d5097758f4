/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evidence/sy-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
sy_evidence_free (SyEvidence *self)
{
  g_free (self->recipe);
  g_free (self->run);
  g_date_time_unref (self->measured);
  g_free (self->problem);
  g_free (self);
}

SyEvidence *
sy_evidence_copy (const SyEvidence *self)
{
  SyEvidence *copy = g_memdup2 (self, sizeof *self);

  copy->recipe = g_strdup (self->recipe);
  copy->run = g_strdup (self->run);
  copy->measured = g_date_time_ref (self->measured);
  copy->problem = g_strdup (self->problem);

  return copy;
}

static double
get_quantile (const SyTurn *turn,
              double        quantile)
{
  double value_ns;

  if (turn->trial->is_overloaded ||
      !sy_turn_tell_quantile (turn, turn->trial->response, quantile, &value_ns))
    return 0;

  return value_ns;
}

/* Not positive where the turn does not say. */
static double
get_value (const SyTurn   *turn,
           SyRecipeMetric  metric)
{
  switch (metric)
    {
    case SY_RECIPE_RESPONSE_TIME:
      return get_quantile (turn, 0.9);
    case SY_RECIPE_RESPONSE_TIME_P99:
      return get_quantile (turn, 0.99);
    case SY_RECIPE_CPU_PER_REQUEST:
      return turn->has_server_cpu && turn->trial->n_completed > 0
               ? (double) turn->server_cpu_ns / (double) turn->trial->n_completed : 0;
    case SY_RECIPE_CAPACITY:
    default:
      return sy_turn_get_requests_per_s (turn);
    }
}

static const SyTurn *
find_turn (const SyPhase *phase,
           guint          arm,
           guint          round)
{
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->arm == arm && turn->round == round && !turn->is_voided)
        return turn;
    }

  return NULL;
}

/* One pair a round in which both had a sound turn; @values has room for every round. */
static guint
collect_pairs (const SyPhase  *phase,
               const guint    *arms,
               SyRecipeMetric  metric,
               double         *values[2])
{
  guint n_pairs = 0;

  for (guint round = 0; round < phase->plan.n_rounds; round++)
    {
      const SyTurn *a = find_turn (phase, arms[0], round);
      const SyTurn *b = find_turn (phase, arms[1], round);

      if (a == NULL || b == NULL)
        continue;
      values[0][n_pairs] = get_value (a, metric);
      values[1][n_pairs] = get_value (b, metric);
      n_pairs++;
    }

  return n_pairs;
}

static void
compare (SyEvidence     *self,
         const SyRecipe *recipe,
         const SyPhase  *phase,
         const guint    *arms)
{
  g_autofree double *a = g_new (double, phase->plan.n_rounds + 1);
  g_autofree double *b = g_new (double, phase->plan.n_rounds + 1);
  double *values[2] = { a, b };
  guint n_pairs = collect_pairs (phase, arms, recipe->metric, values);
  SyDirection direction = recipe->is_greater ? SY_HIGHER_IS_BETTER : SY_LOWER_IS_BETTER;

  self->has_figures = sy_compare (a, b, n_pairs, SY_PRIMARY_CONFIDENCE, direction,
                                  &self->comparison);
  for (guint i = 0; self->has_figures && i < G_N_ELEMENTS (self->values); i++)
    self->values[i] = sy_figure_from_turns (values[i], n_pairs).interval.value;
}

static const char *
find_problem (const SyAnalysis *analysis,
              int               phase)
{
  for (guint i = 0; i < analysis->warnings->len; i++)
    {
      const SyWarning *warning = analysis->warnings->pdata[i];

      if (warning->breaks && (warning->phase == phase || warning->phase < 0))
        return warning->text;
    }

  return NULL;
}

static SyOutcome
decide (const SyEvidence *self)
{
  static const SyOutcome outcomes[] = {
    [SY_WINNER_TOO_CLOSE] = SY_OUTCOME_TOO_CLOSE,
    [SY_WINNER_A] = SY_OUTCOME_CONFIRMED,
    [SY_WINNER_B] = SY_OUTCOME_REFUTED,
  };

  return self->problem != NULL ? SY_OUTCOME_UNSOUND : outcomes[self->comparison.winner];
}

SyEvidence *
sy_evidence_new (const SyRecipe   *recipe,
                 const SyRun      *run,
                 const SyAnalysis *analysis)
{
  guint arms[2];
  int phase = sy_recipe_find_phase (recipe, run, arms);
  SyEvidence *self;

  if (phase < 0)
    return NULL;

  self = g_new0 (SyEvidence, 1);
  self->recipe = g_strdup (recipe->id);
  self->run = g_strdup (run->id);
  self->phase = (guint) phase;
  self->measured = g_date_time_ref (run->started);
  compare (self, recipe, run->phases->pdata[phase], arms);
  self->problem = g_strdup (find_problem (analysis, phase));
  if (!self->has_figures && self->problem == NULL)
    self->problem = g_strdup (_("The turns do not tell enough for a comparison"));
  self->outcome = decide (self);

  return self;
}

GPtrArray *
sy_evidence_list (const SyKnowledge *knowledge,
                  const SyRun       *run,
                  const SyAnalysis  *analysis)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);
  guint n_recipes;
  const SyRecipe *const *recipes = sy_knowledge_get_recipes (knowledge, &n_recipes);

  for (guint i = 0; i < n_recipes; i++)
    {
      SyEvidence *evidence = sy_evidence_new (recipes[i], run, analysis);

      if (evidence != NULL)
        g_ptr_array_add (list, evidence);
    }

  return list;
}

const SyEvidence *
sy_evidence_find (GPtrArray      *list,
                  const SyRecipe *recipe)
{
  const SyEvidence *latest = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const SyEvidence *evidence = list->pdata[i];

      if (g_str_equal (evidence->recipe, recipe->id) &&
          (latest == NULL || g_date_time_compare (evidence->measured, latest->measured) > 0))
        latest = evidence;
    }

  return latest;
}

gboolean
sy_evidence_get_place (const SyEvidence *self,
                       const SyRecipe   *recipe,
                       double           *place)
{
  double distance = log (self->comparison.ratio.value) / G_LN2;

  if (self->outcome == SY_OUTCOME_UNSOUND || !sy_recipe_has_place (recipe))
    return FALSE;

  /* Less time and less work are better, more requests are. */
  distance *= recipe->metric == SY_RECIPE_CAPACITY ? -1 : 1;
  *place = self->outcome == SY_OUTCOME_TOO_CLOSE ? 0 : CLAMP (distance, -1, 1);
  return TRUE;
}
