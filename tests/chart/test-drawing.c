/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-charts.h"

#include <cairo-pdf.h>
#include <string.h>

#include "samples.h"

static const int sizes[][2] = {
  { 320, 200 }, { 360, 640 }, { 800, 400 }, { 1600, 300 }, { 40, 30 }, { 1, 1 },
};

static cairo_surface_t *
draw (const SyChart *chart,
      const SyLook  *look,
      int            width,
      int            height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t area = { 0, 0, width, height };

  sy_chart_draw (chart, cr, &area, look);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface)
                                   + y * cairo_image_surface_get_stride (surface));

  return row[x] & 0xffffff;
}

/* How many pixels of a rectangle are close to @color. */
static guint
count_pixels (cairo_surface_t *surface,
              SyColor          color,
              int              left,
              int              right)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = left; x < right; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);
        gboolean is_close = TRUE;

        for (guint shift = 0; shift < 24; shift += 8)
          is_close = is_close && abs ((int) (pixel >> shift & 0xff)
                                      - (int) (color >> shift & 0xff)) < 12;
        n += is_close ? 1 : 0;
      }

  return n;
}

static void
test_everything (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
      {
        g_autoptr(SyChart) chart = samples[i].make (kind);

        for (guint theme = 0; theme < SY_N_THEMES; theme++)
          for (guint size = (theme + kind) % 2; size < G_N_ELEMENTS (sizes); size += 2)
            {
              SyLook look = sy_look_new (theme);
              SyCursor cursor = { 0, 0 };

              look.is_rtl = (theme + size) % 2 == 0;
              look.has_title = theme != SY_THEME_DARK;
              look.cursor = sy_chart_enter (chart, &cursor) ? &cursor : NULL;
              cairo_surface_destroy (draw (chart, &look, sizes[size][0], sizes[size][1]));
            }
      }
}

/* Each of the first two series leaves its colour, in every theme. */
static void
test_colours (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    for (guint theme = 0; theme < SY_N_THEMES; theme++)
      {
        g_autoptr(SyChart) chart = samples[i].make (SAMPLE_FULL);
        const SyPalette *palette = sy_palette_get (theme);
        gboolean is_exceedance = g_str_equal (samples[i].name, "exceedance");
        SyLook look = sy_look_new (theme);
        cairo_surface_t *surface = draw (chart, &look, 800, 400);

        g_assert_cmpuint (count_pixels (surface, palette->series[is_exceedance ? 2 : 0], 0, 800),
                          >, 40);
        g_assert_cmpuint (count_pixels (surface, palette->background, 0, 800), >, 800 * 400 / 20);
        cairo_surface_destroy (surface);
      }
}

static void
test_empty (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_EMPTY);
  const SyPalette *palette = sy_palette_get (SY_THEME_LIGHT);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_surface_t *surface = draw (chart, &look, 800, 400);

  g_assert_cmpuint (count_pixels (surface, palette->dim, 250, 550), >, 50);
  g_assert_cmpuint (count_pixels (surface, palette->series[0], 0, 800), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_failed (void)
{
  g_autoptr(SyChart) full = samples[0].make (SAMPLE_FULL);
  g_autoptr(SyChart) failed = samples[0].make (SAMPLE_FAILED);
  const SyPalette *palette = sy_palette_get (SY_THEME_LIGHT);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_surface_t *without = draw (full, &look, 800, 400);
  cairo_surface_t *with = draw (failed, &look, 800, 400);

  g_assert_cmpuint (count_pixels (without, palette->bad, 0, 800), ==, 0);
  g_assert_cmpuint (count_pixels (with, palette->bad, 0, 800), >, 20);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

/* The title begins where reading begins; the line runs with time either way. */
static void
test_direction (void)
{
  g_autoptr(SyChart) chart = samples[0].make (SAMPLE_FULL);
  const SyPalette *palette = sy_palette_get (SY_THEME_LIGHT);
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_surface_t *left = draw (chart, &look, 800, 400);
  cairo_surface_t *right;

  look.is_rtl = TRUE;
  right = draw (chart, &look, 800, 400);
  g_assert_cmpuint (count_pixels (left, palette->text, 0, 200), >, 100);
  g_assert_cmpuint (count_pixels (left, palette->text, 600, 800), <, 20);
  g_assert_cmpuint (count_pixels (right, palette->text, 600, 800), >, 30);
  g_assert_cmpuint (count_pixels (right, palette->text, 0, 200), <, 20);
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
}

/* A lone spike among a million points is still there. */
static void
test_spike (void)
{
  const guint n = 1000000;
  g_autofree SyChartSlice *slices = g_new0 (SyChartSlice, n);
  SyChartServer server = { "", 0 };
  SyChartTurn turn = { 0, 0, 1000, slices, n };
  SyChartTurns turns = { &server, 1, &turn, 1, SY_TIME_IN_TURN, FALSE };
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  g_autoptr(SyChart) chart = NULL;
  cairo_surface_t *surface;
  guint n_high = 0;

  for (guint i = 0; i < n; i++)
    slices[i] = (SyChartSlice) { .at_s = i / 1000.0, .requests_per_s = i == 654321 ? 10000 : 10 };
  chart = sy_chart_new_throughput (NULL, &turns);
  surface = draw (chart, &look, 800, 400);
  for (int x = 100; x < 750; x++)
    n_high += get_pixel (surface, x, 215) != get_pixel (surface, 90, 215) ? 1 : 0;
  g_assert_cmpuint (n_high, >=, 1);
  g_assert_cmpuint (n_high, <=, 5);
  cairo_surface_destroy (surface);
}

/* Up and down in every column, so that there is nothing but line between its ends. */
static SyChart *
create_surface_chart (void)
{
  enum { N_SLICES = 2000 };
  g_autofree SyChartSlice *slices = g_new0 (SyChartSlice, N_SLICES);
  SyChartServer server = { "", 0 };
  SyChartTurn turn = { 0, 0, 2, slices, N_SLICES };
  SyChartTurns turns = { &server, 1, &turn, 1, SY_TIME_IN_TURN, FALSE };

  for (guint i = 0; i < N_SLICES; i++)
    slices[i] = (SyChartSlice) { .at_s = i / 1000.0, .requests_per_s = i % 2 == 0 ? 9000 : 10 };

  return sy_chart_new_throughput (NULL, &turns);
}

/* A line that is a surface has no seams where its columns lie between pixels. */
static void
test_surface (void)
{
  static const struct { double shift; double scale; } places[] = {
    { 0, 1 }, { 0.4, 1 }, { 0, 1.37 }, { 0.25, 2 },
  };
  g_autoptr(SyChart) chart = create_surface_chart ();
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  cairo_rectangle_t area = { 0, 0, 800, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1600, 800);
      cairo_t *cr = cairo_create (surface);

      cairo_translate (cr, places[i].shift, 0);
      cairo_scale (cr, places[i].scale, places[i].scale);
      sy_chart_draw (chart, cr, &area, &look);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int x = (int) (100 * places[i].scale); x < 700 * places[i].scale; x++)
        g_assert_cmphex (get_pixel (surface, x, (int) (250 * places[i].scale)), ==,
                         sy_palette_get (SY_THEME_LIGHT)->series[0]);
      cairo_surface_destroy (surface);
    }
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
contains (const GByteArray *bytes,
          const char       *text)
{
  return memmem (bytes->data, bytes->len, text, strlen (text)) != NULL;
}

/* The same call, and fonts rather than pictures of letters. */
static void
test_documents (void)
{
  SyLook look = sy_look_new (SY_THEME_PRINT);
  cairo_rectangle_t area = { 0, 0, 600, 300 };

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr(SyChart) chart = samples[i].make (SAMPLE_FULL);
      g_autoptr(GByteArray) pdf = g_byte_array_new ();
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, 600, 300);
      cairo_t *cr = cairo_create (surface);

      /* Later versions pack the names looked for. */
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      sy_chart_draw (chart, cr, &area, &look);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
      g_assert_true (contains (pdf, "/Font"));
      g_assert_false (contains (pdf, "/Subtype /Image"));
    }
}

typedef struct
{
  GString *text;
  guint    n_outside;
} Heard;

static void
hear_cb (const SyTextRun *run,
         gpointer         data)
{
  Heard *heard = data;

  g_string_append_len (heard->text, run->text, (gssize) run->length);
  g_string_append_c (heard->text, '\n');
  if (run->x < 4 || run->x + run->width > 1196 || run->baseline < 5 || run->baseline > 595)
    heard->n_outside++;
}

/* Where the surface would make shapes of letters, the lines themselves are to be had, each within
 * the picture; and nothing else of the picture changes.
 */
static void
test_text (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr(SyChart) chart = samples[i].make (SAMPLE_FULL);
      SyLook look = sy_look_new (SY_THEME_LIGHT);
      Heard heard = { g_string_new (NULL), 0 };
      cairo_surface_t *surface;

      look.text_sink = hear_cb;
      look.text_data = &heard;
      surface = draw (chart, &look, 1200, 600);
      g_assert_true (g_str_has_prefix (heard.text->str, sy_chart_get_title (chart)));
      g_assert_nonnull (strstr (heard.text->str, "\n"));
      g_assert_cmpuint (heard.n_outside, ==, 0);
      g_assert_cmpuint (count_pixels (surface, sy_palette_get (look.theme)->text, 0, 150), ==, 0);
      g_string_free (heard.text, TRUE);
      cairo_surface_destroy (surface);
    }
}

typedef struct
{
  const char *begin;
  double      last;
  double      closest;
} Rows;

static void
keep_apart_cb (const SyTextRun *run,
               gpointer         data)
{
  Rows *rows = data;

  if (!g_str_has_prefix (run->text, rows->begin))
    return;

  rows->closest = MIN (rows->closest, (run->baseline - rows->last) / run->size);
  rows->last = run->baseline;
}

/* However narrow, and whether names stand beside their rows or above them. */
static void
test_rows_apart (void)
{
  static const int widths[] = { 240, 320, 420, 800 };
  SyChartWords words = { .finding = "A finding that takes some room in a narrow chart" };
  SyChartBar bars[7];
  g_autoptr(SyChart) chart = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    bars[i] = (SyChartBar) { { "Row of this", i % 3 }, { 10, 9, 11 }, FALSE };
  chart = sy_chart_new_comparison (&words, "Requests/s", SY_FORMAT_RATE, bars,
                                   G_N_ELEMENTS (bars));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      SyLook look = sy_look_new (SY_THEME_LIGHT);
      Rows rows = { "Row", -1000, 1000 };
      cairo_surface_t *surface;

      look.text_sink = keep_apart_cb;
      look.text_data = &rows;
      surface = draw (chart, &look, widths[i],
                      (int) sy_chart_measure_rows (chart, widths[i], &look));
      g_assert_cmpfloat (rows.closest, >, 1.2);
      g_assert_cmpfloat (rows.closest, <, 5);
      cairo_surface_destroy (surface);
    }
}

/* What is behind the chart shows through behind letters, too: a card is not the theme's colour. */
static void
test_transparent (void)
{
  SyLook look = sy_look_new (SY_THEME_LIGHT);
  SyColor background = sy_palette_get (SY_THEME_LIGHT)->background;
  SyChartBar bars[] = { { { "Event loop", 0 }, { 10, 9, 11 }, FALSE },
                        { { "Threads", 1 }, { 12, 11, 13 }, FALSE } };
  g_autoptr(SyChart) rows = sy_chart_new_comparison (NULL, "Requests/s", SY_FORMAT_RATE, bars,
                                                     G_N_ELEMENTS (bars));
  cairo_surface_t *surface;

  surface = draw (rows, &look, 320, 300);
  g_assert_cmpuint (count_pixels (surface, background, 0, 320), >, 0);
  cairo_surface_destroy (surface);

  look.has_background = FALSE;
  surface = draw (rows, &look, 320, 300);
  g_assert_cmpuint (count_pixels (surface, background, 0, 320), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/every-kind-theme-size-and-damage", test_everything);
  g_test_add_func ("/drawing/series-leave-their-colours", test_colours);
  g_test_add_func ("/drawing/empty-is-a-sentence", test_empty);
  g_test_add_func ("/drawing/failed-has-crosses", test_failed);
  g_test_add_func ("/drawing/reading-direction", test_direction);
  g_test_add_func ("/drawing/spike-in-a-million", test_spike);
  g_test_add_func ("/drawing/surface-without-seams", test_surface);
  g_test_add_func ("/drawing/documents", test_documents);
  g_test_add_func ("/drawing/text-handed-over", test_text);
  g_test_add_func ("/drawing/rows/keep-apart", test_rows_apart);
  g_test_add_func ("/drawing/without-background/letters-neither", test_transparent);

  return g_test_run ();
}
