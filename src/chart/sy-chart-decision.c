/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "chart/sy-chart-private.h"
#include "chart/sy-say.h"

/* For the lead, and against it. */
enum { STYLE_FOR = 0, STYLE_AGAINST = 1 };

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
add_zero (SyChart *self)
{
  sy_scale_include (&self->value.scale, 0);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_rule, .low = 0 });
}

/* The name is set beside the row, so the part says what its value is. */
static void
add_part (GPtrArray  *parts,
          const char *name,
          SyFormat    format,
          double      value)
{
  g_autofree char *text = sy_format_value (format, value);

  /* Translators: what it is about, and its value. */
  g_ptr_array_add (parts, g_strdup_printf (_("%s: %s"), name, text));
}

SyChart *
sy_chart_new_contributions (const SyChartWords  *words,
                            const SyChartEffect *effects,
                            guint                n_effects)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, _("What the lead is made of"),
                                _("Points of 100. Bars to the right are for the answer, bars to"
                                  " the left against it; together they are its lead."),
                                _("Criterion"));

  set_rows (self, n_effects);
  sy_chart_set_value (self, _("Points of 100"), SY_FORMAT_POINTS, SY_SCALE_LINEAR);
  add_zero (self);
  for (guint i = 0; i < n_effects; i++)
    {
      guint style = effects[i].value < 0 ? STYLE_AGAINST : STYLE_FOR;
      SySeries *series = sy_chart_take_series (self, sy_series_new (effects[i].name, style));

      sy_series_add (series, i, effects[i].value);
      sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_spans, .series = series });
      add_part (parts, effects[i].name, SY_FORMAT_POINTS, effects[i].value);
    }
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words, sy_say_sentence (self->title, parts));

  return self;
}

static void
add_part_of_bar (SyChart    *self,
                 const char *name,
                 guint       style,
                 guint       row,
                 double      low,
                 double      high)
{
  SySeries *shade = sy_chart_take_shade (self, sy_series_new (name, style));

  if (low >= high)
    return;

  sy_series_add_interval (shade, row, high, low, high);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_spans, .series = shade });
}

/* Another colour on either side of the lead as it is, so that the seam shows it. */
static void
add_swing (SyChart             *self,
           const SyChartEffect *effect,
           guint                row)
{
  SySeries *series = sy_chart_take_series (self, sy_series_new (effect->name, STYLE_FOR));
  double low = MIN (effect->low, effect->high);
  double high = MAX (effect->low, effect->high);

  sy_series_add_interval (series, row, effect->value, low, high);
  add_part_of_bar (self, effect->name, STYLE_AGAINST, row, low, MIN (high, effect->value));
  add_part_of_bar (self, effect->name, STYLE_FOR, row, MAX (low, effect->value), high);
}

SyChart *
sy_chart_new_tornado (const SyChartWords  *words,
                      const SyChartEffect *effects,
                      guint                n_effects)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, _("What could move the lead"),
                                _("Where each criterion could put the lead, less than now or more,"
                                  " in 90 of 100 draws. Left of 0 the answer is another."),
                                _("Criterion"));

  self->interval = g_strdup (_("90 of 100 draws"));
  self->is_ranged = TRUE;
  set_rows (self, n_effects);
  sy_chart_set_value (self, _("Lead in points of 100"), SY_FORMAT_POINTS, SY_SCALE_LINEAR);
  for (guint i = 0; i < n_effects; i++)
    {
      SyInterval interval = { effects[i].value, MIN (effects[i].low, effects[i].high),
                              MAX (effects[i].low, effects[i].high) };

      add_swing (self, &effects[i], i);
      sy_say_interval (&interval, effects[i].name, SY_FORMAT_POINTS, parts);
    }
  add_zero (self);
  sy_chart_settle (self);
  sy_scale_round (&self->value.scale);
  sy_chart_take_sentence (self, words, sy_say_sentence (self->title, parts));

  return self;
}

/* The first rank in full, those behind it paler, up to the last, which is what is left. */
static void
add_ranks (SyChart            *self,
           const SyChartRanks *option,
           guint               row,
           guint               n_ranks)
{
  SySeries *series = sy_chart_take_series (self, sy_series_new (option->name, option->style));
  double from = option->shares[0];

  sy_series_add (series, row, option->shares[0]);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_spans, .series = series });
  for (guint rank = 1; rank + 1 < n_ranks; rank++)
    {
      SySeries *shade = sy_chart_take_shade (self, sy_series_new (option->name, option->style));

      sy_series_add_interval (shade, row, from + option->shares[rank], from,
                              from + option->shares[rank]);
      sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_spans, .series = shade,
                                            .is_faint = TRUE });
      from += option->shares[rank];
    }
}

SyChart *
sy_chart_new_acceptability (const SyChartWords *words,
                            const SyChartRanks *options,
                            guint               n_options,
                            guint               n_ranks)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, _("How often each wins"),
                                _("Of weightings near yours. The full bar is how often it comes"
                                  " first, the pale one how often between first and last."),
                                _("Option"));

  set_rows (self, n_options);
  sy_chart_set_value (self, _("Comes first"), SY_FORMAT_PERCENT, SY_SCALE_LINEAR);
  sy_scale_include (&self->value.scale, 0);
  sy_scale_include (&self->value.scale, 1);
  for (guint i = 0; i < n_options; i++)
    {
      add_ranks (self, &options[i], i, n_ranks);
      add_part (parts, options[i].name, SY_FORMAT_PERCENT, options[i].shares[0]);
    }
  sy_chart_settle (self);
  sy_chart_take_sentence (self, words, sy_say_sentence (self->title, parts));

  return self;
}

static char *
say_flip (const SyChartFlip *flip)
{
  g_autofree char *from = sy_format_value (SY_FORMAT_SHARE, flip->weight);
  g_autofree char *to = sy_format_value (SY_FORMAT_SHARE, flip->flip);

  if (!flip->flips)
    /* Translators: no weight of it would change the answer. */
    return g_strdup (_("never"));

  /* Translators: two weights in per cent. */
  return g_strdup_printf (_("%s instead of %s"), to, from);
}

static void
add_flip (SyChart           *self,
          SySeries          *weights,
          SySeries          *places,
          const SyChartFlip *flip,
          guint              row)
{
  g_autofree char *note = say_flip (flip);
  SySeries *series = sy_chart_take_series (self, sy_series_new (flip->name, STYLE_FOR));

  sy_series_add (series, row, flip->flips ? flip->flip : flip->weight);
  sy_series_set_label (series, note);
  sy_series_add (weights, row, flip->weight);
  if (flip->flips)
    sy_series_add (places, row, flip->flip);
  g_ptr_array_add (self->notes, g_steal_pointer (&note));
}

static void
add_entry (SyChart        *self,
           const SySeries *series,
           SyMarker        marker)
{
  SyEntry entry = {
    .name = g_strdup (sy_series_get_name (series)),
    .style = sy_series_get_style (series),
    .place = SY_ENTRY_EVERYWHERE,
    .has_marker = TRUE,
    .marker = marker,
  };

  g_array_append_val (self->entries, entry);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_marks, .series = series,
                                        .marker = marker });
}

SyChart *
sy_chart_new_flips (const SyChartWords *words,
                    const SyChartFlip  *flips,
                    guint               n_flips)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  SyChart *self = sy_chart_new (words, _("What would change the answer"),
                                _("How much each would have to count, the others keeping their"
                                  " proportions, for the lead to be gone."), _("Objective"));
  SySeries *tracks = sy_chart_take_shade (self, sy_series_new (self->title, SY_STYLE_NEUTRAL));
  SySeries *weights = sy_chart_take_shade (self, sy_series_new (_("Counts now"), STYLE_FOR));
  SySeries *places = sy_chart_take_shade (self, sy_series_new (_("Lead gone"), STYLE_AGAINST));

  self->notes = g_ptr_array_new_with_free_func (g_free);
  set_rows (self, n_flips);
  sy_chart_set_value (self, _("Weight"), SY_FORMAT_SHARE, SY_SCALE_LINEAR);
  sy_scale_include (&self->value.scale, 0);
  sy_scale_include (&self->value.scale, 1);
  sy_chart_add_layer (self, (SyLayer) { .draw = sy_layer_draw_tracks, .series = tracks,
                                        .is_under = TRUE });
  for (guint i = 0; i < n_flips; i++)
    {
      sy_series_add (tracks, i, 0);
      add_flip (self, weights, places, &flips[i], i);
      /* Translators: what it is about, and its value. */
      g_ptr_array_add (parts, g_strdup_printf (_("%s: %s"), flips[i].name,
                                               (char *) self->notes->pdata[i]));
    }
  add_entry (self, weights, SY_MARKER_DISC);
  add_entry (self, places, SY_MARKER_DIAMOND);
  sy_chart_settle (self);
  sy_chart_take_sentence (self, words, sy_say_sentence (self->title, parts));

  return self;
}
