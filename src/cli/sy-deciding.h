/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-decision.h"
#include "lab/sy-lineup.h"

G_BEGIN_DECLS

/**
 * SyDeciding:
 * @profile: (owned) (nullable): until one was read
 * @weights: (owned) (nullable): others than those of its priorities
 * @runtimes: (owned) (element-type utf8 SyOption): servers by name, and the options they are
 * @entries: (owned) (element-type SyLineupEntry): the runs that count, with what follows from them
 * @observations: (owned) (element-type SyObservation): what they say to the decision
 * @decision: (owned) (nullable): of sy_deciding_weigh(), as is the recommendation
 *
 * What a command that decides gathers on its way.
 */
typedef struct
{
  SyKnowledge      *knowledge;
  SyRulebook       *rulebook;
  SyProfile        *profile;
  double           *weights;
  GHashTable       *runtimes;
  GArray           *entries;
  GPtrArray        *observations;
  SyDecision       *decision;
  SyRecommendation *recommendation;
} SyDeciding;

/* Loads the articles and the rules. */
SyDeciding *sy_deciding_new     (GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        sy_deciding_free    (SyDeciding   *self);

/* Takes a run.  Returns why it says nothing to the decision; %NULL where it says something. */
char       *sy_deciding_add_run (SyDeciding   *self,
                                 SyRun        *run);

gboolean    sy_deciding_has_run (const SyDeciding *self,
                                 const char       *id);

/* A server that is called a runtime, and that no run has from outside this program; or %NULL. */
const char *sy_deciding_find_missing (const SyDeciding *self);

/* Weighs the profile, once there is one. */
void        sy_deciding_weigh   (SyDeciding   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyDeciding, sy_deciding_free)

G_END_DECLS
