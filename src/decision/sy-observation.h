/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-rulebook.h"

G_BEGIN_DECLS

/* While no check has compared a modelled ratio with the real one: METHOD.md B4. */
#define SY_OBSERVATION_UNKNOWN_TAU G_LN2

/**
 * SyObservation:
 * @run: (owned): the id of the run it is from
 * @text: (owned): what was found, as one sentence
 * @is_real: whether the two are real runtimes; otherwise they model architectures, @tau counts, and
 *   only criteria marked so are moved
 * @options: (not nullable): the two compared, or modelled
 * @log_ratio: mean log ratio of the first to the second, positive where the first did better
 * @standard_error: of that mean
 * @n_pairs: at least 2
 * @tau: standard deviation of what the model may be wrong by; 0 for real runtimes
 * @capacity_low: requests per second each served at least, the lower end of its interval; 0 where
 *   it was not measured
 * @response_ms: 90 of 100 answers came within it; 0 where it was not measured
 *
 * One figure of one run, compared between two options: what measuring can say to a decision.
 */
typedef struct
{
  char           *run;
  char           *text;
  SyMeasure       measure;
  gboolean        is_real;
  const SyOption *options[2];
  double          log_ratio;
  double          standard_error;
  guint           n_pairs;
  double          tau;
  double          capacity_low[2];
  double          response_ms[2];
} SyObservation;

SyObservation *sy_observation_new  (void) G_GNUC_WARN_UNUSED_RESULT;
SyObservation *sy_observation_copy (const SyObservation *self) G_GNUC_WARN_UNUSED_RESULT;
void           sy_observation_free (SyObservation       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyObservation, sy_observation_free)

G_END_DECLS
