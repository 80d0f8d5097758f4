/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "decision/sy-decision.h"

enum { N_ROUNDS = 30 };

#define MAX_MS 20.0
#define FRAME_MS 16.0

static double
time_round (SyDecision *decision)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(SyRecommendation) recommendation = sy_decision_recommend (decision);

  g_assert (recommendation->criteria->len >= 30);
  return (double) (g_get_monotonic_time () - start_us) / 1e3;
}

int
main (void)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, NULL);
  g_autoptr(SyRulebook) rulebook = sy_rulebook_load (knowledge, NULL, NULL);
  g_autoptr(SyProfile) profile = sy_profile_load_example ("chat", rulebook, NULL);
  g_autoptr(SyDecision) decision = sy_decision_new (rulebook, profile, NULL, 0);
  guint n_objectives, n_sources;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);
  double whole_ms = time_round (decision), slider_ms = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      sy_decision_set_source (decision, sources[0], i % 2 != 0);
      whole_ms = MIN (whole_ms, time_round (decision));
      sy_decision_set_weight (decision, objectives[0], (i + 1.0) / (N_ROUNDS + 1));
      slider_ms = MIN (slider_ms, time_round (decision));
    }

  g_print ("%d draws of %u criteria and %u options are made and weighed in %.1f ms; limit %.0f ms\n"
           "and weighed again, with a weight moved, in %.1f ms; limit %.0f ms\n",
           SY_DECISION_N_DRAWS, 30u, rulebook->options->len, whole_ms, MAX_MS, slider_ms, FRAME_MS);
  return whole_ms <= MAX_MS && slider_ms <= FRAME_MS ? 0 : 1;
}
