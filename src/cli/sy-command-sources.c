/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-knowledge-report.h"
#include "cli/sy-terminal.h"

static char *
say_dates (const SySource *source)
{
  g_autoptr(GString) dates = g_string_new (NULL);

  if (source->published != NULL)
    g_string_append_printf (dates, _("Published %s"), source->published);
  if (source->updated != NULL)
    g_string_append_printf (dates, _("%supdated %s"), dates->len > 0 ? ", " : "",
                            source->updated);
  if (source->dating != NULL)
    g_string_append_printf (dates, "%s%s", dates->len > 0 ? "; " : "", source->dating);

  return g_string_free (g_steal_pointer (&dates), FALSE);
}

static void
append_contradictions (GString           *text,
                       const SyKnowledge *knowledge,
                       const SySource    *source)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->source == source && sy_source_verdict_is_contradicted (verdicts[i]))
      {
        g_autofree char *sentence = sy_knowledge_report_say_contradiction (verdicts[i]);

        sy_knowledge_report_append (text, sentence);
      }
}

static void
append_source (GString           *text,
               const SyKnowledge *knowledge,
               const SySource    *source)
{
  g_autofree char *dates = say_dates (source);
  g_autofree char *claims
    = sy_knowledge_report_say_counts (sy_knowledge_report_count (knowledge, source, NULL));
  g_autofree char *likeness = NULL;

  sy_terminal_append (text, SY_STYLE_STRONG, source->id);
  g_string_append_printf (text, "  %s\n", source->name);
  if (source->title != NULL)
    sy_knowledge_report_append (text, source->title);
  sy_knowledge_report_append (text, dates);
  sy_knowledge_report_append (text, source->stake);
  if (source->cluster->n_sources > 1)
    {
      likeness = g_strdup_printf (_("Counts as one of %u that are alike: %s"),
                                  source->cluster->n_sources, source->cluster->text);
      sy_knowledge_report_append (text, likeness);
    }
  sy_knowledge_report_append (text, claims);
  append_contradictions (text, knowledge, source);
}

static void
write_option (SyJsonWriter *writer,
              const char   *name,
              const char   *value)
{
  if (value != NULL)
    sy_json_writer_add_string (writer, name, value);
}

static void
write_source (SyJsonWriter      *writer,
              const SyKnowledge *knowledge,
              const SySource    *source)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "id", source->id);
  sy_json_writer_add_string (writer, "name", source->name);
  write_option (writer, "publisher", source->publisher);
  write_option (writer, "author", source->author);
  write_option (writer, "title", source->title);
  write_option (writer, "published", source->published);
  write_option (writer, "updated", source->updated);
  write_option (writer, "dating", source->dating);
  sy_json_writer_add_string (writer, "stake", source->stake);
  sy_json_writer_add_string (writer, "cluster", source->cluster->id);
  sy_knowledge_report_write_counts (writer, sy_knowledge_report_count (knowledge, source, NULL));

  sy_json_writer_begin_array (writer, "verdicts");
  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->source == source)
      {
        sy_json_writer_begin_object (writer, NULL);
        sy_knowledge_report_write_verdict (writer, verdicts[i]);
        sy_json_writer_end_object (writer);
      }
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
}

static SyExit
run_sources (const SyOptions  *options,
             GError          **error)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, error);
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  const SySource *const *sources;
  guint n_sources;

  if (knowledge == NULL)
    return SY_EXIT_FAILED;

  sources = sy_knowledge_get_sources (knowledge, &n_sources);
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_begin_array (writer, "sources");
  for (guint i = 0; i < n_sources; i++)
    {
      append_source (text, knowledge, sources[i]);
      write_source (writer, knowledge, sources[i]);
    }

  sy_knowledge_report_print (text, sy_knowledge_report_count (knowledge, NULL, NULL), writer,
                             options->json);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_sources = {
  .name = "sources",
  .arguments = "",
  .summary = N_("List the articles, and what stake they have"),
  .description = N_("Lists the published articles with their date and their publisher's stake, as "
                    "far as they tell, how many claims they make, and where a verdict and the "
                    "text above it disagree."),
  .example = "steelyard-cli sources",
  .options = SY_OPTIONS_JSON,
  .run = run_sources,
};
