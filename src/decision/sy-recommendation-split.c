/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-decision-private.h"

/* From so clear a difference on, a part of the service pulls its own way. */
#define SPLIT_SCORE 0.3

static gboolean
is_left (const SyDecision *decision,
         SySide            side)
{
  for (guint i = 0; i < decision->left->len; i++)
    {
      guint option = g_array_index (decision->left, guint, i);

      if (((const SyOption *) decision->rulebook->options->pdata[option])->side == side)
        return TRUE;
    }

  return FALSE;
}

static gboolean
does_pull (const SyPart     *part,
           const SyDecision *decision)
{
  double sign = part->side == SY_SIDE_NODE ? 1 : -1;

  if (sy_profile_tell_trait (decision->profile, part->trait) != SY_ANSWER_YES)
    return FALSE;

  for (guint k = 0; k < decision->leaves->len; k++)
    {
      const SyLeaf *leaf = &g_array_index (decision->leaves, SyLeaf, k);

      if (leaf->criterion == part->criterion)
        return sign * leaf->mean >= SPLIT_SCORE;
    }

  return FALSE;
}

void
sy_recommendation_find_split (SyRecommendation *self,
                              const SyDecision *decision)
{
  const GPtrArray *parts = decision->rulebook->parts;

  if (!is_left (decision, SY_SIDE_NODE) || !is_left (decision, SY_SIDE_PYTHON))
    return;

  for (guint i = 0; i < parts->len; i++)
    {
      const SyPart *part = parts->pdata[i];
      guint side = part->side == SY_SIDE_NODE ? 0 : 1;

      if (self->split[side] == NULL && does_pull (part, decision))
        self->split[side] = part;
    }
  if (self->split[0] == NULL || self->split[1] == NULL)
    self->split[0] = self->split[1] = NULL;
}
