/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-evidence-report.h"

#include <glib/gi18n-lib.h>

#include "cli/sy-knowledge-report.h"
#include "lab/sy-run-store.h"

static void
add_evidence (GPtrArray         *evidence,
              const SyKnowledge *knowledge,
              const char        *path)
{
  g_autoptr(SyRun) run = sy_run_load (path, NULL);
  g_autoptr(SyAnalysis) analysis = run != NULL ? sy_analysis_new (run) : NULL;

  if (run != NULL)
    g_ptr_array_extend_and_steal (evidence, sy_evidence_list (knowledge, run, analysis));
}

GPtrArray *
sy_evidence_report_collect (const SyKnowledge *knowledge)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);
  g_auto(GStrv) paths = sy_run_store_list_paths ();

  for (guint i = 0; paths[i] != NULL; i++)
    add_evidence (evidence, knowledge, paths[i]);

  return evidence;
}

void
sy_evidence_report_append (GString          *text,
                           const SyClaim    *claim,
                           const SyEvidence *evidence)
{
  g_autofree char *figures = sy_evidence_say (evidence, claim->recipe);
  /* Translators: how a claim stands, as “reproduced here”, the figures, and a run. */
  g_autofree char *sentence = g_strdup_printf (_("Tried: %s. %s (run %s)"),
                                               sy_mark_say (sy_claim_get_mark (claim, evidence)),
                                               figures, evidence->run);

  sy_knowledge_report_append (text, sentence);
}

static void
write_ratio (SyJsonWriter     *writer,
             const SyInterval *ratio)
{
  sy_json_writer_begin_object (writer, "ratio");
  sy_json_writer_add_double (writer, "value", ratio->value);
  sy_json_writer_add_double (writer, "low", ratio->low);
  sy_json_writer_add_double (writer, "high", ratio->high);
  sy_json_writer_end_object (writer);
}

void
sy_evidence_report_write (SyJsonWriter     *writer,
                          const SyClaim    *claim,
                          const SyEvidence *evidence)
{
  g_autofree char *measured = g_date_time_format_iso8601 (evidence->measured);

  sy_json_writer_add_string (writer, "mark", sy_mark_names[sy_claim_get_mark (claim, evidence)]);
  sy_json_writer_add_string (writer, "run", evidence->run);
  sy_json_writer_add_int (writer, "phase", evidence->phase);
  sy_json_writer_add_string (writer, "measured", measured);
  if (evidence->has_figures)
    write_ratio (writer, &evidence->comparison.ratio);
  if (evidence->problem != NULL)
    sy_json_writer_add_string (writer, "problem", evidence->problem);
}
