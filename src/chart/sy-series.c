/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-series.h"

#include <math.h>

/* Columns, because drawing a million points reads two of them and nothing else.  The last four
 * stay empty until a point needs them, and are as long as the last point that did.
 */
struct _SySeries
{
  char      *name;
  guint      style;
  GArray    *x;
  GArray    *y;
  GArray    *low;
  GArray    *high;
  GArray    *n_failed;
  GPtrArray *labels;
  guint      n_values;
};

SySeries *
sy_series_new (const char *name,
               guint       style)
{
  SySeries *self = g_new0 (SySeries, 1);

  self->name = g_strdup (name);
  self->style = style;
  self->x = g_array_new (FALSE, FALSE, sizeof (double));
  self->y = g_array_new (FALSE, FALSE, sizeof (double));
  self->low = g_array_new (FALSE, FALSE, sizeof (double));
  self->high = g_array_new (FALSE, FALSE, sizeof (double));
  self->n_failed = g_array_new (FALSE, TRUE, sizeof (guint));
  self->labels = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
sy_series_free (SySeries *self)
{
  g_array_unref (self->x);
  g_array_unref (self->y);
  g_array_unref (self->low);
  g_array_unref (self->high);
  g_array_unref (self->n_failed);
  g_ptr_array_unref (self->labels);
  g_free (self->name);
  g_free (self);
}

const char *
sy_series_get_name (const SySeries *self)
{
  return self->name;
}

guint
sy_series_get_style (const SySeries *self)
{
  return self->style;
}

void
sy_series_add (SySeries *self,
               double    x,
               double    y)
{
  double value = isfinite (y) ? y : NAN;

  g_return_if_fail (isfinite (x));
  g_return_if_fail (self->x->len == 0 || x >= g_array_index (self->x, double, self->x->len - 1));

  g_array_append_val (self->x, x);
  g_array_append_val (self->y, value);
  self->n_values += isnan (value) ? 0 : 1;
}

static void
set_at (GArray *column,
        guint   index,
        double  value)
{
  const double none = NAN;

  while (column->len < index)
    g_array_append_val (column, none);
  g_array_append_val (column, value);
}

void
sy_series_add_interval (SySeries *self,
                        double    x,
                        double    y,
                        double    low,
                        double    high)
{
  sy_series_add (self, x, y);
  if (!isfinite (low) || !isfinite (high))
    return;

  set_at (self->low, self->x->len - 1, fmin (low, high));
  set_at (self->high, self->x->len - 1, fmax (low, high));
}

void
sy_series_add_missing (SySeries *self,
                       double    x)
{
  sy_series_add (self, x, NAN);
}

void
sy_series_mark_failed (SySeries *self,
                       guint     n_failed)
{
  g_return_if_fail (self->x->len > 0);

  if (n_failed == 0)
    return;

  g_array_set_size (self->n_failed, self->x->len);
  g_array_index (self->n_failed, guint, self->x->len - 1) = n_failed;
}

void
sy_series_set_label (SySeries   *self,
                     const char *label)
{
  g_return_if_fail (self->x->len > self->labels->len);

  g_ptr_array_set_size (self->labels, (int) self->x->len);
  self->labels->pdata[self->x->len - 1] = g_strdup (label);
}

const char *
sy_series_get_label (const SySeries *self,
                     guint           index)
{
  return index < self->labels->len ? self->labels->pdata[index] : NULL;
}

guint
sy_series_get_length (const SySeries *self)
{
  return self->x->len;
}

double
sy_series_get_x (const SySeries *self,
                 guint           index)
{
  g_return_val_if_fail (index < self->x->len, 0);

  return g_array_index (self->x, double, index);
}

gboolean
sy_series_has_y (const SySeries *self,
                 guint           index)
{
  return index < self->y->len && isfinite (g_array_index (self->y, double, index));
}

double
sy_series_get_y (const SySeries *self,
                 guint           index)
{
  g_return_val_if_fail (sy_series_has_y (self, index), 0);

  return g_array_index (self->y, double, index);
}

gboolean
sy_series_get_interval (const SySeries *self,
                        guint           index,
                        double         *low,
                        double         *high)
{
  if (index >= self->low->len || isnan (g_array_index (self->low, double, index)))
    return FALSE;

  *low = g_array_index (self->low, double, index);
  *high = g_array_index (self->high, double, index);
  return TRUE;
}

guint
sy_series_get_n_failed (const SySeries *self,
                        guint           index)
{
  return index < self->n_failed->len ? g_array_index (self->n_failed, guint, index) : 0;
}

guint
sy_series_count_values (const SySeries *self)
{
  return self->n_values;
}

guint
sy_series_find (const SySeries *self,
                double          x)
{
  guint low = 0;
  guint high = self->x->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->x, double, middle) < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const double *
sy_series_peek_x (const SySeries *self)
{
  return (const double *) (gpointer) self->x->data;
}

const double *
sy_series_peek_y (const SySeries *self)
{
  return (const double *) (gpointer) self->y->data;
}
