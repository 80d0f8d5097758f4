/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/sy-measurement.h"
#include "stats/sy-compare.h"

G_BEGIN_DECLS

/**
 * SyStanding:
 * @n_pairs: complete pairs of turns of the first two servers
 * @has_ratio: whether there are two pairs at least
 * @ratio: of what the first did to what the second did, with its interval
 *
 * Who is ahead in the phase under way, from the turns so far.  No verdict: only the whole plan
 * carries one.
 */
typedef struct
{
  guint      n_pairs;
  gboolean   has_ratio;
  SyInterval ratio;
} SyStanding;

SyStanding sy_standing_new (const GArray      *turns,
                            guint              n_rounds);

/* A sentence: nobody leads before two pairs, nobody wins before the end. */
char      *sy_standing_say (const SyStanding  *self,
                            const SyPlan      *plan,
                            guint              n_rounds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
