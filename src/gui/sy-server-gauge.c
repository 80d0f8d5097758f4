/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-server-gauge.h"

#include "core/sy-units.h"

struct _SyServerGauge
{
  AdwBin     parent_instance;

  GtkWidget *name_label;
  GtkWidget *rate_label;
  GtkWidget *response_label;
  GtkWidget *state_label;
};

G_DEFINE_FINAL_TYPE (SyServerGauge, sy_server_gauge, ADW_TYPE_BIN)

static void
sy_server_gauge_class_init (SyServerGaugeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-server-gauge.ui");
  gtk_widget_class_bind_template_child (widget_class, SyServerGauge, name_label);
  gtk_widget_class_bind_template_child (widget_class, SyServerGauge, rate_label);
  gtk_widget_class_bind_template_child (widget_class, SyServerGauge, response_label);
  gtk_widget_class_bind_template_child (widget_class, SyServerGauge, state_label);
}

static void
sy_server_gauge_init (SyServerGauge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sy_server_gauge_new (const char *name)
{
  SyServerGauge *self = g_object_new (SY_TYPE_SERVER_GAUGE, NULL);

  gtk_label_set_label (GTK_LABEL (self->name_label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

static void
show_figure (GtkWidget  *label,
             SyQuantity  quantity,
             double      value)
{
  g_autofree char *text = value > 0 ? sy_units_format (quantity, value) : g_strdup ("–");

  gtk_label_set_label (GTK_LABEL (label), text);
}

void
sy_server_gauge_show (SyServerGauge *self,
                      gboolean       is_at_work,
                      const char    *state,
                      double         requests_per_s,
                      double         response_ns)
{
  g_return_if_fail (SY_IS_SERVER_GAUGE (self));

  show_figure (self->rate_label, SY_QUANTITY_COUNT, requests_per_s);
  show_figure (self->response_label, SY_QUANTITY_DURATION, response_ns);
  gtk_label_set_label (GTK_LABEL (self->state_label), state);
  if (is_at_work)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sy-at-work");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sy-at-work");
}
