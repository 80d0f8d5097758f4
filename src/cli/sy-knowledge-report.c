/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-knowledge-report.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-report.h"
#include "cli/sy-terminal.h"
#include "cli/sy-words.h"

void
sy_knowledge_report_count_claim (SyClaimCounts *counts,
                                 const SyClaim *claim)
{
  counts->n_claims++;
  counts->n_disputed += sy_claim_is_disputed (claim) ? 1 : 0;
  counts->n_testable += claim->recipe != NULL ? 1 : 0;
}

SyClaimCounts
sy_knowledge_report_count (const SyKnowledge *knowledge,
                           const SySource    *source,
                           const SyCriterion *criterion)
{
  SyClaimCounts counts = { 0 };
  guint n_claims;
  const SyClaim *const *claims = sy_knowledge_get_claims (knowledge, &n_claims);

  for (guint i = 0; i < n_claims; i++)
    if ((source == NULL || claims[i]->source == source)
        && (criterion == NULL || claims[i]->criterion == criterion))
      sy_knowledge_report_count_claim (&counts, claims[i]);

  return counts;
}

char *
sy_knowledge_report_say_counts (SyClaimCounts counts)
{
  return g_strdup_printf (ngettext ("%u claim, %u disputed, %u testable",
                                    "%u claims, %u disputed, %u testable", counts.n_claims),
                          counts.n_claims, counts.n_disputed, counts.n_testable);
}

void
sy_knowledge_report_write_counts (SyJsonWriter  *writer,
                                  SyClaimCounts  counts)
{
  sy_json_writer_add_int (writer, "claims", counts.n_claims);
  sy_json_writer_add_int (writer, "disputed", counts.n_disputed);
  sy_json_writer_add_int (writer, "testable", counts.n_testable);
}

const char *
sy_knowledge_report_say_side (SySide side)
{
  static const char *const names[] = { "Node.js", "Python", N_("both"), N_("neither") };

  return _(names[side]);
}

char *
sy_knowledge_report_say_contradiction (const SySourceVerdict *verdict)
{
  /* Translators: a criterion, a verdict, "Node.js" or "Python", and why. */
  return g_strdup_printf (_("On “%s” its verdict is “%s”, while its text speaks for %s: %s"),
                          verdict->criterion->name, verdict->text,
                          sy_knowledge_report_say_side (verdict->contradicting),
                          verdict->contradiction);
}

static void
write_branches (SyJsonWriter          *writer,
                const SySourceVerdict *verdict)
{
  sy_json_writer_begin_array (writer, "branches");
  for (guint i = 0; i < verdict->branches->len; i++)
    {
      const SyBranch *branch = &g_array_index (verdict->branches, SyBranch, i);

      sy_json_writer_begin_object (writer, NULL);
      sy_json_writer_add_string (writer, "condition", branch->condition->text);
      sy_json_writer_add_string (writer, "side", sy_side_names[branch->side]);
      sy_json_writer_end_object (writer);
    }
  sy_json_writer_end_array (writer);
}

void
sy_knowledge_report_write_verdict (SyJsonWriter          *writer,
                                   const SySourceVerdict *verdict)
{
  sy_json_writer_add_string (writer, "source", verdict->source->id);
  sy_json_writer_add_string (writer, "criterion", verdict->criterion->id);
  sy_json_writer_add_string (writer, "verdict", sy_judgement_names[verdict->judgement]);
  sy_json_writer_add_boolean (writer, "stated", verdict->is_stated);
  sy_json_writer_add_int (writer, "line", verdict->line);
  sy_json_writer_add_string (writer, "text", verdict->text);
  if (verdict->branches->len > 0)
    write_branches (writer, verdict);
  if (!sy_source_verdict_is_contradicted (verdict))
    return;

  sy_json_writer_begin_object (writer, "contradiction");
  sy_json_writer_add_string (writer, "side", sy_side_names[verdict->contradicting]);
  sy_json_writer_add_string (writer, "text", verdict->contradiction);
  sy_json_writer_end_object (writer);
}

void
sy_knowledge_report_append (GString    *text,
                            const char *sentence)
{
  g_autofree char *lines = sy_words_wrap (sentence, "    ", SY_REPORT_COLUMNS);

  g_string_append (text, lines);
}

void
sy_knowledge_report_print (const GString *text,
                           SyClaimCounts  counts,
                           SyJsonWriter  *writer,
                           gboolean       is_json)
{
  const char *note = sy_knowledge_say_language ();
  g_autofree char *total = sy_knowledge_report_say_counts (counts);
  g_autofree char *json = NULL;
  gsize length;

  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);
  json = sy_json_writer_finish (writer, &length);

  if (is_json)
    sy_terminal_write (json);
  else
    g_print ("%s%s%s", note != NULL ? note : "", note != NULL ? "\n\n" : "", text->str);
  if (!is_json && counts.n_claims > 0)
    g_print ("\n%s\n", total);
}
