/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "knowledge/sy-knowledge.h"

#define N_LOADS 50
#define MAX_MS 20.0

/* The first load, with cold caches, is what a start waits for. */
static double
time_load_ms (void)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, &error);

  g_assert (knowledge != NULL);
  return (double) (g_get_monotonic_time () - start_us) / 1e3;
}

int
main (void)
{
  double first_ms = time_load_ms ();
  double best_ms = first_ms;

  for (guint i = 1; i < N_LOADS; i++)
    best_ms = MIN (best_ms, time_load_ms ());

  g_print ("the knowledge base is loaded in %.1f ms at first, %.1f ms at best; limit %.0f ms\n",
           first_ms, best_ms, MAX_MS);
  return first_ms <= MAX_MS ? 0 : 1;
}
