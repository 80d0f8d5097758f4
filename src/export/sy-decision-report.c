/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-decision-report.h"

#include <glib/gi18n-lib.h>

#include "export/sy-decision-report-private.h"

const SyProfile *
sy_decision_report_get_profile (const SyDecisionReport *report)
{
  return sy_decision_get_profile (report->decision);
}

const SyRulebook *
sy_decision_report_get_rulebook (const SyDecisionReport *report)
{
  return sy_decision_get_rulebook (report->decision);
}

const char *
sy_decision_report_get_title (const SyDecisionReport *report)
{
  const SyProfile *profile = sy_decision_report_get_profile (report);

  if (report->title != NULL && *report->title != '\0')
    return report->title;

  return profile->name != NULL ? profile->name : _("Node.js or Python?");
}

char *
sy_decision_report_say_date (const SyDecisionReport *report)
{
  return g_date_time_format (report->date, "%Y-%m-%d");
}

/* The names of the sources a sentence comes from, each once, and the runs. */
static char *
say_grounds (const SySentence       *sentence,
             const SyDecisionReport *report)
{
  const SyKnowledge *knowledge = sy_decision_report_get_rulebook (report)->knowledge;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sentence->grounds->len; i++)
    {
      const SyGround *ground = &g_array_index (sentence->grounds, SyGround, i);
      const char *name = NULL;

      if (ground->kind == SY_GROUND_SOURCE)
        name = sy_knowledge_find_source (knowledge, ground->id)->name;
      else if (ground->kind == SY_GROUND_RUN)
        name = ground->id;
      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

void
sy_decision_report_add_sentences (GPtrArray              *sentences,
                                  SySentenceKind          kind,
                                  const SyDecisionReport *report,
                                  SyDocument             *document)
{
  if (sy_sentence_say_language (kind) != NULL)
    sy_document_add_text (document, g_strdup (sy_sentence_say_language (kind)));
  for (guint i = 0; i < sentences->len; i++)
    {
      const SySentence *sentence = sentences->pdata[i];

      if (sentence->kind == kind)
        sy_document_add_item (document, g_strdup (sentence->text), say_grounds (sentence, report),
                              NULL);
    }
}

static gboolean
has_kind (GPtrArray      *sentences,
          SySentenceKind  kind)
{
  for (guint i = 0; i < sentences->len; i++)
    if (((const SySentence *) sentences->pdata[i])->kind == kind)
      return TRUE;

  return FALSE;
}

static void
add_kinds (GPtrArray              *sentences,
           const SyDecisionReport *report,
           SyDocument             *document)
{
  for (SySentenceKind kind = SY_SENTENCE_SURE + 1; kind < SY_N_SENTENCES; kind++)
    {
      if (!has_kind (sentences, kind))
        continue;
      sy_document_add_section (document, 2, sy_sentence_say_kind (kind));
      sy_decision_report_add_sentences (sentences, kind, report, document);
    }
}

static void
add_findings (const SyDecisionReport *report,
              SyDocument             *document)
{
  g_autoptr(GPtrArray) sentences = sy_explanation_new (report->decision, report->recommendation);
  const SySentence *answer = sentences->pdata[0];

  g_assert (answer->kind == SY_SENTENCE_ANSWER);

  sy_document_add_section (document, 1, _("Recommendation"));
  sy_document_add_lead (document, g_strdup (answer->text));
  sy_decision_report_add_sentences (sentences, SY_SENTENCE_SURE, report, document);
  add_kinds (sentences, report, document);
}

static void
add_question (const SyDecisionReport *report,
              SyDocument             *document)
{
  const SyProfile *profile = sy_decision_report_get_profile (report);

  sy_document_add_section (document, 1, _("What Was Asked"));
  if (profile->note != NULL)
    sy_document_add_text (document, g_strdup (profile->note));
  sy_decision_report_add_answers (report, document);
}

static void
add_title_page (const SyDecisionReport *report,
                SyDocument             *document)
{
  sy_document_add_fact (document, _("Client"), report->client);
  sy_document_add_fact (document, _("Author"), report->author);
  sy_document_add_fact (document, _("Scope"), report->scope);
  sy_document_add_fact (document, _("Date"), document->date);
  sy_document_add_fact (document, _("Made with"), "Steelyard " SY_VERSION);
}

SyDocument *
sy_decision_report_arrange (const SyDecisionReport *report)
{
  g_autofree char *date = sy_decision_report_say_date (report);
  SyDocument *document = sy_document_new (sy_decision_report_get_title (report),
                                          _("Which runtime and which architecture for the "
                                            "back end"), report->author, date);

  add_title_page (report, document);
  add_findings (report, document);
  sy_decision_report_add_figures (report, document);
  add_question (report, document);
  sy_decision_report_add_runs (report, document);
  sy_decision_report_add_method (report, document);
  sy_decision_report_add_limits (report, document);
  sy_decision_report_add_machines (report, document);
  sy_decision_report_add_sources (report, document);

  return document;
}
