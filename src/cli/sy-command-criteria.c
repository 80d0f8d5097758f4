/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-command.h"
#include "cli/sy-knowledge-report.h"
#include "cli/sy-terminal.h"

/* "Verdicts: Node.js 2, Python 1, level 1, it depends 1, none 0". */
static char *
say_verdicts (const SyKnowledge *knowledge,
              const SyCriterion *criterion)
{
  guint n_of[SY_JUDGEMENT_NONE + 1] = { 0 };
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->criterion == criterion)
      n_of[verdicts[i]->judgement]++;

  /* Translators: how many articles come to each verdict. */
  return g_strdup_printf (_("Verdicts: Node.js %u, Python %u, level %u, it depends %u, none %u"),
                          n_of[SY_JUDGEMENT_NODE], n_of[SY_JUDGEMENT_PYTHON],
                          n_of[SY_JUDGEMENT_TIE], n_of[SY_JUDGEMENT_CONDITIONAL],
                          n_of[SY_JUDGEMENT_NONE]);
}

static void
append_contradictions (GString           *text,
                       const SyKnowledge *knowledge,
                       const SyCriterion *criterion)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->criterion == criterion && sy_source_verdict_is_contradicted (verdicts[i]))
      {
        g_autofree char *contradiction = sy_knowledge_report_say_contradiction (verdicts[i]);
        /* Translators: an article, and what contradicts itself in it. */
        g_autofree char *sentence = g_strdup_printf (_("%s: %s"), verdicts[i]->source->name,
                                                     contradiction);

        sy_knowledge_report_append (text, sentence);
      }
}

static void
append_criterion (GString           *text,
                  const SyKnowledge *knowledge,
                  const SyCriterion *criterion)
{
  SyClaimCounts counts = sy_knowledge_report_count (knowledge, NULL, criterion);
  g_autofree char *claims = sy_knowledge_report_say_counts (counts);
  g_autofree char *verdicts = say_verdicts (knowledge, criterion);

  sy_terminal_append (text, SY_STYLE_STRONG, criterion->id);
  g_string_append_printf (text, "  %s%s\n", criterion->name,
                          criterion->weighs ? "" : _(" (explains, without weight)"));
  sy_knowledge_report_append (text, criterion->question);
  sy_knowledge_report_append (text, claims);
  sy_knowledge_report_append (text, verdicts);
  append_contradictions (text, knowledge, criterion);
}

static void
write_lists (SyJsonWriter      *writer,
             const SyKnowledge *knowledge,
             const SyCriterion *criterion)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  sy_json_writer_begin_array (writer, "workloads");
  for (guint i = 0; criterion->workloads[i] != NULL; i++)
    sy_json_writer_add_string (writer, NULL, criterion->workloads[i]);
  sy_json_writer_end_array (writer);

  sy_json_writer_begin_array (writer, "verdicts");
  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->criterion == criterion)
      {
        sy_json_writer_begin_object (writer, NULL);
        sy_knowledge_report_write_verdict (writer, verdicts[i]);
        sy_json_writer_end_object (writer);
      }
  sy_json_writer_end_array (writer);
}

static void
write_criterion (SyJsonWriter      *writer,
                 const SyKnowledge *knowledge,
                 const SyCriterion *criterion)
{
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "id", criterion->id);
  sy_json_writer_add_string (writer, "name", criterion->name);
  sy_json_writer_add_string (writer, "question", criterion->question);
  sy_json_writer_add_string (writer, "why", criterion->why);
  sy_json_writer_add_string (writer, "objective", criterion->objective->name);
  sy_json_writer_add_string (writer, "group", sy_group_names[criterion->group]);
  sy_json_writer_add_string (writer, "about",
                             criterion->is_architecture ? "architecture" : "language");
  sy_json_writer_add_boolean (writer, "weighs", criterion->weighs);
  sy_knowledge_report_write_counts (writer,
                                    sy_knowledge_report_count (knowledge, NULL, criterion));
  write_lists (writer, knowledge, criterion);
  sy_json_writer_end_object (writer);
}

static SyExit
run_criteria (const SyOptions  *options,
              GError          **error)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, error);
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  const SyCriterion *const *criteria;
  guint n_criteria;

  if (knowledge == NULL)
    return SY_EXIT_FAILED;

  criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);
  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < n_criteria; i++)
    {
      append_criterion (text, knowledge, criteria[i]);
      write_criterion (writer, knowledge, criteria[i]);
    }

  sy_knowledge_report_print (text, sy_knowledge_report_count (knowledge, NULL, NULL), writer,
                             options->json);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_criteria = {
  .name = "criteria",
  .arguments = "",
  .summary = N_("List what published articles compare"),
  .description = N_("Lists the criteria that five published articles compare Node.js and Python "
                    "by, each with how many claims are made on it and what the articles "
                    "conclude."),
  .example = "steelyard-cli criteria",
  .options = SY_OPTIONS_JSON,
  .run = run_criteria,
};
