/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui-room.h"

#include <string.h>

void
room_assert_fits (GtkWidget *widget,
                     int        width)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > width)
    g_test_fail_printf ("%s %s wants %d pixels, not %d", G_OBJECT_TYPE_NAME (widget),
                        gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), minimum, width);

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && policy == GTK_POLICY_NEVER;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      room_assert_fits (child, width);
}

/* What is inside it may be wider than it. */
static gboolean
is_scroller (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);

  return policy != GTK_POLICY_NEVER;
}

/* How far it goes beyond the sides. */
static float
measure_overhang (GtkWidget *widget,
                  GtkWidget *window)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, window, &bounds) || bounds.size.width < 1)
    return 0;

  return MAX (-bounds.origin.x,
              bounds.origin.x + bounds.size.width - (float) gtk_widget_get_width (window));
}

/* That or what is in it, whichever goes farthest, the innermost first; a scrollbar floats. */
static GtkWidget *
find_farthest (GtkWidget *widget,
               GtkWidget *window)
{
  GtkWidget *farthest = widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && !is_scroller (widget); child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) && !GTK_IS_SCROLLBAR (child))
      {
        GtkWidget *candidate = find_farthest (child, window);

        if (measure_overhang (candidate, window) >= measure_overhang (farthest, window))
          farthest = candidate;
      }

  return farthest;
}

void
room_assert_inside (GtkWidget *window)
{
  GtkWidget *farthest = find_farthest (gtk_widget_get_first_child (window), window);
  float overhang = measure_overhang (farthest, window);

  if (overhang > 1)
    g_test_fail_printf ("%s %s is %g pixels outside", G_OBJECT_TYPE_NAME (farthest),
                        gtk_buildable_get_buildable_id (GTK_BUILDABLE (farthest)), overhang);
}

static gboolean
is_whole (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  gboolean is_figure = gtk_widget_has_css_class (GTK_WIDGET (label), "sy-figure");

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      if (is_figure || strchr (" -", text[start - 1]) == NULL)
        return FALSE;
    }

  return TRUE;
}

void
room_assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !is_whole (GTK_LABEL (widget)))
    g_test_fail_printf ("“%s” is broken", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    room_assert_whole (child);
}
