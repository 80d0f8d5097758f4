/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-advice-view.h"

#include <glib/gi18n-lib.h>

#include "decision/sy-explanation.h"
#include "export/sy-decision-chart.h"
#include "gui/sy-advice-sections.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-dossier-item.h"
#include "gui/sy-handover-dialog.h"
#include "gui/sy-weights-panel.h"
#include "gui/sy-wrap-box.h"

/* What follows from the answer is written anew when the hand has come to rest. */
enum { REST_MS = 150 };

/* A row of a chart, and what stands around all of them. */
enum { ROW_HEIGHT = 38, CHART_HEIGHT = 170 };

struct _SyAdviceView
{
  AdwBin            parent_instance;

  SyAdvice         *advice;
  SyRecommendation *recommendation;
  gboolean          can_measure;
  guint             weigh_id;
  guint             rest_id;
  GtkWindow        *dialog;

  GtkWidget        *adjust_revealer;
  GtkWidget        *answer_label;
  GtkWidget        *charts[SY_N_DECISION_CHARTS];
  GtkWidget        *contributions_box;
  GtkWidget        *first_box;
  GtkWidget        *measure_button;
  GtkWidget        *method_box;
  GtkWidget        *name_label;
  GtkWidget        *problem_label;
  GtkWidget        *scroller;
  GtkWidget        *sensitivity_box;
  GtkWidget        *shares_box;
  GtkWidget        *sure_label;
  SyWeightsPanel   *weights_panel;
};

enum
{
  SIGNAL_ADJUSTED,
  SIGNAL_MEASURE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SyAdviceView, sy_advice_view, ADW_TYPE_BIN)

/* Of what there may be much of, so many are enough at first. */
enum { N_FIRST = 3 };

static const struct
{
  SySentenceKind kind;
  guint          max;
} first_kinds[] = {
  { SY_SENTENCE_EXCLUDED, G_MAXUINT },
  { SY_SENTENCE_REASON, N_FIRST },
  { SY_SENTENCE_AGAINST, N_FIRST },
  { SY_SENTENCE_LEVEL, G_MAXUINT },
  { SY_SENTENCE_FLIP, N_FIRST },
  { SY_SENTENCE_SPLIT, G_MAXUINT },
};
static const SySentenceKind method_kinds[] = {
  SY_SENTENCE_MEASURED, SY_SENTENCE_RULE_FOR, SY_SENTENCE_RULE_AGAINST, SY_SENTENCE_GUESS,
  SY_SENTENCE_NEXT,
};

static gboolean
has_answer (SyAdviceView *self)
{
  return self->recommendation->best < self->recommendation->options->len;
}

/* How full the circle is says how sure it is. */
static const char *
choose_circle (const SyRecommendation *recommendation)
{
  static const char *const circles[] = { "○", "◔", "◑", "◕", "●" };
  double share = sy_recommendation_get_share (recommendation);
  guint index = (guint) (share * (G_N_ELEMENTS (circles) - 1) + 0.5);

  return circles[MIN (index, G_N_ELEMENTS (circles) - 1)];
}

/* Below an option, below a language and below “No clear winner”. */
static char *
say_sure (const SyRecommendation *recommendation)
{
  const SyOptionResult *best = recommendation->options->pdata[recommendation->best];
  const char *circle = choose_circle (recommendation);
  const char *sure = sy_recommendation_say_sure (recommendation);
  gboolean is_well_ahead = sy_recommendation_is_well_ahead (recommendation);

  if (recommendation->winner != NULL)
    return g_strdup_printf ("%s %s", circle, sure);
  if (recommendation->language != NULL && is_well_ahead)
    /* Translators: a circle, how sure the language is, and the option of it that is ahead. */
    return g_strdup_printf (_("%s %s; which way is less clear, %s is ahead"), circle, sure,
                            best->option->name);
  if (recommendation->language != NULL)
    /* Translators: a circle, how sure the language is, and the option of it that is ahead. */
    return g_strdup_printf (_("%s %s; which way is too close to call, %s is slightly ahead"),
                            circle, sure, best->option->name);

  if (is_well_ahead)
    /* Translators: a circle, how sure it is, and the option that is ahead. */
    return g_strdup_printf (_("%s %s: %s is ahead"), circle, sure, best->option->name);

  /* Translators: a circle, how sure it is, and the option that is ahead. */
  return g_strdup_printf (_("%s %s: %s is slightly ahead"), circle, sure, best->option->name);
}

static void
show_sure (SyAdviceView *self)
{
  g_autofree char *text = has_answer (self) ? say_sure (self->recommendation) : NULL;

  gtk_widget_set_visible (self->sure_label, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->sure_label), text != NULL ? text : "");
}

static void
show_answer (SyAdviceView *self)
{
  gtk_label_set_label (GTK_LABEL (self->answer_label),
                       sy_recommendation_say_answer (self->recommendation));
  show_sure (self);
  sy_advice_sections_show_shares (GTK_BOX (self->shares_box), self->recommendation);
}

static void
show_charts (SyAdviceView *self)
{
  for (guint i = 0; i < SY_N_DECISION_CHARTS; i++)
    {
      SyChart *chart = sy_decision_chart_new (i, self->recommendation);
      guint n_rows = sy_decision_chart_count_rows (i, self->recommendation);

      gtk_widget_set_size_request (self->charts[i], -1, CHART_HEIGHT + ROW_HEIGHT * (int) n_rows);
      sy_chart_view_set_chart (SY_CHART_VIEW (self->charts[i]), chart);
    }
}

static void
show_reasons (SyAdviceView *self)
{
  g_autoptr(GPtrArray) sentences = sy_explanation_new (self->advice->decision,
                                                       self->recommendation);

  sy_advice_sections_clear (GTK_BOX (self->first_box));
  for (guint i = 0; i < G_N_ELEMENTS (first_kinds); i++)
    sy_advice_sections_add (GTK_BOX (self->first_box), sentences, first_kinds[i].kind,
                            first_kinds[i].max);
  sy_advice_sections_add_basis (GTK_BOX (self->first_box), sentences);
  sy_advice_sections_clear (GTK_BOX (self->method_box));
  sy_advice_sections_add_method (GTK_BOX (self->method_box));
  for (guint i = 0; i < G_N_ELEMENTS (method_kinds); i++)
    sy_advice_sections_add (GTK_BOX (self->method_box), sentences, method_kinds[i], G_MAXUINT);
}

static void
show_measure_button (SyAdviceView *self)
{
  gboolean has_request = self->advice != NULL
                         && self->advice->dossier->profile->actions->len > 0;

  gtk_widget_set_visible (self->measure_button, has_request);
  gtk_widget_set_sensitive (self->measure_button, self->can_measure);
}

static gboolean
rest_cb (gpointer data)
{
  SyAdviceView *self = data;

  self->rest_id = 0;
  show_reasons (self);
  show_charts (self);
  sy_advice_note_answer (self->advice, self->recommendation);
  g_signal_emit (self, signals[SIGNAL_ADJUSTED], 0);

  return G_SOURCE_REMOVE;
}

/* However fast a slider moves, it is weighed once a turn of the main loop. */
static gboolean
weigh_cb (gpointer data)
{
  SyAdviceView *self = data;

  self->weigh_id = 0;
  sy_recommendation_free (self->recommendation);
  self->recommendation = sy_decision_recommend (self->advice->decision);
  show_answer (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);

  return G_SOURCE_REMOVE;
}

static void
weights_changed_cb (SyAdviceView *self)
{
  if (self->weigh_id == 0)
    self->weigh_id = g_idle_add (weigh_cb, self);
}

static void
measure_clicked_cb (SyAdviceView *self)
{
  g_signal_emit (self, signals[SIGNAL_MEASURE], 0);
}

static void
handover_clicked_cb (SyAdviceView *self)
{
  GtkWindow *dialog = GTK_WINDOW (sy_handover_dialog_new (self));

  g_set_weak_pointer (&self->dialog, dialog);
  gtk_window_present (dialog);
}

/* A dialog on something else than what is shown would surprise. */
static void
close_dialog (SyAdviceView *self)
{
  GtkWindow *dialog = self->dialog;

  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

static void
forget_advice (SyAdviceView *self)
{
  close_dialog (self);
  g_clear_handle_id (&self->weigh_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->recommendation, sy_recommendation_free);
  g_clear_pointer (&self->advice, sy_advice_free);
}

static void
sy_advice_view_dispose (GObject *object)
{
  forget_advice (SY_ADVICE_VIEW (object));

  G_OBJECT_CLASS (sy_advice_view_parent_class)->dispose (object);
}

static void
sy_advice_view_class_init (SyAdviceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_advice_view_dispose;
  signals[SIGNAL_ADJUSTED] =
    g_signal_new ("adjusted", SY_TYPE_ADVICE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_MEASURE] =
    g_signal_new ("measure", SY_TYPE_ADVICE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (SY_TYPE_WEIGHTS_PANEL);
  g_type_ensure (SY_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-advice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, adjust_revealer);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, answer_label);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, contributions_box);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, first_box);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, measure_button);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, method_box);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, name_label);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, sensitivity_box);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, shares_box);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, sure_label);
  gtk_widget_class_bind_template_child (widget_class, SyAdviceView, weights_panel);
  gtk_widget_class_bind_template_callback (widget_class, handover_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, weights_changed_cb);
}

static void
sy_advice_view_init (SyAdviceView *self)
{
  GtkWidget *boxes[SY_N_DECISION_CHARTS];

  self->can_measure = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_wrap_button_text (self->measure_button);

  boxes[SY_DECISION_CHART_CONTRIBUTIONS] = self->contributions_box;
  boxes[SY_DECISION_CHART_ACCEPTABILITY] = self->contributions_box;
  boxes[SY_DECISION_CHART_TORNADO] = self->sensitivity_box;
  boxes[SY_DECISION_CHART_FLIPS] = self->sensitivity_box;
  for (guint i = 0; i < SY_N_DECISION_CHARTS; i++)
    {
      self->charts[i] = sy_chart_view_new (NULL);
      gtk_box_append (GTK_BOX (boxes[i]), self->charts[i]);
    }
}

void
sy_advice_view_take_advice (SyAdviceView *self,
                            SyAdvice     *advice)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SY_IS_ADVICE_VIEW (self));

  forget_advice (self);
  self->advice = advice;
  self->recommendation = g_steal_pointer (&advice->recommendation);
  name = sy_dossier_make_title (advice->dossier);
  gtk_label_set_label (GTK_LABEL (self->name_label), name);
  gtk_label_set_label (GTK_LABEL (self->problem_label),
                       advice->problem != NULL ? advice->problem : "");
  gtk_widget_set_visible (self->problem_label, advice->problem != NULL);
  sy_weights_panel_set_decision (self->weights_panel, advice->decision);
  show_answer (self);
  show_reasons (self);
  show_charts (self);
  show_measure_button (self);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

const SyDossier *
sy_advice_view_get_dossier (SyAdviceView *self)
{
  g_return_val_if_fail (SY_IS_ADVICE_VIEW (self), NULL);

  return self->advice->dossier;
}

SyDecisionReport
sy_advice_view_get_report (SyAdviceView *self)
{
  SyDecisionReport report = { 0 };

  g_return_val_if_fail (SY_IS_ADVICE_VIEW (self), report);

  report.decision = self->advice->decision;
  report.recommendation = self->recommendation;
  report.runs = (const SyLineupEntry *) (gconstpointer) self->advice->runs->data;
  report.n_runs = self->advice->runs->len;
  report.date = self->advice->dossier->created;

  return report;
}

void
sy_advice_view_set_can_measure (SyAdviceView *self,
                                gboolean      can_measure)
{
  g_return_if_fail (SY_IS_ADVICE_VIEW (self));

  self->can_measure = can_measure;
  show_measure_button (self);
}
