/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "export/sy-decision-report-private.h"
#include "export/sy-record.h"

#define FILE_NAME "decision.md"
#define COMMAND_LANGUAGE "sh"

/* So many good and bad points of an option are worth telling, and how much they say at least. */
enum { MAX_POINTS = 5 };
#define WORTH_TELLING 0.1

static void
add_context (const SyDecisionReport *report,
             SyDocument             *document)
{
  const SyProfile *profile = sy_decision_report_get_profile (report);

  sy_document_add_section (document, 1, _("Context and Problem Statement"));
  sy_document_add_text (document, g_strdup (_("Which runtime and which architecture is the back "
                                              "end to be built with?")));
  if (report->client != NULL)
    /* Translators: the client's name. */
    sy_document_add_text (document, g_strdup_printf (_("Written for %s."), report->client));
  if (report->scope != NULL)
    sy_document_add_text (document, g_strdup (report->scope));
  if (profile->note != NULL)
    sy_document_add_text (document, g_strdup (profile->note));
  sy_decision_report_add_answers (report, document);
}

static void
add_drivers (const SyDecisionReport *report,
             SyDocument             *document)
{
  const SyProfile *profile = sy_decision_report_get_profile (report);
  const GArray *objectives = report->recommendation->objectives;

  sy_document_add_section (document, 1, _("Decision Drivers"));
  for (guint i = 0; i < profile->priorities->len; i++)
    sy_document_add_item (document,
                          g_strdup (sy_decision_report_name_priority (
                                      report, profile->priorities->pdata[i])), NULL, NULL);
  if (profile->priorities->len > 0)
    return;

  for (guint i = 0; i < objectives->len; i++)
    sy_document_add_item (document,
                          g_strdup (_(g_array_index (objectives, SyObjectiveResult,
                                                     i).objective->name)), NULL, NULL);
}

static void
add_options (const SyDecisionReport *report,
             SyDocument             *document)
{
  const GPtrArray *options = report->recommendation->options;

  sy_document_add_section (document, 1, _("Considered Options"));
  for (guint i = 0; i < options->len; i++)
    sy_document_add_item (document,
                          g_strdup (_(((const SyOptionResult *) options->pdata[i])->option->name)),
                          NULL, NULL);
}

/* Each sentence of a kind, behind what it is. */
static void
add_points (GPtrArray      *sentences,
            SySentenceKind  kind,
            const char     *pattern,
            SyDocument     *document)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const SySentence *sentence = sentences->pdata[i];
      GString *point;

      if (sentence->kind != kind)
        continue;
      point = g_string_new (pattern);
      g_string_replace (point, "%s", sentence->text, 1);
      sy_document_add_item (document, g_string_free (point, FALSE), NULL, NULL);
    }
}

static char *
say_outcome (const SyRecommendation *recommendation,
             const SySentence       *answer)
{
  if (recommendation->winner == NULL)
    /* Translators: what came out, with how sure that is, such as “No clear winner; …”. */
    return g_strdup_printf (_("Chosen option: none yet. %s."), answer->text);

  if (sy_recommendation_count_left (recommendation) == 1)
    /* Translators: the option. */
    return g_strdup_printf (_("Chosen option: “%s”, because every other one is ruled out:"),
                            recommendation->winner->name);

  /* Translators: the option, and how sure that is in two words. */
  return g_strdup_printf (_("Chosen option: “%s” (%s), because it wins most often:"),
                          recommendation->winner->name,
                          sy_recommendation_say_sure (recommendation));
}

static void
add_consequences (GPtrArray  *sentences,
                  SyDocument *document)
{
  sy_document_add_section (document, 2, _("Consequences"));
  /* Translators: a reason for the decision, as a sentence. */
  add_points (sentences, SY_SENTENCE_REASON, _("Good, because: %s"), document);
  /* Translators: a reason against the decision, as a sentence. */
  add_points (sentences, SY_SENTENCE_AGAINST, _("Bad, because: %s"), document);
  /* Translators: a sentence that speaks neither for nor against the decision. */
  add_points (sentences, SY_SENTENCE_SPLIT, _("Neutral, because: %s"), document);
}

static void
add_outcome (const SyDecisionReport *report,
             GPtrArray              *sentences,
             SyDocument             *document)
{
  sy_document_add_section (document, 1, _("Decision Outcome"));
  sy_document_add_text (document, say_outcome (report->recommendation, sentences->pdata[0]));
  sy_decision_report_add_sentences (sentences, SY_SENTENCE_SURE, report, document);
  /* What is left alone has no reasons for and against it. */
  if (sy_recommendation_count_left (report->recommendation) > 1)
    add_consequences (sentences, document);
}

static void
add_relations (const SyRecord *record,
               SyDocument     *document)
{
  for (guint i = 0; i < record->runs->len; i++)
    {
      const SyRecordedRun *run = record->runs->pdata[i];

      for (guint j = 0; j < run->relations->len; j++)
        sy_document_add_item (document,
                              sy_relation_say (&g_array_index (run->relations, SyRelation, j),
                                               run->plan), g_strdup (run->run), NULL);
    }
}

static char *
make_command (const char *file_name)
{
  g_autofree char *quoted = NULL;

  if (file_name == NULL)
    file_name = FILE_NAME;
  quoted = g_shell_quote (file_name);

  return g_strdup_printf ("steelyard-cli confirm -- %s\n", quoted);
}

static void
add_confirmation (const SyDecisionReport *report,
                  SyDocument             *document)
{
  const SyKnowledge *knowledge = sy_decision_report_get_rulebook (report)->knowledge;
  g_autoptr(SyRecord) record = sy_record_new (report);
  gsize length;

  sy_document_add_section (document, 2, _("Confirmation"));
  sy_document_add_text (document,
                        g_strdup (report->n_runs > 0
                                  ? _("This command, on the machine the figures are from, measures "
                                      "again and weighs again. It exits with 0 if the decision "
                                      "holds, with 3 if it no longer holds, and with 1 if that "
                                      "cannot be told.")
                                  : _("Nothing was measured for this decision; this command weighs "
                                      "it again by what is known then. It exits with 0 if the "
                                      "decision holds, with 3 if it no longer holds, and with 1 "
                                      "if that cannot be told.")));
  sy_document_add_code (document, COMMAND_LANGUAGE, make_command (report->file_name));
  sy_document_add_text (document, g_strdup (_("What has to hold:")));
  sy_document_add_item (document, g_strdup (_("The answer stays the same.")), NULL, NULL);
  add_relations (record, document);
  sy_document_add_code (document, SY_RECORD_FENCE, sy_record_to_json (record, knowledge, &length));
}

static gint
compare_by_weight (gconstpointer a,
                   gconstpointer b)
{
  const SyCriterionResult *first = *(const SyCriterionResult *const *) a;
  const SyCriterionResult *second = *(const SyCriterionResult *const *) b;
  double difference = fabs (second->mean) * second->weight - fabs (first->mean) * first->weight;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

/* The criteria that say something, the most important first. */
static GPtrArray *
rank_criteria (const GArray *criteria)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    {
      SyCriterionResult *result = &g_array_index (criteria, SyCriterionResult, i);

      if (result->weight > 0 && fabs (result->mean) >= WORTH_TELLING)
        g_ptr_array_add (ranked, result);
    }
  g_ptr_array_sort (ranked, compare_by_weight);

  return ranked;
}

/* What lies between two others has no merits of its own where a criterion is about architecture. */
static gboolean
concerns (const SyCriterionResult *result,
          const SyOption          *option)
{
  return !result->criterion->is_architecture || option->between[0] == NULL;
}

static void
add_merits (const SyOption *option,
            GPtrArray      *criteria,
            gboolean        is_good,
            SyDocument     *document)
{
  guint n_points = 0;

  for (guint i = 0; i < criteria->len && n_points < MAX_POINTS; i++)
    {
      const SyCriterionResult *result = criteria->pdata[i];
      const char *name = result->criterion->name;

      if (!concerns (result, option)
          || ((result->mean > 0) == (option->side == SY_SIDE_NODE)) != is_good)
        continue;
      sy_document_add_item (document,
                            /* Translators: a criterion, such as “Performance”. */
                            g_strdup_printf (is_good ? _("Good, because “%s” speaks for it")
                                                     : _("Bad, because “%s” speaks against it"),
                                             name), NULL, NULL);
      n_points++;
    }
}

static void
add_pros_and_cons (const SyDecisionReport *report,
                   SyDocument             *document)
{
  const GPtrArray *options = report->recommendation->options;
  g_autoptr(GPtrArray) criteria = rank_criteria (report->recommendation->criteria);

  sy_document_add_section (document, 1, _("Pros and Cons of the Options"));
  for (guint i = 0; i < options->len; i++)
    {
      const SyOption *option = ((const SyOptionResult *) options->pdata[i])->option;

      sy_document_add_section (document, 2, option->name);
      sy_document_add_text (document, g_strdup (option->text));
      add_merits (option, criteria, TRUE, document);
      add_merits (option, criteria, FALSE, document);
    }
}

static void
add_more (const SyDecisionReport *report,
          GPtrArray              *sentences,
          SyDocument             *document)
{
  static const SySentenceKind kinds[] = {
    SY_SENTENCE_EXCLUDED, SY_SENTENCE_LEVEL, SY_SENTENCE_FLIP, SY_SENTENCE_RULE_FOR,
    SY_SENTENCE_RULE_AGAINST, SY_SENTENCE_MEASURED, SY_SENTENCE_GUESS, SY_SENTENCE_NEXT,
    SY_SENTENCE_RESTS_ON,
  };

  sy_document_add_section (document, 1, _("More Information"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < sentences->len; j++)
      {
        if (((const SySentence *) sentences->pdata[j])->kind != kinds[i])
          continue;
        sy_document_add_section (document, 2, sy_sentence_say_kind (kinds[i]));
        sy_decision_report_add_sentences (sentences, kinds[i], report, document);
        break;
      }
  sy_document_add_section (document, 2, _("Made with"));
  sy_document_add_text (document, g_strdup ("Steelyard " SY_VERSION));
}

SyDocument *
sy_decision_report_arrange_record (const SyDecisionReport *report)
{
  g_autofree char *date = sy_decision_report_say_date (report);
  g_autoptr(GPtrArray) sentences = sy_explanation_new (report->decision, report->recommendation);
  SyDocument *document = sy_document_new (sy_decision_report_get_title (report), NULL,
                                          report->author, date);

  /* The names are those of MADR's front matter, in whatever language the rest is. */
  sy_document_add_fact (document, "status", "proposed");
  sy_document_add_fact (document, "date", document->date);
  sy_document_add_fact (document, "decision-makers", report->author);
  add_context (report, document);
  add_drivers (report, document);
  add_options (report, document);
  add_outcome (report, sentences, document);
  add_confirmation (report, document);
  add_pros_and_cons (report, document);
  add_more (report, sentences, document);

  return document;
}

void
sy_decision_record_set_file_name (SyDocument *record,
                                  const char *file_name)
{
  for (guint i = 0; i < record->sections->len; i++)
    {
      const SySection *section = record->sections->pdata[i];

      for (guint j = 0; j < section->blocks->len; j++)
        {
          SyBlock *block = section->blocks->pdata[j];

          if (g_strcmp0 (block->language, COMMAND_LANGUAGE) != 0)
            continue;
          g_free (block->text);
          block->text = make_command (file_name);
        }
    }
}
