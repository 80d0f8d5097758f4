/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/sy-interview-private.h"
#include "core/sy-units.h"

#define FIELD(name) G_STRUCT_OFFSET (SyProfile, name)

const char *const sy_interview_steps[SY_INTERVIEW_N_STEPS] = {
  N_("What you are building"),
  N_("A typical request"),
  N_("Traffic"),
  N_("Team and constraints"),
  N_("What matters most"),
};

static void
add_choice (GArray     *choices,
            const char *id,
            const char *text,
            int         value)
{
  SyChoice choice = { id, text, value };

  g_array_append_val (choices, choice);
}

static void
add_use_cases (const SyRulebook *rulebook,
               GArray           *choices)
{
  guint n_facts;
  const SySourceFact *const *facts = sy_knowledge_get_facts (rulebook->knowledge, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    if (facts[i]->kind == SY_FACT_USE_CASE)
      add_choice (choices, facts[i]->id, _(facts[i]->name), 0);
}

static void
add_structures (const SyRulebook *rulebook,
                GArray           *choices)
{
  add_choice (choices, sy_structure_names[SY_STRUCTURE_SINGLE], _("One program"),
              SY_STRUCTURE_SINGLE);
  add_choice (choices, sy_structure_names[SY_STRUCTURE_SERVICES], _("Several services"),
              SY_STRUCTURE_SERVICES);
}

static void
add_answers (const SyRulebook *rulebook,
             GArray           *choices)
{
  add_choice (choices, sy_answer_names[SY_ANSWER_YES], _("Yes"), SY_ANSWER_YES);
  add_choice (choices, sy_answer_names[SY_ANSWER_NO], _("No"), SY_ANSWER_NO);
}

static void
add_flag (const SyRulebook *rulebook,
          GArray           *choices)
{
  add_choice (choices, sy_answer_names[SY_ANSWER_YES], _("Yes"), TRUE);
  add_choice (choices, sy_answer_names[SY_ANSWER_NO], _("No"), FALSE);
}

static void
add_sides (const SyRulebook *rulebook,
           GArray           *choices)
{
  add_choice (choices, sy_side_names[SY_SIDE_NODE], "Node.js", SY_SIDE_NODE);
  add_choice (choices, sy_side_names[SY_SIDE_PYTHON], "Python", SY_SIDE_PYTHON);
}

static void
add_languages (const SyRulebook *rulebook,
               GArray           *choices)
{
  add_choice (choices, "javascript", "JavaScript", 0);
  add_choice (choices, "python", "Python", 0);
  add_choice (choices, "other", _("Others"), 0);
}

static void
add_must_haves (const SyRulebook *rulebook,
                GArray           *choices)
{
  for (guint i = 0; i < rulebook->must_haves->len; i++)
    {
      const SyMustHave *must_have = rulebook->must_haves->pdata[i];

      add_choice (choices, must_have->id, must_have->text, 0);
    }
}

static void
add_options (const SyRulebook *rulebook,
             GArray           *choices)
{
  for (guint i = 0; i < rulebook->options->len; i++)
    {
      const SyOption *option = rulebook->options->pdata[i];

      add_choice (choices, option->id, option->name, 0);
    }
}

/* Objectives, then what they are made of. */
static void
add_priorities (const SyRulebook *rulebook,
                GArray           *choices)
{
  guint n_objectives, n_criteria;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (rulebook->knowledge,
                                                                      &n_objectives);
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (rulebook->knowledge,
                                                                  &n_criteria);

  for (guint i = 0; i < n_objectives; i++)
    add_choice (choices, objectives[i]->id, _(objectives[i]->name), 0);
  for (guint i = 0; i < n_criteria; i++)
    if (criteria[i]->weighs)
      add_choice (choices, criteria[i]->id, _(criteria[i]->name), 0);
}

static gboolean
has_computing (const SyProfile *profile)
{
  return sy_profile_get_compute_ms (profile) > 0;
}

static gboolean
has_languages (const SyProfile *profile)
{
  return profile->has_languages;
}

/* The profile's own question, whose text stands with it. */
#define ANSWER(step, question) \
  { step, NULL, &sy_inquiry_choice, FIELD (answers[question]), add_answers, NULL, NULL, 0 }

static const SyInquiry inquiries[] = {
  { 0, N_("What is it called?"), &sy_inquiry_words, FIELD (name) },
  { 0, N_("Which of these is it?"), &sy_inquiry_ids, FIELD (use_cases), add_use_cases },
  { 0, N_("How is it built?"), &sy_inquiry_choice, FIELD (structure), add_structures },
  ANSWER (0, SY_QUESTION_WEB),
  ANSWER (0, SY_QUESTION_DATA_AI),
  ANSWER (0, SY_QUESTION_REAL_TIME),
  ANSWER (0, SY_QUESTION_LARGE_PROJECT),
  ANSWER (0, SY_QUESTION_LITTLE_CODE),
  ANSWER (0, SY_QUESTION_EXISTING_SYSTEMS),
  { 1, N_("What does one request do?"), &sy_inquiry_steps, FIELD (actions) },
  { 1, N_("On which runtime was its computing timed?"), &sy_inquiry_choice, FIELD (computes_on),
    add_sides, has_computing, NULL, SY_SIDE_NODE },
  { 2, N_("How many requests per second come at the busiest time?"), &sy_inquiry_number,
    FIELD (peak_per_s), NULL, NULL, N_("A number, such as “2000” or “2k”"), SY_QUANTITY_COUNT },
  { 2, N_("How many clients are connected at the same time?"), &sy_inquiry_number,
    FIELD (n_clients), NULL, NULL, N_("A number, such as “2000” or “2k”"), SY_QUANTITY_COUNT },
  { 2, N_("How soon must nine answers in ten be there?"), &sy_inquiry_number, FIELD (response_ms),
    NULL, NULL, N_("A time, such as “100 ms”"), SY_QUANTITY_DURATION },
  { 3, N_("Which languages does the team know?"), &sy_inquiry_ids, FIELD (languages),
    add_languages },
  ANSWER (3, SY_QUESTION_BEGINNERS),
  { 3, N_("Are other languages out of the question?"), &sy_inquiry_choice,
    FIELD (known_languages_only), add_flag, has_languages },
  { 3, N_("What must it have?"), &sy_inquiry_ids, FIELD (must_haves), add_must_haves },
  { 3, N_("Which of these are out of the question?"), &sy_inquiry_ids, FIELD (vetoed),
    add_options },
  { 4, N_("Think of going from the worst to the best of these options: where would that matter "
          "most?"),
    &sy_inquiry_ids, FIELD (priorities), add_priorities, NULL,
    N_("Up to five numbers with spaces between, what matters most first") },
};

const SyInquiry *
sy_interview_get_inquiries (guint *n_inquiries)
{
  *n_inquiries = G_N_ELEMENTS (inquiries);
  return inquiries;
}

GArray *
sy_inquiry_list_choices (const SyInquiry  *self,
                         const SyRulebook *rulebook)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (SyChoice));

  if (self->add_choices != NULL)
    self->add_choices (rulebook, choices);

  return choices;
}

const char *
sy_inquiry_get_text (const SyInquiry *self)
{
  if (self->text != NULL)
    return self->text;

  return sy_question_texts[(self->offset - FIELD (answers)) / sizeof (SyAnswer)];
}

char *
sy_inquiry_say_answer (const SyInquiry *self,
                       const GArray    *choices,
                       const SyProfile *profile)
{
  return self->kind->say (self, choices, profile);
}

/* The reader of profiles knows every limit, so it is asked. */
SyProfile *
sy_inquiry_answer (const SyInquiry   *self,
                   const GArray      *choices,
                   const char        *reply,
                   const SyProfile   *profile,
                   const SyRulebook  *rulebook,
                   GError           **error)
{
  g_autoptr(SyProfile) answered = sy_profile_copy (profile);
  g_autofree char *text = NULL;
  gsize length;

  if (!self->kind->take (self, choices, reply, answered, error))
    return NULL;

  text = sy_profile_to_json (answered, &length);
  return sy_profile_from_json (text, (gssize) length, _("This answer"), rulebook, error);
}
