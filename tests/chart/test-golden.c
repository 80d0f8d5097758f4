/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart from fixed figures looks as it did when a person last looked at it: in small pictures
 * in which another release's smoothing of letters is lost, but nothing that moved or went away.
 *
 * GOLDEN_RENEW=1 writes them anew.  With other letters everything moves, so it is skipped then.
 */

#include <cairo.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "decision-samples.h"
#include "export/sy-criteria-chart.h"
#include "lab/sy-trace-json.h"
#include "samples.h"

#define SHRINKING 4

/* Of a channel, 0 to 255: what a pixel may be off, and how many in a thousand may be more; or how
 * many in all, as newer libraries draw the same letters with up to 43 others.
 */
#define MAX_OFF 24
#define MAX_PER_MILLE 2
#define MAX_FEW 50

/* Width of a probe in the letters the pictures were made with, in pixels. */
#define PROBE "Requests per second 0123456789 µ"
#define PROBE_SIZE 20
#define PROBE_WIDTH 312.0
#define MAX_PROBE_OFF 1.0

/**
 * Picture:
 * @scale: how many times as large as on a screen
 * @is_strip: without anything around it
 * @at_ns: how far it has been played; 0 for a still picture
 */
typedef struct
{
  const char *name;
  SyChart  *(*make) (SampleKind kind);
  int         width;
  int         height;
  int         scale;
  gboolean    is_strip;
  SyTheme     theme;
  double      at_ns;
} Picture;

static double
measure_probe (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");
  PangoRectangle extents;

  pango_font_description_set_absolute_size (font, PROBE_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, PROBE, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);

  return (double) extents.width / PANGO_SCALE;
}

static cairo_surface_t *
draw (const Picture *picture)
{
  int width = picture->width * picture->scale;
  int height = picture->height * picture->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t area = { 0, 0, picture->width, picture->height };
  g_autoptr(SyChart) chart = picture->make (SAMPLE_FULL);
  SyLook look = sy_look_new (picture->theme);
  SyMoment moment = { picture->at_ns };

  look.moment = picture->at_ns > 0 ? &moment : NULL;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, picture->scale, picture->scale);
  if (picture->is_strip)
    sy_chart_draw_strip (chart, cr, &area, &look);
  else
    sy_chart_draw (chart, cr, &area, &look);
  cairo_destroy (cr);

  return surface;
}

/* Each pixel of the small picture is the mean of a square of the large one. */
static cairo_surface_t *
shrink (cairo_surface_t *large)
{
  int width = cairo_image_surface_get_width (large) / SHRINKING;
  int height = cairo_image_surface_get_height (large) / SHRINKING;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, 1.0 / SHRINKING, 1.0 / SHRINKING);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);

  return small;
}

static const guchar *
get_pixel (cairo_surface_t *surface,
           guint            x,
           guint            y)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return cairo_image_surface_get_data (surface) + y * stride + x * 4;
}

static gboolean
is_off (const guchar *a,
        const guchar *b)
{
  for (guint channel = 0; channel < 3; channel++)
    if (abs (a[channel] - b[channel]) > MAX_OFF)
      return TRUE;

  return FALSE;
}

static guint
count_off (cairo_surface_t *a,
           cairo_surface_t *b)
{
  guint width = (guint) cairo_image_surface_get_width (a);
  guint height = (guint) cairo_image_surface_get_height (a);
  guint n_off = 0;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      n_off += is_off (get_pixel (a, x, y), get_pixel (b, x, y));

  return n_off;
}

static void
compare (cairo_surface_t *drawn,
         const char      *path)
{
  cairo_surface_t *golden = cairo_image_surface_create_from_png (path);
  int width = cairo_image_surface_get_width (drawn);
  int height = cairo_image_surface_get_height (drawn);
  guint n_off;

  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (golden), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (golden), ==, height);
  n_off = count_off (drawn, golden);
  g_test_message ("%u pixels differ", n_off);
  if (n_off > MAX_FEW && n_off * 1000 > (guint) (width * height * MAX_PER_MILLE))
    g_test_fail_printf ("%u pixels are not those of %s", n_off, path);
  cairo_surface_destroy (golden);
}

static void
test_picture (const Picture *picture)
{
  g_autofree char *file = g_strconcat (picture->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  cairo_surface_t *large, *small;
  double probe = measure_probe ();

  if (ABS (probe - PROBE_WIDTH) > MAX_PROBE_OFF)
    {
      g_autofree char *reason = g_strdup_printf ("other letters here: %.1f pixels wide", probe);

      g_test_skip (reason);
      return;
    }

  large = draw (picture);
  small = shrink (large);
  if (g_getenv ("GOLDEN_RENEW") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (small, path), ==, CAIRO_STATUS_SUCCESS);
  compare (small, path);
  cairo_surface_destroy (small);
  cairo_surface_destroy (large);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  Picture picture = { sample->name, sample->make, 800, 400, 1, FALSE, SY_THEME_LIGHT };

  test_picture (&picture);
}

static SyEvidence *
create_evidence (const char *recipe,
                 double      ratio,
                 SyOutcome   outcome)
{
  SyEvidence *evidence = g_new0 (SyEvidence, 1);

  evidence->recipe = g_strdup (recipe);
  evidence->run = g_strdup ("2026-11-21T10-15-02Z-3f2a");
  evidence->measured = g_date_time_new_utc (2026, 11, 21, 10, 15, 2);
  evidence->outcome = outcome;
  evidence->has_figures = TRUE;
  evidence->comparison.ratio = (SyInterval) { ratio, ratio * 0.9, ratio * 1.1 };

  return evidence;
}

/* What the articles say belongs to it as how it is drawn does: who changes that looks again. */
static SyChart *
make_criteria (SampleKind kind)
{
  g_autoptr(SyKnowledge) knowledge = sy_knowledge_load (NULL, NULL);
  g_autoptr(GPtrArray) evidence =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sy_evidence_free);

  g_ptr_array_add (evidence, create_evidence ("waiting-capacity", 1.25, SY_OUTCOME_CONFIRMED));
  g_ptr_array_add (evidence, create_evidence ("gateway", 0.98, SY_OUTCOME_TOO_CLOSE));
  g_ptr_array_add (evidence, create_evidence ("big-answers", 0.7, SY_OUTCOME_REFUTED));
  g_ptr_array_add (evidence, create_evidence ("answer-cpu", 0.4, SY_OUTCOME_CONFIRMED));

  return sy_criteria_chart_new (knowledge, evidence);
}

/* A diamond stands where it was measured, and the dots of its side keep away from it. */
static SyChart *
make_strip (SampleKind kind)
{
  static const SyStripDot dots[] = {
    { "Third Rock Techkno: Node.js", SY_STRIP_VERDICT, -1 },
    { "An unsigned article: Node.js", SY_STRIP_VERDICT, -1 },
    { "Agile Infoways: a tie", SY_STRIP_VERDICT, 0 },
    { "Creole Studios: it depends", SY_STRIP_CONDITION, 0 },
    { "Capital Numbers: Python; its own text says Node.js", SY_STRIP_SPLIT, 1 },
    { "Measured here: 2.3×", SY_STRIP_MEASURED, -1 },
    { "Measured here: 0.52×", SY_STRIP_MEASURED, 0.95 },
  };
  SyChartStrip strip = { "Performance", "disputed", dots, G_N_ELEMENTS (dots) };

  return sy_chart_new_strips (NULL, "Criterion", &strip, 1);
}

static void
test_criteria (void)
{
  static const Picture picture = { "criteria", make_criteria, 800, 1272, 1, FALSE,
                                   SY_THEME_LIGHT };

  test_picture (&picture);
}

static void
test_strip (void)
{
  static const Picture picture = { "strip", make_strip, 340, 24, SHRINKING, TRUE,
                                   SY_THEME_LIGHT };

  test_picture (&picture);
}

/* As they are in a report on paper, and where a person needs strong colours. */
static const Picture decision_pictures[] = {
  { "contributions-print", sample_contributions, 560, 280, 1, FALSE, SY_THEME_PRINT },
  { "tornado-print", sample_tornado, 560, 280, 1, FALSE, SY_THEME_PRINT },
  { "acceptability-print", sample_acceptability, 560, 220, 1, FALSE, SY_THEME_PRINT },
  { "flips-print", sample_flips, 560, 280, 1, FALSE, SY_THEME_PRINT },
  { "contributions-contrast", sample_contributions, 360, 280, 1, FALSE, SY_THEME_HIGH_CONTRAST },
  { "tornado-contrast", sample_tornado, 360, 280, 1, FALSE, SY_THEME_HIGH_CONTRAST },
  { "acceptability-contrast", sample_acceptability, 360, 220, 1, FALSE, SY_THEME_HIGH_CONTRAST },
  { "flips-contrast", sample_flips, 360, 280, 1, FALSE, SY_THEME_HIGH_CONTRAST },
};

static void
test_of_table (gconstpointer picture)
{
  test_picture (picture);
}

static SyTrace *
read_trace (const SyJson *recorded,
            const char   *arm)
{
  SyJson json = sy_json_member (recorded, arm);
  SyTrace *trace = sy_trace_read (&json);

  g_assert_nonnull (trace);
  return trace;
}

/* The first requests of one turn of each server in a real run: five clients, b512:7+c5000. */
static SyChart *
make_architecture (SampleKind kind)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "recorded.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(SyTrace) loop = NULL;
  g_autoptr(SyTrace) threads = NULL;
  g_autofree char *text = NULL;
  SyJson root;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  root = sy_json_root (node, path, &error);
  loop = read_trace (&root, "event-loop");
  threads = read_trace (&root, "lock-threaded");

  return sy_chart_new_architecture (NULL, (const SyChartArchitecture[]) {
    { "Event loop", 0, TRUE, loop },
    { "Threads with one lock", 1, FALSE, threads },
  }, 2);
}

/* The architectures at work: still, on a telephone, and while they are played. */
static const Picture architectures[] = {
  { "architecture", make_architecture, 800, 280, 1, FALSE, SY_THEME_LIGHT },
  { "architecture-dark", make_architecture, 800, 280, 1, FALSE, SY_THEME_DARK },
  { "architecture-narrow", make_architecture, 360, 520, 1, FALSE, SY_THEME_HIGH_CONTRAST },
  { "architecture-playing", make_architecture, 800, 280, 1, FALSE, SY_THEME_LIGHT, 12e6 },
};

static void
add_pictures (const Picture *pictures,
              guint          n_pictures)
{
  for (guint i = 0; i < n_pictures; i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_of_table);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", samples[i].name, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }

  add_pictures (decision_pictures, G_N_ELEMENTS (decision_pictures));
  add_pictures (architectures, G_N_ELEMENTS (architectures));

  g_test_add_func ("/golden/criteria", test_criteria);
  g_test_add_func ("/golden/strip", test_strip);

  return g_test_run ();
}
