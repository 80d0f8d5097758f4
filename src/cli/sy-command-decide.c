/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-interview.h"
#include "cli/sy-knowledge-report.h"
#include "cli/sy-output.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "decision/sy-explanation.h"
#include "export/sy-run-observations.h"
#include "lab/sy-run-store.h"

static char *
format_text (const SyDecision       *decision,
             const SyRecommendation *recommendation,
             gsize                  *length)
{
  g_autoptr(GPtrArray) sentences = sy_explanation_new (decision, recommendation);
  g_autoptr(GString) text = g_string_new (NULL);
  SySentenceKind last = SY_SENTENCE_ANSWER;

  for (guint i = 0; i < sentences->len; i++)
    {
      const SySentence *sentence = sentences->pdata[i];
      const char *heading = sy_sentence_say_kind (sentence->kind);

      if (sentence->kind != last && heading != NULL)
        {
          g_string_append_c (text, '\n');
          sy_terminal_append (text, SY_STYLE_STRONG, heading);
          g_string_append_c (text, '\n');
        }
      if (sentence->kind == SY_SENTENCE_ANSWER)
        {
          sy_terminal_append (text, SY_STYLE_STRONG, sentence->text);
          g_string_append_printf (text, " (%s)\n", sy_recommendation_say_sure (recommendation));
        }
      else
        sy_knowledge_report_append (text, sentence->text);
      last = sentence->kind;
    }

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The forms a decision can be written in. */
static const struct
{
  const char  *name;
  char       *(*format) (const SyDecision       *decision,
                         const SyRecommendation *recommendation,
                         gsize                  *length);
} formats[] = {
  { "text", format_text },
  { "json", sy_recommendation_to_json },
};

static gboolean
read_runtime (GHashTable        *runtimes,
              const SyRulebook  *rulebook,
              const char        *text,
              GError           **error)
{
  g_auto(GStrv) parts = g_strsplit (text, "=", 2);
  const SyOption *option = parts[0] != NULL && parts[1] != NULL
                             ? sy_rulebook_find_option (rulebook, parts[1]) : NULL;

  if (option != NULL)
    {
      g_hash_table_insert (runtimes, g_strdup (parts[0]), (gpointer) option);
      return TRUE;
    }

  g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
               _("--runtime: “%s” is not such as 127.0.0.1:8080=node; there are node, "
                 "python-threads and python-asyncio"), text);
  return FALSE;
}

static gboolean
read_evidence (GPtrArray         *observations,
               GHashTable        *runtimes,
               const SyRulebook  *rulebook,
               const char        *word,
               GError           **error)
{
  g_autofree char *path = sy_run_store_resolve (word, error);
  g_autoptr(SyRun) run = path != NULL ? sy_run_load (path, error) : NULL;
  g_autoptr(SyAnalysis) analysis = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (run == NULL)
    return FALSE;

  analysis = sy_analysis_new (run);
  found = sy_run_observations_new (run, analysis, rulebook, runtimes);
  if (found->len == 0)
    /* Translators: the id of a run. */
    g_printerr (_("The run %s does not count: it is not valid, has fewer than 8 pairs, or no two "
                  "of its servers stand for different options\n"),
                run->id);
  g_ptr_array_extend_and_steal (observations, g_steal_pointer (&found));
  return TRUE;
}

static gboolean
read_all_evidence (GPtrArray         *observations,
                   const SyRulebook  *rulebook,
                   const SyOptions   *options,
                   GError           **error)
{
  g_autoptr(GHashTable) runtimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; options->runtimes != NULL && options->runtimes[i] != NULL; i++)
    if (!read_runtime (runtimes, rulebook, options->runtimes[i], error))
      return FALSE;
  for (guint i = 0; options->evidence != NULL && options->evidence[i] != NULL; i++)
    if (!read_evidence (observations, runtimes, rulebook, options->evidence[i], error))
      return FALSE;

  return TRUE;
}

/* From the file, or from the answers of whoever sits at the terminal. */
static SyProfile *
get_profile (const SyRulebook  *rulebook,
             const SyOptions   *options,
             GError           **error)
{
  g_autoptr(SyProfile) start = options->profile != NULL
                                 ? sy_profile_load (options->profile, rulebook, error)
                                 : sy_profile_new ();

  if (start == NULL || !options->interactive)
    return g_steal_pointer (&start);

  return sy_interview_run (rulebook, start,
                           options->force ? SY_FILE_REPLACE : SY_FILE_KEEP_EXISTING, error);
}

static SyExit
decide (const SyRulebook  *rulebook,
        const SyOptions   *options,
        guint              format,
        GError           **error)
{
  g_autoptr(SyProfile) profile = get_profile (rulebook, options, error);
  g_autoptr(GPtrArray) observations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_observation_free);
  g_autoptr(SyDecision) decision = NULL;
  g_autoptr(SyRecommendation) recommendation = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (profile == NULL || !read_all_evidence (observations, rulebook, options, error))
    return SY_EXIT_FAILED;

  decision = sy_decision_new (rulebook, profile,
                              (const SyObservation *const *) observations->pdata,
                              observations->len);
  recommendation = sy_decision_recommend (decision);
  text = formats[format].format (decision, recommendation, &length);
  return sy_output_write (options, text, length, error) ? SY_EXIT_DONE : SY_EXIT_FAILED;
}

static SyExit
run_decide (const SyOptions  *options,
            GError          **error)
{
  const char *names[G_N_ELEMENTS (formats) + 1] = { NULL };
  g_autoptr(SyKnowledge) knowledge = NULL;
  g_autoptr(SyRulebook) rulebook = NULL;
  guint format = 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    names[i] = formats[i].name;
  if (options->profile == NULL && !options->interactive)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION,
                           _("Which profile? “steelyard-cli profile” writes one to start from, "
                             "and “steelyard-cli decide --interactive” asks for one"));
      return SY_EXIT_USAGE;
    }
  if (!sy_value_read_choice ("format", options->json ? "json" : options->format, names, &format,
                             error)
      || !sy_output_check (options, error))
    return SY_EXIT_FAILED;

  knowledge = sy_knowledge_load (NULL, error);
  rulebook = knowledge != NULL ? sy_rulebook_load (knowledge, NULL, error) : NULL;
  return rulebook != NULL ? decide (rulebook, options, format, error) : SY_EXIT_FAILED;
}

const SyCommand sy_command_decide = {
  .name = "decide",
  .arguments = "",
  .summary = N_("Weigh the options for a profile, with reasons"),
  .description = N_("Weighs Node.js, Python with threads and Python with asyncio by what a profile "
                    "says, by what the articles claim and by what runs have measured, and tells "
                    "how sure that is, what speaks for and against it and what would change it. "
                    "Runs of the servers in this program tell about architectures alone; which "
                    "servers of a run are real runtimes is said with --runtime. With "
                    "--interactive the profile comes from questions on the terminal."),
  .example = "steelyard-cli decide --profile chat.json --evidence latest",
  .options = SY_OPTIONS_DECIDE | SY_OPTIONS_JSON | SY_OPTIONS_FILE,
  .run = run_decide,
};
