/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-lineup.h"

#include <glib/gi18n-lib.h>

static char *
say_leader (const SyLineupFinding *finding,
            const SyArm           *leader,
            const SyArm           *other,
            guint                  n_runs)
{
  if (finding->metric == SY_METRIC_CAPACITY)
    /* Translators: a server, the other one, and a number of runs, which is two at least. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%s served more requests than %s in each of %u run",
                                         "%s served more requests than %s in each of %u runs",
                                         n_runs),
                            _(leader->name), _(other->name), n_runs);

  /* Translators: a server, the other one, and a number of runs, which is two at least. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s gave nine answers in ten sooner than %s in each of "
                                       "%u run",
                                       "%s gave nine answers in ten sooner than %s in each of "
                                       "%u runs", n_runs),
                          _(leader->name), _(other->name), n_runs);
}

static char *
say_tie (const SyLineupFinding *finding,
         guint                  n_runs)
{
  /* Translators: a server, the other one, and a number of runs, which is two at least. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s and %s were too close to call in each of %u run",
                                       "%s and %s were too close to call in each of %u runs",
                                       n_runs),
                          _(finding->a->name), _(finding->b->name), n_runs);
}

static char *
say_dissent (const SyLineupFinding *finding)
{
  if (finding->metric == SY_METRIC_CAPACITY)
    /* Translators: twice a server and in how many runs it was ahead; a number of runs. */
    return g_strdup_printf (_("The runs do not agree on who served more requests (%s: %u, %s: %u, "
                              "too close to call: %u)"),
                            _(finding->a->name), finding->n_a, _(finding->b->name), finding->n_b,
                            finding->n_too_close);

  /* Translators: twice a server and in how many runs it was ahead; a number of runs. */
  return g_strdup_printf (_("The runs do not agree on whose answers came sooner (%s: %u, %s: %u, "
                            "too close to call: %u)"),
                          _(finding->a->name), finding->n_a, _(finding->b->name), finding->n_b,
                          finding->n_too_close);
}

char *
sy_lineup_say_finding (const SyLineupFinding *finding)
{
  guint n_runs = finding->n_a + finding->n_b + finding->n_too_close;
  g_autofree char *sentence = NULL;

  if (finding->n_a == n_runs)
    sentence = say_leader (finding, finding->a, finding->b, n_runs);
  else if (finding->n_b == n_runs)
    sentence = say_leader (finding, finding->b, finding->a, n_runs);
  else if (finding->n_too_close == n_runs)
    sentence = say_tie (finding, n_runs);
  else
    sentence = say_dissent (finding);

  /* No difference between servers on the library is called the architecture's here. */
  if (finding->a->library == SY_LIBRARY_SOUP && finding->b->library == SY_LIBRARY_SOUP)
    return g_strconcat (sentence, _(", both on libsoup"), NULL);

  return g_steal_pointer (&sentence);
}
