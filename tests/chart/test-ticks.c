/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-ticks.h"

#include <math.h>

#include "core/sy-random.h"

#define N_TRIES 4000
#define GAP 10.0

typedef struct
{
  SyScaleKind kind;
  SyFormat    format;
} Axis;

static const Axis axes[] = {
  { SY_SCALE_LINEAR, SY_FORMAT_DURATION }, { SY_SCALE_LINEAR, SY_FORMAT_RATE },
  { SY_SCALE_LINEAR, SY_FORMAT_SHARE },    { SY_SCALE_LOG, SY_FORMAT_DURATION },
  { SY_SCALE_LOG, SY_FORMAT_COUNT },       { SY_SCALE_LOG, SY_FORMAT_RATIO },
  { SY_SCALE_LOG, SY_FORMAT_SHARE },       { SY_SCALE_NINES, SY_FORMAT_QUANTILE },
  { SY_SCALE_TIME, SY_FORMAT_SECONDS },
};

/* Wider than any letter of the charts' fonts. */
static double
measure_cb (const char *label,
            gpointer    data)
{
  return (double) g_utf8_strlen (label, -1) * 8;
}

static SyScale
draw_scale (const Axis *axis,
            SyRandom   *random)
{
  double size = pow (10, -2 + 9 * sy_random_uniform (random));
  double a = sy_random_uniform (random);
  double b = sy_random_uniform (random);
  SyScale scale = { axis->kind, 0, size };

  if (axis->format == SY_FORMAT_SHARE)
    scale.high = fmax (1e-4, b);
  if (axis->kind == SY_SCALE_LINEAR && a < 0.3)
    scale.low = scale.high * a;
  if (axis->kind == SY_SCALE_TIME)
    scale = (SyScale) { axis->kind, 100 * a, 100 * a + 0.1 + 5000 * b * b };
  if (axis->kind == SY_SCALE_NINES)
    scale.high = 1 - pow (10, -0.5 - 6 * b);
  if (axis->kind == SY_SCALE_LOG)
    {
      scale.low = axis->format == SY_FORMAT_RATIO ? 0.2 + 0.7 * a : size;
      scale.high = scale.low * (1.3 + pow (10, 6 * b));
    }

  return scale;
}

static void
check_ticks (const SyTicks *ticks,
             double         length)
{
  double last_end = -INFINITY;
  double last_value = -INFINITY;
  const char *last_label = "";

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (ticks->ticks, SyTick, i);
      double half;

      g_assert_cmpfloat (tick->value, >, last_value);
      g_assert_true (tick->position >= -1e-6 && tick->position <= 1 + 1e-6);
      last_value = tick->value;
      if (tick->label == NULL)
        continue;

      half = measure_cb (tick->label, NULL) / 2;
      g_assert_cmpfloat (tick->position * length - half, >=, last_end + GAP - 1e-6);
      g_assert_cmpstr (tick->label, !=, last_label);
      last_end = tick->position * length + half;
      last_label = tick->label;
    }
}

static guint
count_labels (const SyTicks *ticks)
{
  guint n = 0;

  for (guint i = 0; i < ticks->ticks->len; i++)
    n += g_array_index (ticks->ticks, SyTick, i).label != NULL;

  return n;
}

static void
test_properties (void)
{
  SyRandom random = sy_random_new (1, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      const Axis *axis = &axes[i % G_N_ELEMENTS (axes)];
      SyScale scale = draw_scale (axis, &random);
      double length = 250 + 3500 * sy_random_uniform (&random);
      g_autoptr(SyTicks) ticks = sy_ticks_new (&scale, axis->format, length, GAP, measure_cb,
                                               NULL);

      check_ticks (ticks, length);
      g_assert_cmpuint (count_labels (ticks), >=, 1);
    }
}

/* Two labels at least, or nobody knows how far apart things are. */
static void
test_enough (void)
{
  SyRandom random = sy_random_new (2, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      const Axis *axis = &axes[i % G_N_ELEMENTS (axes)];
      SyScale scale = draw_scale (axis, &random);
      g_autoptr(SyTicks) ticks = NULL;

      sy_scale_round (&scale);
      ticks = sy_ticks_new (&scale, axis->format, 400, GAP, measure_cb, NULL);
      g_assert_cmpuint (count_labels (ticks), >=, 2);
    }
}

static void
test_tiny (void)
{
  SyRandom random = sy_random_new (3, 0);

  for (guint i = 0; i < N_TRIES; i++)
    {
      const Axis *axis = &axes[i % G_N_ELEMENTS (axes)];
      SyScale scale = draw_scale (axis, &random);
      double length = 40 * sy_random_uniform (&random);
      g_autoptr(SyTicks) ticks = sy_ticks_new (&scale, axis->format, length, GAP, measure_cb,
                                               NULL);

      check_ticks (ticks, length);
    }
}

static char *
list_labels (SyScaleKind kind,
             SyFormat    format,
             double      low,
             double      high,
             double      length)
{
  SyScale scale = { kind, low, high };
  g_autoptr(SyTicks) ticks = sy_ticks_new (&scale, format, length, GAP, measure_cb, NULL);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (ticks->ticks, SyTick, i);

      if (tick->label != NULL)
        g_string_append_printf (labels, "%s|", tick->label);
    }
  if (ticks->unit != NULL)
    g_string_append (labels, ticks->unit);

  return g_string_free (labels, FALSE);
}

typedef struct
{
  SyScaleKind kind;
  SyFormat    format;
  double      low;
  double      high;
  double      length;
  const char *labels;
} Expected;

static const Expected expected[] = {
  { SY_SCALE_LINEAR, SY_FORMAT_RATE, 0, 12000, 300, "0|2|4|6|8|10|12|k/s" },
  { SY_SCALE_LINEAR, SY_FORMAT_DURATION, 0, 1.5e6, 150, "0.0|0.5|1.0|1.5|ms" },
  { SY_SCALE_LINEAR, SY_FORMAT_COUNT, 0, 3, 600, "0|1|2|3|" },
  { SY_SCALE_LOG, SY_FORMAT_DURATION, 1e5, 1e8, 240, "100 µs|1 ms|10 ms|100 ms|" },
  { SY_SCALE_LOG, SY_FORMAT_RATIO, 0.9, 1.4, 400, "0.9×|1.0×|1.1×|1.2×|1.3×|1.4×|" },
  { SY_SCALE_NINES, SY_FORMAT_QUANTILE, 0, 0.9999, 600, "0 %|50 %|90 %|99 %|99.9 %|99.99 %|" },
  { SY_SCALE_TIME, SY_FORMAT_SECONDS, 0, 60, 300, "0|10|20|30|40|50|60|s" },
  { SY_SCALE_TIME, SY_FORMAT_SECONDS, 0, 300, 400, "0:00|1:00|2:00|3:00|4:00|5:00|min:s" },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected *row = &expected[i];
      g_autofree char *labels = list_labels (row->kind, row->format, row->low, row->high,
                                             row->length);

      g_assert_cmpstr (labels, ==, row->labels);
    }
}

static void
test_degenerate (void)
{
  SyScale scale = sy_scale_new (SY_SCALE_LOG);
  g_autoptr(SyTicks) ticks = sy_ticks_new (&scale, SY_FORMAT_COUNT, 300, GAP, measure_cb, NULL);

  g_assert_cmpuint (ticks->ticks->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticks/rise-within-the-axis-and-apart", test_properties);
  g_test_add_func ("/ticks/at-least-two", test_enough);
  g_test_add_func ("/ticks/no-room", test_tiny);
  g_test_add_func ("/ticks/labels", test_labels);
  g_test_add_func ("/ticks/degenerate-scale-has-none", test_degenerate);

  return g_test_run ();
}
