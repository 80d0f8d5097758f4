/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-arrivals.h"

#include "core/sy-clock.h"

gint64
sy_arrivals_round (gint64 at_ns)
{
  return (at_ns + SY_ARRIVALS_GRID_NS - 1) / SY_ARRIVALS_GRID_NS * SY_ARRIVALS_GRID_NS;
}

GArray *
sy_arrivals_draw (const SyTrialPlan *plan)
{
  SyRandom gaps = sy_random_new (plan->seed, SY_STREAM_GAPS);
  SyRandom mix = sy_random_new (plan->seed, SY_STREAM_MIX);
  double mean_gap_ns = (double) SY_NS_PER_S / plan->rate_per_s;
  g_autofree guint *turns = g_new0 (guint, sy_requests_count_kinds (plan->requests));
  GArray *arrivals = g_array_new (FALSE, FALSE, sizeof (SyArrival));
  double at_ns = 0;

  while (TRUE)
    {
      guint kind = sy_requests_draw (plan->requests, &mix);
      SyArrival arrival;

      at_ns += plan->kind == SY_LOAD_OPEN_POISSON ? sy_random_exponential (&gaps, mean_gap_ns)
                                                  : mean_gap_ns;
      arrival.at_ns = sy_arrivals_round ((gint64) at_ns);
      if (arrival.at_ns >= plan->settle_ns + plan->window_ns)
        return arrivals;

      arrival.request = sy_requests_get (plan->requests, kind, turns[kind]++);
      g_array_append_val (arrivals, arrival);
    }
}
