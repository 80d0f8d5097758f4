/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-decision-private.h"

gboolean
sy_decision_has_source (const SyDecision *self,
                        const SySource   *source)
{
  return !g_ptr_array_find_with_equal_func (self->profile->sources_off, source->id, g_str_equal,
                                            NULL);
}

static gboolean
is_met (const SyProfile   *profile,
        const SyCondition *condition)
{
  for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
    if (g_str_equal (sy_trait_names[trait], condition->id))
      return sy_profile_tell_trait (profile, trait) == SY_ANSWER_YES;

  return FALSE;
}

static double
get_sign (SySide side)
{
  if (side == SY_SIDE_NODE)
    return 1;

  return side == SY_SIDE_PYTHON ? -1 : 0;
}

/* Branches that are met and pull apart meet in the middle. */
static gboolean
read_branches (const SyProfile       *profile,
               const SySourceVerdict *verdict,
               double                *value)
{
  double sum = 0;
  guint n_met = 0;

  for (guint i = 0; i < verdict->branches->len; i++)
    {
      const SyBranch *branch = &g_array_index (verdict->branches, SyBranch, i);

      if (!is_met (profile, branch->condition))
        continue;
      sum += get_sign (branch->side);
      n_met++;
    }
  *value = n_met > 0 ? sum / n_met : 0;
  return n_met > 0;
}

static gboolean
is_documented (const SyClaim *claim)
{
  for (guint i = 0; i < claim->doubts->len; i++)
    if (((const SyDoubt *) claim->doubts->pdata[i])->kind == SY_DOUBT_DOCUMENTATION)
      return TRUE;

  return FALSE;
}

/* Whether the documentation differs from every claim that speaks for what the verdict says. */
static gboolean
is_refuted (const SyKnowledge     *knowledge,
            const SySourceVerdict *verdict)
{
  SySide side = verdict->judgement == SY_JUDGEMENT_NODE ? SY_SIDE_NODE : SY_SIDE_PYTHON;
  guint n_claims, n_supporting = 0;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  for (guint i = 0; i < n_claims; i++)
    if (claims[i]->verdict == verdict && sy_claim_get_favoured (claims[i]) == side)
      {
        if (!is_documented (claims[i]))
          return FALSE;
        n_supporting++;
      }

  return n_supporting > 0;
}

/* METHOD.md B3: whether the verdict counts, and for what. */
static gboolean
read_verdict (const SyDecision      *self,
              const SySourceVerdict *verdict,
              double                *value)
{
  *value = 0;
  if (verdict == NULL || verdict->judgement == SY_JUDGEMENT_NONE)
    return FALSE;
  if (sy_source_verdict_is_contradicted (verdict) || verdict->judgement == SY_JUDGEMENT_TIE)
    return TRUE;
  if (verdict->judgement == SY_JUDGEMENT_CONDITIONAL)
    return read_branches (self->profile, verdict, value);
  if (is_refuted (self->rulebook->knowledge, verdict))
    return FALSE;

  *value = verdict->judgement == SY_JUDGEMENT_NODE ? 1 : -1;
  return TRUE;
}

void
sy_leaf_read_verdicts (SyLeaf           *leaf,
                       const SyDecision *self)
{
  const SyKnowledge *knowledge = self->rulebook->knowledge;
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  leaf->n_sources = 0;
  for (guint j = 0; j < n_sources; j++)
    {
      const SySourceVerdict *verdict = sy_knowledge_find_verdict (knowledge, sources[j],
                                                                  leaf->criterion);

      leaf->counts[j] = sy_decision_has_source (self, sources[j])
                        && read_verdict (self, verdict, &leaf->verdicts[j]);
      leaf->n_sources += leaf->counts[j];
    }
}

static gboolean
is_same (const SySourceVerdict *a,
         const SySourceVerdict *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->judgement == b->judgement && a->line == b->line && a->contradicting == b->contradicting
         && g_str_equal (a->text, b->text);
}

gboolean
sy_leaf_is_twin (const SyLeaf     *leaf,
                 const SyLeaf     *other,
                 const SyDecision *self)
{
  const SyKnowledge *knowledge = self->rulebook->knowledge;
  guint n_sources, n_found = 0;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  if (leaf->objective != other->objective || leaf->criterion->weighs != other->criterion->weighs)
    return FALSE;

  for (guint j = 0; j < n_sources; j++)
    {
      const SySourceVerdict *verdict = sy_knowledge_find_verdict (knowledge, sources[j],
                                                                  leaf->criterion);

      if (!is_same (verdict, sy_knowledge_find_verdict (knowledge, sources[j], other->criterion)))
        return FALSE;
      n_found += verdict != NULL;
    }

  return n_found > 0;
}
