/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SySmaa:
 * @acceptability: by option and rank: share of the draws in which it has that rank
 * @central_weights: by option and objective: mean of the weights with which it comes first; all 0
 *   where it never does
 * @confidence: by option: share of the draws in which it comes first at its central weights
 * @means: by option: of its value
 * @totals: by option and draw: its value
 *
 * What comes of weighing values with weights.  Options of exactly the same value share their ranks.
 */
typedef struct
{
  guint   n_options;
  guint   n_objectives;
  guint   n_draws;
  double *acceptability;
  double *central_weights;
  double *confidence;
  double *means;
  double *totals;
} SySmaa;

/**
 * sy_smaa_new:
 * @values: by objective, option and draw
 * @weights: by objective and draw
 *
 * SMAA-2 (Lahdelma and Salminen, 2001) on draws somebody else made.
 */
SySmaa *sy_smaa_new  (const double *values,
                      const double *weights,
                      guint         n_objectives,
                      guint         n_options,
                      guint         n_draws) G_GNUC_WARN_UNUSED_RESULT;
void    sy_smaa_free (SySmaa       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SySmaa, sy_smaa_free)

G_END_DECLS
