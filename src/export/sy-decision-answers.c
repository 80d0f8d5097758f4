/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "core/sy-clock.h"
#include "core/sy-units.h"
#include "export/sy-decision-report-private.h"

/* Takes @answer, which may be %NULL for unsure: that is absent. */
static void
add_answer (SyDocument *document,
            const char *question,
            char       *answer)
{
  if (answer != NULL && *answer != '\0')
    /* Translators: a question or what is asked for, and the answer. */
    sy_document_add_item (document, g_strdup_printf (_("%s: %s"), question, answer), NULL, NULL);
  g_free (answer);
}

/* What @name says of each id, in a list; %NULL for an empty one. */
static char *
join (GPtrArray              *ids,
      const SyDecisionReport *report,
      const char             *(*name) (const SyDecisionReport *report,
                                       const char             *id))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name (report, ids->pdata[i]));

  return g_string_free (text, text->len == 0);
}

static const char *
name_use_case (const SyDecisionReport *report,
               const char             *id)
{
  const SySourceFact *fact
    = sy_knowledge_find_fact (sy_decision_report_get_rulebook (report)->knowledge, id);

  return fact != NULL ? fact->name : id;
}

static const char *
name_language (const SyDecisionReport *report,
               const char             *id)
{
  static const struct { const char *id, *name; } languages[] = {
    { "javascript", "JavaScript" },
    { "python", "Python" },
    { "other", N_("Others") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].id, id))
      return _(languages[i].name);

  return id;
}

static const char *
name_must_have (const SyDecisionReport *report,
                const char             *id)
{
  return _(sy_rulebook_find_must_have (sy_decision_report_get_rulebook (report), id)->text);
}

static const char *
name_option (const SyDecisionReport *report,
             const char             *id)
{
  return _(sy_rulebook_find_option (sy_decision_report_get_rulebook (report), id)->name);
}

static const char *
name_source (const SyDecisionReport *report,
             const char             *id)
{
  return sy_knowledge_find_source (sy_decision_report_get_rulebook (report)->knowledge, id)->name;
}

const char *
sy_decision_report_name_priority (const SyDecisionReport *report,
                                  const char             *id)
{
  const SyKnowledge *knowledge = sy_decision_report_get_rulebook (report)->knowledge;
  const SyCriterion *criterion = sy_knowledge_find_criterion (knowledge, id);
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (knowledge, &n_objectives);

  for (guint i = 0; criterion == NULL && i < n_objectives; i++)
    if (g_str_equal (objectives[i]->id, id))
      return _(objectives[i]->name);

  return criterion != NULL ? criterion->name : id;
}

static char *
say_quantity (SyQuantity quantity,
              double     value)
{
  return value > 0 ? sy_units_format (quantity, value) : NULL;
}

static char *
say_milliseconds (double milliseconds)
{
  return say_quantity (SY_QUANTITY_DURATION, milliseconds * SY_NS_PER_MS);
}

static void
add_request (const SyProfile *profile,
             SyDocument      *document)
{
  double bytes = 0;

  for (guint i = 0; i < profile->actions->len; i++)
    {
      const SyAction *action = &g_array_index (profile->actions, SyAction, i);

      bytes += action->kind == SY_ACTION_ANSWER ? action->amount : 0;
    }

  add_answer (document, profile->computes_on == SY_SIDE_PYTHON
                        ? _("One request computes, timed on Python")
                        : _("One request computes, timed on Node.js"),
              say_milliseconds (sy_profile_get_compute_ms (profile)));
  add_answer (document, _("One request waits for others"),
              say_milliseconds (sy_profile_get_wait_ms (profile)));
  add_answer (document, _("One answer has"), say_quantity (SY_QUANTITY_SIZE, bytes));
}

static void
add_questions (const SyProfile *profile,
               SyDocument      *document)
{
  static const char *const structures[] = {
    [SY_STRUCTURE_SINGLE] = N_("One program"),
    [SY_STRUCTURE_SERVICES] = N_("Several services"),
  };

  if (profile->structure != SY_STRUCTURE_UNSURE)
    sy_document_add_item (
      document,
      /* Translators: a question that ends with its mark, and its answer. */
      g_strdup_printf (_("%s %s"), _("How is it built?"), _(structures[profile->structure])),
      NULL, NULL);
  for (SyQuestion question = 0; question < SY_N_QUESTIONS; question++)
    if (profile->answers[question] != SY_ANSWER_UNSURE)
      sy_document_add_item (
        document,
        /* Translators: a question that ends with its mark, and “Yes” or “No”. */
        g_strdup_printf (_("%s %s"), _(sy_question_texts[question]),
                         profile->answers[question] == SY_ANSWER_YES ? _("Yes") : _("No")),
        NULL, NULL);
}

static void
add_traffic (const SyProfile *profile,
             SyDocument      *document)
{
  add_answer (document, _("Requests at the peak"),
              say_quantity (SY_QUANTITY_RATE, profile->peak_per_s));
  add_answer (document, _("Clients at the same time"),
              profile->n_clients > 0 ? g_strdup_printf ("%.0f", profile->n_clients) : NULL);
  add_answer (document, _("Nine answers in ten come within"),
              say_milliseconds (profile->response_ms));
}

static void
add_people (const SyDecisionReport *report,
            const SyProfile        *profile,
            SyDocument             *document)
{
  if (profile->has_languages)
    add_answer (document, _("The team knows"),
                profile->languages->len > 0 ? join (profile->languages, report, name_language)
                                            : g_strdup (_("Others")));
  add_answer (document, _("The team may know"),
              join (profile->languages_unsure, report, name_language));
  if (profile->known_languages_only)
    sy_document_add_item (document, g_strdup (_("Other languages are out of the question")), NULL,
                          NULL);
  add_answer (document, _("It must have"), join (profile->must_haves, report, name_must_have));
  add_answer (document, _("Out of the question"), join (profile->vetoed, report, name_option));
  add_answer (document, _("Articles left out"), join (profile->sources_off, report, name_source));
}

void
sy_decision_report_add_answers (const SyDecisionReport *report,
                                SyDocument             *document)
{
  const SyProfile *profile = sy_decision_report_get_profile (report);

  add_answer (document, _("What is built"), join (profile->use_cases, report, name_use_case));
  add_questions (profile, document);
  add_request (profile, document);
  add_traffic (profile, document);
  add_people (report, profile, document);
  add_answer (document, _("What matters, the most important first"),
              join (profile->priorities, report, sy_decision_report_name_priority));
}
