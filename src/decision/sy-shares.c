/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-shares.h"

#include <math.h>

/* So much of a per cent is what adding up draws leaves behind. */
#define EPSILON 1e-6

/**
 * Rounding:
 * @remainders: what rounding down takes from each share, in per cent
 * @order: the cells, those with the largest remainders first
 * @rows: by how much each row still falls short of a hundred
 * @columns: likewise
 * @percents: what was found so far
 */
typedef struct
{
  guint   n;
  double *remainders;
  guint  *order;
  guint  *rows;
  guint  *columns;
  guint  *percents;
} Rounding;

static void
step (Rounding *self,
      guint     cell,
      int       by)
{
  self->percents[cell] += (guint) by;
  self->rows[cell / self->n] -= (guint) by;
  self->columns[cell % self->n] -= (guint) by;
}

static gboolean
is_done (const Rounding *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->rows[i] > 0 || self->columns[i] > 0)
      return FALSE;

  return TRUE;
}

/* Each cell in turn goes up, unless those behind it then cannot fill what rows and columns fall
 * short of.  A way there always is.
 */
static gboolean
fill (Rounding *self,
      guint     place)
{
  guint cell = place < self->n * self->n ? self->order[place] : 0;

  if (place == self->n * self->n || self->remainders[cell] <= EPSILON)
    return is_done (self);

  if (self->rows[cell / self->n] > 0 && self->columns[cell % self->n] > 0)
    {
      step (self, cell, 1);
      if (fill (self, place + 1))
        return TRUE;
      step (self, cell, -1);
    }

  return fill (self, place + 1);
}

static gint
compare_remainders (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const double *remainders = data;
  double first = remainders[*(const guint *) a];
  double second = remainders[*(const guint *) b];

  return first > second ? -1 : first < second ? 1 : 0;
}

static guint
fall_short (const Rounding *self,
            guint           from,
            guint           stride)
{
  guint sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += self->percents[from + i * stride];

  return 100 - sum;
}

void
sy_shares_round (const double *shares,
                 guint         n_options,
                 guint        *percents)
{
  guint n_cells = n_options * n_options;
  g_autofree double *remainders = g_new (double, n_cells);
  g_autofree guint *order = g_new (guint, n_cells);
  g_autofree guint *rows = g_new (guint, n_options);
  g_autofree guint *columns = g_new (guint, n_options);
  Rounding self = { n_options, remainders, order, rows, columns, percents };

  for (guint i = 0; i < n_cells; i++)
    {
      percents[i] = (guint) floor (shares[i] * 100 + EPSILON);
      remainders[i] = shares[i] * 100 - percents[i];
      order[i] = i;
    }
  for (guint i = 0; i < n_options; i++)
    {
      rows[i] = fall_short (&self, i * n_options, 1);
      columns[i] = fall_short (&self, i, n_options);
    }
  g_qsort_with_data (order, (int) n_cells, sizeof *order, compare_remainders, remainders);
  fill (&self, 0);
}
