/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-lineup.h"

#include <glib/gi18n-lib.h>

#include "core/sy-units.h"

G_DEFINE_QUARK (sy-lineup-error-quark, sy_lineup_error)

static const SyLineupEntry *
get_entry (const SyLineup *self,
           guint           entry)
{
  return &g_array_index (self->entries, SyLineupEntry, entry);
}

static const SyPhasePlan *
get_phase_plan (const SyRun *run,
                guint        phase)
{
  return &((const SyPhase *) run->phases->pdata[phase])->plan;
}

/* The rate of an open load may have been derived from each run's own capacity, so it may differ. */
static gboolean
is_same_question (const SyPhasePlan *a,
                  const SyPhasePlan *b)
{
  g_autofree char *a_steps = sy_workload_format (&a->workload);
  g_autofree char *b_steps = sy_workload_format (&b->workload);

  return g_str_equal (a->scene, b->scene) && g_str_equal (a_steps, b_steps)
         && a->load == b->load && a->placement == b->placement
         && a->is_sensitivity == b->is_sensitivity && a->think_time_ns == b->think_time_ns
         && a->n_connections == b->n_connections;
}

/* The phase of @run that asks the same as @phase of @model; with several, in the same order. */
static int
find_phase (const SyRun *run,
            const SyRun *model,
            guint        phase)
{
  const SyPhasePlan *plan = get_phase_plan (model, phase);
  guint n_before = 0;

  for (guint i = 0; i < phase; i++)
    n_before += is_same_question (get_phase_plan (model, i), plan);

  for (guint i = 0; i < run->phases->len; i++)
    if (is_same_question (get_phase_plan (run, i), plan) && n_before-- == 0)
      return (int) i;

  return -1;
}

static int
find_arm (const SyRun *run,
          const SyArm *arm)
{
  guint index;

  return g_ptr_array_find (run->plan->arms, arm, &index) ? (int) index : -1;
}

const SyPhasePlan *
sy_lineup_get_plan (const SyLineup *self,
                    guint           entry,
                    guint           phase)
{
  const SyRun *run = get_entry (self, entry)->run;
  int index = find_phase (run, get_entry (self, 0)->run, phase);

  return index >= 0 ? get_phase_plan (run, (guint) index) : NULL;
}

const SyArmResult *
sy_lineup_get_result (const SyLineup *self,
                      guint           entry,
                      guint           phase,
                      guint           arm)
{
  const SyLineupEntry *first = get_entry (self, 0);
  const SyLineupEntry *other = get_entry (self, entry);
  int other_phase = find_phase (other->run, first->run, phase);
  int other_arm = find_arm (other->run, first->run->plan->arms->pdata[arm]);

  if (other_phase < 0 || other_arm < 0)
    return NULL;

  return sy_analysis_get_result (other->analysis, (guint) other_phase, (guint) other_arm);
}

gboolean
sy_lineup_is_shared (const SyLineup *self,
                     guint           phase,
                     guint           arm)
{
  for (guint i = 1; i < self->entries->len; i++)
    if (sy_lineup_get_result (self, i, phase, arm) != NULL)
      return sy_lineup_get_result (self, 0, phase, arm) != NULL;

  return FALSE;
}

static gboolean
is_any_shared (const SyLineup *self)
{
  const SyRun *first = get_entry (self, 0)->run;

  for (guint phase = 0; phase < first->phases->len; phase++)
    for (guint arm = 0; arm < first->plan->arms->len; arm++)
      if (sy_lineup_is_shared (self, phase, arm))
        return TRUE;

  return FALSE;
}

static gboolean
has_twins (const SyLineup *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    for (guint j = 0; j < i; j++)
      if (g_str_equal (get_entry (self, i)->run->id, get_entry (self, j)->run->id))
        return TRUE;

  return FALSE;
}

static void
free_difference (gpointer data)
{
  SyLineupDifference *difference = data;

  g_free (difference->key);
  g_free (difference->meaning);
  g_ptr_array_unref (difference->values);
  g_ptr_array_unref (difference->shown);
  g_free (difference);
}

static SyLineupDifference *
add_difference (SyLineup   *self,
                const char *key,
                const char *meaning)
{
  SyLineupDifference *difference = g_new0 (SyLineupDifference, 1);

  difference->key = g_strdup (key);
  difference->meaning = g_strdup (meaning);
  difference->values = g_ptr_array_new_with_free_func (g_free);
  difference->shown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->differences, difference);

  return difference;
}

static gboolean
is_noted (const SyLineup *self,
          const char     *key)
{
  for (guint i = 0; i < self->differences->len; i++)
    if (g_str_equal (((const SyLineupDifference *) self->differences->pdata[i])->key, key))
      return TRUE;

  return FALSE;
}

static void
add_fact (SyLineup   *self,
          const char *key)
{
  const char *meaning = sy_environment_describe (key);
  SyLineupDifference *difference;

  if (is_noted (self, key))
    return;

  difference = add_difference (self, key, meaning != NULL ? _(meaning) : key);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *value = sy_environment_get (get_entry (self, i)->run->environment, key);

      g_ptr_array_add (difference->values, g_strdup (value));
      g_ptr_array_add (difference->shown, g_strdup (sy_environment_say (value)));
    }
}

/* The facts in which any run differs from the first, each once. */
static void
compare_environments (SyLineup *self)
{
  const SyEnvironment *first = get_entry (self, 0)->run->environment;

  for (guint i = 1; i < self->entries->len; i++)
    {
      g_auto(GStrv) keys = sy_environment_compare (first, get_entry (self, i)->run->environment);

      for (guint j = 0; keys[j] != NULL; j++)
        add_fact (self, keys[j]);
    }
}

/* What a plan does to its servers whatever they are asked. */
static const struct
{
  const char *key;
  const char *meaning;
  SyQuantity  quantity;
  gsize       offset;
  gboolean    is_wide;
} treatments[] = {
  { "switch_interval", N_("Switch interval of the lock"), SY_QUANTITY_DURATION,
    G_STRUCT_OFFSET (SyPlan, switch_interval_ns), TRUE },
  { "interpreter_cost", N_("Interpreter cost of a request"), SY_QUANTITY_DURATION,
    G_STRUCT_OFFSET (SyPlan, interpreter_cost_ns), TRUE },
  { "loops", N_("Loops that share the port"), SY_QUANTITY_COUNT,
    G_STRUCT_OFFSET (SyPlan, n_loops), FALSE },
  { "reconnect_every", N_("Requests on one connection"), SY_QUANTITY_COUNT,
    G_STRUCT_OFFSET (SyPlan, reconnect_every), FALSE },
};

static gint64
get_treatment (const SyLineup *self,
               guint           entry,
               guint           treatment)
{
  const SyPlan *plan = get_entry (self, entry)->run->plan;
  gsize offset = treatments[treatment].offset;

  return treatments[treatment].is_wide ? G_STRUCT_MEMBER (gint64, plan, offset)
                                       : (gint64) G_STRUCT_MEMBER (guint, plan, offset);
}

static void
compare_treatment (SyLineup *self,
                   guint     treatment)
{
  SyLineupDifference *difference;
  gboolean differs = FALSE;

  for (guint i = 1; i < self->entries->len; i++)
    differs |= get_treatment (self, i, treatment) != get_treatment (self, 0, treatment);
  if (!differs)
    return;

  difference = add_difference (self, treatments[treatment].key, _(treatments[treatment].meaning));
  for (guint i = 0; i < self->entries->len; i++)
    {
      SyQuantity quantity = treatments[treatment].quantity;
      double value = (double) get_treatment (self, i, treatment);

      g_ptr_array_add (difference->values, sy_units_format_plain (quantity, value));
      g_ptr_array_add (difference->shown, sy_units_format (quantity, value));
    }
}

/* Counts the verdict of an entry, whichever of the two servers comes first there. */
static void
count_verdict (const SyLineup  *self,
               guint            entry,
               SyLineupFinding *finding)
{
  const SyLineupEntry *it = get_entry (self, entry);
  int phase = find_phase (it->run, get_entry (self, 0)->run, finding->phase);

  for (guint i = 0; it->analysis->is_valid && i < it->analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (it->analysis->verdicts, SyVerdict, i);
      SyWinner winner = verdict->comparison.winner;
      const SyArm *a = it->run->plan->arms->pdata[verdict->a];
      const SyArm *b = it->run->plan->arms->pdata[verdict->b];

      if ((int) verdict->phase != phase || verdict->metric != finding->metric
          || !((a == finding->a && b == finding->b) || (a == finding->b && b == finding->a)))
        continue;

      finding->n_too_close += winner == SY_WINNER_TOO_CLOSE;
      finding->n_a += winner != SY_WINNER_TOO_CLOSE
                      && (winner == SY_WINNER_A ? a : b) == finding->a;
      finding->n_b += winner != SY_WINNER_TOO_CLOSE
                      && (winner == SY_WINNER_A ? a : b) == finding->b;
    }
}

static guint
count_runs (const SyLineupFinding *finding)
{
  return finding->n_a + finding->n_b + finding->n_too_close;
}

static void
compare_verdicts (SyLineup *self)
{
  const SyLineupEntry *first = get_entry (self, 0);

  for (guint i = 0; i < first->analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (first->analysis->verdicts, SyVerdict, i);
      SyLineupFinding finding = {
        .phase = verdict->phase,
        .metric = verdict->metric,
        .a = first->run->plan->arms->pdata[verdict->a],
        .b = first->run->plan->arms->pdata[verdict->b],
      };

      for (guint j = 0; j < self->entries->len && !verdict->is_sensitivity; j++)
        count_verdict (self, j, &finding);
      if (count_runs (&finding) >= 2)
        g_array_append_val (self->findings, finding);
    }
}

static gboolean
check (const SyLineup *self,
       GError        **error)
{
  guint n = self->entries->len;

  if (n < 2 || n > SY_LINEUP_MAX_RUNS)
    g_set_error (error, SY_LINEUP_ERROR, SY_LINEUP_ERROR_NUMBER,
                 g_dngettext (GETTEXT_PACKAGE, "From two to %u run can be put side by side",
                              "From two to %u runs can be put side by side", SY_LINEUP_MAX_RUNS),
                 SY_LINEUP_MAX_RUNS);
  else if (has_twins (self))
    g_set_error (error, SY_LINEUP_ERROR, SY_LINEUP_ERROR_SAME_RUN,
                 _("The same run is there twice: it cannot be compared with itself"));
  else if (!is_any_shared (self))
    g_set_error (error, SY_LINEUP_ERROR, SY_LINEUP_ERROR_NOTHING_IN_COMMON,
                 _("These runs have nothing in common: no server did the same work under the same "
                   "load in the first of them and another, so nothing can be put side by side"));
  else
    return TRUE;

  return FALSE;
}

SyLineup *
sy_lineup_new (const SyLineupEntry *entries,
               guint                n_entries,
               GError             **error)
{
  g_autoptr(SyLineup) self = g_new0 (SyLineup, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (SyLineupEntry));
  self->differences = g_ptr_array_new_with_free_func (free_difference);
  self->findings = g_array_new (FALSE, FALSE, sizeof (SyLineupFinding));
  g_array_append_vals (self->entries, entries, n_entries);
  if (!check (self, error))
    return NULL;

  compare_environments (self);
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    compare_treatment (self, i);
  compare_verdicts (self);

  return g_steal_pointer (&self);
}

void
sy_lineup_free (SyLineup *self)
{
  g_array_unref (self->entries);
  g_ptr_array_unref (self->differences);
  g_array_unref (self->findings);
  g_free (self);
}

const char *
sy_lineup_say_unpaired (void)
{
  return _("These runs were made at different times, so their trials are no pairs: the figures "
           "stand side by side, and no verdict is drawn from them.");
}

const char *
sy_lineup_say_different (const SyLineup *self)
{
  return self->differences->len > 0
           ? _("They differ in more than time, so a difference may be due to this:") : NULL;
}
