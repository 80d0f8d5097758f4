/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criterion-card.h"

#include <glib/gi18n-lib.h>

#include "export/sy-criteria-chart.h"
#include "gui/sy-importance-switch.h"
#include "gui/sy-strip-view.h"
#include "gui/sy-try-box.h"

struct _SyCriterionCard
{
  GtkFlowBoxChild     parent_instance;

  SyCriterionItem    *item;

  GtkWidget          *counts_label;
  GtkWidget          *disputed_box;
  SyImportanceSwitch *importance_switch;
  GtkWidget          *name_label;
  GtkWidget          *question_label;
  SyStripView        *strip_view;
  SyTryBox           *try_box;
};

G_DEFINE_FINAL_TYPE (SyCriterionCard, sy_criterion_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
show_strip (SyCriterionCard *self)
{
  sy_strip_view_set_chart (self->strip_view,
                           sy_criterion_strip_new (sy_criterion_item_get_knowledge (self->item),
                                                   sy_criterion_item_get_criterion (self->item),
                                                   sy_criterion_item_get_evidence (self->item)));
}

static void
sy_criterion_card_dispose (GObject *object)
{
  SyCriterionCard *self = SY_CRITERION_CARD (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (sy_criterion_card_parent_class)->dispose (object);
}

static void
sy_criterion_card_class_init (SyCriterionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_criterion_card_dispose;

  g_type_ensure (SY_TYPE_IMPORTANCE_SWITCH);
  g_type_ensure (SY_TYPE_STRIP_VIEW);
  g_type_ensure (SY_TYPE_TRY_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criterion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, counts_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, disputed_box);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, importance_switch);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, strip_view);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, try_box);
}

static void
sy_criterion_card_init (SyCriterionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sy_criterion_card_new (SyCriterionItem *item)
{
  SyCriterionCard *self = g_object_new (SY_TYPE_CRITERION_CARD, NULL);
  const SyCriterion *criterion = sy_criterion_item_get_criterion (item);
  const SyVerdictCounts *counts = sy_criterion_item_get_counts (item);
  g_autofree char *says = sy_verdict_counts_say (counts);

  self->item = g_object_ref (item);
  gtk_label_set_label (GTK_LABEL (self->name_label), criterion->name);
  gtk_label_set_label (GTK_LABEL (self->question_label), criterion->question);
  gtk_label_set_label (GTK_LABEL (self->counts_label), says);
  gtk_widget_set_visible (self->disputed_box, sy_verdict_counts_is_disputed (counts));
  sy_importance_switch_set_item (self->importance_switch, item);
  sy_try_box_set_item (self->try_box, item, NULL);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_strip), self, G_CONNECT_SWAPPED);
  show_strip (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, criterion->question,
                                  -1);

  return GTK_WIDGET (self);
}

SyCriterionItem *
sy_criterion_card_get_item (SyCriterionCard *self)
{
  g_return_val_if_fail (SY_IS_CRITERION_CARD (self), NULL);

  return self->item;
}
