/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-analysis-private.h"

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-units.h"

/* A verdict turned so that the ratio is above one: what a sentence is about. */
typedef struct
{
  const SyArm *leader;
  const SyArm *other;
  SyInterval   ratio;
} Finding;

static const SyArm *
get_arm (const SyRun *run,
         guint        arm)
{
  return run->plan->arms->pdata[arm];
}

/* The leader has the higher capacity or the shorter response time. */
static Finding
turn_round (const SyRun     *run,
            const SyVerdict *verdict)
{
  const SyInterval *ratio = &verdict->comparison.ratio;
  gboolean a_leads = (ratio->value >= 1) == (verdict->metric == SY_METRIC_CAPACITY);
  Finding finding = {
    .leader = get_arm (run, a_leads ? verdict->a : verdict->b),
    .other = get_arm (run, a_leads ? verdict->b : verdict->a),
    .ratio = *ratio,
  };

  if (ratio->value < 1)
    finding.ratio = (SyInterval) { 1 / ratio->value, 1 / ratio->high, 1 / ratio->low };

  return finding;
}

static char *
say_winner (const Finding *finding,
            SyMetric       metric)
{
  const SyInterval *ratio = &finding->ratio;

  if (metric == SY_METRIC_CAPACITY)
    /* Translators: a server, a ratio, the other server, the ratio's lower and upper bound. */
    return g_strdup_printf (_("%s served %.2f times as many requests as %s (%.2f to %.2f)"),
                            _(finding->leader->name), ratio->value, _(finding->other->name),
                            ratio->low, ratio->high);

  /* Translators: the slower server, a ratio, the faster server, the ratio's bounds. */
  return g_strdup_printf (_("%s took %.2f times as long as %s for nine answers in ten "
                            "(%.2f to %.2f)"),
                          _(finding->other->name), ratio->value, _(finding->leader->name),
                          ratio->low, ratio->high);
}

static char *
say_tie (const Finding *finding,
         SyMetric       metric)
{
  const SyInterval *ratio = &finding->ratio;

  if (metric == SY_METRIC_CAPACITY)
    /* Translators: a server, a ratio, the other server, the ratio's lower and upper bound. */
    return g_strdup_printf (_("Too close to call: %s served %.2f times as many requests as %s, "
                              "but anything from %.2f to %.2f fits what was measured"),
                            _(finding->leader->name), ratio->value, _(finding->other->name),
                            ratio->low, ratio->high);

  /* Translators: the slower server, a ratio, the faster server, the ratio's bounds. */
  return g_strdup_printf (_("Too close to call: %s took %.2f times as long as %s for nine answers "
                            "in ten, but anything from %.2f to %.2f fits what was measured"),
                          _(finding->other->name), ratio->value, _(finding->leader->name),
                          ratio->low, ratio->high);
}

/* An interval from so few pairs is too wide to be worth its words. */
static char *
say_too_few (const Finding *finding,
             SyMetric       metric)
{
  if (metric == SY_METRIC_CAPACITY)
    /* Translators: a server, a ratio, the other server. */
    return g_strdup_printf (_("Too few pairs for a verdict: in them %s served %.2f times as many "
                              "requests as %s"),
                            _(finding->leader->name), finding->ratio.value,
                            _(finding->other->name));

  /* Translators: the slower server, a ratio, the faster server. */
  return g_strdup_printf (_("Too few pairs for a verdict: in them %s took %.2f times as long as %s "
                            "for nine answers in ten"),
                          _(finding->other->name), finding->ratio.value,
                          _(finding->leader->name));
}

static char *
say_comparison (const Finding   *finding,
                const SyVerdict *verdict)
{
  if (verdict->comparison.winner != SY_WINNER_TOO_CLOSE)
    return say_winner (finding, verdict->metric);
  if (verdict->comparison.n_pairs < SY_MIN_PAIRS)
    return say_too_few (finding, verdict->metric);

  return say_tie (finding, verdict->metric);
}

/* What more pairs would take, at the pace of this phase. */
static void
append_what_would_decide (GString         *text,
                          const SyRun     *run,
                          const SyVerdict *verdict)
{
  const SyPhase *phase = run->phases->pdata[verdict->phase];
  guint n_pairs = verdict->comparison.n_pairs_to_decide;
  g_autofree char *duration = NULL;
  gint64 pair_ns;

  if (n_pairs <= verdict->comparison.n_pairs)
    return;

  n_pairs -= verdict->comparison.n_pairs;
  pair_ns = (phase->plan.settle_ns + phase->plan.window_ns) * run->plan->arms->len;
  duration = sy_units_format (SY_QUANTITY_DURATION, (double) (pair_ns * n_pairs));
  /* Translators: appended to a sentence: a number of pairs, and how long they take. */
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE,
                                       "; about %u more pair (%s) would decide",
                                       "; about %u more pairs (%s) would decide", n_pairs),
                          n_pairs, duration);
}

/* The index of the lean server of the same architecture, or -1. */
static int
find_lean_twin (const SyRun *run,
                guint        arm)
{
  for (guint i = 0; i < run->plan->arms->len; i++)
    if (get_arm (run, i)->library == SY_LIBRARY_LEAN &&
        get_arm (run, i)->architecture == get_arm (run, arm)->architecture)
      return (int) i;

  return -1;
}

static SyWinner
mirror (SyWinner winner)
{
  if (winner == SY_WINNER_TOO_CLOSE)
    return winner;

  return winner == SY_WINNER_A ? SY_WINNER_B : SY_WINNER_A;
}

/* Whether the hand-written servers of the same two architectures give the same winner. */
static gboolean
lean_pair_agrees (const SyAnalysis *self,
                  const SyRun      *run,
                  const SyVerdict  *verdict)
{
  int a = find_lean_twin (run, verdict->a);
  int b = find_lean_twin (run, verdict->b);
  const SyVerdict *twin;

  if (a < 0 || b < 0)
    return FALSE;

  twin = sy_analysis_get_verdict (self, verdict->phase, (guint) MIN (a, b), (guint) MAX (a, b));
  if (twin == NULL)
    return FALSE;

  return (a < b ? twin->comparison.winner : mirror (twin->comparison.winner)) ==
         verdict->comparison.winner;
}

/* No difference between servers on the library is the architecture's until the lean pair agrees. */
static void
append_whose_difference (GString          *text,
                         const SyAnalysis *self,
                         const SyRun      *run,
                         const SyVerdict  *verdict)
{
  if (get_arm (run, verdict->a)->library != SY_LIBRARY_SOUP ||
      get_arm (run, verdict->b)->library != SY_LIBRARY_SOUP)
    return;

  if (verdict->comparison.winner != SY_WINNER_TOO_CLOSE && lean_pair_agrees (self, run, verdict))
    g_string_append (text, _("; the lean pair agrees, so it is the architecture's doing"));
  else
    g_string_append (text, _(", both on libsoup"));
}

static void
append_placement (GString          *text,
                  const SyAnalysis *self,
                  const SyRun      *run,
                  const SyVerdict  *verdict)
{
  const SyVerdict *other = sy_analysis_get_other_placement (self, run, verdict);

  if (other != NULL && sy_verdicts_disagree (verdict, other))
    g_string_append (text, _("; it depends on placement"));
}

char *
sy_analysis_say_verdict (const SyAnalysis *self,
                         const SyRun      *run,
                         const SyVerdict  *verdict)
{
  Finding finding = turn_round (run, verdict);
  g_autofree char *sentence = say_comparison (&finding, verdict);
  GString *text = g_string_new (sentence);

  append_whose_difference (text, self, run, verdict);
  append_placement (text, self, run, verdict);
  if (verdict->comparison.winner == SY_WINNER_TOO_CLOSE)
    append_what_would_decide (text, run, verdict);

  return g_string_free (text, FALSE);
}
