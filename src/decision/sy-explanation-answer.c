/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "decision/sy-decision-private.h"
#include "decision/sy-explanation-private.h"

/* Ahead by so many of 100 weightings is more than slightly. */
enum { CLEARLY_AHEAD = 20 };

#define QUITE_SURE 0.95

static const SyOptionResult *
get_best (const SyRecommendation *recommendation)
{
  return recommendation->options->pdata[recommendation->best];
}

double
sy_recommendation_get_share (const SyRecommendation *recommendation)
{
  if (recommendation->winner == NULL && recommendation->language != NULL)
    return recommendation->language_share;

  return get_best (recommendation)->acceptability[0];
}

const char *
sy_recommendation_say_sure (const SyRecommendation *recommendation)
{
  double share = 0;

  if (recommendation->best != G_MAXUINT)
    share = sy_recommendation_get_share (recommendation);
  if (share >= QUITE_SURE)
    return _("quite sure");

  return share >= SY_DECISION_CLEAR ? _("fairly sure") : _("not sure");
}

guint
sy_recommendation_count_left (const SyRecommendation *self)
{
  guint n_left = 0;

  for (guint i = 0; i < self->options->len; i++)
    n_left += ((const SyOptionResult *) self->options->pdata[i])->excluded_by == NULL;

  return n_left;
}

static const char *
say_language (const char *language)
{
  return g_str_equal (language, "python") ? "Python" : "JavaScript";
}

gboolean
sy_recommendation_is_well_ahead (const SyRecommendation *recommendation)
{
  for (guint i = 0; i < recommendation->options->len; i++)
    {
      const SyOptionResult *other = recommendation->options->pdata[i];

      if (i != recommendation->best
          && other->percents[0] + CLEARLY_AHEAD > get_best (recommendation)->percents[0])
        return FALSE;
    }

  return TRUE;
}

const char *
sy_recommendation_say_answer (const SyRecommendation *recommendation)
{
  if (recommendation->best == G_MAXUINT)
    return _("Nothing is left to choose");
  if (recommendation->winner != NULL)
    return recommendation->winner->name;

  return recommendation->language != NULL ? say_language (recommendation->language)
                                          : _("No clear winner");
}

static char *
say_answer (const SyRecommendation *recommendation)
{
  const SyOption *best = get_best (recommendation)->option;
  const char *sure = sy_recommendation_say_sure (recommendation);

  if (recommendation->winner != NULL)
    /* Translators: an option, such as “Python (threads)”, then how sure it is in two words. */
    return g_strdup_printf (_("%s, %s"), best->name, sure);
  if (recommendation->language != NULL && sy_recommendation_is_well_ahead (recommendation))
    /* Translators: a language, such as “Python”, how sure it is in two words, an option. */
    return g_strdup_printf (_("%s, %s; which way is less clear, %s is ahead"),
                            say_language (recommendation->language), sure, best->name);
  if (recommendation->language != NULL)
    /* Translators: a language, such as “Python”, how sure it is in two words, an option. */
    return g_strdup_printf (_("%s, %s; which way is too close to call, %s is slightly ahead"),
                            say_language (recommendation->language), sure, best->name);

  if (sy_recommendation_is_well_ahead (recommendation))
    /* Translators: an option, such as “Python (threads)”. */
    return g_strdup_printf (_("No clear winner; %s is ahead"), best->name);

  /* Translators: an option, such as “Python (threads)”. */
  return g_strdup_printf (_("No clear winner; %s is slightly ahead"), best->name);
}

static void
add_answer (GPtrArray              *sentences,
            const SyRecommendation *recommendation)
{
  const SyOptionResult *best;
  SySentence *sentence;

  if (recommendation->best == G_MAXUINT)
    {
      sentence = sy_explanation_add (sentences, SY_SENTENCE_ANSWER, 0,
                                     g_strdup (_("Nothing is left: every option is ruled out")));
      sy_sentence_trace (sentence, SY_GROUND_ANSWER, "constraints");
      return;
    }

  best = get_best (recommendation);
  sentence = sy_explanation_add (sentences, SY_SENTENCE_ANSWER, 0, say_answer (recommendation));
  sy_sentence_trace (sentence, SY_GROUND_OPTION, best->option->id);
  for (guint i = 0; i < recommendation->options->len; i++)
    {
      const SyOptionResult *option = recommendation->options->pdata[i];

      if (option->excluded_by != NULL)
        continue;
      sentence = sy_explanation_add (sentences, SY_SENTENCE_SURE, option->acceptability[0],
                                     /* Translators: an option, and a number of 100. */
                                     g_strdup_printf (_("%s wins in %u of 100 weightings near "
                                                        "yours"),
                                                      option->option->name,
                                                      option->percents[0]));
      sy_sentence_trace (sentence, SY_GROUND_OPTION, option->option->id);
    }
}

/* Why an option is ruled out, by the place of the answer that does it. */
static char *
say_excluded (const SyOptionResult *option)
{
  const char *name = option->option->name;

  if (option->missing != NULL)
    /* Translators: an option, then such as “Ten thousand open connections in one process”. */
    return g_strdup_printf (_("%s cannot give what is a must: “%s”"), name,
                            option->missing->text);
  if (g_str_equal (option->excluded_by, "constraints.known_languages_only"))
    /* Translators: an option. */
    return g_strdup_printf (_("%s is in a language that the team does not know"), name);

  /* Translators: an option. */
  return g_strdup_printf (_("%s is out of the question, as you said"), name);
}

static void
add_excluded (GPtrArray              *sentences,
              const SyRecommendation *recommendation)
{
  for (guint i = 0; i < recommendation->options->len; i++)
    {
      const SyOptionResult *option = recommendation->options->pdata[i];
      SySentence *sentence;

      if (option->excluded_by == NULL)
        continue;
      sentence = sy_explanation_add (sentences, SY_SENTENCE_EXCLUDED, 0,
                                     say_excluded (option));
      sy_sentence_trace (sentence, SY_GROUND_OPTION, option->option->id);
      sy_sentence_trace (sentence, SY_GROUND_ANSWER, option->excluded_by);
    }
}

void
sy_explanation_add_answer (GPtrArray              *sentences,
                           const SyRecommendation *recommendation)
{
  add_answer (sentences, recommendation);
  add_excluded (sentences, recommendation);
}
