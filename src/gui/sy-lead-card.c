/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-lead-card.h"

#include "export/sy-run-chart.h"
#include "gui/sy-chart-view.h"
#include "gui/sy-narrow-bin.h"

struct _SyLeadCard
{
  AdwBin        parent_instance;

  SySavedList  *runs;
  GCancellable *loading;
  char         *path;

  GtkWidget    *buttons_box;
  SyChartView  *chart_view;
  GtkWidget    *finding_box;
  GtkWidget    *finding_label;
  GtkWidget    *invitation_label;
  SyNarrowBin  *lead_bin;
  GtkWidget    *lead_box;
  GtkWidget    *show_button;
  GtkWidget    *time_label;
};

G_DEFINE_FINAL_TYPE (SyLeadCard, sy_lead_card, ADW_TYPE_BIN)

static void
show_picture (SyLeadCard *self,
              SyReport   *report)
{
  const SyRunChartKind *kind = sy_run_chart_kind_find ("ratio");
  const SyRun *run = sy_report_get_run (report);
  int phase = sy_run_chart_choose_phase (kind, run, NULL);
  g_autoptr(SyChart) chart = NULL;

  if (phase >= 0)
    chart = sy_run_chart_new (kind, run, sy_report_get_analysis (report), (guint) phase);
  if (chart == NULL || sy_chart_is_empty (chart))
    return;

  sy_chart_view_set_chart (self->chart_view, g_steal_pointer (&chart));
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), TRUE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(SyLeadCard) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SyReport) report = sy_report_load_finish (result, &error);

  if (report != NULL)
    show_picture (self, report);
}

static SyRunItem *
find_latest (SyLeadCard *self)
{
  GListModel *items = sy_saved_list_get_items (self->runs);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(SyRunItem) item = g_list_model_get_item (items, i);

      if (sy_saved_item_get_problem (item) == NULL)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
show_item (SyLeadCard *self,
           SyRunItem  *item)
{
  const char *detail = sy_saved_item_get_detail (item);

  gtk_label_set_label (GTK_LABEL (self->time_label),
                       detail != NULL ? detail : sy_saved_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (self->finding_label), sy_saved_item_get_finding (item));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "s",
                                    sy_saved_item_get_path (item));
}

/* The picture takes the whole run, which is read when it is the latest one. */
static void
changed_cb (SyLeadCard *self)
{
  g_autoptr(SyRunItem) item = find_latest (self);
  const char *path = item != NULL ? sy_saved_item_get_path (item) : NULL;

  gtk_widget_set_visible (self->finding_box, item != NULL);
  gtk_widget_set_visible (self->invitation_label, item == NULL);
  if (item != NULL)
    show_item (self, item);
  if (g_strcmp0 (path, self->path) == 0)
    return;

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), FALSE);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (path == NULL)
    return;

  self->loading = g_cancellable_new ();
  sy_report_load_async (path, self->loading, loaded_cb, g_object_ref (self));
}

static void
stack_up (SyLeadCard *self)
{
  GtkOrientation orientation = sy_narrow_bin_get_narrow (self->lead_bin)
                                 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons_box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lead_box), orientation);
}

static void
sy_lead_card_dispose (GObject *object)
{
  SyLeadCard *self = SY_LEAD_CARD (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->runs);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (sy_lead_card_parent_class)->dispose (object);
}

static void
sy_lead_card_class_init (SyLeadCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_lead_card_dispose;

  g_type_ensure (SY_TYPE_CHART_VIEW);
  g_type_ensure (SY_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-lead-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, buttons_box);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, chart_view);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, finding_box);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, finding_label);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, invitation_label);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, lead_bin);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, lead_box);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, show_button);
  gtk_widget_class_bind_template_child (widget_class, SyLeadCard, time_label);
  gtk_widget_class_bind_template_callback (widget_class, stack_up);
}

static void
sy_lead_card_init (SyLeadCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_chart_view_set_all_rows (self->chart_view, TRUE);
}

void
sy_lead_card_set_runs (SyLeadCard *self,
                       SySavedList  *runs)
{
  g_return_if_fail (SY_IS_LEAD_CARD (self));
  g_return_if_fail (self->runs == NULL);

  self->runs = g_object_ref (runs);
  g_signal_connect_object (sy_saved_list_get_items (runs), "items-changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
