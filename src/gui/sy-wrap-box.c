/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-wrap-box.h"

enum { SPACING = 6 };

struct _SyWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SyWrapBox, sy_wrap_box, GTK_TYPE_WIDGET)

/**
 * Line:
 * @end: the child the next one begins with, or %NULL
 * @width, @height: of all of it, spacing included
 * @n_expanding: of its children
 */
typedef struct
{
  GtkWidget *end;
  int        width;
  int        height;
  int        n_expanding;
} Line;

static int
get_width (GtkWidget *child,
           int        room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, room));
}

static void
put (Line      *line,
     GtkWidget *child,
     int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  line->width += width;
  line->height = MAX (line->height, height);
  line->n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
}

/* As many as there is room for from @first on, but one at least. */
static Line
fill_line (GtkWidget *first,
           int        room)
{
  Line line = { NULL };

  for (line.end = first; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int gap = line.width > 0 ? SPACING : 0;
      int width;

      if (!gtk_widget_should_layout (line.end))
        continue;

      width = get_width (line.end, room);
      if (gap > 0 && line.width + gap + width > room)
        break;

      line.width += gap;
      put (&line, line.end, width);
    }

  return line;
}

static int
measure_height (GtkWidget *self,
                int        room)
{
  GtkWidget *child = gtk_widget_get_first_child (self);
  int height = 0;

  while (child != NULL)
    {
      Line line = fill_line (child, room);

      height += line.height + (height > 0 && line.height > 0 ? SPACING : 0);
      child = line.end;
    }

  return height;
}

static int
measure_widest (GtkWidget *self)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      widest = MAX (widest, get_width (child, 0));

  return widest;
}

static void
sy_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (widget, for_size >= 0 ? for_size : G_MAXINT / 2);
      return;
    }

  *minimum = measure_widest (widget);
  *natural = fill_line (gtk_widget_get_first_child (widget), G_MAXINT / 2).width;
}

static void
allocate_line (GtkWidget  *self,
               GtkWidget  *first,
               const Line *line,
               int         y)
{
  int room = gtk_widget_get_width (self);
  int x = 0;

  for (GtkWidget *child = first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, line->height };

      if (!gtk_widget_should_layout (child))
        continue;

      place.width = get_width (child, room);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        place.width += MAX (room - line->width, 0) / line->n_expanding;
      x += place.width + SPACING;
      if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
        place.x = room - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
sy_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line = fill_line (child, width);

      allocate_line (widget, child, &line, y);
      y += line.height + SPACING;
      child = line.end;
    }
}

static GtkSizeRequestMode
sy_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sy_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sy_wrap_box_parent_class)->dispose (object);
}

static void
sy_wrap_box_class_init (SyWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_wrap_box_dispose;
  widget_class->get_request_mode = sy_wrap_box_get_request_mode;
  widget_class->measure = sy_wrap_box_measure;
  widget_class->size_allocate = sy_wrap_box_size_allocate;
}

static void
sy_wrap_box_init (SyWrapBox *self)
{
}

void
sy_wrap_button_text (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (label, TRUE);
}
