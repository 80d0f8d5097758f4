/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <time.h>

#include "decision/sy-decision.h"

enum { N_ROUNDS = 30 };

#define MAX_MS 20.0
#define FRAME_MS 16.0

/* Of this thread's processor time, so that whoever else is at work makes no difference. */
static double
read_clock_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
time_round (SyDecision *decision)
{
  double start_ms = read_clock_ms ();
  g_autoptr(SyRecommendation) recommendation = sy_decision_recommend (decision);

  g_assert (recommendation->criteria->len >= 30);
  return read_clock_ms () - start_ms;
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
  double whole_ms = G_MAXDOUBLE, slider_ms = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      sy_decision_set_source (decision, sources[0], i % 2 != 0);
      whole_ms = MIN (whole_ms, time_round (decision));
      sy_decision_set_weight (decision, objectives[0], (i + 1.0) / (N_ROUNDS + 1));
      slider_ms = MIN (slider_ms, time_round (decision));
    }

  g_print ("%d draws of %u criteria and %u options take %.1f ms of processor time, limit %.0f ms,\n"
           "and with a weight moved %.1f ms to be weighed again, limit %.0f ms\n",
           SY_DECISION_N_DRAWS, 30u, rulebook->options->len, whole_ms, MAX_MS, slider_ms, FRAME_MS);
  return whole_ms <= MAX_MS && slider_ms <= FRAME_MS ? 0 : 1;
}
