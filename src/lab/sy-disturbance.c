/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-disturbance.h"

#include "core/sy-clock.h"

static const double MAX_STEAL_SHARE = 0.05;
static const gint64 MAX_LATENESS_NS = 10 * SY_NS_PER_MS;

static gboolean
was_stolen_from (const SyTurn *turn)
{
  return turn->has_machine &&
         (double) turn->steal_ns > MAX_STEAL_SHARE * (double) turn->trial->window_ns;
}

static gboolean
was_late (const SyTurn *turn)
{
  return sy_histogram_get_quantile (turn->trial->lateness, 0.99) > MAX_LATENESS_NS;
}

const char *
sy_disturbance_find (const SyTurn *turn)
{
  if (was_stolen_from (turn))
    return "steal";
  if (was_late (turn))
    return "lateness";

  return NULL;
}

gboolean
sy_phase_has_voided_turn (const SyPhase *phase)
{
  for (guint i = 0; i < phase->turns->len; i++)
    if (((const SyTurn *) phase->turns->pdata[i])->is_voided)
      return TRUE;

  return FALSE;
}
