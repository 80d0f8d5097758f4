/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-pages-table.h"

#define CELL_GAP 10.0
#define ROW_GAP 3.0
#define MIN_COLUMN 40.0

/* The row of the head. */
enum { HEAD = -1 };

/* A table of no more rows is not torn apart, and so many stay together at its end. */
enum { MAX_WHOLE = 6, N_LAST = 3 };

/* The widths of the columns of a table, in points. */
typedef struct
{
  SyPages       *pages;
  const SyTable *table;
  double        *widths;
} Grid;

static const char *
get_text (const SyTable *table,
          int            row,
          guint          column)
{
  if (row == HEAD)
    return sy_table_get_column (table, column)->name;

  return sy_table_get_cell (table, (guint) row, column)->text;
}

static PangoLayout *
make_cell (const Grid *grid,
           int         row,
           guint       column,
           double      width)
{
  PangoLayout *layout = sy_pages_make_layout (grid->pages, get_text (grid->table, row, column),
                                              SY_PAGES_SMALL, row == HEAD, width);
  gboolean is_rtl = grid->pages->document->is_rtl;

  /* No cell is taller than half a page. */
  pango_layout_set_height (layout, (int) (grid->pages->bottom / 2 * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (!sy_table_get_column (grid->table, column)->is_text)
    {
      pango_layout_set_auto_dir (layout, FALSE);
      pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }

  return layout;
}

/* How wide a cell would like to be. */
static double
measure_cell (const Grid *grid,
              int         row,
              guint       column)
{
  g_autoptr(PangoLayout) layout = make_cell (grid, row, column, 0);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE + 1;
}

/* What is too much is taken from the widest columns, each down to a fair share. */
static void
shrink (double *widths,
        guint   n,
        double  room)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];

  while (sum > room + 0.01)
    {
      guint widest = 0;
      double second = MIN_COLUMN, less;

      for (guint i = 1; i < n; i++)
        if (widths[i] > widths[widest])
          widest = i;
      for (guint i = 0; i < n; i++)
        if (i != widest)
          second = MAX (second, widths[i]);
      less = MIN (sum - room, MAX (widths[widest] - second, 1));
      widths[widest] -= less;
      sum -= less;
    }
}

static void
grid_init (Grid          *grid,
           SyPages       *pages,
           const SyTable *table)
{
  guint n = sy_table_count_columns (table);

  *grid = (Grid) { pages, table, g_new0 (double, n) };
  for (guint column = 0; column < n; column++)
    for (int row = HEAD; row < (int) sy_table_count_rows (table); row++)
      grid->widths[column] = MAX (grid->widths[column], measure_cell (grid, row, column));
  shrink (grid->widths, n, pages->width - CELL_GAP * (n - 1));
}

static double
get_row_height (const Grid *grid,
                int         row)
{
  double height = 0;

  for (guint column = 0; column < sy_table_count_columns (grid->table); column++)
    {
      g_autoptr(PangoLayout) layout = make_cell (grid, row, column, grid->widths[column]);

      height = MAX (height, sy_layout_get_height (layout));
    }

  return height + 2 * ROW_GAP;
}

static void
draw_row (const Grid *grid,
          int         row,
          double      height)
{
  SyPages *pages = grid->pages;
  double offset = 0;

  pages->y += ROW_GAP;
  for (guint column = 0; column < sy_table_count_columns (grid->table); column++)
    {
      g_autoptr(PangoLayout) layout = make_cell (grid, row, column, grid->widths[column]);

      sy_pages_draw_layout (pages, layout, offset, SY_INK_TEXT);
      offset += grid->widths[column] + CELL_GAP;
    }
  pages->y += height - ROW_GAP;
  sy_pages_rule (pages, pages->y, offset - CELL_GAP);
}

static double
get_rows_height (const Grid *grid,
                 guint       first,
                 guint       n_rows)
{
  double height = 0;

  for (guint i = 0; i < n_rows; i++)
    height += get_row_height (grid, (int) (first + i));

  return height;
}

/* The head and what must stay with it. */
static double
get_start (const Grid *grid)
{
  guint n_rows = sy_table_count_rows (grid->table);

  return get_row_height (grid, HEAD) + get_rows_height (grid, 0, n_rows <= MAX_WHOLE ? n_rows : 1);
}

double
sy_pages_get_table_start (SyPages       *self,
                          const SyTable *table)
{
  Grid grid;
  double height;

  grid_init (&grid, self, table);
  height = get_start (&grid);
  g_free (grid.widths);

  return height;
}

void
sy_pages_draw_table (SyPages       *self,
                     const SyTable *table)
{
  guint n_rows = sy_table_count_rows (table);
  Grid grid;
  double head;

  grid_init (&grid, self, table);
  head = get_row_height (&grid, HEAD);
  sy_pages_need (self, get_start (&grid));
  draw_row (&grid, HEAD, head);
  for (guint row = 0; row < n_rows; row++)
    {
      guint page = self->page;

      sy_pages_need (self, get_rows_height (&grid, row, row + N_LAST == n_rows ? N_LAST : 1));
      if (self->page != page)
        draw_row (&grid, HEAD, head);
      draw_row (&grid, (int) row, get_row_height (&grid, (int) row));
    }
  g_free (grid.widths);
}
