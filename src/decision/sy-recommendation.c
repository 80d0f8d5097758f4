/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "decision/sy-decision-private.h"
#include "decision/sy-shares.h"
#include "decision/sy-smaa.h"
#include "decision/sy-weights.h"

/* Below this share of the lead's variance, knowing more would hardly change it. */
#define WORTH_MEASURING 0.02

static void
free_option_result (gpointer data)
{
  SyOptionResult *result = data;

  g_free (result->excluded_by);
  g_free (result->acceptability);
  g_free (result->percents);
  g_free (result->central_weights);
  g_free (result);
}

void
sy_recommendation_free (SyRecommendation *self)
{
  g_ptr_array_unref (self->options);
  g_array_unref (self->objectives);
  g_array_unref (self->criteria);
  g_array_unref (self->rules);
  g_free (self);
}

static SyRecommendation *
new_recommendation (void)
{
  SyRecommendation *self = g_new0 (SyRecommendation, 1);

  self->options = g_ptr_array_new_with_free_func (free_option_result);
  self->objectives = g_array_new (FALSE, TRUE, sizeof (SyObjectiveResult));
  self->criteria = g_array_new (FALSE, TRUE, sizeof (SyCriterionResult));
  self->rules = g_array_new (FALSE, FALSE, sizeof (SyRuleResult));
  return self;
}

static const SyOption *
get_option (const SyRecommendation *self,
            guint                   index)
{
  return ((const SyOptionResult *) self->options->pdata[index])->option;
}

/* The values of what is left alone, as SMAA wants them. */
static double *
take_left (const SyDecision *decision)
{
  guint n_left = decision->left->len;
  gsize row = SY_DECISION_N_DRAWS * sizeof (double);
  double *values = g_new (double, (gsize) decision->n_objectives * n_left * SY_DECISION_N_DRAWS);

  for (guint o = 0; o < decision->n_objectives; o++)
    for (guint i = 0; i < n_left; i++)
      {
        guint option = g_array_index (decision->left, guint, i);

        memcpy (values + ((gsize) o * n_left + i) * SY_DECISION_N_DRAWS,
                decision->values
                + ((gsize) o * decision->n_options + option) * SY_DECISION_N_DRAWS, row);
      }

  return values;
}

static SySmaa *
run_smaa (const SyDecision *decision)
{
  g_autofree double *left = NULL;

  if (decision->left->len == 0)
    return NULL;
  if (decision->left->len < decision->n_options)
    left = take_left (decision);

  return sy_smaa_new (left != NULL ? left : decision->values, decision->weights,
                      decision->n_objectives, decision->left->len, SY_DECISION_N_DRAWS);
}

static void
take_option (SyOptionResult   *result,
             const SyDecision *decision,
             const SySmaa     *smaa,
             const guint      *percents,
             guint             index)
{
  memcpy (result->acceptability, smaa->acceptability + index * smaa->n_options,
          smaa->n_options * sizeof (double));
  memcpy (result->percents, percents + index * smaa->n_options, smaa->n_options * sizeof (guint));
  result->mean_value = smaa->means[index];
  result->confidence = smaa->confidence[index];
  if (result->acceptability[0] > 0)
    result->central_weights = g_memdup2 (smaa->central_weights + index * smaa->n_objectives,
                                         smaa->n_objectives * sizeof (double));
}

static void
add_options (SyRecommendation *self,
             const SyDecision *decision,
             const SySmaa     *smaa)
{
  guint n_left = decision->left->len;
  g_autofree guint *percents = g_new0 (guint, n_left * n_left);

  for (guint i = 0; i < decision->n_options; i++)
    {
      SyOptionResult *result = g_new0 (SyOptionResult, 1);

      result->option = decision->rulebook->options->pdata[i];
      result->excluded_by = sy_decision_find_exclusion (decision, i, &result->missing);
      result->acceptability = g_new0 (double, decision->n_options);
      result->percents = g_new0 (guint, decision->n_options);
      g_ptr_array_add (self->options, result);
    }
  if (n_left > 0)
    sy_shares_round (smaa->acceptability, n_left, percents);
  for (guint i = 0; i < n_left; i++)
    take_option (self->options->pdata[g_array_index (decision->left, guint, i)], decision, smaa,
                 percents, i);
}

static gboolean
is_better (const SyOptionResult *a,
           const SyOptionResult *b)
{
  if (a->acceptability[0] != b->acceptability[0])
    return a->acceptability[0] > b->acceptability[0];

  return a->mean_value > b->mean_value;
}

/* Among those left, of another language than @language, or of any. */
static guint
find_best (const SyRecommendation *self,
           const SyDecision       *decision,
           const char             *language,
           guint                   except)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < decision->left->len; i++)
    {
      guint option = g_array_index (decision->left, guint, i);

      if (option == except
          || (language != NULL && g_str_equal (get_option (self, option)->language, language)))
        continue;
      if (best == G_MAXUINT
          || is_better (self->options->pdata[option], self->options->pdata[best]))
        best = option;
    }

  return best;
}

static void
find_leader (SyRecommendation *self,
             const SyDecision *decision)
{
  self->best = self->rival = G_MAXUINT;
  self->best = find_best (self, decision, NULL, G_MAXUINT);
  if (self->best == G_MAXUINT)
    return;

  self->rival = find_best (self, decision, get_option (self, self->best)->language, self->best);
  if (self->rival == G_MAXUINT)
    self->rival = find_best (self, decision, NULL, self->best);
  if (self->rival == G_MAXUINT)
    self->rival = self->best;
}

/* One option may win, or several of one language together. */
static void
find_winner (SyRecommendation *self,
             const SyDecision *decision)
{
  const SyOptionResult *best;

  if (self->best == G_MAXUINT)
    return;

  best = self->options->pdata[self->best];
  for (guint i = 0; i < self->options->len; i++)
    if (g_str_equal (get_option (self, i)->language, best->option->language))
      self->language_share += ((SyOptionResult *) self->options->pdata[i])->acceptability[0];
  if (self->language_share >= SY_DECISION_CLEAR)
    self->language = best->option->language;
  if (best->acceptability[0] >= SY_DECISION_CLEAR)
    self->winner = best->option;
}

/* By how much the best leads its rival, draw by draw; @values: by option and draw. */
static double *
take_leads (const SyRecommendation *self,
            const double           *values)
{
  const double *best = values + (gsize) self->best * SY_DECISION_N_DRAWS;
  const double *rival = values + (gsize) self->rival * SY_DECISION_N_DRAWS;
  double *leads = g_new (double, SY_DECISION_N_DRAWS);

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    leads[draw] = best[draw] - rival[draw];

  return leads;
}

static double
get_mean (const double *figures)
{
  double sum = 0;

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    sum += figures[draw];

  return sum / SY_DECISION_N_DRAWS;
}

/* Which part of the lead's variance comes with @part, where part times factor is a term of the
 * lead: the covariance of their product with it, over its variance.  What both move together is
 * halved between them, by w l - W L = (w + W)(l - L)/2 + (l + L)(w - W)/2, so that the shares of
 * all parts and all factors add up to one.
 */
static double
find_variance_share (const double *part,
                     double        part_mean,
                     const double *factor,
                     double        factor_mean,
                     const double *pulls)
{
  double share = 0;

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    share += (factor[draw] + factor_mean) * (part[draw] - part_mean) * pulls[draw];

  return share / 2;
}

/* The rows of the best and of its rival, among those that are left. */
static void
find_rows (const SyRecommendation *self,
           const SyDecision       *decision,
           guint                  *best,
           guint                  *rival)
{
  *best = *rival = 0;
  for (guint i = 0; i < decision->left->len; i++)
    {
      guint option = g_array_index (decision->left, guint, i);

      *best = option == self->best ? i : *best;
      *rival = option == self->rival ? i : *rival;
    }
}

/* By how much the lead is off its mean, draw by draw, over the sum of the squares of that: what is
 * multiplied by it and summed up is a share of the lead's variance.
 */
static double *
take_pulls (const SyRecommendation *self,
            const SyDecision       *decision,
            const SySmaa           *smaa)
{
  double *pulls = g_new0 (double, SY_DECISION_N_DRAWS);
  double mean, squares = 0;
  guint best, rival;

  find_rows (self, decision, &best, &rival);
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    pulls[draw] = smaa->totals[(gsize) best * SY_DECISION_N_DRAWS + draw]
                  - smaa->totals[(gsize) rival * SY_DECISION_N_DRAWS + draw];
  mean = get_mean (pulls);
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    {
      pulls[draw] -= mean;
      squares += pulls[draw] * pulls[draw];
    }
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS && squares > 0; draw++)
    pulls[draw] /= squares;

  return pulls;
}

/* What of a lead follows from the values alone stays as it is while weights move. */
static void
sum_up_leads (SyLeaf                 *leaf,
              const SyRecommendation *recommendation,
              const double           *leads)
{
  if (leaf->leader == recommendation->best && leaf->rival == recommendation->rival)
    return;

  leaf->leader = recommendation->best;
  leaf->rival = recommendation->rival;
  leaf->lead_mean = get_mean (leads);
  sy_decision_find_range (leads, SY_DECISION_N_DRAWS, &leaf->lead_low, &leaf->lead_high);
}

static void
add_lead (SyRecommendation  *self,
          const SyDecision  *decision,
          SyLeaf            *leaf,
          const double      *pulls,
          SyCriterionResult *result)
{
  const double *weights = decision->weights + (gsize) leaf->objective * SY_DECISION_N_DRAWS;
  g_autofree double *leads = take_leads (self, leaf->values);

  sum_up_leads (leaf, self, leads);
  result->contribution = result->weight * leaf->lead_mean;
  result->swing_low = leaf->lead_low;
  result->swing_high = leaf->lead_high;
  result->variance_share = leaf->share
                           * find_variance_share (leads, leaf->lead_mean, weights,
                                                  decision->asked[leaf->objective], pulls);
  self->lead += result->contribution;
}

/* @pulls: see take_pulls(); %NULL where nothing is left */
static void
add_criterion (SyRecommendation *self,
               const SyDecision *decision,
               SyLeaf           *leaf,
               const double     *pulls)
{
  SyCriterionResult result = {
    .criterion = leaf->criterion,
    .weight = leaf->share * decision->asked[leaf->objective],
    .is_left_out = leaf->is_unneeded && leaf->share <= 0,
    .mean = leaf->mean,
    .low = leaf->low,
    .high = leaf->high,
    .is_measured = leaf->is_measured,
    .are_enough = leaf->are_enough,
    .n_sources = leaf->n_sources,
  };

  if (pulls != NULL && result.weight > 0)
    add_lead (self, decision, leaf, pulls, &result);
  g_array_append_val (self->criteria, result);
}

/* Until here the swings are leads on the criterion alone. */
static void
finish_swings (SyRecommendation *self)
{
  for (guint k = 0; k < self->criteria->len; k++)
    {
      SyCriterionResult *result = &g_array_index (self->criteria, SyCriterionResult, k);
      double rest = self->lead - result->contribution;

      result->swing_low = rest + result->weight * result->swing_low;
      result->swing_high = rest + result->weight * result->swing_high;
    }
}

static void
add_criteria (SyRecommendation *self,
              const SyDecision *decision,
              const double     *pulls)
{
  for (guint k = 0; k < decision->leaves->len; k++)
    add_criterion (self, decision, &g_array_index (decision->leaves, SyLeaf, k), pulls);
  finish_swings (self);
}

static void
add_objective (SyRecommendation  *self,
               const SyDecision  *decision,
               const SyObjective *objective,
               guint              index,
               const double      *pulls)
{
  SyObjectiveResult result = { .objective = objective, .weight = decision->asked[index] };
  double score, rest;

  for (guint k = 0; k < self->criteria->len; k++)
    if (g_array_index (decision->leaves, SyLeaf, k).objective == index)
      result.contribution += g_array_index (self->criteria, SyCriterionResult, k).contribution;
  if (result.weight > 0 && result.weight < 1)
    {
      score = result.contribution / result.weight;
      rest = (self->lead - result.contribution) / (1 - result.weight);
      result.flips = sy_weights_find_flip (score, rest, &result.flip_weight);
    }
  if (pulls != NULL && result.weight > 0)
    {
      g_autofree double *leads = take_leads (self, decision->values + (gsize) index
                                                   * decision->n_options * SY_DECISION_N_DRAWS);

      result.variance_share
        = find_variance_share (decision->weights + (gsize) index * SY_DECISION_N_DRAWS,
                               result.weight, leads, get_mean (leads), pulls);
    }
  g_array_append_val (self->objectives, result);
}

static void
add_objectives (SyRecommendation *self,
                const SyDecision *decision,
                const double     *pulls)
{
  guint n_objectives;
  const SyObjective *const *objectives
    = sy_knowledge_get_objectives (decision->rulebook->knowledge, &n_objectives);

  for (guint o = 0; o < n_objectives; o++)
    add_objective (self, decision, objectives[o], o, pulls);
}

static gboolean
applies (const SyRule    *rule,
         const SyProfile *profile)
{
  const char *first = profile->priorities->len > 0 ? profile->priorities->pdata[0] : NULL;

  for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
    if ((rule->traits & (1u << trait))
        && sy_profile_tell_trait (profile, trait) != SY_ANSWER_YES)
      return FALSE;

  return rule->first[0] == NULL || (first != NULL && g_strv_contains (rule->first, first));
}

static void
add_rules (SyRecommendation *self,
           const SyDecision *decision)
{
  const GPtrArray *rules = decision->rulebook->rules;

  for (guint i = 0; i < rules->len && self->best != G_MAXUINT; i++)
    {
      SyRuleResult result = { .rule = rules->pdata[i] };

      if (!applies (result.rule, decision->profile))
        continue;
      result.supports = result.rule->fact->side == get_option (self, self->best)->side;
      g_array_append_val (self->rules, result);
    }
}

static void
find_next (SyRecommendation *self,
           const SyDecision *decision)
{
  double largest = WORTH_MEASURING;

  for (guint k = 0; k < self->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (self->criteria, SyCriterionResult, k);

      if (result->variance_share <= largest || result->is_measured
          || sy_rulebook_find_measurable (decision->rulebook, result->criterion) == NULL)
        continue;
      largest = result->variance_share;
      self->measure_next = result->criterion;
    }
}

SyRecommendation *
sy_decision_recommend (SyDecision *decision)
{
  SyRecommendation *self = new_recommendation ();
  g_autoptr(SySmaa) smaa = NULL;
  g_autofree double *pulls = NULL;

  if (!decision->has_values)
    sy_decision_draw_values (decision);
  if (!decision->has_weights)
    sy_decision_draw_weights (decision);

  smaa = run_smaa (decision);
  add_options (self, decision, smaa);
  find_leader (self, decision);
  find_winner (self, decision);
  if (smaa != NULL)
    pulls = take_pulls (self, decision, smaa);
  add_criteria (self, decision, pulls);
  add_objectives (self, decision, pulls);
  add_rules (self, decision);
  sy_recommendation_find_split (self, decision);
  find_next (self, decision);
  return self;
}
