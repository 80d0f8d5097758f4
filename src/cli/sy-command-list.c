/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-report.h"
#include "cli/sy-terminal.h"
#include "cli/sy-words.h"
#include "core/sy-json-writer.h"
#include "lab/sy-run-store.h"

static void
append_unique (GPtrArray  *words,
               const char *word)
{
  if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, (gpointer) word);
}

static GPtrArray *
list_arms (const SyRun *run,
           gboolean     as_ids)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < run->plan->arms->len; i++)
    {
      const SyArm *arm = run->plan->arms->pdata[i];

      g_ptr_array_add (words, (gpointer) (as_ids ? arm->id : _(arm->name)));
    }

  return words;
}

static GPtrArray *
list_scenes (const SyRun *run,
             gboolean     as_ids)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < run->phases->len; i++)
    {
      const char *id = ((const SyPhase *) run->phases->pdata[i])->plan.scene;

      append_unique (words, as_ids ? id : sy_scene_get_title (id));
    }

  return words;
}

static char *
join (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

/* The first verdict stands for the run; how many more there are is said. */
static char *
say_finding (const SyRun      *run,
             const SyAnalysis *analysis)
{
  const SyVerdict *first;
  g_autofree char *sentence = NULL;

  if (analysis->verdicts->len == 0)
    return g_strdup (run->plan->arms->len == 1 ? _("Measured alone") : _("No verdict"));

  first = &g_array_index (analysis->verdicts, SyVerdict, 0);
  sentence = sy_analysis_say_verdict (analysis, run, first);
  /* Translators: a scene, and what was found in it. */
  return g_strdup_printf (_("%s: %s"),
                          sy_scene_get_title (((const SyPhase *) run->phases->pdata[first->phase])
                                                ->plan.scene),
                          sentence);
}

static void
append_run (GString     *text,
            const SyRun *run)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(GPtrArray) arms = list_arms (run, FALSE);
  g_autoptr(GPtrArray) scenes = list_scenes (run, FALSE);
  g_autofree char *arm_names = join (arms);
  g_autofree char *scene_names = join (scenes);
  g_autoptr(GDateTime) local = g_date_time_to_local (run->started);
  g_autofree char *date = g_date_time_format (local, "%Y-%m-%d %H:%M");
  g_autofree char *finding = say_finding (run, analysis);
  g_autofree char *lines = sy_words_wrap (finding, "  ", SY_REPORT_COLUMNS);

  sy_terminal_append (text, SY_STYLE_STRONG, run->id);
  g_string_append_printf (text, "  %s  ", date);
  sy_terminal_append (text, analysis->is_valid ? SY_STYLE_GOOD : SY_STYLE_WARNING,
                      analysis->is_valid ? _("valid") : _("not valid"));
  if (run->name != NULL)
    g_string_append_printf (text, "  %s", run->name);
  g_string_append_printf (text, "\n  %s\n  %s\n%s", arm_names, scene_names, lines);
}

static void
append_damaged (GString          *text,
                const SyRunEntry *entry)
{
  g_autofree char *name = g_path_get_basename (entry->path);
  g_autofree char *lines = sy_words_wrap (entry->problem, "  ", SY_REPORT_COLUMNS);

  sy_terminal_append (text, SY_STYLE_STRONG, name);
  g_string_append (text, "  ");
  sy_terminal_append (text, SY_STYLE_WARNING, _("damaged, left as it is"));
  g_string_append_printf (text, "\n%s", lines);
}

static void
print_text (const GPtrArray *entries)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *folder = sy_run_store_get_folder ();

  for (guint i = 0; i < entries->len; i++)
    {
      const SyRunEntry *entry = entries->pdata[i];

      if (entry->run != NULL)
        append_run (text, entry->run);
      else
        append_damaged (text, entry);
    }
  if (entries->len == 0)
    g_string_append_printf (text, _("No run is saved yet in %s\n"), folder);

  g_print ("%s", text->str);
}

static void
write_words (SyJsonWriter *writer,
             const char   *name,
             GPtrArray    *words)
{
  sy_json_writer_begin_array (writer, name);
  for (guint i = 0; i < words->len; i++)
    sy_json_writer_add_string (writer, NULL, words->pdata[i]);
  sy_json_writer_end_array (writer);
}

static void
write_run (SyJsonWriter *writer,
           const SyRun  *run)
{
  g_autoptr(SyAnalysis) analysis = sy_analysis_new (run);
  g_autoptr(GPtrArray) arms = list_arms (run, TRUE);
  g_autoptr(GPtrArray) scenes = list_scenes (run, TRUE);
  g_autofree char *started = g_date_time_format (run->started, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *finding = say_finding (run, analysis);

  sy_json_writer_add_string (writer, "id", run->id);
  if (run->name != NULL)
    sy_json_writer_add_string (writer, "name", run->name);
  sy_json_writer_add_string (writer, "started", started);
  write_words (writer, "arms", arms);
  write_words (writer, "scenes", scenes);
  sy_json_writer_add_boolean (writer, "complete", run->is_complete);
  sy_json_writer_add_boolean (writer, "valid", analysis->is_valid);
  sy_json_writer_add_string (writer, "finding", finding);
}

static void
print_json (const GPtrArray *entries)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autofree char *json = NULL;
  gsize length;

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_begin_array (writer, "runs");
  for (guint i = 0; i < entries->len; i++)
    {
      const SyRunEntry *entry = entries->pdata[i];

      sy_json_writer_begin_object (writer, NULL);
      sy_json_writer_add_string (writer, "file", entry->path);
      if (entry->run != NULL)
        write_run (writer, entry->run);
      else
        sy_json_writer_add_string (writer, "problem", entry->problem);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);

  json = sy_json_writer_finish (writer, &length);
  sy_terminal_write (json);
}

static SyExit
run_list (const SyOptions  *options,
          GError          **error)
{
  g_autoptr(GPtrArray) entries = sy_run_store_list ();

  if (options->json)
    print_json (entries);
  else
    print_text (entries);

  return SY_EXIT_DONE;
}

const SyCommand sy_command_list = {
  .name = "list",
  .arguments = "",
  .summary = N_("List the saved runs"),
  .description = N_("Lists the saved runs, newest first, each with its servers, its scenes and its "
                    "first finding. A damaged file is listed with what is wrong with it."),
  .example = "steelyard-cli list --json",
  .options = SY_OPTIONS_JSON,
  .run = run_list,
};
