/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-chart-view.h"

#include "gui/sy-chart-look.h"
#include "gui/sy-chart-view-private.h"

enum { MIN_WIDTH = 240, MIN_HEIGHT = 120, BUTTON_MARGIN = 3 };

G_DEFINE_FINAL_TYPE (SyChartView, sy_chart_view, GTK_TYPE_WIDGET)

SyLook
sy_chart_view_make_look (SyChartView *self)
{
  SyLook look = sy_chart_look_new (GTK_WIDGET (self));
  int corner;

  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &corner, NULL, NULL);
  look.has_circumstances = !self->is_below_heading;
  look.corner = corner;
  look.cursor = self->has_cursor ? &self->cursor : NULL;
  look.moment = self->has_moment ? &self->moment : NULL;

  return look;
}

static cairo_rectangle_t
get_area (SyChartView *self)
{
  return (cairo_rectangle_t) {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
  };
}

static void
sy_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SyChartView *self = SY_CHART_VIEW (widget);
  cairo_rectangle_t area = get_area (self);
  SyLook look = sy_chart_view_make_look (self);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->chart == NULL || area.width <= 0 || area.height <= 0)
    return;

  bounds = GRAPHENE_RECT_INIT (0, 0, (float) area.width, (float) area.height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sy_chart_draw (self->chart, cr, &area, &look);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->menu_button, snapshot);
}

/* In the corner where the title ends. */
static void
sy_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  SyChartView *self = SY_CHART_VIEW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { .y = BUTTON_MARGIN };

  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL,
                      NULL);
  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_VERTICAL, -1, NULL, &place.height, NULL,
                      NULL);
  place.x = is_rtl ? BUTTON_MARGIN : width - place.width - BUTTON_MARGIN;
  gtk_widget_size_allocate (self->menu_button, &place, -1);
  sy_chart_view_present_menu (self);
}

static void
sy_chart_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  SyChartView *self = SY_CHART_VIEW (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->has_all_rows && self->chart != NULL)
    {
      SyLook look = sy_chart_view_make_look (self);

      *minimum = MAX (MIN_HEIGHT, (int) sy_chart_measure_rows (self->chart,
                                                               MAX (MIN_WIDTH, for_size), &look));
    }
  *natural = *minimum;
}

static GtkSizeRequestMode
sy_chart_view_get_request_mode (GtkWidget *widget)
{
  return SY_CHART_VIEW (widget)->has_all_rows ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                              : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tell_cursor (SyChartView *self)
{
  g_autofree char *text = NULL;

  if (self->has_cursor)
    text = sy_chart_describe (self->chart, &self->cursor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_cursor (SyChartView *self)
{
  if (!self->has_cursor)
    return;

  self->has_cursor = FALSE;
  tell_cursor (self);
}

static void
motion_cb (SyChartView *self,
           double       x,
           double       y)
{
  cairo_rectangle_t area = get_area (self);
  SyLook look = sy_chart_view_make_look (self);
  SyCursor cursor;

  look.cursor = NULL;
  if (self->chart == NULL || !sy_chart_find (self->chart, &area, &look, x, y, &cursor))
    {
      clear_cursor (self);
      return;
    }

  if (self->has_cursor && cursor.series == self->cursor.series &&
      cursor.point == self->cursor.point)
    return;

  self->cursor = cursor;
  self->has_cursor = TRUE;
  tell_cursor (self);
}

static const struct
{
  guint  key;
  SyMove move;
} keys[] = {
  { GDK_KEY_Right, SY_MOVE_NEXT },
  { GDK_KEY_Left, SY_MOVE_PREVIOUS },
  { GDK_KEY_Page_Down, SY_MOVE_PAGE_NEXT },
  { GDK_KEY_Page_Up, SY_MOVE_PAGE_PREVIOUS },
  { GDK_KEY_Home, SY_MOVE_FIRST },
  { GDK_KEY_End, SY_MOVE_LAST },
  { GDK_KEY_Down, SY_MOVE_NEXT_SERIES },
  { GDK_KEY_Up, SY_MOVE_PREVIOUS_SERIES },
};

static gboolean
move (GtkWidget *widget,
      GVariant  *arguments,
      gpointer   data)
{
  SyChartView *self = SY_CHART_VIEW (widget);

  if (self->chart == NULL || sy_chart_view_shows_menu (self))
    return GDK_EVENT_PROPAGATE;

  if (!self->has_cursor)
    self->has_cursor = sy_chart_enter (self->chart, &self->cursor);
  else if (!sy_chart_move (self->chart, &self->cursor, (SyMove) g_variant_get_int32 (arguments)))
    return GDK_EVENT_PROPAGATE;

  tell_cursor (self);
  return GDK_EVENT_STOP;
}

/* Escape takes the cursor away first, and is for the window only then. */
static gboolean
leave (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   data)
{
  SyChartView *self = SY_CHART_VIEW (widget);
  gboolean had_cursor = self->has_cursor;

  clear_cursor (self);

  return had_cursor;
}

static void
sy_chart_view_dispose (GObject *object)
{
  SyChartView *self = SY_CHART_VIEW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SY_TYPE_CHART_VIEW);
  g_clear_pointer (&self->chart, sy_chart_unref);
  g_clear_pointer (&self->created, g_free);

  G_OBJECT_CLASS (sy_chart_view_parent_class)->dispose (object);
}

static void
sy_chart_view_class_init (SyChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_chart_view_dispose;
  widget_class->get_request_mode = sy_chart_view_get_request_mode;
  widget_class->measure = sy_chart_view_measure;
  widget_class->size_allocate = sy_chart_view_size_allocate;
  widget_class->snapshot = sy_chart_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move, "i", keys[i].move);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SyChartView, menu);
  gtk_widget_class_bind_template_child (widget_class, SyChartView, menu_button);
  sy_chart_view_install_actions (widget_class);
}

static void
sy_chart_view_init (SyChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (clear_cursor), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  sy_chart_view_init_menu (self);
  sy_chart_look_watch (GTK_WIDGET (self));
}

GtkWidget *
sy_chart_view_new (SyChart *chart)
{
  SyChartView *self = g_object_new (SY_TYPE_CHART_VIEW, NULL);

  sy_chart_view_set_chart (self, chart);

  return GTK_WIDGET (self);
}

void
sy_chart_view_set_chart (SyChartView *self,
                         SyChart     *chart)
{
  g_return_if_fail (SY_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, sy_chart_unref);
  self->chart = chart;
  clear_cursor (self);
  if (chart != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    sy_chart_get_sentence (chart), -1);
  sy_chart_view_update_menu (self);
  if (self->has_all_rows)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SyChart *
sy_chart_view_get_chart (SyChartView *self)
{
  g_return_val_if_fail (SY_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

void
sy_chart_view_set_created (SyChartView *self,
                           const char  *created)
{
  g_return_if_fail (SY_IS_CHART_VIEW (self));

  g_free (self->created);
  self->created = g_strdup (created);
}

void
sy_chart_view_set_below_heading (SyChartView *self,
                                 gboolean     is_below_heading)
{
  g_return_if_fail (SY_IS_CHART_VIEW (self));

  self->is_below_heading = is_below_heading;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sy_chart_view_set_all_rows (SyChartView *self,
                            gboolean     has_all_rows)
{
  g_return_if_fail (SY_IS_CHART_VIEW (self));

  self->has_all_rows = has_all_rows;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sy_chart_view_set_moment (SyChartView    *self,
                          const SyMoment *moment)
{
  g_return_if_fail (SY_IS_CHART_VIEW (self));

  self->has_moment = moment != NULL;
  if (moment != NULL)
    self->moment = *moment;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sy_chart_view_get_cursor (SyChartView *self,
                          SyCursor    *cursor)
{
  g_return_val_if_fail (SY_IS_CHART_VIEW (self), FALSE);

  *cursor = self->cursor;

  return self->has_cursor;
}
