/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"

#include <glib/gi18n-lib.h>

static char *
say_value (const SyChart  *self,
           const SySeries *series,
           guint           point)
{
  const char *label = sy_series_get_label (series, point);

  if (label != NULL)
    return g_strdup (label);
  if (!sy_series_has_y (series, point))
    return g_strdup (_("not measured"));

  return sy_format_value (self->value.format, sy_series_get_y (series, point));
}

/* The parts are put together by formats alone, so that a language written from right to left can
 * set its figures apart.
 */
static char *
say_point (const SyChart  *self,
           const SySeries *series,
           guint           point)
{
  g_autofree char *value = say_value (self, series, point);
  g_autofree char *at = NULL;

  /* Translators: a row's name and its value: “Event loop: 10.4 k/s” */
  if (self->has_rows)
    return g_strdup_printf (_("%s: %s"), sy_series_get_name (series), value);

  at = sy_format_value (self->position.format, sy_series_get_x (series, point));
  /* Translators: a server, where on the axis, and the value: “Event loop, 3.20 s: 10.4 k/s” */
  return g_strdup_printf (_("%s, %s: %s"), sy_series_get_name (series), at, value);
}

static void
add_interval (const SyChart  *self,
              const SySeries *series,
              guint           point,
              GString        *says)
{
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  double low;
  double high;

  if (!sy_series_get_interval (series, point, &low, &high))
    return;

  low_text = sy_format_value (self->value.format, low);
  high_text = sy_format_value (self->value.format, high);
  /* Translators: what the interval is, then its two ends: “95 % interval 10.2 k/s to 10.7 k/s” */
  g_string_append_printf (says, _("; %s %s to %s"), self->interval, low_text, high_text);
}

static void
add_failures (const SySeries *series,
              guint           point,
              GString        *says)
{
  guint n_failed = sy_series_get_n_failed (series, point);

  if (n_failed > 0)
    g_string_append_printf (says, g_dngettext (GETTEXT_PACKAGE, "; %u request failed",
                                               "; %u requests failed", n_failed), n_failed);
}

char *
sy_chart_describe (const SyChart  *self,
                   const SyCursor *cursor)
{
  const SySeries *series;
  g_autofree char *point = NULL;
  GString *says;

  if (!sy_chart_has_point (self, cursor))
    return g_strdup ("");

  series = sy_chart_get_series (self, cursor->series);
  point = say_point (self, series, cursor->point);
  says = g_string_new (point);
  add_interval (self, series, cursor->point, says);
  add_failures (series, cursor->point, says);

  return g_string_free (says, FALSE);
}
