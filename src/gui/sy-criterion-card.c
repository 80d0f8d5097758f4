/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criterion-card.h"

#include <glib/gi18n-lib.h>

struct _SyCriterionCard
{
  GtkFlowBoxChild  parent_instance;

  SyCriterionItem *item;

  GtkWidget       *disputed_box;
  GtkWidget       *name_label;
  GtkWidget       *question_label;
};

G_DEFINE_FINAL_TYPE (SyCriterionCard, sy_criterion_card, GTK_TYPE_FLOW_BOX_CHILD)

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

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criterion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, disputed_box);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, SyCriterionCard, question_label);
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

  self->item = g_object_ref (item);
  gtk_label_set_label (GTK_LABEL (self->name_label), criterion->name);
  gtk_label_set_label (GTK_LABEL (self->question_label), criterion->question);
  gtk_widget_set_visible (self->disputed_box, sy_criterion_item_is_disputed (item));
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
