/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-decision.h"

#include "decision/sy-decision-private.h"
#include "decision/sy-weights.h"

static void
clear_leaf (gpointer data)
{
  SyLeaf *leaf = data;

  g_free (leaf->verdicts);
  g_free (leaf->counts);
  g_free (leaf->values);
  g_free (leaf->scores);
}

static guint
find_objective (const SyDecision  *self,
                const SyObjective *objective)
{
  guint n_objectives, i = 0;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (self->rulebook->knowledge,
                                                                      &n_objectives);

  while (i < n_objectives && objectives[i] != objective)
    i++;
  g_assert (i < n_objectives);
  return i;
}

/* Something worth nothing to a project has no worst and best between which it could swing. */
static gboolean
is_unneeded (const SyDecision  *self,
             const SyCriterion *criterion)
{
  const SyNeed *need = sy_rulebook_find_need (self->rulebook, criterion);

  return need != NULL && sy_profile_tell_trait (self->profile, need->trait) == SY_ANSWER_NO;
}

static guint
find_original (const SyDecision *self,
               guint             index)
{
  const SyLeaf *leaf = &g_array_index (self->leaves, SyLeaf, index);

  for (guint i = 0; i < index; i++)
    if (sy_leaf_is_twin (leaf, &g_array_index (self->leaves, SyLeaf, i), self))
      return i;

  return index;
}

static void
add_leaves (SyDecision *self)
{
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (self->rulebook->knowledge,
                                                                  &n_criteria);

  for (guint k = 0; k < n_criteria; k++)
    {
      SyLeaf leaf = {
        .criterion = criteria[k],
        .objective = find_objective (self, criteria[k]->objective),
        .is_unneeded = is_unneeded (self, criteria[k]),
        .verdicts = g_new0 (double, self->n_sources),
        .counts = g_new0 (gboolean, self->n_sources),
        .values = g_new (double, (gsize) self->n_options * SY_DECISION_N_DRAWS),
        .scores = g_new (double, SY_DECISION_N_DRAWS),
      };

      g_array_append_val (self->leaves, leaf);
      g_array_index (self->leaves, SyLeaf, k).original = find_original (self, k);
    }
}

/* Whether the leaf weighs, in its own name, without being called a priority. */
static gboolean
is_weighed (const SyDecision *self,
            guint             index)
{
  const SyLeaf *leaf = &g_array_index (self->leaves, SyLeaf, index);

  return leaf->criterion->weighs && leaf->original == index && !leaf->is_unneeded;
}

/* The leaf a priority names; G_MAXUINT where it names an objective. */
static guint
find_leaf (const SyDecision *self,
           const char       *id)
{
  for (guint k = 0; k < self->leaves->len; k++)
    {
      const SyLeaf *leaf = &g_array_index (self->leaves, SyLeaf, k);

      if (g_str_equal (leaf->criterion->id, id))
        return leaf->original;
    }

  return G_MAXUINT;
}

/* Criteria that were put in order come before the others of their objective, which together count
 * as one more.
 */
static void
share_objective (SyDecision *self,
                 guint       objective)
{
  g_autofree guint *ranks = g_new0 (guint, self->leaves->len + 1);
  double weights[SY_PROFILE_MAX_PRIORITIES + 1] = { 0 };
  guint order[SY_PROFILE_MAX_PRIORITIES + 1];
  guint n_named = 0, n_others = 0;

  for (guint i = 0; i < self->profile->priorities->len; i++)
    {
      guint k = find_leaf (self, self->profile->priorities->pdata[i]);

      if (k != G_MAXUINT && ranks[k] == 0
          && g_array_index (self->leaves, SyLeaf, k).objective == objective)
        ranks[k] = ++n_named;
    }
  for (guint k = 0; k < self->leaves->len; k++)
    n_others += ranks[k] == 0 && is_weighed (self, k)
                && g_array_index (self->leaves, SyLeaf, k).objective == objective;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i + 1;
  sy_weights_centroid (order, n_named + (n_others > 0), weights);
  for (guint k = 0; k < self->leaves->len; k++)
    {
      SyLeaf *leaf = &g_array_index (self->leaves, SyLeaf, k);

      if (leaf->objective != objective)
        continue;
      if (ranks[k] > 0)
        leaf->share = weights[ranks[k] - 1];
      else
        leaf->share = is_weighed (self, k) ? weights[n_named] / n_others : 0;
    }
}

static guint
find_priority (const SyDecision *self,
               const char       *id)
{
  guint n_objectives, k = find_leaf (self, id);
  const SyObjective *const *objectives = sy_knowledge_get_objectives (self->rulebook->knowledge,
                                                                      &n_objectives);

  if (k != G_MAXUINT)
    return g_array_index (self->leaves, SyLeaf, k).objective;

  for (guint o = 0; o < n_objectives; o++)
    if (g_str_equal (objectives[o]->id, id))
      return o;

  g_return_val_if_reached (0);
}

/* An objective stands where the first of its criteria stands, so that those that overlap count
 * once.
 */
static void
weigh_objectives (SyDecision *self)
{
  g_autofree guint *ranks = g_new0 (guint, self->n_objectives);
  guint n_ranked = 0;

  for (guint i = 0; i < self->profile->priorities->len; i++)
    {
      guint objective = find_priority (self, self->profile->priorities->pdata[i]);

      if (ranks[objective] == 0)
        ranks[objective] = ++n_ranked;
    }
  sy_weights_centroid (ranks, self->n_objectives, self->asked);
  self->is_uniform = n_ranked == 0;
}

char *
sy_decision_find_exclusion (const SyDecision  *self,
                            guint              option,
                            const SyMustHave **missing)
{
  const SyProfile *profile = self->profile;
  const SyOption *candidate = self->rulebook->options->pdata[option];

  *missing = NULL;
  if (g_ptr_array_find_with_equal_func (profile->vetoed, candidate->id, g_str_equal, NULL))
    return g_strdup ("constraints.vetoed");
  if (profile->known_languages_only
      && sy_profile_tell_language (profile, candidate->language) == SY_ANSWER_NO)
    return g_strdup ("constraints.known_languages_only");
  for (guint i = 0; i < profile->must_haves->len; i++)
    {
      const SyMustHave *must_have = sy_rulebook_find_must_have (self->rulebook,
                                                                profile->must_haves->pdata[i]);

      if (must_have != NULL && !(must_have->options & (G_GUINT64_CONSTANT (1) << option)))
        {
          *missing = must_have;
          return g_strdup_printf ("constraints.must_haves[%u]", i);
        }
    }

  return NULL;
}

static void
find_left (SyDecision *self)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      const SyMustHave *missing;
      g_autofree char *exclusion = sy_decision_find_exclusion (self, i, &missing);

      if (exclusion == NULL)
        g_array_append_val (self->left, i);
    }
}

static SyDecision *
new_decision (const SyRulebook *rulebook,
              const SyProfile  *profile)
{
  SyDecision *self = g_new0 (SyDecision, 1);

  self->rulebook = rulebook;
  self->profile = sy_profile_copy (profile);
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free);
  self->leaves = g_array_new (FALSE, FALSE, sizeof (SyLeaf));
  g_array_set_clear_func (self->leaves, clear_leaf);
  self->left = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_options = rulebook->options->len;
  sy_knowledge_get_objectives (rulebook->knowledge, &self->n_objectives);
  sy_knowledge_get_sources (rulebook->knowledge, &self->n_sources);
  self->asked = g_new0 (double, self->n_objectives);
  self->sources = g_new (double, (gsize) self->n_sources * SY_DECISION_N_DRAWS);
  self->values = g_new (double,
                        (gsize) self->n_objectives * self->n_options * SY_DECISION_N_DRAWS);
  self->weights = g_new (double, (gsize) self->n_objectives * SY_DECISION_N_DRAWS);
  return self;
}

SyDecision *
sy_decision_new (const SyRulebook           *rulebook,
                 const SyProfile            *profile,
                 const SyObservation *const *observations,
                 guint                       n_observations)
{
  SyDecision *self = new_decision (rulebook, profile);

  for (guint i = 0; i < n_observations; i++)
    g_ptr_array_add (self->observations, sy_observation_copy (observations[i]));
  add_leaves (self);
  for (guint o = 0; o < self->n_objectives; o++)
    share_objective (self, o);
  weigh_objectives (self);
  find_left (self);
  return self;
}

void
sy_decision_free (SyDecision *self)
{
  sy_profile_free (self->profile);
  g_ptr_array_unref (self->observations);
  g_array_unref (self->leaves);
  g_array_unref (self->left);
  g_free (self->asked);
  g_free (self->sources);
  g_free (self->values);
  g_free (self->weights);
  g_free (self);
}

const SyRulebook *
sy_decision_get_rulebook (const SyDecision *self)
{
  return self->rulebook;
}

const SyProfile *
sy_decision_get_profile (const SyDecision *self)
{
  return self->profile;
}

GPtrArray *
sy_decision_get_observations (const SyDecision *self)
{
  return self->observations;
}

double
sy_decision_get_weight (const SyDecision  *self,
                        const SyObjective *objective)
{
  return self->asked[find_objective (self, objective)];
}

static void
take_own_weights (SyDecision *self)
{
  self->has_own_weights = TRUE;
  self->is_uniform = FALSE;
  self->has_weights = FALSE;
}

void
sy_decision_set_weight (SyDecision        *self,
                        const SyObjective *objective,
                        double             weight)
{
  guint index = find_objective (self, objective);
  double rest = 0;

  g_return_if_fail (weight >= 0 && weight <= 1);

  /* Summed up, since what one leaves of 1 is not quite that, and a weight might exceed 1. */
  for (guint o = 0; o < self->n_objectives; o++)
    rest += o != index ? self->asked[o] : 0;
  for (guint o = 0; o < self->n_objectives; o++)
    if (o != index)
      self->asked[o] = rest > 0 ? self->asked[o] / rest * (1 - weight)
                                : (1 - weight) / (self->n_objectives - 1);
  self->asked[index] = weight;
  take_own_weights (self);
}

void
sy_decision_set_weights (SyDecision   *self,
                         const double *weights)
{
  double sum = 0;

  for (guint o = 0; o < self->n_objectives; o++)
    sum += weights[o];
  if (sum <= 0)
    return;

  for (guint o = 0; o < self->n_objectives; o++)
    self->asked[o] = weights[o] / sum;
  take_own_weights (self);
}

void
sy_decision_reset_weights (SyDecision *self)
{
  weigh_objectives (self);
  self->has_own_weights = FALSE;
  self->has_weights = FALSE;
}

const double *
sy_decision_get_own_weights (const SyDecision *self)
{
  return self->has_own_weights ? self->asked : NULL;
}

void
sy_decision_set_source (SyDecision     *self,
                        const SySource *source,
                        gboolean        is_on)
{
  GPtrArray *sources_off = self->profile->sources_off;
  guint index;

  if (sy_decision_has_source (self, source) == is_on)
    return;

  if (!is_on)
    g_ptr_array_add (sources_off, g_strdup (source->id));
  else if (g_ptr_array_find_with_equal_func (sources_off, source->id, g_str_equal, &index))
    g_ptr_array_remove_index (sources_off, index);
  self->has_values = FALSE;
}
