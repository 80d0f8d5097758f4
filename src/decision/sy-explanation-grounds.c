/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "decision/sy-decision-private.h"
#include "decision/sy-explanation-private.h"

/* Whether the claim is one of those a figure rests on. */
static gboolean
counts (const SyDecision  *decision,
        const SyClaim     *claim,
        const SyCriterion *criterion)
{
  return claim->criterion == criterion && sy_decision_has_source (decision, claim->source)
         && claim->verdict->judgement != SY_JUDGEMENT_NONE
         && sy_claim_get_favoured (claim) != SY_SIDE_NEITHER;
}

static void
trace_runs (SySentence       *sentence,
            const SyDecision *decision)
{
  for (guint i = 0; i < decision->observations->len; i++)
    sy_sentence_trace (sentence, SY_GROUND_RUN,
                       ((const SyObservation *) decision->observations->pdata[i])->run);
}

/* Those whose verdicts make the score. */
static void
trace_sources (SySentence        *sentence,
               const SyDecision  *decision,
               const SyCriterion *criterion)
{
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (decision->rulebook->knowledge,
                                                             &n_sources);

  for (guint k = 0; k < decision->leaves->len; k++)
    {
      const SyLeaf *leaf = &g_array_index (decision->leaves, SyLeaf, k);

      for (guint j = 0; leaf->criterion == criterion && j < n_sources; j++)
        if (leaf->counts[j])
          sy_sentence_trace (sentence, SY_GROUND_SOURCE, sources[j]->id);
    }
}

void
sy_explanation_trace_criterion (SySentence              *sentence,
                                const SyDecision        *decision,
                                const SyCriterionResult *result)
{
  guint n_claims;
  const SyClaim *const *claims = sy_knowledge_get_claims (decision->rulebook->knowledge,
                                                          &n_claims);

  if (result->is_measured)
    {
      trace_runs (sentence, decision);
      return;
    }

  trace_sources (sentence, decision, result->criterion);
  for (guint i = 0; i < n_claims; i++)
    if (counts (decision, claims[i], result->criterion))
      sy_sentence_trace (sentence, SY_GROUND_CLAIM, claims[i]->id);
}

/* Options that no article speaks about, where the architecture makes the difference. */
static void
add_guessed_options (GPtrArray              *sentences,
                     const SyRecommendation *recommendation)
{
  for (guint i = 0; i < recommendation->options->len; i++)
    {
      const SyOptionResult *result = recommendation->options->pdata[i];
      const SyOption *option = result->option;
      SySentence *sentence;

      if (option->between[0] == NULL || result->excluded_by != NULL)
        continue;
      sentence = sy_explanation_add (
        sentences, SY_SENTENCE_GUESS, 1,
        /* Translators: three options: “Python (asyncio)”, “Node.js (event loop)”, … */
        g_strdup_printf (_("No article tells how %s compares where the architecture makes the "
                           "difference: it was taken to lie anywhere between %s and %s"),
                         option->name, option->between[0]->name, option->between[1]->name));
      sy_sentence_trace (sentence, SY_GROUND_OPTION, option->id);
    }
}

static gboolean
has_branch_on (const SyDecision  *decision,
               const char        *condition,
               const SyCriterion *criterion)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (decision->rulebook->knowledge,
                                                                      &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    for (guint j = 0; verdicts[i]->criterion == criterion
                      && verdicts[i]->judgement == SY_JUDGEMENT_CONDITIONAL
                      && j < verdicts[i]->branches->len; j++)
      if (g_str_equal (g_array_index (verdicts[i]->branches, SyBranch, j).condition->id,
                       condition))
        return TRUE;

  return FALSE;
}

/* The weight of what verdicts that hang on the trait are about. */
static double
sum_weights_on (const SyDecision       *decision,
                const SyRecommendation *recommendation,
                SyTrait                 trait)
{
  double weight = 0;

  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);

      if (has_branch_on (decision, sy_trait_names[trait], result->criterion))
        weight += result->weight;
    }

  return weight;
}

/* Unanswered questions that verdicts on weighing criteria hang on, each once. */
static void
add_unsure (GPtrArray              *sentences,
            const SyDecision       *decision,
            const SyRecommendation *recommendation)
{
  g_autoptr(GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
    {
      const char *question = sy_trait_say_question (trait);
      SySentence *sentence;
      double weight;

      if (sy_profile_tell_trait (decision->profile, trait) != SY_ANSWER_UNSURE)
        continue;
      weight = sum_weights_on (decision, recommendation, trait);
      if (weight <= 0 || !g_hash_table_add (asked, (gpointer) question))
        continue;
      sentence = sy_explanation_add (
        sentences, SY_SENTENCE_GUESS, weight,
        /* Translators: a question of the wizard. */
        g_strdup_printf (_("“%s” was left open, so articles that depend on it do not count there"),
                         question));
      sy_sentence_trace (sentence, SY_GROUND_ANSWER, sy_trait_get_path (trait));
    }
}

static void
add_no_priorities (GPtrArray        *sentences,
                   const SyDecision *decision)
{
  SySentence *sentence;

  if (!decision->is_uniform)
    return;

  sentence = sy_explanation_add (sentences, SY_SENTENCE_GUESS, 2,
                                 g_strdup (_("No priorities were given, so every weighting counts "
                                             "the same")));
  sy_sentence_trace (sentence, SY_GROUND_ANSWER, "priorities");
}

static guint
count_claims (const SyDecision       *decision,
              const SyRecommendation *recommendation)
{
  guint n_claims, n_counting = 0;
  const SyClaim *const *claims = sy_knowledge_get_claims (decision->rulebook->knowledge,
                                                          &n_claims);

  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);

      for (guint i = 0; i < n_claims && result->weight > 0 && !result->is_measured; i++)
        n_counting += counts (decision, claims[i], result->criterion);
    }

  return n_counting;
}

/* Each count is a sentence, because languages count differently. */
static void
add_counts (GPtrArray              *sentences,
            const SyDecision       *decision,
            const SyRecommendation *recommendation)
{
  guint n_claims = count_claims (decision, recommendation);
  guint n_measured = decision->observations->len;
  guint n_guesses = 0;

  for (guint i = 0; i < sentences->len; i++)
    n_guesses += ((const SySentence *) sentences->pdata[i])->kind == SY_SENTENCE_GUESS;

  sy_explanation_add (sentences, SY_SENTENCE_RESTS_ON, 3,
                      g_strdup_printf (ngettext ("%u measurement", "%u measurements", n_measured),
                                       n_measured));
  sy_explanation_add (sentences, SY_SENTENCE_RESTS_ON, 2,
                      g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims));
  sy_explanation_add (sentences, SY_SENTENCE_RESTS_ON, 1,
                      g_strdup_printf (ngettext ("%u guess", "%u guesses", n_guesses),
                                       n_guesses));
}

void
sy_explanation_add_grounds (GPtrArray              *sentences,
                            const SyDecision       *decision,
                            const SyRecommendation *recommendation)
{
  sy_explanation_add_measured (sentences, decision, recommendation);
  add_guessed_options (sentences, recommendation);
  add_unsure (sentences, decision, recommendation);
  add_no_priorities (sentences, decision);
  add_counts (sentences, decision, recommendation);
}
