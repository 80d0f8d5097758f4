/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"

#include <glib/gi18n-lib.h>

static void
add_value (const SyChart  *self,
           const SySeries *series,
           guint           point,
           GString        *says)
{
  g_autofree char *value = NULL;

  if (!sy_series_has_y (series, point))
    {
      g_string_append (says, _("not measured"));
      return;
    }

  value = sy_format_value (self->value.format, sy_series_get_y (series, point));
  g_string_append (says, value);
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

char *
sy_chart_describe (const SyChart  *self,
                   const SyCursor *cursor)
{
  GString *says = g_string_new (NULL);
  const SySeries *series;
  guint n_failed;

  if (!sy_chart_has_point (self, cursor))
    return g_string_free (says, FALSE);

  series = sy_chart_get_series (self, cursor->series);
  g_string_append (says, sy_series_get_name (series));
  if (!self->has_rows)
    {
      g_autofree char *at = sy_format_value (self->position.format,
                                             sy_series_get_x (series, cursor->point));

      g_string_append_printf (says, ", %s", at);
    }
  g_string_append (says, ": ");
  add_value (self, series, cursor->point, says);
  add_interval (self, series, cursor->point, says);

  n_failed = sy_series_get_n_failed (series, cursor->point);
  if (n_failed > 0)
    g_string_append_printf (says, ngettext ("; %u request failed", "; %u requests failed",
                                            n_failed), n_failed);

  return g_string_free (says, FALSE);
}
