/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-report-json.h"
#include "cli/sy-report.h"
#include "cli/sy-series-table.h"
#include "cli/sy-terminal.h"
#include "cli/sy-words.h"
#include "lab/sy-run-store.h"

enum { MAX_RUNS = 16 };

static const char *const unpaired =
  N_("These runs were made at different times, so their trials are no pairs: the figures stand "
     "side by side, and no verdict is drawn from them.");

typedef struct
{
  char       *path;
  SyRun      *run;
  SyAnalysis *analysis;
} Side;

static void
free_side (gpointer data)
{
  Side *side = data;

  g_free (side->path);
  g_clear_pointer (&side->analysis, sy_analysis_free);
  g_clear_pointer (&side->run, sy_run_free);
  g_free (side);
}

static gboolean
load_sides (GPtrArray  *sides,
            char      **words,
            GError    **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      Side *side = g_new0 (Side, 1);

      g_ptr_array_add (sides, side);
      side->path = sy_run_store_resolve (words[i], error);
      side->run = side->path != NULL ? sy_run_load (side->path, error) : NULL;
      if (side->run == NULL)
        return FALSE;
      side->analysis = sy_analysis_new (side->run);
    }

  return TRUE;
}

/* The facts in which any run differs from the first, each once. */
static GPtrArray *
list_differences (const GPtrArray *sides)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const Side *first = sides->pdata[0];

  for (guint i = 1; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];
      g_auto(GStrv) differences = sy_environment_compare (first->run->environment,
                                                          side->run->environment);

      for (guint j = 0; differences[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (keys, differences[j], g_str_equal, NULL))
          g_ptr_array_add (keys, g_strdup (differences[j]));
    }

  return keys;
}

static const SyPhasePlan *
get_plan (const SyRun *run,
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
  const SyPhasePlan *plan = get_plan (model, phase);
  guint n_before = 0;

  for (guint i = 0; i < phase; i++)
    n_before += is_same_question (get_plan (model, i), plan);

  for (guint i = 0; i < run->phases->len; i++)
    if (is_same_question (get_plan (run, i), plan) && n_before-- == 0)
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

static void
add_side (SyColumns   *table,
          const Side  *side,
          guint        number,
          const SyRun *model,
          guint        model_phase,
          const SyArm *arm)
{
  int phase = find_phase (side->run, model, model_phase);
  int index = find_arm (side->run, arm);
  g_autofree char *load = NULL;
  g_autofree char *label = NULL;

  if (phase < 0 || index < 0)
    return;

  load = sy_phase_plan_say_load (get_plan (side->run, (guint) phase));
  /* Translators: the number of a run, and its load. */
  label = g_strdup_printf (_("%u: %s"), number, load);
  sy_series_table_add (table, label,
                       sy_analysis_get_result (side->analysis, (guint) phase, (guint) index));
}

static void
append_arm (GString         *text,
            const GPtrArray *sides,
            guint            phase,
            const SyArm     *arm)
{
  const Side *first = sides->pdata[0];
  g_autoptr(SyColumns) table = sy_series_table_new ();
  g_autofree char *lines = NULL;

  for (guint i = 0; i < sides->len; i++)
    add_side (table, sides->pdata[i], i + 1, first->run, phase, arm);

  lines = sy_columns_format (table, "  ");
  g_string_append_printf (text, "%s, ", sy_scene_get_title (get_plan (first->run, phase)->scene));
  sy_terminal_append (text, SY_STYLE_STRONG, _(arm->name));
  if (get_plan (first->run, phase)->is_sensitivity)
    g_string_append (text, _(", on processors of its own"));
  g_string_append_printf (text, "\n%s\n", lines);
}

static void
append_legend (GString         *text,
               const GPtrArray *sides)
{
  g_autofree char *lines = sy_words_wrap (_(unpaired), "", SY_REPORT_COLUMNS);

  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];

      g_string_append_printf (text, "%u: %s", i + 1, side->run->id);
      if (!side->analysis->is_valid)
        g_string_append (text, _(" (not valid)"));
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "\n%s\n", lines);
}

static void
append_difference (GString         *text,
                   const GPtrArray *sides,
                   const char      *key)
{
  const char *meaning = sy_environment_describe (key);

  g_string_append_printf (text, "  ! %s:\n", meaning != NULL ? _(meaning) : key);
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];
      const char *value = sy_environment_get (side->run->environment, key);

      g_string_append_printf (text, "      %u: %s\n", i + 1,
                              value != NULL ? value : _("not known"));
    }
}

static void
print_text (const GPtrArray *sides,
            const GPtrArray *differences)
{
  const Side *first = sides->pdata[0];
  g_autoptr(GString) text = g_string_new (NULL);

  append_legend (text, sides);
  if (differences->len > 0)
    {
      sy_terminal_append (text, SY_STYLE_WARNING,
                          _("They differ in more than time, so a difference may be due to this:"));
      g_string_append_c (text, '\n');
      for (guint i = 0; i < differences->len; i++)
        append_difference (text, sides, differences->pdata[i]);
      g_string_append_c (text, '\n');
    }
  for (guint phase = 0; phase < first->run->phases->len; phase++)
    for (guint arm = 0; arm < first->run->plan->arms->len; arm++)
      append_arm (text, sides, phase, first->run->plan->arms->pdata[arm]);

  g_print ("%s", text->str);
}

static void
write_difference (SyJsonWriter    *writer,
                  const GPtrArray *sides,
                  const char      *key)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "key", key);
  sy_json_writer_begin_array (writer, "values");
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];
      const char *value = sy_environment_get (side->run->environment, key);

      if (value != NULL)
        sy_json_writer_add_string (writer, NULL, value);
      else
        sy_json_writer_add_null (writer, NULL);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
print_json (const GPtrArray *sides,
            const GPtrArray *differences)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *json = NULL;
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_boolean (writer, "comparable", differences->len == 0);
  sy_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < differences->len; i++)
    write_difference (writer, sides, differences->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "runs");
  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];

      sy_json_writer_begin_object (writer, NULL);
      sy_report_write_json (writer, side->run, side->analysis, side->path);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);

  json = sy_json_writer_finish (writer, &length);
  sy_terminal_write (json);
}

static SyExit
run_compare (const SyOptions  *options,
             GError          **error)
{
  g_autoptr(GPtrArray) sides = g_ptr_array_new_with_free_func (free_side);
  g_autoptr(GPtrArray) differences = NULL;

  if (!load_sides (sides, options->words, error))
    return SY_EXIT_FAILED;

  differences = list_differences (sides);
  if (options->json)
    print_json (sides, differences);
  else
    print_text (sides, differences);

  return SY_EXIT_DONE;
}

const SyCommand sy_command_compare = {
  .name = "compare",
  .arguments = "RUN RUN…",
  .summary = N_("Put saved runs side by side"),
  .description = N_("Shows what the servers of the first run did there and in the other runs. Runs "
                    "made at different times are not paired, so no verdict is drawn; where they "
                    "were made on different machines or software, that is said first."),
  .example = "steelyard-cli compare 2026-11-21T10-15-02Z-3f2a latest",
  .min_words = 2,
  .max_words = MAX_RUNS,
  .options = SY_OPTIONS_JSON,
  .run = run_compare,
};
