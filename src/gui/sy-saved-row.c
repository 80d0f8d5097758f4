/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-saved-row.h"

struct _SySavedRow
{
  GtkListBoxRow  parent_instance;

  GObject       *item;

  GtkWidget     *check;
  GtkWidget     *detail_label;
  GtkWidget     *finding_label;
  GtkWidget     *title_label;
  GtkWidget     *warning_image;
};

G_DEFINE_FINAL_TYPE (SySavedRow, sy_saved_row, GTK_TYPE_LIST_BOX_ROW)

static void
sy_saved_row_dispose (GObject *object)
{
  SySavedRow *self = SY_SAVED_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (sy_saved_row_parent_class)->dispose (object);
}

static void
sy_saved_row_class_init (SySavedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_saved_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-saved-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SySavedRow, check);
  gtk_widget_class_bind_template_child (widget_class, SySavedRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, SySavedRow, finding_label);
  gtk_widget_class_bind_template_child (widget_class, SySavedRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, SySavedRow, warning_image);
}

static void
sy_saved_row_init (SySavedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sy_saved_row_new (gpointer item)
{
  SySavedRow *self = g_object_new (SY_TYPE_SAVED_ROW, NULL);
  const char *detail = sy_saved_item_get_detail (item);

  self->item = g_object_ref (item);
  gtk_label_set_label (GTK_LABEL (self->title_label), sy_saved_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (self->detail_label), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail_label, detail != NULL);
  gtk_label_set_label (GTK_LABEL (self->finding_label), sy_saved_item_get_finding (item));
  gtk_widget_set_visible (self->warning_image, sy_saved_item_get_problem (item) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sy_saved_item_get_title (item),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sy_saved_item_get_finding (item),
                                  -1);

  return GTK_WIDGET (self);
}

gpointer
sy_saved_row_get_item (SySavedRow *self)
{
  g_return_val_if_fail (SY_IS_SAVED_ROW (self), NULL);

  return self->item;
}

void
sy_saved_row_set_check (SySavedRow *self,
                        gboolean    has_check,
                        gboolean    is_checked)
{
  g_return_if_fail (SY_IS_SAVED_ROW (self));

  gtk_widget_set_visible (self->check, has_check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), has_check && is_checked);
  if (has_check)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                 is_checked ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                            : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED);
}
