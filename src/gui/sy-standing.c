/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-standing.h"

#include <glib/gi18n-lib.h>

/* 0 where a server's turn of that round is still to come. */
static void
fill_in (double       *rates,
         guint         n_rounds,
         const GArray *turns,
         guint         arm)
{
  for (guint i = 0; i < turns->len; i++)
    {
      const SyLiveTurn *turn = &g_array_index (turns, SyLiveTurn, i);

      if (turn->arm == arm && turn->round < n_rounds)
        rates[turn->round] = turn->requests_per_s;
    }
}

SyStanding
sy_standing_new (const GArray *turns,
                 guint         n_rounds)
{
  SyStanding self = { 0 };
  g_autofree double *a = g_new0 (double, n_rounds);
  g_autofree double *b = g_new0 (double, n_rounds);

  fill_in (a, n_rounds, turns, 0);
  fill_in (b, n_rounds, turns, 1);
  for (guint round = 0; round < n_rounds; round++)
    if (a[round] > 0 && b[round] > 0)
      {
        a[self.n_pairs] = a[round];
        b[self.n_pairs] = b[round];
        self.n_pairs++;
      }

  self.has_ratio = self.n_pairs >= 2 &&
                   sy_paired_ratio (a, b, self.n_pairs, SY_PRIMARY_CONFIDENCE, &self.ratio);
  return self;
}

char *
sy_standing_say (const SyStanding *self,
                 const SyPlan     *plan,
                 guint             n_rounds)
{
  const SyArm *leader;

  if (plan->arms->len < 2)
    return g_strdup ("");

  if (!self->has_ratio)
    /* Translators: how many pairs of turns are complete, and how many there will be. */
    return g_strdup_printf (_("So far: too early to say (%u of %u pairs)"),
                            self->n_pairs, n_rounds);

  leader = plan->arms->pdata[self->ratio.value >= 1 ? 0 : 1];
  if (self->ratio.low > SY_MARGIN || self->ratio.high < 1 / SY_MARGIN)
    /* Translators: a server, complete pairs of turns, how many there will be. */
    return g_strdup_printf (_("So far: %s ahead in requests (%u of %u pairs)"),
                            _(leader->name), self->n_pairs, n_rounds);

  /* Translators: a server, complete pairs of turns, how many there will be. */
  return g_strdup_printf (_("So far: %s ahead in requests, but not yet certain (%u of %u pairs)"),
                          _(leader->name), self->n_pairs, n_rounds);
}
