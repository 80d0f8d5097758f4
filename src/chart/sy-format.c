/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/sy-units.h"

#define MAX_DECIMALS 9

/* From here on, minutes are easier. */
#define S_TILL_MINUTES 120
#define S_PER_MINUTE 60

static const SyQuantity quantities[] = {
  [SY_FORMAT_DURATION] = SY_QUANTITY_DURATION,
  [SY_FORMAT_RATE] = SY_QUANTITY_RATE,
  [SY_FORMAT_COUNT] = SY_QUANTITY_COUNT,
  [SY_FORMAT_SIZE] = SY_QUANTITY_SIZE,
};

static const char *const raw_units[] = {
  [SY_FORMAT_DURATION] = "ns",
  [SY_FORMAT_RATE] = "1/s",
  [SY_FORMAT_COUNT] = "",
  [SY_FORMAT_SIZE] = "B",
  [SY_FORMAT_SECONDS] = "s",
  [SY_FORMAT_QUANTILE] = "",
  [SY_FORMAT_SHARE] = "",
  [SY_FORMAT_RATIO] = "",
  [SY_FORMAT_ROW] = "",
  [SY_FORMAT_SIDE] = "",
  [SY_FORMAT_PERCENT] = "",
  [SY_FORMAT_POINTS] = "",
};

static gboolean
is_quantity (SyFormat format)
{
  return format < G_N_ELEMENTS (quantities);
}

/* How many digits behind the point tell multiples of @step apart. */
static int
count_decimals (double step)
{
  int n_decimals = 0;

  while (n_decimals < MAX_DECIMALS && fabs (step - round (step)) > 1e-6 * fabs (step))
    {
      step *= 10;
      n_decimals++;
    }

  return n_decimals;
}

static char *
format_percent (double percent,
                int    n_decimals)
{
  g_autofree char *number = g_strdup_printf ("%.*f", n_decimals, percent + 0.0);

  /* Translators: a number of per cent, such as “99.9 %” */
  return g_strdup_printf (_("%s %%"), number);
}

/* As many digits as there are nines, and one more where the quantile is not one of them. */
static char *
format_quantile (double quantile)
{
  double percent = quantile * 100;
  double rest = 100 - percent;
  int n_decimals = rest > 0 && rest < 1 ? (int) ceil (-log10 (rest) - 1e-6) : 0;
  double unit = pow (10, -n_decimals);

  if (fabs (percent / unit - round (percent / unit)) > 0.01)
    n_decimals++;

  return format_percent (percent, n_decimals);
}

static char *
format_minutes (double seconds)
{
  int whole = (int) floor (seconds + 1e-6);

  return g_strdup_printf ("%d:%02d", whole / S_PER_MINUTE, whole % S_PER_MINUTE);
}

static char *
format_seconds (double seconds)
{
  if (seconds >= S_TILL_MINUTES)
    return format_minutes (seconds);

  return g_strdup_printf ("%.*f s", seconds < 10 ? 2 : 1, seconds + 0.0);
}

/* Three significant digits below ten, fewer decimals above. */
static char *
format_ratio (double ratio)
{
  int n_decimals = ratio < 10 ? 2 : ratio < 100 ? 1 : 0;

  return g_strdup_printf ("%.*f×", n_decimals, ratio);
}

static char *
format_share (double share)
{
  double percent = share * 100;
  int n_decimals = percent <= 0 || percent >= 10 ? 0 : (int) ceil (-log10 (percent) + 1);

  return format_percent (percent, CLAMP (n_decimals, 0, MAX_DECIMALS));
}

/* A third of the way is nearer to the middle than to an end. */
static char *
format_side (double side)
{
  if (fabs (side) < 1.0 / 3)
    return g_strdup (_("between"));

  return g_strdup (side < 0 ? "Node.js" : "Python");
}

/* Of 100, with a true minus sign. */
static char *
format_points (double points)
{
  double tenths = round (points * 1000) / 10;

  return g_strdup_printf ("%s%.1f", tenths > 0 ? "+" : tenths < 0 ? "−" : "", fabs (tenths));
}

char *
sy_format_value (SyFormat format,
                 double   value)
{
  if (is_quantity (format))
    return sy_units_format (quantities[format], value);
  if (format == SY_FORMAT_QUANTILE)
    return format_quantile (value);
  if (format == SY_FORMAT_SHARE)
    return format_share (value);
  if (format == SY_FORMAT_RATIO)
    return format_ratio (value);
  if (format == SY_FORMAT_SECONDS)
    return format_seconds (value);
  if (format == SY_FORMAT_SIDE)
    return format_side (value);
  if (format == SY_FORMAT_PERCENT)
    return format_percent (value * 100, 0);
  if (format == SY_FORMAT_POINTS)
    return format_points (value);

  return g_strdup_printf ("%.0f", value);
}

const char *
sy_format_unit (SyFormat format,
                double   largest,
                double  *scale)
{
  *scale = 1;
  if (is_quantity (format))
    return sy_units_choose (quantities[format], largest, scale);
  if (format != SY_FORMAT_SECONDS)
    return "";
  if (largest < S_TILL_MINUTES)
    return "s";

  *scale = S_PER_MINUTE;
  return _("min:s");
}

char *
sy_format_step (SyFormat format,
                double   value,
                double   step,
                double   scale)
{
  if (format == SY_FORMAT_SECONDS && scale == S_PER_MINUTE)
    return format_minutes (value);
  if (format == SY_FORMAT_SECONDS)
    return g_strdup_printf ("%.*f", count_decimals (step), value + 0.0);
  if (format == SY_FORMAT_QUANTILE)
    return format_quantile (value);
  if (format == SY_FORMAT_SHARE || format == SY_FORMAT_PERCENT)
    return format_percent (value * 100, count_decimals (step * 100));
  if (format == SY_FORMAT_RATIO)
    return g_strdup_printf ("%.*f×", count_decimals (step), value);
  if (format == SY_FORMAT_POINTS)
    return g_strdup_printf ("%.*f", count_decimals (step * 100), value * 100 + 0.0);

  return g_strdup_printf ("%.*f", count_decimals (step / scale), value / scale + 0.0);
}

char *
sy_format_round (SyFormat format,
                 double   value)
{
  double scale = 1;
  const char *unit = sy_format_unit (format, value, &scale);
  g_autofree char *number = sy_format_step (format, value, value, scale);

  if (*unit == '\0' || (format == SY_FORMAT_SECONDS && scale == S_PER_MINUTE))
    return g_steal_pointer (&number);

  return g_strconcat (number, *unit == '/' ? "" : " ", unit, NULL);
}

const char *
sy_format_raw_unit (SyFormat format)
{
  return raw_units[format];
}
