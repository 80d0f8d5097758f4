/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "decision/sy-decision-private.h"

/* The ratio from which on nothing more is gained: METHOD.md B4. */
#define ENOUGH_RATIO 2.0

/* So much more than the expected peak is enough. */
#define ENOUGH_CAPACITY 3.0

/* What was measured for one leaf: @positions of the options on a logarithmic scale, by option;
 * @is_placed tells which have one.
 */
typedef struct
{
  const SyDecision   *decision;
  const SyMeasurable *measurable;
  double             *positions;
  gboolean           *is_placed;
} Measuring;

static gboolean
bears_on (const SyObservation *observation,
          const SyMeasurable  *measurable)
{
  return (measurable->measures & (1u << observation->measure)) != 0
         && observation->is_real != measurable->is_model;
}

/* θ: the mean, what its t distribution leaves open, and what the model may be wrong by. */
static double
draw_theta (const SyObservation *observation,
            SyRandom            *random)
{
  double df = observation->n_pairs - 1;
  double chi_square = 2 * sy_random_gamma (random, df / 2);
  double t = sy_random_normal (random) / sqrt (chi_square / df);

  return observation->log_ratio + t * observation->standard_error
         + observation->tau * sy_random_normal (random);
}

static gboolean
is_about (const SyObservation *observation,
          const SyOption      *a,
          const SyOption      *b)
{
  return (observation->options[0] == a && observation->options[1] == b)
         || (observation->options[0] == b && observation->options[1] == a);
}

/* Runs that contradict each other widen: each draw believes one of them.  Different measures of the
 * same two options are averaged.
 */
static gboolean
draw_pair (const Measuring *self,
           const SyOption  *a,
           const SyOption  *b,
           SyRandom        *random,
           double          *theta)
{
  const GPtrArray *observations = self->decision->observations;
  guint n_measures = 0;

  *theta = 0;
  for (SyMeasure measure = 0; measure < SY_N_MEASURES; measure++)
    {
      const SyObservation *chosen = NULL;
      guint n_found = 0;

      for (guint i = 0; i < observations->len; i++)
        {
          const SyObservation *observation = observations->pdata[i];

          if (observation->measure == measure && bears_on (observation, self->measurable)
              && is_about (observation, a, b) && sy_random_below (random, ++n_found) == 0)
            chosen = observation;
        }
      if (chosen == NULL)
        continue;
      *theta += draw_theta (chosen, random) * (chosen->options[0] == a ? 1 : -1);
      n_measures++;
    }
  *theta /= MAX (1, n_measures);
  return n_measures > 0;
}

/* The first option measured is the origin; the others follow from the pairs they are in. */
static void
place_options (Measuring *self,
               SyRandom  *random)
{
  const GPtrArray *options = self->decision->rulebook->options;
  gboolean is_first = TRUE;

  for (guint i = 0; i < options->len; i++)
    self->is_placed[i] = FALSE;
  for (guint a = 0; a < options->len; a++)
    for (guint b = a + 1; b < options->len; b++)
      {
        double theta;

        if ((!is_first && !self->is_placed[a])
            || !draw_pair (self, options->pdata[a], options->pdata[b], random, &theta))
          continue;
        if (is_first)
          self->positions[a] = 0;
        self->is_placed[a] = TRUE;
        if (!self->is_placed[b])
          self->positions[b] = self->positions[a] - theta;
        self->is_placed[b] = TRUE;
        is_first = FALSE;
      }
}

/* The middle between best and worst is worth a half; two of them lie (1 ± s)/2. */
static void
take_values (SyLeaf          *leaf,
             const Measuring *self,
             guint            draw)
{
  guint n_options = self->decision->n_options;
  double min = G_MAXDOUBLE, max = -G_MAXDOUBLE;

  for (guint i = 0; i < n_options; i++)
    if (self->is_placed[i])
      {
        min = MIN (min, self->positions[i]);
        max = MAX (max, self->positions[i]);
      }
  for (guint i = 0; i < n_options; i++)
    if (self->is_placed[i])
      {
        double lead = (2 * self->positions[i] - min - max) / log (ENOUGH_RATIO);

        leaf->values[(gsize) i * SY_DECISION_N_DRAWS + draw]
          = leaf->are_enough ? 0.5 : 0.5 + CLAMP (lead, -1, 1) / 2;
      }
}

/* What was not measured itself still lies between its neighbours. */
static void
redraw_between (SyLeaf           *leaf,
                const SyDecision *self,
                const gboolean   *is_placed)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      const SyOption *option = self->rulebook->options->pdata[i];
      SyRandom random = sy_decision_random (self, option->id, leaf->criterion->id);
      double *row = leaf->values + (gsize) i * SY_DECISION_N_DRAWS;
      guint a = 0, b = 0;

      if (is_placed[i] || option->between[0] == NULL)
        continue;
      g_ptr_array_find (self->rulebook->options, option->between[0], &a);
      g_ptr_array_find (self->rulebook->options, option->between[1], &b);
      for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
        {
          double start = leaf->values[(gsize) a * SY_DECISION_N_DRAWS + draw];
          double end = leaf->values[(gsize) b * SY_DECISION_N_DRAWS + draw];

          row[draw] = start + sy_random_uniform (&random) * (end - start);
        }
    }
}

/* s: from the first option of Python's side to the first of Node.js's that was measured. */
static void
take_scores (SyLeaf           *leaf,
             const SyDecision *self,
             const gboolean   *is_placed)
{
  const double *rows[2] = { NULL, NULL };

  for (guint i = self->n_options; i-- > 0;)
    {
      const SyOption *option = self->rulebook->options->pdata[i];

      if (is_placed[i])
        rows[option->side == SY_SIDE_NODE ? 0 : 1] = leaf->values
                                                     + (gsize) i * SY_DECISION_N_DRAWS;
    }
  for (guint draw = 0; draw < SY_DECISION_N_DRAWS && rows[0] != NULL && rows[1] != NULL; draw++)
    leaf->scores[draw] = rows[0][draw] - rows[1][draw];
}

/* Whether one server of an observation serves the peak three times over, soon enough. */
static gboolean
are_enough_for (const SyProfile     *profile,
                const SyObservation *observation)
{
  for (guint i = 0; i < G_N_ELEMENTS (observation->options); i++)
    {
      if (observation->measure == SY_MEASURE_CAPACITY
          && observation->capacity_low[i] < ENOUGH_CAPACITY * profile->peak_per_s)
        return FALSE;
      if (observation->measure == SY_MEASURE_RESPONSE_TIME && profile->response_ms > 0
          && observation->response_ms[i] > profile->response_ms)
        return FALSE;
    }

  return TRUE;
}

/* Nobody gains by what they do not need.  Models say nothing about how much a product serves. */
static gboolean
are_enough (const SyDecision *self)
{
  gboolean has_measure[SY_N_MEASURES] = { FALSE };

  if (self->profile->peak_per_s <= 0)
    return FALSE;

  for (guint i = 0; i < self->observations->len; i++)
    {
      const SyObservation *observation = self->observations->pdata[i];

      if (!observation->is_real)
        continue;
      if (!are_enough_for (self->profile, observation))
        return FALSE;
      has_measure[observation->measure] = TRUE;
    }

  return has_measure[SY_MEASURE_CAPACITY]
         && (self->profile->response_ms <= 0 || has_measure[SY_MEASURE_RESPONSE_TIME]);
}

static gboolean
is_measured (const SyDecision   *self,
             const SyMeasurable *measurable)
{
  for (guint i = 0; i < self->observations->len; i++)
    if (bears_on (self->observations->pdata[i], measurable))
      return TRUE;

  return FALSE;
}

void
sy_leaf_apply_observations (SyLeaf           *leaf,
                            const SyDecision *self)
{
  g_autofree double *positions = g_new0 (double, self->n_options);
  g_autofree gboolean *is_placed = g_new0 (gboolean, self->n_options);
  SyRandom random = sy_decision_random (self, "measured", leaf->criterion->id);
  Measuring measuring = {
    .decision = self,
    .measurable = sy_rulebook_find_measurable (self->rulebook, leaf->criterion),
    .positions = positions,
    .is_placed = is_placed,
  };

  leaf->is_measured = measuring.measurable != NULL && is_measured (self, measuring.measurable);
  leaf->are_enough = leaf->is_measured && !measuring.measurable->is_model && are_enough (self);
  if (!leaf->is_measured)
    return;

  for (guint draw = 0; draw < SY_DECISION_N_DRAWS; draw++)
    {
      place_options (&measuring, &random);
      take_values (leaf, &measuring, draw);
    }
  redraw_between (leaf, self, is_placed);
  take_scores (leaf, self, is_placed);
}
