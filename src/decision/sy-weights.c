/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-weights.h"

static double
get_rank_weight (guint rank,
                 guint n)
{
  double sum = 0;

  for (guint i = rank; i <= n; i++)
    sum += 1.0 / i;

  return sum / n;
}

void
sy_weights_centroid (const guint *ranks,
                     guint        n,
                     double      *weights)
{
  double rest = 1;
  guint n_unranked = 0;

  for (guint i = 0; i < n; i++)
    {
      weights[i] = ranks[i] > 0 ? get_rank_weight (ranks[i], n) : 0;
      rest -= weights[i];
      n_unranked += ranks[i] == 0;
    }
  for (guint i = 0; i < n; i++)
    if (ranks[i] == 0)
      weights[i] = rest / n_unranked;
}

gboolean
sy_weights_find_flip (double  score,
                      double  rest,
                      double *weight)
{
  if (!(score < 0 && rest > 0) && !(score > 0 && rest < 0))
    return FALSE;

  *weight = rest / (rest - score);
  return TRUE;
}

double *
sy_weights_copy (const double      *weights,
                 const SyKnowledge *knowledge)
{
  guint n_objectives;

  sy_knowledge_get_objectives (knowledge, &n_objectives);

  return g_memdup2 (weights, n_objectives * sizeof *weights);
}

void
sy_weights_write (const double      *weights,
                  const SyKnowledge *knowledge,
                  const char        *name,
                  SyJsonWriter      *writer)
{
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);

  sy_json_writer_begin_object (writer, name);
  for (guint i = 0; i < n_objectives; i++)
    sy_json_writer_add_double (writer, objectives[i]->id, weights[i]);
  sy_json_writer_end_object (writer);
}

double *
sy_weights_read (const SyJson      *json,
                 const SyKnowledge *knowledge,
                 const char        *name)
{
  SyJson member = sy_json_member (json, name);
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);
  double *weights = g_new0 (double, n_objectives);

  for (guint i = 0; i < n_objectives; i++)
    weights[i] = sy_json_double (&member, objectives[i]->id, 0, 1);

  return weights;
}
