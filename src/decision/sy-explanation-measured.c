/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "decision/sy-decision-private.h"
#include "decision/sy-explanation-private.h"
#include "stats/sy-student.h"

#define CONFIDENCE 0.95

/* The order of what is said about measurements, the last first. */
enum
{
  STRENGTH_UNMEASURED,
  STRENGTH_CONTRADICTION,
  STRENGTH_ENOUGH,
  STRENGTH_LIMIT,
  STRENGTH_MODEL,
  STRENGTH_REAL,
};

static gboolean
has_kind (const SyDecision *decision,
          gboolean          is_real)
{
  for (guint i = 0; i < decision->observations->len; i++)
    if (((const SyObservation *) decision->observations->pdata[i])->is_real == is_real)
      return TRUE;

  return FALSE;
}

/* In the order in which they were measured. */
static void
add_measured (GPtrArray        *sentences,
              const SyDecision *decision)
{
  for (guint i = 0; i < decision->observations->len; i++)
    {
      const SyObservation *observation = decision->observations->pdata[i];
      double place = (double) i / decision->observations->len;
      SySentence *sentence = sy_explanation_add (sentences, SY_SENTENCE_MEASURED,
                                                 (observation->is_real ? STRENGTH_REAL
                                                                       : STRENGTH_MODEL) - place,
                                                 g_strdup (observation->text));

      sy_sentence_trace (sentence, SY_GROUND_RUN, observation->run);
    }
}

/* What models tell has its limit said behind it. */
static void
add_model_limit (GPtrArray        *sentences,
                 const SyDecision *decision)
{
  SySentence *sentence;

  if (!has_kind (decision, FALSE))
    return;

  sentence = sy_explanation_add (sentences, SY_SENTENCE_MEASURED, STRENGTH_LIMIT,
                                 g_strdup (_("What the servers inside Steelyard did is about the "
                                             "architecture alone, not about Node.js or Python")));
  for (guint i = 0; i < decision->observations->len; i++)
    {
      const SyObservation *observation = decision->observations->pdata[i];

      if (!observation->is_real)
        sy_sentence_trace (sentence, SY_GROUND_RUN, observation->run);
    }
}

static void
add_enough (GPtrArray              *sentences,
            const SyRecommendation *recommendation)
{
  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);
      SySentence *sentence;

      if (!result->are_enough)
        continue;
      sentence = sy_explanation_add (sentences, SY_SENTENCE_MEASURED, STRENGTH_ENOUGH,
                                     /* Translators: a criterion, such as “Performance”. */
                                     g_strdup_printf (_("%s makes no difference: all of them "
                                                        "serve three times the expected peak"),
                                                      result->criterion->name));
      sy_sentence_trace (sentence, SY_GROUND_CRITERION, result->criterion->id);
      sy_sentence_trace (sentence, SY_GROUND_ANSWER, "traffic.peak_per_s");
    }
}

/* Whether both tell about the same two options, in either order and in the same way. */
static gboolean
are_alike (const SyObservation *first,
           const SyObservation *second)
{
  guint turned = first->options[0] != second->options[0];

  return first->is_real == second->is_real
         && first->options[0] == second->options[turned]
         && first->options[1] == second->options[1 - turned];
}

/* 1 or -1 where it is sure that @option did better or worse, 0 where either fits. */
static int
tell_side (const SyObservation *observation,
           const SyOption      *option)
{
  double t = sy_student_quantile (observation->n_pairs - 1, (1 + CONFIDENCE) / 2);

  if (fabs (observation->log_ratio) <= t * observation->standard_error)
    return 0;

  return (observation->log_ratio > 0) == (observation->options[0] == option) ? 1 : -1;
}

static gboolean
do_contradict (const SyObservation *first,
               const SyObservation *second)
{
  const SyOption *option = first->options[0];

  return first->measure == second->measure && are_alike (first, second)
         && tell_side (first, option) * tell_side (second, option) < 0;
}

static gboolean
is_contradicted (const GPtrArray     *observations,
                 const SyObservation *observation)
{
  for (guint i = 0; i < observations->len; i++)
    if (do_contradict (observation, observations->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The sentence about the same two options, where there is one already. */
static SySentence *
find_sentence (GPtrArray           *found,
               GPtrArray           *sentences,
               const SyObservation *observation)
{
  for (guint i = 0; i < found->len; i++)
    if (are_alike (found->pdata[i], observation))
      return sentences->pdata[sentences->len - found->len + i];

  return NULL;
}

/* METHOD.md B4: runs that contradict each other widen. */
static void
add_contradictions (GPtrArray        *sentences,
                    const SyDecision *decision)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < decision->observations->len; i++)
    {
      SyObservation *observation = decision->observations->pdata[i];
      SySentence *sentence = find_sentence (found, sentences, observation);

      if (!is_contradicted (decision->observations, observation))
        continue;
      if (sentence == NULL)
        {
          sentence = sy_explanation_add (
            sentences, SY_SENTENCE_MEASURED, STRENGTH_CONTRADICTION,
            /* Translators: two options, such as “Node.js (event loop)”. */
            g_strdup_printf (_("What was measured of %s and %s contradicts itself: each "
                               "measurement is believed in a part of the draws, so that more is "
                               "left open"),
                             observation->options[0]->name, observation->options[1]->name));
          g_ptr_array_add (found, observation);
        }
      sy_sentence_trace (sentence, SY_GROUND_RUN, observation->run);
    }
}

/* Real runtimes were measured, but not in all that can be: how much processor time a server takes
 * cannot be seen from outside.
 */
static void
add_unmeasured (GPtrArray              *sentences,
                const SyDecision       *decision,
                const SyRecommendation *recommendation)
{
  for (guint k = 0; k < recommendation->criteria->len && has_kind (decision, TRUE); k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);
      const SyMeasurable *measurable = sy_rulebook_find_measurable (decision->rulebook,
                                                                    result->criterion);
      SySentence *sentence;

      if (measurable == NULL || measurable->is_model || result->is_measured)
        continue;
      sentence = sy_explanation_add (
        sentences, SY_SENTENCE_MEASURED, STRENGTH_UNMEASURED,
        /* Translators: a criterion, such as “Resource use”. */
        g_strdup_printf (_("No run measured the real runtimes for “%s”, so that it rests on the "
                           "articles"),
                         result->criterion->name));
      sy_sentence_trace (sentence, SY_GROUND_CRITERION, result->criterion->id);
    }
}

void
sy_explanation_add_measured (GPtrArray              *sentences,
                             const SyDecision       *decision,
                             const SyRecommendation *recommendation)
{
  add_measured (sentences, decision);
  add_model_limit (sentences, decision);
  add_contradictions (sentences, decision);
  add_enough (sentences, recommendation);
  add_unmeasured (sentences, decision, recommendation);
}
