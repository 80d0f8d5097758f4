/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "decision/sy-explanation.h"
#include "export/sy-decision-chart.h"
#include "export/sy-decision-report-private.h"

/* More ranks than these there are not, as long as there are three options. */
enum { N_NAMED_RANKS = 3 };

static SyTable *
make_options (const SyRecommendation *recommendation)
{
  static const char *const ranks[N_NAMED_RANKS] = {
    N_("First"), N_("Second"), N_("Third"),
  };
  guint n_ranks = MIN (sy_recommendation_count_left (recommendation), N_NAMED_RANKS);
  SyTable *table = sy_table_new ();

  sy_table_add_text_column (table, _("Option"));
  for (guint rank = 0; rank < n_ranks; rank++)
    sy_table_add_column (table, _(ranks[rank]), SY_FORMAT_PERCENT);
  sy_table_add_column (table, _("Mean value"), SY_FORMAT_SHARE);
  for (guint i = 0; i < recommendation->options->len; i++)
    {
      const SyOptionResult *result = recommendation->options->pdata[i];

      if (result->excluded_by != NULL)
        continue;
      sy_table_add_text (table, result->option->name);
      for (guint rank = 0; rank < n_ranks; rank++)
        sy_table_add_value (table, SY_FORMAT_PERCENT, result->percents[rank] / 100.0);
      sy_table_add_value (table, SY_FORMAT_SHARE, result->mean_value);
    }

  return table;
}

static SyTable *
make_objectives (const SyRecommendation *recommendation)
{
  SyTable *table = sy_table_new ();

  sy_table_add_text_column (table, _("Objective"));
  sy_table_add_column (table, _("Weight"), SY_FORMAT_SHARE);
  sy_table_add_column (table, _("Part of the lead"), SY_FORMAT_POINTS);
  sy_table_add_column (table, _("Level at weight"), SY_FORMAT_SHARE);
  for (guint i = 0; i < recommendation->objectives->len; i++)
    {
      const SyObjectiveResult *result = &g_array_index (recommendation->objectives,
                                                        SyObjectiveResult, i);

      sy_table_add_text (table, result->objective->name);
      sy_table_add_value (table, SY_FORMAT_SHARE, result->weight);
      sy_table_add_value (table, SY_FORMAT_POINTS, result->contribution);
      if (result->flips)
        sy_table_add_value (table, SY_FORMAT_SHARE, result->flip_weight);
      else
        sy_table_add_nothing (table);
    }

  return table;
}

static char *
say_grounds (const SyCriterionResult *result)
{
  if (result->are_enough)
    return g_strdup (_("measured: both suffice"));
  if (result->is_measured)
    return g_strdup (_("measured"));

  return g_strdup_printf (ngettext ("%u article", "%u articles", result->n_sources),
                          result->n_sources);
}

/* With a true minus sign. */
static char *
say_number (double number)
{
  double hundredths = round (number * 100);

  return g_strdup_printf ("%s%.2f", hundredths > 0 ? "+" : hundredths < 0 ? "−" : "",
                          fabs (hundredths) / 100);
}

/* Between −1, all for Python, and 1, all for Node.js. */
static char *
say_score (const SyCriterionResult *result)
{
  g_autofree char *mean = say_number (result->mean);
  g_autofree char *low = say_number (result->low);
  g_autofree char *high = say_number (result->high);

  if (result->low >= 0 && result->high <= 0)
    return g_strdup (_("no difference"));

  /* Translators: a number, and the two between which it probably is. */
  return g_strdup_printf (_("%s (%s to %s)"), mean, low, high);
}

static SyTable *
make_criteria (const SyRecommendation *recommendation)
{
  SyTable *table = sy_table_new ();

  sy_table_add_text_column (table, _("Criterion"));
  sy_table_add_column (table, _("Weight"), SY_FORMAT_SHARE);
  sy_table_add_text_column (table, _("Python −1, Node.js +1"));
  sy_table_add_column (table, _("Part of the lead"), SY_FORMAT_POINTS);
  sy_table_add_text_column (table, _("From"));
  for (guint i = 0; i < recommendation->criteria->len; i++)
    {
      const SyCriterionResult *result = &g_array_index (recommendation->criteria,
                                                        SyCriterionResult, i);
      g_autofree char *score = say_score (result);
      g_autofree char *grounds = say_grounds (result);

      if (result->weight <= 0)
        continue;
      sy_table_add_text (table, result->criterion->name);
      sy_table_add_value (table, SY_FORMAT_SHARE, result->weight);
      sy_table_add_text (table, score);
      sy_table_add_value (table, SY_FORMAT_POINTS, result->contribution);
      sy_table_add_text (table, grounds);
    }

  return table;
}

static void
add_chart (SyDecisionChart         kind,
           const SyRecommendation *recommendation,
           SyDocument             *document)
{
  sy_document_add_chart (document, sy_decision_chart_new (kind, recommendation));
}

void
sy_decision_report_add_figures (const SyDecisionReport *report,
                                SyDocument             *document)
{
  const SyRecommendation *recommendation = report->recommendation;

  /* One alone is ahead of no other. */
  if (sy_recommendation_count_left (recommendation) < 2)
    return;

  sy_document_add_section (document, 1, _("How the Options Compare"));
  sy_document_add_text (document,
                        g_strdup (_("The share of weightings near yours in which each option comes "
                                    "first, second and third, and its value on average.")));
  sy_document_add_table (document, make_options (recommendation));
  add_chart (SY_DECISION_CHART_ACCEPTABILITY, recommendation, document);

  sy_document_add_section (document, 2, _("By Objective"));
  sy_document_add_text (document,
                        g_strdup (_("How much each counts, how many points of 100 it adds to the "
                                    "lead of the first option over its rival, and the weight at "
                                    "which that lead would be gone, the others in proportion.")));
  if (sy_decision_get_own_weights (report->decision) != NULL)
    sy_document_add_text (document,
                          g_strdup (_("These weights were set by hand: they are not those that "
                                      "follow from the order of priorities.")));
  sy_document_add_table (document, make_objectives (recommendation));
  add_chart (SY_DECISION_CHART_FLIPS, recommendation, document);
  sy_document_add_section (document, 2, _("By Criterion"));
  sy_document_add_text (document,
                        g_strdup (_("For whom each criterion speaks, with what nine of ten draws "
                                    "lie between; criteria that only explain, and those that "
                                    "the project does without, are left out.")));
  sy_document_add_table (document, make_criteria (recommendation));
  add_chart (SY_DECISION_CHART_CONTRIBUTIONS, recommendation, document);
  add_chart (SY_DECISION_CHART_TORNADO, recommendation, document);
}
