/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-criteria-chart.h"

#include <glib/gi18n-lib.h>

#include "chart/sy-charts.h"
#include "knowledge/sy-verdict-counts.h"

/**
 * Strips:
 * @strips: (element-type SyChartStrip): their dots are set when all of them are there
 * @dots: (element-type SyStripDot): of all strips, one after the other
 * @texts: (owned): what dots and strips are named by
 */
typedef struct
{
  GArray    *strips;
  GArray    *dots;
  GPtrArray *texts;
} Strips;

static Strips
create_strips (void)
{
  return (Strips) {
    g_array_new (FALSE, TRUE, sizeof (SyChartStrip)),
    g_array_new (FALSE, TRUE, sizeof (SyStripDot)),
    g_ptr_array_new_with_free_func (g_free),
  };
}

/* Takes @text. */
static const char *
keep (Strips *self,
      char   *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

static void
add_strip (Strips     *self,
           const char *name,
           const char *note)
{
  SyChartStrip strip = { .name = name, .note = note };

  g_array_append_val (self->strips, strip);
}

static void
add_dot (Strips      *self,
         const char  *text,
         SyStripKind  kind,
         double       place)
{
  SyStripDot dot = { text, kind, place };

  g_array_append_val (self->dots, dot);
  g_array_index (self->strips, SyChartStrip, self->strips->len - 1).n_dots++;
}

static void
add_verdict (Strips                *self,
             const SySourceVerdict *verdict)
{
  static const double places[] = {
    [SY_JUDGEMENT_NODE] = -1, [SY_JUDGEMENT_PYTHON] = 1, [SY_JUDGEMENT_TIE] = 0,
    [SY_JUDGEMENT_CONDITIONAL] = 0,
  };
  SyStripKind kind = verdict->judgement == SY_JUDGEMENT_CONDITIONAL ? SY_STRIP_CONDITION
                                                                    : SY_STRIP_VERDICT;
  g_autofree char *says = sy_source_verdict_say (verdict);

  if (verdict->judgement == SY_JUDGEMENT_NONE)
    return;
  if (sy_source_verdict_is_contradicted (verdict))
    kind = SY_STRIP_SPLIT;

  /* Translators: an article and what it concludes. */
  add_dot (self, keep (self, g_strdup_printf (_("%s: %s"), verdict->source->name, says)), kind,
           places[verdict->judgement]);
}

static void
add_measured (Strips           *self,
              const SyEvidence *evidence,
              const SyRecipe   *recipe)
{
  double place;

  if (evidence != NULL && sy_evidence_get_place (evidence, recipe, &place))
    add_dot (self, keep (self, sy_evidence_say (evidence, recipe)), SY_STRIP_MEASURED, place);
}

static void
add_criterion (Strips            *self,
               const SyKnowledge *knowledge,
               const SyCriterion *criterion,
               GPtrArray         *evidence)
{
  SyVerdictCounts counts = sy_verdict_counts_new (knowledge, criterion);
  g_autoptr(GPtrArray) recipes = sy_knowledge_list_recipes (knowledge, criterion);
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);

  add_strip (self, criterion->name, keep (self, sy_verdict_counts_say_briefly (&counts)));
  for (guint i = 0; i < n_sources; i++)
    {
      const SySourceVerdict *verdict = sy_knowledge_find_verdict (knowledge, sources[i],
                                                                  criterion);

      if (verdict != NULL)
        add_verdict (self, verdict);
    }
  for (guint i = 0; i < recipes->len; i++)
    add_measured (self, sy_evidence_find (evidence, recipes->pdata[i]), recipes->pdata[i]);
}

static SyChart *
make_chart (Strips             *self,
            const SyChartWords *words,
            const char         *heading)
{
  SyStripDot *dots = (SyStripDot *) (gpointer) self->dots->data;
  SyChart *chart;

  for (guint i = 0; i < self->strips->len; i++)
    {
      SyChartStrip *strip = &g_array_index (self->strips, SyChartStrip, i);

      strip->dots = dots;
      dots += strip->n_dots;
    }

  chart = sy_chart_new_strips (words, heading, (SyChartStrip *) (gpointer) self->strips->data,
                               self->strips->len);
  g_array_unref (self->strips);
  g_array_unref (self->dots);
  g_ptr_array_unref (self->texts);

  return chart;
}

SyChart *
sy_criteria_chart_new (const SyKnowledge *knowledge,
                       GPtrArray         *evidence)
{
  SyChartWords words = { .title = _("What the articles compare, and what was measured here") };
  Strips strips = create_strips ();
  guint n_criteria;
  const SyCriterion *const *criteria = sy_knowledge_get_criteria (knowledge, &n_criteria);

  for (guint i = 0; i < n_criteria; i++)
    add_criterion (&strips, knowledge, criteria[i], evidence);

  return make_chart (&strips, &words, _("Criterion"));
}

SyChart *
sy_criterion_strip_new (const SyKnowledge *knowledge,
                        const SyCriterion *criterion,
                        GPtrArray         *evidence)
{
  SyVerdictCounts counts = sy_verdict_counts_new (knowledge, criterion);
  g_autofree char *finding = sy_verdict_counts_say (&counts);
  SyChartWords words = { .title = criterion->name, .finding = finding };
  Strips strips = create_strips ();

  add_criterion (&strips, knowledge, criterion, evidence);

  return make_chart (&strips, &words, _("Criterion"));
}

static void
add_source (Strips                *self,
            const SySourceVerdict *verdict)
{
  add_strip (self, verdict->source->name, sy_judgement_say (verdict->judgement));
  add_verdict (self, verdict);
}

/* What can be measured has its row before it was, so that the figure comes into its place. */
static void
add_recipe (Strips           *self,
            const SyRecipe   *recipe,
            const SyEvidence *evidence)
{
  const char *note = sy_mark_say (sy_recipe_get_mark (recipe, evidence));

  if (!sy_recipe_has_place (recipe))
    return;

  if (evidence != NULL && evidence->outcome != SY_OUTCOME_UNSOUND)
    note = keep (self, g_strdup_printf ("%.2f×", evidence->comparison.ratio.value));
  add_strip (self, recipe->name, note);
  g_array_index (self->strips, SyChartStrip, self->strips->len - 1).is_for_measured = TRUE;
  add_measured (self, evidence, recipe);
}

SyChart *
sy_criterion_chart_new (const SyKnowledge *knowledge,
                        const SyCriterion *criterion,
                        GPtrArray         *evidence)
{
  SyVerdictCounts counts = sy_verdict_counts_new (knowledge, criterion);
  g_autofree char *finding = sy_verdict_counts_say (&counts);
  /* Translators: a criterion. */
  g_autofree char *title = g_strdup_printf (_("%s: where the articles stand"), criterion->name);
  SyChartWords words = { .title = title, .finding = finding };
  g_autoptr(GPtrArray) recipes = sy_knowledge_list_recipes (knowledge, criterion);
  Strips strips = create_strips ();
  guint n_verdicts;
  const SySourceVerdict *const *verdicts = sy_knowledge_get_verdicts (knowledge, &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->criterion == criterion)
      add_source (&strips, verdicts[i]);
  for (guint i = 0; i < recipes->len; i++)
    add_recipe (&strips, recipes->pdata[i], sy_evidence_find (evidence, recipes->pdata[i]));

  return make_chart (&strips, &words, _("Article"));
}
