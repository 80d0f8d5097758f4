/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-deciding.h"
#include "cli/sy-interview.h"
#include "cli/sy-knowledge-report.h"
#include "cli/sy-output.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "decision/sy-explanation.h"
#include "export/sy-document-format.h"
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
          if (sy_sentence_say_language (sentence->kind) != NULL)
            sy_knowledge_report_append (text, sy_sentence_say_language (sentence->kind));
        }
      if (sentence->kind == SY_SENTENCE_ANSWER)
        {
          sy_terminal_append (text, SY_STYLE_STRONG, sentence->text);
          g_string_append_c (text, '\n');
        }
      else
        sy_knowledge_report_append (text, sentence->text);
      last = sentence->kind;
    }

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The forms for terminals and programs; those to be handed over have a table of their own. */
static const struct
{
  const char  *name;
  char       *(*format) (const SyDecision       *decision,
                         const SyRecommendation *recommendation,
                         gsize                  *length);
} plain_formats[] = {
  { "text", format_text },
  { "json", sy_recommendation_to_json },
};

/* Of both tables, the plain ones first. */
static char **
list_formats (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint n_formats;
  const SyDocumentFormat *formats = sy_document_formats_get (&n_formats);

  for (guint i = 0; i < G_N_ELEMENTS (plain_formats); i++)
    g_strv_builder_add (names, plain_formats[i].name);
  for (guint i = 0; i < n_formats; i++)
    g_strv_builder_add (names, formats[i].name);

  return g_strv_builder_end (names);
}

/* What --format says, or else how the file's name ends, or else text. */
static gboolean
find_format (const SyOptions   *options,
             const char       **name,
             GError           **error)
{
  const SyDocumentFormat *guess = options->output != NULL
                                  ? sy_document_format_guess (options->output) : NULL;
  const char *asked = options->json ? "json" : options->format;
  g_auto(GStrv) names = list_formats ();
  guint format = 0;

  if (!sy_value_read_choice ("format", asked, (const char *const *) names, &format, error))
    return FALSE;

  if (asked != NULL)
    *name = asked;
  else if (guess != NULL)
    *name = guess->name;
  else
    *name = options->output != NULL && g_str_has_suffix (options->output, ".json") ? "json"
                                                                                   : "text";
  return TRUE;
}

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

/* A run that is there twice would make the decision look surer than it is. */
static gboolean
read_run (SyDeciding  *deciding,
          const char  *name,
          GError     **error)
{
  g_autofree char *path = sy_run_store_resolve (name, error);
  g_autoptr(SyRun) run = path != NULL ? sy_run_load (path, error) : NULL;
  g_autofree char *problem = NULL;

  if (run == NULL)
    return FALSE;
  if (sy_deciding_has_run (deciding, run->id))
    {
      g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                   _("--evidence: “%s” is there twice"), run->id);
      return FALSE;
    }

  problem = sy_deciding_add_run (deciding, g_steal_pointer (&run));
  if (problem != NULL)
    g_printerr ("%s\n", problem);
  return TRUE;
}

static gboolean
read_evidence (SyDeciding       *deciding,
               const SyOptions  *options,
               GError          **error)
{
  const char *missing;

  for (guint i = 0; options->runtimes != NULL && options->runtimes[i] != NULL; i++)
    if (!read_runtime (deciding->runtimes, deciding->rulebook, options->runtimes[i], error))
      return FALSE;
  for (guint i = 0; options->evidence != NULL && options->evidence[i] != NULL; i++)
    if (!read_run (deciding, options->evidence[i], error))
      return FALSE;

  missing = sy_deciding_find_missing (deciding);
  if (missing != NULL)
    g_set_error (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                 _("--runtime: no run under --evidence has a server “%s” from outside "
                   "Steelyard"),
                 missing);
  return missing == NULL;
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

static gboolean
write_document (const SyDeciding        *deciding,
                const SyDocumentFormat  *format,
                const SyOptions         *options,
                GError                 **error)
{
  g_autoptr(GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *file_name = options->output != NULL ? g_path_get_basename (options->output)
                                                       : NULL;
  SyDecisionReport report = {
    deciding->decision, deciding->recommendation,
    (const SyLineupEntry *) (gconstpointer) deciding->entries->data, deciding->entries->len,
    deciding->runtimes, options->title, options->client, options->author, options->scope, today,
    file_name,
  };
  g_autoptr(SyDocument) document = format->arrange (&report);
  SyDocumentSettings settings = { SY_PAPER_A4 };
  guint paper = SY_PAPER_A4;
  g_autoptr(GBytes) bytes = NULL;
  const char *data;
  gsize length;

  if (!sy_value_read_choice ("paper", options->paper, sy_paper_names, &paper, error))
    return FALSE;

  settings.paper = paper;
  bytes = format->write (document, &settings, NULL, error);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return sy_output_write (options, data, length, error);
}

static gboolean
write_plain (const SyDeciding  *deciding,
             const char        *name,
             const SyOptions   *options,
             GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_formats); i++)
    if (g_str_equal (plain_formats[i].name, name))
      {
        gsize length;
        g_autofree char *text = plain_formats[i].format (deciding->decision,
                                                         deciding->recommendation, &length);

        return sy_output_write (options, text, length, error);
      }

  g_return_val_if_reached (FALSE);
}

static SyExit
run_decide (const SyOptions  *options,
            GError          **error)
{
  g_autoptr(SyDeciding) deciding = NULL;
  const char *name;
  const SyDocumentFormat *format;

  if (options->profile == NULL && !options->interactive)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_OPTION,
                           _("Which profile? “steelyard-cli profile” writes one to start from, "
                             "and “steelyard-cli decide --interactive” asks for one"));
      return SY_EXIT_USAGE;
    }
  if (!find_format (options, &name, error) || !sy_output_check (options, error))
    return SY_EXIT_FAILED;

  deciding = sy_deciding_new (error);
  if (deciding == NULL)
    return SY_EXIT_FAILED;
  /* Evidence that cannot be read is told before anyone answers questions. */
  if (read_evidence (deciding, options, error))
    deciding->profile = get_profile (deciding->rulebook, options, error);
  if (deciding->profile == NULL)
    return SY_EXIT_FAILED;

  sy_deciding_weigh (deciding);
  format = sy_document_format_find (name);
  return (format != NULL ? write_document (deciding, format, options, error)
                         : write_plain (deciding, name, options, error)) ? SY_EXIT_DONE
                                                                         : SY_EXIT_FAILED;
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
                    "--interactive the profile comes from questions on the terminal. A report "
                    "(pdf, html) tells all of it to people who were not there; a record (madr) is "
                    "for the repository, and “confirm” checks it again."),
  .example = "steelyard-cli decide --profile chat.json --evidence latest",
  .options = SY_OPTIONS_DECIDE | SY_OPTIONS_REPORT | SY_OPTIONS_JSON | SY_OPTIONS_FILE,
  .run = run_decide,
};
