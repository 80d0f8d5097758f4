/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "decision/sy-decision-private.h"
#include "decision/sy-explanation-private.h"

/* So many reasons, and so much against, fit a first look. */
enum { MAX_REASONS = 5 };

/* A contribution below this share of the largest is no reason. */
#define WORTH_SAYING 0.05

const char *const sy_sentence_names[] = {
  "answer", "sure", "excluded", "reason", "against", "level", "flip", "split", "rule-for",
  "rule-against", "measured", "guess", "next", "rests-on", NULL
};
G_STATIC_ASSERT (G_N_ELEMENTS (sy_sentence_names) == SY_N_SENTENCES + 1);

const char *const sy_ground_names[] = {
  "option", "objective", "criterion", "claim", "source", "rule", "answer", "run", NULL
};

const char *
sy_sentence_say_kind (SySentenceKind kind)
{
  static const char *const headings[SY_N_SENTENCES] = {
    [SY_SENTENCE_EXCLUDED] = N_("Ruled out"),
    [SY_SENTENCE_REASON] = N_("Because"),
    [SY_SENTENCE_AGAINST] = N_("Against it"),
    [SY_SENTENCE_LEVEL] = N_("Makes no difference"),
    [SY_SENTENCE_FLIP] = N_("It would change"),
    [SY_SENTENCE_SPLIT] = N_("Or both"),
    [SY_SENTENCE_RULE_FOR] = N_("Rules of the articles that agree"),
    [SY_SENTENCE_RULE_AGAINST] = N_("Rules of the articles that object"),
    [SY_SENTENCE_MEASURED] = N_("Measured"),
    [SY_SENTENCE_GUESS] = N_("Guessed"),
    [SY_SENTENCE_NEXT] = N_("To be surer"),
    [SY_SENTENCE_RESTS_ON] = N_("It rests on"),
  };

  return headings[kind] != NULL ? _(headings[kind]) : NULL;
}

const char *
sy_sentence_say_language (SySentenceKind kind)
{
  gboolean is_evidence = kind == SY_SENTENCE_RULE_FOR || kind == SY_SENTENCE_RULE_AGAINST;

  return is_evidence ? sy_knowledge_say_language () : NULL;
}

static void
free_sentence (gpointer data)
{
  SySentence *sentence = data;

  g_free (sentence->text);
  g_array_unref (sentence->grounds);
  g_free (sentence);
}

SySentence *
sy_explanation_add (GPtrArray      *sentences,
                    SySentenceKind  kind,
                    double          strength,
                    char           *text)
{
  SySentence *sentence = g_new0 (SySentence, 1);

  sentence->kind = kind;
  sentence->strength = strength;
  sentence->text = text;
  sentence->grounds = g_array_new (FALSE, FALSE, sizeof (SyGround));
  g_ptr_array_add (sentences, sentence);
  return sentence;
}

void
sy_sentence_trace (SySentence  *sentence,
                   SyGroundKind  kind,
                   const char  *id)
{
  SyGround trace = { kind, id };

  g_array_append_val (sentence->grounds, trace);
}

static const SyOption *
get_option (const SyRecommendation *recommendation,
            guint                   index)
{
  return ((const SyOptionResult *) recommendation->options->pdata[index])->option;
}

/* What the articles are about: a side, never one way of taking it. */
static const char *
say_side (SySide side)
{
  return side == SY_SIDE_NODE ? "Node.js" : "Python";
}

/* Of two options of one side: articles are about sides, between which one of the two lies. */
static char *
say_nearer (const SyCriterionResult *result,
            const SyOption          *option,
            SySide                   side)
{
  /* Translators: a criterion, such as “Performance”, a number, “Node.js” or “Python”, an option. */
  return g_strdup_printf (ngettext ("%s: %u article counts, and speaks for %s, to which %s is "
                                    "taken to be nearer",
                                    "%s: %u articles count, and together speak for %s, to which "
                                    "%s is taken to be nearer",
                                    result->n_sources),
                          result->criterion->name, result->n_sources, say_side (side),
                          option->name);
}

static char *
say_criterion (const SyRecommendation  *recommendation,
               const SyCriterionResult *result)
{
  const SyOption *option = get_option (recommendation, result->contribution > 0
                                                         ? recommendation->best
                                                         : recommendation->rival);
  SySide side = result->mean > 0 ? SY_SIDE_NODE
                : result->mean < 0 ? SY_SIDE_PYTHON : option->side;

  if (result->is_measured)
    /* Translators: a criterion, such as “Performance”, then an option. */
    return g_strdup_printf (_("%s: %s did better when it was measured"), result->criterion->name,
                            option->name);
  if (get_option (recommendation, recommendation->best)->side
      == get_option (recommendation, recommendation->rival)->side)
    return say_nearer (result, option, side);

  /* Translators: a criterion, such as “Performance”, a number, “Node.js” or “Python”. */
  return g_strdup_printf (ngettext ("%s: %u article counts, and speaks for %s",
                                    "%s: %u articles count, and together speak for %s",
                                    result->n_sources),
                          result->criterion->name, result->n_sources, say_side (side));
}

static gboolean
is_worth_saying (const SyRecommendation  *recommendation,
                 const SyCriterionResult *result)
{
  double largest = 0;

  for (guint k = 0; k < recommendation->criteria->len; k++)
    largest = MAX (largest, fabs (g_array_index (recommendation->criteria, SyCriterionResult,
                                                 k).contribution));

  return result->contribution != 0 && fabs (result->contribution) >= WORTH_SAYING * largest;
}

static void
add_reasons (GPtrArray              *sentences,
             const SyDecision       *decision,
             const SyRecommendation *recommendation)
{
  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);
      SySentence *sentence;

      if (!is_worth_saying (recommendation, result))
        continue;
      sentence = sy_explanation_add (sentences,
                                     result->contribution > 0 ? SY_SENTENCE_REASON
                                                              : SY_SENTENCE_AGAINST,
                                     fabs (result->contribution),
                                     say_criterion (recommendation, result));
      sy_sentence_trace (sentence, SY_GROUND_CRITERION, result->criterion->id);
      sy_explanation_trace_criterion (sentence, decision, result);
    }
}

static char *
say_level (const SyCriterionResult *result)
{
  if (result->n_sources == 0)
    /* Translators: a criterion, such as “API back ends”. */
    return g_strdup_printf (_("%s: no article that counts judges it"), result->criterion->name);

  /* Translators: a criterion, such as “Security”, and a number. */
  return g_strdup_printf (ngettext ("%s: %u article counts, and speaks for neither side",
                                    "%s: %u articles count, and together speak for neither side",
                                    result->n_sources),
                          result->criterion->name, result->n_sources);
}

static const SyCriterionResult *
find_criterion (const SyRecommendation *recommendation,
                const char             *id)
{
  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);

      if (g_str_equal (result->criterion->id, id))
        return result;
    }

  return NULL;
}

/* Whoever calls something a priority looks for it, also where it tells nothing apart. */
static void
add_level (GPtrArray              *sentences,
           const SyDecision       *decision,
           const SyRecommendation *recommendation)
{
  const GPtrArray *priorities = decision->profile->priorities;

  for (guint i = 0; i < priorities->len; i++)
    {
      const SyCriterionResult *result = find_criterion (recommendation, priorities->pdata[i]);
      SySentence *sentence;

      if (result == NULL || result->is_measured || result->low < 0 || result->high > 0)
        continue;
      sentence = sy_explanation_add (sentences, SY_SENTENCE_LEVEL, priorities->len - i,
                                     say_level (result));
      sy_sentence_trace (sentence, SY_GROUND_CRITERION, result->criterion->id);
      sy_explanation_trace_criterion (sentence, decision, result);
    }
}

/* Whoever misses a criterion finds which answer left it out. */
static void
add_left_out (GPtrArray              *sentences,
              const SyDecision       *decision,
              const SyRecommendation *recommendation)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GArray) traits = g_array_new (FALSE, FALSE, sizeof (SyTrait));
  g_autofree char *list = NULL;
  SySentence *sentence;

  for (guint k = 0; k < recommendation->criteria->len; k++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, k);

      if (!result->is_left_out)
        continue;
      g_ptr_array_add (names, (gpointer) result->criterion->name);
      g_array_append_val (traits, sy_rulebook_find_need (decision->rulebook,
                                                         result->criterion)->trait);
    }
  if (names->len == 0 || sy_recommendation_count_left (recommendation) < 2)
    return;

  g_ptr_array_add (names, NULL);
  /* Translators: between the names of criteria. */
  list = g_strjoinv (_(", "), (char **) names->pdata);
  sentence = sy_explanation_add (sentences, SY_SENTENCE_LEVEL, 0,
                                 /* Translators: names of criteria. */
                                 g_strdup_printf (_("What the project does without is left out: "
                                                    "%s"), list));
  for (guint i = 0; i < traits->len; i++)
    sy_sentence_trace (sentence, SY_GROUND_ANSWER,
                       sy_trait_get_path (g_array_index (traits, SyTrait, i)));
}

static void
add_flips (GPtrArray              *sentences,
           const SyRecommendation *recommendation)
{
  const SyOptionResult *rival;

  if (recommendation->best == G_MAXUINT)
    return;

  rival = recommendation->options->pdata[recommendation->rival];
  for (guint o = 0; o < recommendation->objectives->len; o++)
    {
      const SyObjectiveResult *result = &g_array_index (recommendation->objectives,
                                                        SyObjectiveResult, o);
      SySentence *sentence;

      if (!result->flips)
        continue;
      sentence = sy_explanation_add (
        sentences, SY_SENTENCE_FLIP, -fabs (result->flip_weight - result->weight),
        /* Translators: an option, an objective such as “Building it”, two percentages. */
        g_strdup_printf (_("%s would be level if “%s” counted for %.0f %% instead of %.0f %%"),
                         rival->option->name, result->objective->name, result->flip_weight * 100,
                         result->weight * 100));
      sy_sentence_trace (sentence, SY_GROUND_OBJECTIVE, result->objective->id);
    }
}

static void
add_rules (GPtrArray              *sentences,
           const SyRecommendation *recommendation)
{
  for (guint i = 0; i < recommendation->rules->len; i++)
    {
      const SyRuleResult *result = &g_array_index (recommendation->rules, SyRuleResult, i);
      const SySourceFact *fact = result->rule->fact;
      SySentence *sentence
        = sy_explanation_add (sentences,
                              result->supports ? SY_SENTENCE_RULE_FOR : SY_SENTENCE_RULE_AGAINST,
                              fact->places->len, g_strdup (fact->text));

      sy_sentence_trace (sentence, SY_GROUND_RULE, fact->id);
      for (guint j = 0; j < fact->places->len; j++)
        sy_sentence_trace (sentence, SY_GROUND_SOURCE,
                           g_array_index (fact->places, SyPlace, j).source->id);
      for (SyTrait trait = 0; trait < SY_N_TRAITS; trait++)
        if (result->rule->traits & (1u << trait))
          sy_sentence_trace (sentence, SY_GROUND_ANSWER, sy_trait_get_path (trait));
    }
}

static void
add_split (GPtrArray              *sentences,
           const SyRecommendation *recommendation)
{
  SySentence *sentence;

  if (recommendation->split[0] == NULL)
    return;

  sentence = sy_explanation_add (
    sentences, SY_SENTENCE_SPLIT, 0,
    /* Translators: two parts of a service: “the connections that stay open”, “data science”. */
    g_strdup_printf (_("The requirements pull apart. The service could be split: %s with Node.js, "
                       "%s with Python"),
                     recommendation->split[0]->text, recommendation->split[1]->text));
  for (guint i = 0; i < G_N_ELEMENTS (recommendation->split); i++)
    {
      const SyPart *part = recommendation->split[i];

      sy_sentence_trace (sentence, SY_GROUND_ANSWER, sy_trait_get_path (part->trait));
      sy_sentence_trace (sentence, SY_GROUND_CRITERION, part->criterion->id);
    }
}

static void
add_next (GPtrArray              *sentences,
          const SyRecommendation *recommendation)
{
  SySentence *sentence;

  if (recommendation->measure_next == NULL)
    return;

  sentence = sy_explanation_add (
    sentences, SY_SENTENCE_NEXT, 0,
    /* Translators: a criterion, such as “Performance”. */
    g_strdup_printf (_("Measure the real runtimes: of what can be measured, “%s” leaves the most "
                       "open"),
                     recommendation->measure_next->name));
  sy_sentence_trace (sentence, SY_GROUND_CRITERION, recommendation->measure_next->id);
}

static gint
compare_sentences (gconstpointer a,
                   gconstpointer b)
{
  const SySentence *first = *(const SySentence *const *) a;
  const SySentence *second = *(const SySentence *const *) b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;

  return g_strcmp0 (first->text, second->text);
}

/* Of reasons, counter-reasons and flips the strongest ones will do. */
static void
shorten (GPtrArray *sentences)
{
  guint n_of_kind[SY_N_SENTENCES] = { 0 };

  for (guint i = 0; i < sentences->len;)
    {
      const SySentence *sentence = sentences->pdata[i];
      gboolean is_limited = sentence->kind == SY_SENTENCE_REASON
                            || sentence->kind == SY_SENTENCE_AGAINST
                            || sentence->kind == SY_SENTENCE_FLIP;

      if (is_limited && n_of_kind[sentence->kind] == MAX_REASONS)
        g_ptr_array_remove_index (sentences, i);
      else
        {
          n_of_kind[sentence->kind]++;
          i++;
        }
    }
}

GPtrArray *
sy_explanation_new (const SyDecision       *decision,
                    const SyRecommendation *recommendation)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (free_sentence);

  sy_explanation_add_answer (sentences, recommendation);
  add_reasons (sentences, decision, recommendation);
  add_level (sentences, decision, recommendation);
  add_left_out (sentences, decision, recommendation);
  add_flips (sentences, recommendation);
  add_rules (sentences, recommendation);
  add_split (sentences, recommendation);
  add_next (sentences, recommendation);
  sy_explanation_add_grounds (sentences, decision, recommendation);
  g_ptr_array_sort (sentences, compare_sentences);
  shorten (sentences);
  return sentences;
}
