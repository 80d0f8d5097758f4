/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-figure-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/sy-units.h"
#include "gui/sy-sideways.h"

/* So many servers fit side by side anywhere; with more the table scrolls instead of wrapping. */
enum { MAX_NARROW = 2 };

/* Heads wrap sooner than the names of figures do. */
enum { HEAD_CHARS = 14 };

struct _SyFigureTable
{
  AdwBin   parent_instance;

  GtkGrid *grid;
  int      n_rows;
};

G_DEFINE_FINAL_TYPE (SyFigureTable, sy_figure_table, ADW_TYPE_BIN)

/* Where a figure lies in a result, what it counts, and what people call it. */
typedef struct
{
  gsize       offset;
  SyQuantity  quantity;
  gboolean    is_of_closed_loads;
  const char *name;
  const char *term;
} Row;

static const Row rows[] = {
  { G_STRUCT_OFFSET (SyArmResult, requests_per_s), SY_QUANTITY_COUNT, TRUE,
    N_("Requests per second"), N_("Throughput: completed requests in the measured window") },
  { G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P50]), SY_QUANTITY_DURATION, FALSE,
    N_("Half of the answers within"), N_("Median of the response time") },
  { G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P90]), SY_QUANTITY_DURATION, FALSE,
    N_("9 in 10 within"), N_("90th percentile of the response time") },
  { G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P99]), SY_QUANTITY_DURATION, FALSE,
    N_("99 in 100 within"), N_("99th percentile of the response time") },
  { G_STRUCT_OFFSET (SyArmResult, response_ns[SY_QUANTILE_P99_9]), SY_QUANTITY_DURATION, FALSE,
    N_("999 in 1,000 within"), N_("99.9th percentile of the response time") },
  { G_STRUCT_OFFSET (SyArmResult, cpu_ns_per_request), SY_QUANTITY_DURATION, FALSE,
    N_("Processor time per request"), N_("Of the server's threads, in the measured window") },
  { G_STRUCT_OFFSET (SyArmResult, loop_lag_p99_ns), SY_QUANTITY_DURATION, FALSE,
    N_("Loop busy at a stretch, 99 in 100 within"),
    N_("99th percentile of the time from one poll of the event loop to the next") },
  { G_STRUCT_OFFSET (SyArmResult, lock_waited_p99_ns), SY_QUANTITY_DURATION, FALSE,
    N_("Wait for the lock, 99 in 100 within"),
    N_("99th percentile of the time a thread waited for the lock where it was not free") },
};

static void
sy_figure_table_class_init (SyFigureTableClass *klass)
{
}

static void
sy_figure_table_init (SyFigureTable *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 9);
  gtk_grid_set_row_spacing (self->grid, 9);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/* Names stand at the start of their column, figures at its end; both keep their words whole. */
static GtkWidget *
make_label (const char *text,
            const char *css_class,
            gboolean    is_figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_figure ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), is_figure ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_head (SyFigureTable        *self,
          const SyFigureColumn *columns,
          guint                 n_columns)
{
  GtkWidget *corner = make_label (NULL, NULL, FALSE);

  gtk_widget_set_hexpand (corner, TRUE);
  gtk_grid_attach (self->grid, corner, 0, self->n_rows, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *name = make_label (columns[i].name, "caption-heading", TRUE);

      gtk_label_set_max_width_chars (GTK_LABEL (name), HEAD_CHARS);
      gtk_widget_set_valign (name, GTK_ALIGN_END);
      gtk_grid_attach (self->grid, name, (int) i + 1, self->n_rows, 1, 1);
    }
  self->n_rows++;
}

static const SyFigure *
get_figure (const SyFigureColumn *column,
            const Row            *row)
{
  return column->result != NULL ? G_STRUCT_MEMBER_P (column->result, row->offset) : NULL;
}

static gboolean
is_known (const SyFigureColumn *columns,
          guint                 n_columns,
          const Row            *row)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const SyFigure *figure = get_figure (&columns[i], row);

      if (figure != NULL && figure->is_present)
        return TRUE;
    }

  return FALSE;
}

static const char *
skip_number (const char *text)
{
  return text + strspn (text, "-0123456789.,");
}

static char *
format_interval (const SyFigure *figure,
                 SyQuantity      quantity)
{
  g_autofree char *low = sy_units_format (quantity, figure->interval.low);
  g_autofree char *high = sy_units_format (quantity, figure->interval.high);

  /* A unit that both share is said once. */
  if (g_strcmp0 (skip_number (low), skip_number (high)) == 0)
    low[skip_number (low) - low] = '\0';

  /* Translators: the bounds of an interval. */
  return g_strdup_printf (_("%s–%s"), low, high);
}

/* To a reader of the screen a cell says by itself what it is about. */
static void
name_cell (GtkWidget  *cell,
           const Row  *row,
           const char *column,
           const char *value)
{
  /* Translators: a figure's name, a server or a run, and the figure's value, read aloud. */
  g_autofree char *name = g_strdup_printf (_("%s, %s: %s"), _(row->name), column, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_cell (const SyFigure *figure,
           const Row      *row,
           const char     *column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *value = NULL;
  GtkWidget *label;

  if (figure == NULL || !figure->is_present)
    value = g_strdup ("–");
  else
    value = sy_units_format (row->quantity, figure->interval.value);

  label = make_label (value, "sy-figure", TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (cell), label);
  name_cell (label, row, column, value);
  if (figure != NULL && figure->is_present && figure->has_interval)
    {
      g_autofree char *interval = format_interval (figure, row->quantity);

      label = make_label (interval, "caption", TRUE);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "sy-figure");
      /* xgettext:no-c-format */
      gtk_widget_set_tooltip_text (label, _("95 % interval over the turns"));
      gtk_box_append (GTK_BOX (cell), label);
    }

  return cell;
}

static void
add_row (SyFigureTable        *self,
         const SyFigureColumn *columns,
         guint                 n_columns,
         const Row            *row)
{
  GtkWidget *name = make_label (_(row->name), NULL, FALSE);

  gtk_widget_set_tooltip_text (name, _(row->term));
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, name, 0, self->n_rows, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    gtk_grid_attach (self->grid, make_cell (get_figure (&columns[i], row), row, columns[i].name),
                     (int) i + 1, self->n_rows, 1, 1);
  self->n_rows++;
}

static char *
count_failures (const SyArmResult *result)
{
  guint64 n_failed;

  if (result == NULL)
    return g_strdup ("–");

  n_failed = result->n_unfinished;
  for (guint i = 0; i < SY_N_FAILURES; i++)
    n_failed += result->n_failed[i];

  return sy_units_format (SY_QUANTITY_COUNT, (double) n_failed);
}

/* Shown even where it is zero: that nothing failed is worth knowing. */
static void
add_failures (SyFigureTable        *self,
              const SyFigureColumn *columns,
              guint                 n_columns)
{
  static const Row row = { .name = N_("Without a good answer") };

  gtk_grid_attach (self->grid, make_label (_(row.name), NULL, FALSE), 0, self->n_rows, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *text = count_failures (columns[i].result);
      GtkWidget *label = make_label (text, "sy-figure", TRUE);

      name_cell (label, &row, columns[i].name, text);
      gtk_grid_attach (self->grid, label, (int) i + 1, self->n_rows, 1, 1);
    }
  self->n_rows++;
}

static void
stop_wrapping (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_wrap (GTK_LABEL (widget), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stop_wrapping (child);
}

/* The height of what wraps would depend on a width that scrolling leaves open. */
static void
make_scrollable (SyFigureTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_ref (self->grid);
  adw_bin_set_child (ADW_BIN (self), scroller);
  stop_wrapping (GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  sy_sideways_let_pass (GTK_SCROLLED_WINDOW (scroller));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  g_object_unref (self->grid);
}

void
sy_figure_table_set_columns (SyFigureTable        *self,
                             const SyFigureColumn *columns,
                             guint                 n_columns,
                             gboolean              is_closed)
{
  g_return_if_fail (SY_IS_FIGURE_TABLE (self));
  g_return_if_fail (self->n_rows == 0);

  add_head (self, columns, n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (is_known (columns, n_columns, &rows[i]) && (!rows[i].is_of_closed_loads || is_closed))
      add_row (self, columns, n_columns, &rows[i]);
  add_failures (self, columns, n_columns);
  if (n_columns > MAX_NARROW)
    make_scrollable (self);
}

void
sy_figure_table_set_phase (SyFigureTable *self,
                           SyReport      *report,
                           guint          phase)
{
  const SyRun *run;
  const SyPhase *measured;
  g_autofree SyFigureColumn *columns = NULL;

  g_return_if_fail (SY_IS_REPORT (report));

  run = sy_report_get_run (report);
  measured = run->phases->pdata[phase];
  columns = g_new (SyFigureColumn, run->plan->arms->len);
  for (guint i = 0; i < run->plan->arms->len; i++)
    columns[i] = (SyFigureColumn) {
      _(((const SyArm *) run->plan->arms->pdata[i])->name),
      sy_analysis_get_result (sy_report_get_analysis (report), phase, i),
    };

  sy_figure_table_set_columns (self, columns, run->plan->arms->len,
                               measured->plan.load == SY_LOAD_CLOSED);
}
