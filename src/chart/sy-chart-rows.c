/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

#include <glib/gi18n-lib.h>

static void
set_rows (SyChart *self,
          guint    n_rows)
{
  self->has_rows = TRUE;
  sy_chart_set_position (self, self->series_heading, SY_FORMAT_ROW, SY_SCALE_LINEAR);
  sy_scale_include (&self->position.scale, -0.5);
  sy_scale_include (&self->position.scale, n_rows - 0.5);
}

static void
add_row (SyChart          *self,
         const char       *name,
         guint             style,
         const SyInterval *interval,
         SyLayerDraw       draw)
{
  guint row = self->series->len;
  SySeries *series = sy_chart_take_series (self, sy_series_new (name, style));

  if (interval == NULL)
    sy_series_add_missing (series, row);
  else
    sy_series_add_interval (series, row, interval->value, interval->low, interval->high);
  sy_chart_add_layer (self, (SyLayer) { .draw = draw, .series = series });
}

SyChart *
sy_chart_new_comparison (const SyChartWords *words,
                         const char         *metric,
                         SyFormat            format,
                         const SyChartBar   *bars,
                         guint               n_bars)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, metric,
                                /* xgettext:no-c-format */
                                _("Each bar ends at the mean of all turns; the line across it is"
                                  " the 95 % interval."), _("Server"));

  /* xgettext:no-c-format */
  self->interval = g_strdup (_("95 % interval"));
  set_rows (self, n_bars);
  sy_chart_set_value (self, metric, format, SY_SCALE_LINEAR);
  /* Bars begin at zero: their length is the value. */
  sy_scale_include (&self->value.scale, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      const SyChartBar *bar = &bars[i];

      add_row (self, bar->server.name, bar->server.style,
               bar->is_missing ? NULL : &bar->interval, sy_layer_draw_bars);
      if (bar->is_missing)
        sy_say_missing (bar->server.name, parts);
      else
        sy_say_interval (&bar->interval, bar->server.name, format, parts);
    }
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words, sy_say_sentence (metric, parts));

  return self;
}

static guint
choose_style (const SyChartRatio  *ratio,
              const SyChartServer *a,
              const SyChartServer *b)
{
  if (ratio->is_unjudged)
    return SY_STYLE_UNJUDGED;

  return ratio->winner == SY_WINNER_A ? a->style
         : ratio->winner == SY_WINNER_B ? b->style : SY_STYLE_NEUTRAL;
}

static void
add_winners (SyChart             *self,
             const SyChartServer *a,
             const SyChartServer *b,
             const SyChartRatio  *ratios,
             guint                n_ratios)
{
  gboolean is_shown[3] = { FALSE };
  gboolean has_unjudged = FALSE;
  /* Translators: %s is the server that won */
  g_autofree char *a_ahead = g_strdup_printf (_("%s ahead"), a->name);
  g_autofree char *b_ahead = g_strdup_printf (_("%s ahead"), b->name);

  for (guint i = 0; i < n_ratios; i++)
    if (ratios[i].is_unjudged)
      has_unjudged = TRUE;
    else if (!ratios[i].is_missing)
      is_shown[ratios[i].winner] = TRUE;
  if (is_shown[SY_WINNER_A])
    sy_chart_add_entry (self, a_ahead, a->style, FALSE, SY_ENTRY_EVERYWHERE);
  if (is_shown[SY_WINNER_B])
    sy_chart_add_entry (self, b_ahead, b->style, FALSE, SY_ENTRY_EVERYWHERE);
  if (is_shown[SY_WINNER_TOO_CLOSE])
    sy_chart_add_entry (self, _("Too close to call"), SY_STYLE_NEUTRAL, FALSE, SY_ENTRY_EVERYWHERE);
  if (has_unjudged)
    sy_chart_add_entry (self, _("Not judged"), SY_STYLE_UNJUDGED, FALSE, SY_ENTRY_EVERYWHERE);
}

static void
say_ratios (SyChart            *self,
            const SyChartWords *words,
            const SyChartRatio *ratios,
            guint               n_ratios)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_ratios; i++)
    if (ratios[i].is_missing)
      sy_say_missing (ratios[i].name, parts);
    else
      sy_say_interval (&ratios[i].ratio, ratios[i].name, SY_FORMAT_RATIO, parts);
  sy_chart_take_sentence (self, words, sy_say_sentence (self->title, parts));
}

SyChart *
sy_chart_new_ratio (const SyChartWords  *words,
                    const SyChartServer *a,
                    const SyChartServer *b,
                    const SyChartRatio  *ratios,
                    guint                n_ratios)
{
  /* Translators: the ratio of one server's figures to those of another */
  g_autofree char *title = g_strdup_printf (_("%s relative to %s"), a->name, b->name);
  SyChart *self = sy_chart_new (words, title,
                                /* xgettext:no-c-format */
                                _("At 1× there is no difference; within the shaded ±5 % none that"
                                  " matters. A server is ahead only if its whole interval lies"
                                  " outside."), _("Compared"));

  self->interval = g_strdup (_("interval"));
  /* Translators: %s is a server; how its figures compare on this side */
  self->hints[0] = g_strdup_printf (_("less for %s"), a->name);
  self->hints[1] = g_strdup_printf (_("more for %s"), a->name);
  set_rows (self, n_ratios);
  sy_chart_set_value (self, _("Ratio"), SY_FORMAT_RATIO, SY_SCALE_LOG);
  /* No difference stays in sight, with as much room around its zone as the zone takes. */
  sy_scale_include (&self->value.scale, 1 / (SY_MARGIN * SY_MARGIN));
  sy_scale_include (&self->value.scale, SY_MARGIN * SY_MARGIN);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_zone, .low = 1 / SY_MARGIN,
                                        .high = SY_MARGIN, .is_under = TRUE });
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_rule, .low = 1 });
  for (guint i = 0; i < n_ratios; i++)
    add_row (self, ratios[i].name, choose_style (&ratios[i], a, b),
             ratios[i].is_missing ? NULL : &ratios[i].ratio, sy_layer_draw_dots);
  add_winners (self, a, b, ratios, n_ratios);
  sy_chart_settle (self);
  self->value.scale.low /= SY_MARGIN;
  self->value.scale.high *= SY_MARGIN;
  say_ratios (self, words, ratios, n_ratios);

  return self;
}
