/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-narrow-bin.h"

struct _SyNarrowBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        threshold;
  int        min_width;
  int        wide_width;
  gboolean   is_narrow;
  gboolean   is_settled;
  gboolean   will_be_narrow;
  guint      idle;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_MIN_WIDTH,
  PROP_NARROW,
  PROP_SETTLED,
  PROP_THRESHOLD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void sy_narrow_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyNarrowBin, sy_narrow_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sy_narrow_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

static gboolean
set_narrow_cb (gpointer data)
{
  SyNarrowBin *self = data;

  self->idle = 0;
  if (self->is_narrow != self->will_be_narrow)
    {
      self->is_narrow = self->will_be_narrow;
      if (self->is_narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self), "sy-narrow");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "sy-narrow");
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  if (!self->is_settled)
    {
      self->is_settled = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
    }

  return G_SOURCE_REMOVE;
}

static int
measure_min_width (SyNarrowBin *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* What it once had to have for the wide arrangement stays the measure, so that it does not go to
 * and fro.  Whoever listens rearranges widgets, which must not happen while sizes are allocated.
 */
static void
consider_width (SyNarrowBin *self,
                int          width)
{
  gboolean is_news;

  if (!self->is_narrow)
    self->wide_width = MAX (self->wide_width, measure_min_width (self));
  self->will_be_narrow = width < MAX (self->threshold, self->wide_width);
  is_news = self->will_be_narrow != self->is_narrow || !self->is_settled;
  if (is_news && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, set_narrow_cb, self, NULL);
}

static void
sy_narrow_bin_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  SyNarrowBin *self = SY_NARROW_BIN (widget);

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_min_width (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, self->min_width);
}

/* A child that is still arranged for more room is clipped for the one frame until it knows. */
static void
sy_narrow_bin_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  SyNarrowBin *self = SY_NARROW_BIN (widget);
  int min_height;

  consider_width (self, width);
  if (self->child == NULL)
    return;

  width = MAX (width, measure_min_width (self));
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, min_height), baseline, NULL);
}

static GtkSizeRequestMode
sy_narrow_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sy_narrow_bin_dispose (GObject *object)
{
  SyNarrowBin *self = SY_NARROW_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (sy_narrow_bin_parent_class)->dispose (object);
}

static void
sy_narrow_bin_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SyNarrowBin *self = SY_NARROW_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MIN_WIDTH:
      g_value_set_int (value, self->min_width);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_SETTLED:
      g_value_set_boolean (value, self->is_settled);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sy_narrow_bin_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SyNarrowBin *self = SY_NARROW_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      sy_narrow_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_MIN_WIDTH:
      self->min_width = g_value_get_int (value);
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sy_narrow_bin_class_init (SyNarrowBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sy_narrow_bin_dispose;
  object_class->get_property = sy_narrow_bin_get_property;
  object_class->set_property = sy_narrow_bin_set_property;
  widget_class->get_request_mode = sy_narrow_bin_get_request_mode;
  widget_class->measure = sy_narrow_bin_measure;
  widget_class->size_allocate = sy_narrow_bin_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIN_WIDTH] =
    g_param_spec_int ("min-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTLED] =
    g_param_spec_boolean ("settled", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] =
    g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sy_narrow_bin_init (SyNarrowBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
sy_narrow_bin_add_child (GtkBuildable *buildable,
                         GtkBuilder   *builder,
                         GObject      *child,
                         const char   *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    sy_narrow_bin_set_child (SY_NARROW_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sy_narrow_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = sy_narrow_bin_add_child;
}

GtkWidget *
sy_narrow_bin_get_child (SyNarrowBin *self)
{
  g_return_val_if_fail (SY_IS_NARROW_BIN (self), NULL);

  return self->child;
}

void
sy_narrow_bin_set_child (SyNarrowBin *self,
                         GtkWidget   *child)
{
  g_return_if_fail (SY_IS_NARROW_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

gboolean
sy_narrow_bin_get_narrow (SyNarrowBin *self)
{
  g_return_val_if_fail (SY_IS_NARROW_BIN (self), FALSE);

  return self->is_narrow;
}
