/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-report-json.h"
#include "cli/sy-report.h"
#include "cli/sy-series-table.h"
#include "cli/sy-terminal.h"
#include "cli/sy-words.h"
#include "lab/sy-lineup.h"
#include "lab/sy-run-store.h"

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

static SyLineup *
line_up (const GPtrArray  *sides,
         GError          **error)
{
  g_autofree SyLineupEntry *entries = g_new0 (SyLineupEntry, sides->len);

  for (guint i = 0; i < sides->len; i++)
    {
      const Side *side = sides->pdata[i];

      entries[i] = (SyLineupEntry) { side->run, side->analysis };
    }

  return sy_lineup_new (entries, sides->len, error);
}

static const SyRun *
get_first (const SyLineup *lineup)
{
  return g_array_index (lineup->entries, SyLineupEntry, 0).run;
}

static const SyPhasePlan *
get_plan (const SyLineup *lineup,
          guint           phase)
{
  return sy_lineup_get_plan (lineup, 0, phase);
}

static void
add_side (SyColumns      *table,
          const SyLineup *lineup,
          guint           entry,
          guint           phase,
          guint           arm)
{
  const SyPhasePlan *plan = sy_lineup_get_plan (lineup, entry, phase);
  g_autofree char *load = NULL;
  g_autofree char *label = NULL;

  if (plan == NULL)
    return;

  load = sy_phase_plan_say_load (plan);
  /* Translators: the number of a run, and its load. */
  label = g_strdup_printf (_("%u: %s"), entry + 1, load);
  sy_series_table_add (table, label, sy_lineup_get_result (lineup, entry, phase, arm));
}

static void
append_arm (GString        *text,
            const SyLineup *lineup,
            guint           phase,
            guint           arm)
{
  const SyPhasePlan *plan = get_plan (lineup, phase);
  g_autoptr(SyColumns) table = sy_series_table_new ();
  g_autofree char *lines = NULL;

  for (guint i = 0; i < lineup->entries->len; i++)
    add_side (table, lineup, i, phase, arm);

  lines = sy_columns_format (table, "  ");
  g_string_append_printf (text, "%s, ", sy_scene_get_title (plan->scene));
  sy_terminal_append (text, SY_STYLE_STRONG,
                      _(((const SyArm *) get_first (lineup)->plan->arms->pdata[arm])->name));
  if (plan->is_sensitivity)
    g_string_append (text, _(", on processors of its own"));
  g_string_append_printf (text, "\n%s\n", lines);
}

static void
append_findings (GString        *text,
                 const SyLineup *lineup)
{
  for (guint i = 0; i < lineup->findings->len; i++)
    {
      const SyLineupFinding *finding = &g_array_index (lineup->findings, SyLineupFinding, i);
      const char *scene = sy_scene_get_title (get_plan (lineup, finding->phase)->scene);
      g_autofree char *sentence = sy_lineup_say_finding (finding);
      /* Translators: a scene, and what the runs found in it. */
      g_autofree char *line = g_strdup_printf (_("%s: %s"), scene, sentence);
      g_autofree char *lines = sy_words_wrap (line, "  ", SY_REPORT_COLUMNS);

      g_string_append (text, lines);
    }
  if (lineup->findings->len > 0)
    g_string_append_c (text, '\n');
}

static void
append_legend (GString         *text,
               const GPtrArray *sides)
{
  g_autofree char *lines = sy_words_wrap (sy_lineup_say_unpaired (), "", SY_REPORT_COLUMNS);

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
append_difference (GString                  *text,
                   const SyLineupDifference *difference)
{
  g_string_append_printf (text, "  ! %s:\n", difference->meaning);
  for (guint i = 0; i < difference->shown->len; i++)
    {
      const char *value = difference->shown->pdata[i];

      g_string_append_printf (text, "      %u: %s\n", i + 1,
                              value != NULL ? value : _("not known"));
    }
}

static void
append_differences (GString        *text,
                    const SyLineup *lineup)
{
  if (lineup->differences->len == 0)
    return;

  sy_terminal_append (text, SY_STYLE_WARNING, sy_lineup_say_different (lineup));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < lineup->differences->len; i++)
    append_difference (text, lineup->differences->pdata[i]);
  g_string_append_c (text, '\n');
}

static void
print_text (const GPtrArray *sides,
            const SyLineup  *lineup)
{
  const SyRun *first = get_first (lineup);
  g_autoptr(GString) text = g_string_new (NULL);

  append_legend (text, sides);
  append_differences (text, lineup);
  append_findings (text, lineup);
  for (guint phase = 0; phase < first->phases->len; phase++)
    for (guint arm = 0; arm < first->plan->arms->len; arm++)
      if (sy_lineup_is_shared (lineup, phase, arm))
        append_arm (text, lineup, phase, arm);

  g_print ("%s", text->str);
}

static void
write_difference (SyJsonWriter             *writer,
                  const SyLineupDifference *difference)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "key", difference->key);
  sy_json_writer_begin_array (writer, "values");
  for (guint i = 0; i < difference->values->len; i++)
    {
      const char *value = difference->values->pdata[i];

      if (value != NULL)
        sy_json_writer_add_string (writer, NULL, value);
      else
        sy_json_writer_add_null (writer, NULL);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
write_count (SyJsonWriter *writer,
             const char   *winner,
             guint         n_runs)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "winner", winner);
  sy_json_writer_add_int (writer, "runs", n_runs);
  sy_json_writer_end_object (writer);
}

static void
write_finding (SyJsonWriter          *writer,
               const SyLineup        *lineup,
               const SyLineupFinding *finding)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "scene", get_plan (lineup, finding->phase)->scene);
  sy_json_writer_add_string (writer, "metric", sy_metric_names[finding->metric]);
  sy_json_writer_begin_array (writer, "verdicts");
  write_count (writer, finding->a->id, finding->n_a);
  write_count (writer, finding->b->id, finding->n_b);
  write_count (writer, "too-close", finding->n_too_close);
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static void
print_json (const GPtrArray *sides,
            const SyLineup  *lineup)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *json = NULL;
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_boolean (writer, "comparable", lineup->differences->len == 0);
  sy_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < lineup->differences->len; i++)
    write_difference (writer, lineup->differences->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < lineup->findings->len; i++)
    write_finding (writer, lineup, &g_array_index (lineup->findings, SyLineupFinding, i));
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
  g_autoptr(SyLineup) lineup = NULL;

  if (!load_sides (sides, options->words, error))
    return SY_EXIT_FAILED;

  lineup = line_up (sides, error);
  if (lineup == NULL)
    return SY_EXIT_FAILED;

  if (options->json)
    print_json (sides, lineup);
  else
    print_text (sides, lineup);

  return SY_EXIT_DONE;
}

const SyCommand sy_command_compare = {
  .name = "compare",
  .arguments = N_("RUN RUN…"),
  .summary = N_("Put saved runs side by side"),
  .description = N_("Shows what the servers of the first run did there and in the other runs. Runs "
                    "made at different times are not paired, so no verdict is drawn from their "
                    "figures, only said whether the verdicts within them agree; where they were "
                    "made on different machines or software, that is said first."),
  .example = "steelyard-cli compare 2026-11-21T10-15-02Z-3f2a latest",
  .min_words = 2,
  .max_words = SY_LINEUP_MAX_RUNS,
  .options = SY_OPTIONS_JSON,
  .run = run_compare,
};
