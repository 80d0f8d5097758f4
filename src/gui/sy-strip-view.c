/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-strip-view.h"

#include "chart/sy-charts.h"
#include "gui/sy-chart-look.h"

/* Naturally a little wider than the texts around it, so that cards stand in the same columns
 * whatever they say; three of them beside each other in a wide window.
 */
enum { MIN_WIDTH = 200, NATURAL_WIDTH = 340, HEIGHT = 24 };

struct _SyStripView
{
  GtkWidget  parent_instance;

  SyChart   *chart;
};

G_DEFINE_FINAL_TYPE (SyStripView, sy_strip_view, GTK_TYPE_WIDGET)

static void
sy_strip_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SyStripView *self = SY_STRIP_VIEW (widget);
  cairo_rectangle_t area = { 0, 0, gtk_widget_get_width (widget),
                             gtk_widget_get_height (widget) };
  SyLook look = sy_chart_look_new (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->chart == NULL || area.width <= 0 || area.height <= 0)
    return;

  bounds = GRAPHENE_RECT_INIT (0, 0, (float) area.width, (float) area.height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sy_chart_draw_strip (self->chart, cr, &area, &look);
  cairo_destroy (cr);
}

static void
sy_strip_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
sy_strip_view_dispose (GObject *object)
{
  SyStripView *self = SY_STRIP_VIEW (object);

  g_clear_pointer (&self->chart, sy_chart_unref);

  G_OBJECT_CLASS (sy_strip_view_parent_class)->dispose (object);
}

static void
sy_strip_view_class_init (SyStripViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_strip_view_dispose;
  widget_class->measure = sy_strip_view_measure;
  widget_class->snapshot = sy_strip_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sy_strip_view_init (SyStripView *self)
{
  sy_chart_look_watch (GTK_WIDGET (self));
}

void
sy_strip_view_set_chart (SyStripView *self,
                         SyChart     *chart)
{
  g_return_if_fail (SY_IS_STRIP_VIEW (self));

  g_clear_pointer (&self->chart, sy_chart_unref);
  self->chart = chart;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sy_chart_get_sentence (chart), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
