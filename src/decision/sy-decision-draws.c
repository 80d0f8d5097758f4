/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "decision/sy-decision-private.h"

enum { N_BINS = 200 };

#define TAIL 0.05

SyRandom
sy_decision_random (const SyDecision *self,
                    const char       *use,
                    const char       *id)
{
  g_autofree char *stream = g_strconcat (use, " ", id, NULL);

  return sy_random_new (self->profile->seed, g_str_hash (stream));
}

/* Gamma draws, one row an objective, divided by their sum: a Dirichlet distribution. */
static void
normalise (SyDecision *self)
{
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    {
      double sum = 0;

      for (guint o = 0; o < self->n_objectives; o++)
        sum += self->weights[(gsize) o * SY_DECISION_N_DRAWS + draw];
      for (guint o = 0; o < self->n_objectives; o++)
        self->weights[(gsize) o * SY_DECISION_N_DRAWS + draw] /= sum;
    }
}

void
sy_decision_draw_weights (SyDecision *self)
{
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (self->rulebook->knowledge,
                                                                      &n_objectives);
  double kappa = self->is_uniform ? n_objectives : SY_DECISION_KAPPA;

  for (guint o = 0; o < n_objectives; o++)
    {
      SyRandom random = sy_decision_random (self, "weight", objectives[o]->id);
      double *row = self->weights + (gsize) o * SY_DECISION_N_DRAWS;
      double shape = kappa * self->asked[o];

      for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
        row[draw] = shape > 0 ? sy_random_gamma (&random, shape) : 0;
    }
  normalise (self);
  self->has_weights = TRUE;
}

/* Sources that copy each other share the weight of one; those switched off are none of them. */
static double
get_shape (const SyDecision      *self,
           const SySource *const *sources,
           guint                  source)
{
  guint n_alike = 0;

  for (guint j = 0; j < self->n_sources; j++)
    n_alike += sources[j]->cluster == sources[source]->cluster
               && sy_decision_has_source (self, sources[j]);

  return 1.0 / MAX (1, n_alike);
}

static void
draw_sources (SyDecision *self)
{
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (self->rulebook->knowledge, &n_sources);

  for (guint j = 0; j < n_sources; j++)
    {
      SyRandom random = sy_decision_random (self, "source", sources[j]->id);
      double shape = get_shape (self, sources, j);

      for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
        self->sources[(gsize) j * SY_DECISION_N_DRAWS + draw] = sy_random_gamma (&random, shape);
    }
}

/* s = Σ g·v / (g₀ + Σ g): the sources as a Dirichlet mixture with "no difference". */
static void
draw_scores (SyLeaf           *leaf,
             const SyDecision *self)
{
  g_autofree double *sums = g_new (double, SY_DECISION_N_DRAWS);
  SyRandom random = sy_decision_random (self, "criterion", leaf->criterion->id);

  memset (leaf->scores, 0, SY_DECISION_N_DRAWS * sizeof *leaf->scores);
  if (leaf->n_sources == 0)
    return;

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    sums[draw] = sy_random_exponential (&random, 1);
  for (guint j = 0; j < self->n_sources; j++)
    {
      const double *source = self->sources + (gsize) j * SY_DECISION_N_DRAWS;

      if (!leaf->counts[j])
        continue;
      for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
        {
          sums[draw] += source[draw];
          leaf->scores[draw] += source[draw] * leaf->verdicts[j];
        }
    }
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    leaf->scores[draw] /= sums[draw];
}

/* Where the articles speak about the architecture and not about an option, it lies somewhere
 * between its neighbours, as likely here as there.
 */
static void
draw_between (SyLeaf           *leaf,
              const SyDecision *self,
              const SyOption   *option,
              double           *row)
{
  SyRandom random = sy_decision_random (self, option->id, leaf->criterion->id);
  const double *ends[2];

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      guint index = 0;

      g_ptr_array_find (self->rulebook->options, option->between[i], &index);
      ends[i] = leaf->values + (gsize) index * SY_DECISION_N_DRAWS;
    }
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    row[draw] = ends[0][draw] + sy_random_uniform (&random) * (ends[1][draw] - ends[0][draw]);
}

static void
draw_options (SyLeaf           *leaf,
              const SyDecision *self)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      const SyOption *option = self->rulebook->options->pdata[i];
      double *row = leaf->values + (gsize) i * SY_DECISION_N_DRAWS;
      double sign = option->side == SY_SIDE_NODE ? 0.5 : -0.5;

      if (option->between[0] != NULL
          && sy_rulebook_is_about_architecture (self->rulebook, leaf->criterion))
        draw_between (leaf, self, option, row);
      else
        for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
          row[draw] = 0.5 + sign * leaf->scores[draw];
    }
}

void
sy_decision_find_range (const double *figures,
                        guint         n_figures,
                        double       *low,
                        double       *high)
{
  guint counts[N_BINS + 1] = { 0 };
  guint below = 0, above = 0;
  gint bottom = 0, top = N_BINS;

  for (guint i = 0; i < n_figures; i++)
    counts[(guint) ((CLAMP (figures[i], -1, 1) + 1) / 2 * N_BINS + 0.5)]++;
  while (below + counts[bottom] <= TAIL * n_figures)
    below += counts[bottom++];
  while (above + counts[top] <= TAIL * n_figures)
    above += counts[top--];
  *low = bottom * 2.0 / N_BINS - 1;
  *high = top * 2.0 / N_BINS - 1;
}

static void
summarise (SyLeaf *leaf)
{
  double sum = 0;

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    sum += leaf->scores[draw];
  leaf->mean = sum / SY_DECISION_N_DRAWS;
  leaf->leader = leaf->rival = G_MAXUINT;
  sy_decision_find_range (leaf->scores, SY_DECISION_N_DRAWS, &leaf->low, &leaf->high);
}

/* The leaves' values, by their shares of an objective; without leaves there is no difference. */
static void
add_leaf (SyDecision   *self,
          const SyLeaf *leaf)
{
  double *rows = self->values
                 + (gsize) leaf->objective * self->n_options * SY_DECISION_N_DRAWS;
  gsize length = (gsize) self->n_options * SY_DECISION_N_DRAWS;

  for (gsize i = 0; i < length && leaf->share > 0; i++)
    rows[i] += leaf->share * leaf->values[i];
}

void
sy_decision_draw_values (SyDecision *self)
{
  gsize length = (gsize) self->n_objectives * self->n_options * SY_DECISION_N_DRAWS;

  draw_sources (self);
  memset (self->values, 0, length * sizeof *self->values);
  for (guint k = 0; k < self->leaves->len; k++)
    {
      SyLeaf *leaf = &g_array_index (self->leaves, SyLeaf, k);

      sy_leaf_read_verdicts (leaf, self);
      draw_scores (leaf, self);
      draw_options (leaf, self);
      sy_leaf_apply_observations (leaf, self);
      summarise (leaf);
      add_leaf (self, leaf);
    }
  self->has_values = TRUE;
}
