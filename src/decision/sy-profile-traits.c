/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "decision/sy-profile-private.h"

/* From so much computing on, a request holds up others for longer than they would notice. */
#define HEAVY_COMPUTE_MS 5.0

/* So many clients at once are very many. */
#define MANY_CLIENTS 1000.0

/* What a compute unit takes: METHOD.md A6, measured on two shared processors. */
#define NODE_MS_PER_UNIT 0.00107
#define PYTHON_MS_PER_UNIT 0.061

const char *const sy_answer_names[] = { "unsure", "no", "yes", NULL };
const char *const sy_question_names[] = {
  "web", "data_ai", "real_time", "large_project", "little_code", "existing_systems", "beginners",
  NULL
};
G_STATIC_ASSERT (G_N_ELEMENTS (sy_question_names) == SY_N_QUESTIONS + 1);
const char *const sy_structure_names[] = { "unsure", "single", "services", NULL };
const char *const sy_action_names[] = { "compute", "wait", "answer", NULL };
const char *const sy_action_members[] = { "compute_ms", "wait_ms", "answer_bytes", NULL };

const char *const sy_question_texts[SY_N_QUESTIONS] = {
  N_("Is it a web application?"),
  N_("Is data science, machine learning or AI part of it?"),
  N_("Do connections stay open, for chat, streams or games?"),
  N_("Is it a large project that joins many other systems?"),
  N_("Does it handle much data with little code?"),
  N_("Must existing systems be integrated?"),
  N_("Are people on the team new to programming?"),
};

const char *const sy_question_places[SY_N_QUESTIONS] = {
  "context", "context", "context", "context", "context", "context", "team",
};

static SyAnswer
say (gboolean is_true)
{
  return is_true ? SY_ANSWER_YES : SY_ANSWER_NO;
}

static double
sum_actions (const SyProfile *self,
             SyActionKind     kind)
{
  double sum = 0;

  for (guint i = 0; i < self->actions->len; i++)
    {
      const SyAction *action = &g_array_index (self->actions, SyAction, i);

      if (action->kind == kind)
        sum += action->amount;
    }

  return sum;
}

double
sy_profile_get_compute_ms (const SyProfile *self)
{
  return sum_actions (self, SY_ACTION_COMPUTE);
}

double
sy_profile_get_wait_ms (const SyProfile *self)
{
  return sum_actions (self, SY_ACTION_WAIT);
}

static SyAnswer
tell_computing (const SyProfile *self)
{
  double compute_ms = sy_profile_get_compute_ms (self);

  if (self->actions->len == 0)
    return SY_ANSWER_UNSURE;

  return say (compute_ms >= HEAVY_COMPUTE_MS && compute_ms >= sy_profile_get_wait_ms (self));
}

static SyAnswer
tell_concurrency (const SyProfile *self)
{
  return self->n_clients > 0 ? say (self->n_clients >= MANY_CLIENTS) : SY_ANSWER_UNSURE;
}

/* What the articles mean by the web leaves data science to the other side. */
static SyAnswer
tell_web (const SyProfile *self)
{
  if (self->answers[SY_QUESTION_DATA_AI] == SY_ANSWER_YES)
    return SY_ANSWER_NO;

  return self->answers[SY_QUESTION_WEB];
}

static SyAnswer
tell_structure (const SyProfile *self,
                SyStructure      structure)
{
  return self->structure != SY_STRUCTURE_UNSURE ? say (self->structure == structure)
                                                : SY_ANSWER_UNSURE;
}

SyAnswer
sy_profile_tell_language (const SyProfile *self,
                          const char      *language)
{
  if (!self->has_languages || g_ptr_array_find_with_equal_func (self->languages_unsure, language,
                                                                g_str_equal, NULL))
    return SY_ANSWER_UNSURE;

  return say (g_ptr_array_find_with_equal_func (self->languages, language, g_str_equal, NULL));
}

SyAnswer
sy_profile_tell_trait (const SyProfile *self,
                       SyTrait          trait)
{
  switch (trait)
    {
    case SY_TRAIT_COMPUTING:
      return tell_computing (self);
    case SY_TRAIT_CONCURRENCY:
      return tell_concurrency (self);
    case SY_TRAIT_REAL_TIME:
      return self->answers[SY_QUESTION_REAL_TIME];
    case SY_TRAIT_WEB:
      return tell_web (self);
    case SY_TRAIT_DATA_AI:
      return self->answers[SY_QUESTION_DATA_AI];
    case SY_TRAIT_LITTLE_CODE:
      return self->answers[SY_QUESTION_LITTLE_CODE];
    case SY_TRAIT_LARGE_PROJECT:
      return self->answers[SY_QUESTION_LARGE_PROJECT];
    case SY_TRAIT_DISTRIBUTED:
      return tell_structure (self, SY_STRUCTURE_SERVICES);
    case SY_TRAIT_STRUCTURED:
      return tell_structure (self, SY_STRUCTURE_SINGLE);
    case SY_TRAIT_JAVASCRIPT_TEAM:
      return sy_profile_tell_language (self, "javascript");
    case SY_TRAIT_PYTHON_TEAM:
      return sy_profile_tell_language (self, "python");
    case SY_TRAIT_BEGINNERS:
      return self->answers[SY_QUESTION_BEGINNERS];
    case SY_TRAIT_EXISTING_SYSTEMS:
      return self->answers[SY_QUESTION_EXISTING_SYSTEMS];
    case SY_N_TRAITS:
    default:
      g_return_val_if_reached (SY_ANSWER_UNSURE);
    }
}

const char *
sy_trait_get_path (SyTrait trait)
{
  static const char *const paths[SY_N_TRAITS] = {
    [SY_TRAIT_COMPUTING] = "request.steps",
    [SY_TRAIT_CONCURRENCY] = "traffic.clients",
    [SY_TRAIT_REAL_TIME] = "context.real_time",
    [SY_TRAIT_WEB] = "context.web",
    [SY_TRAIT_DATA_AI] = "context.data_ai",
    [SY_TRAIT_LITTLE_CODE] = "context.little_code",
    [SY_TRAIT_LARGE_PROJECT] = "context.large_project",
    [SY_TRAIT_DISTRIBUTED] = "context.structure",
    [SY_TRAIT_STRUCTURED] = "context.structure",
    [SY_TRAIT_JAVASCRIPT_TEAM] = "team.languages",
    [SY_TRAIT_PYTHON_TEAM] = "team.languages",
    [SY_TRAIT_BEGINNERS] = "team.beginners",
    [SY_TRAIT_EXISTING_SYSTEMS] = "context.existing_systems",
  };

  return paths[trait];
}

const char *
sy_trait_say_question (SyTrait trait)
{
  static const char *const questions[SY_N_TRAITS] = {
    [SY_TRAIT_COMPUTING] = N_("What does one request do?"),
    [SY_TRAIT_CONCURRENCY] = N_("Clients connected at the same time"),
    [SY_TRAIT_DISTRIBUTED] = N_("How is it built?"),
    [SY_TRAIT_STRUCTURED] = N_("How is it built?"),
    [SY_TRAIT_JAVASCRIPT_TEAM] = N_("Does the team know JavaScript?"),
    [SY_TRAIT_PYTHON_TEAM] = N_("Does the team know Python?"),
  };
  static const SyQuestion plain[SY_N_TRAITS] = {
    [SY_TRAIT_REAL_TIME] = SY_QUESTION_REAL_TIME,
    [SY_TRAIT_WEB] = SY_QUESTION_WEB,
    [SY_TRAIT_DATA_AI] = SY_QUESTION_DATA_AI,
    [SY_TRAIT_LITTLE_CODE] = SY_QUESTION_LITTLE_CODE,
    [SY_TRAIT_LARGE_PROJECT] = SY_QUESTION_LARGE_PROJECT,
    [SY_TRAIT_BEGINNERS] = SY_QUESTION_BEGINNERS,
    [SY_TRAIT_EXISTING_SYSTEMS] = SY_QUESTION_EXISTING_SYSTEMS,
  };

  return questions[trait] != NULL ? _(questions[trait]) : _(sy_question_texts[plain[trait]]);
}

static void
append_step (GString        *steps,
             const SyAction *action,
             double          ms_per_unit)
{
  static const char letters[] = { 'c', 'w', 'b' };
  double amount = action->amount;

  if (action->kind == SY_ACTION_COMPUTE)
    amount /= ms_per_unit;
  if (steps->len > 0)
    g_string_append_c (steps, ',');
  g_string_append_printf (steps, "%c%.0f", letters[action->kind], MAX (1, round (amount)));
}

char *
sy_profile_format_steps (const SyProfile *self)
{
  g_autoptr(GString) steps = g_string_new (NULL);
  double ms_per_unit = self->computes_on == SY_SIDE_PYTHON ? PYTHON_MS_PER_UNIT
                                                           : NODE_MS_PER_UNIT;

  if (self->actions->len == 0)
    return NULL;

  for (guint i = 0; i < self->actions->len; i++)
    append_step (steps, &g_array_index (self->actions, SyAction, i), ms_per_unit);

  return g_string_free (g_steal_pointer (&steps), FALSE);
}
