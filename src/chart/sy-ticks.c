/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-ticks.h"

#include <math.h>

/* More labels than this are a table, not an axis. */
#define MAX_LABELS 12

typedef struct
{
  const SyScale *scale;
  SyFormat       format;
  double         length;
  double         gap;
  SyMeasure      measure;
  gpointer       data;
} Search;

static const double time_steps[] = {
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600,
  1200, 1800, 3600,
};

/**
 * Candidate:
 * @digits: labelled in a decade, ended by 0
 * @n_decades: every how many decades
 * @least: how many labels make an axis of it
 */
typedef struct
{
  guint digits[4];
  int   n_decades;
  guint least;
} Candidate;

/* From many labels to few. */
static const Candidate candidates[] = {
  { { 1, 2, 5 }, 1, 3 }, { { 1, 3 }, 1, 2 }, { { 1 }, 1, 2 }, { { 2 }, 1, 2 }, { { 5 }, 1, 2 },
  { { 1 }, 2, 2 }, { { 1 }, 3, 2 }, { { 1 }, 4, 2 }, { { 1 }, 6, 2 }, { { 1 }, 9, 2 },
};

static void
clear_tick (gpointer data)
{
  g_free (((SyTick *) data)->label);
}

static SyTicks *
create_ticks (const char *unit)
{
  SyTicks *self = g_new0 (SyTicks, 1);

  self->ticks = g_array_new (FALSE, TRUE, sizeof (SyTick));
  g_array_set_clear_func (self->ticks, clear_tick);
  self->unit = unit;

  return self;
}

void
sy_ticks_free (SyTicks *self)
{
  g_array_unref (self->ticks);
  g_free (self);
}

/* Takes @label. */
static void
add_tick (SyTicks       *self,
          const SyScale *scale,
          double         value,
          char          *label)
{
  SyTick tick = { value, sy_scale_map (scale, value), label };

  g_array_append_val (self->ticks, tick);
}

static gboolean
is_within (const SyScale *scale,
           double         value)
{
  double position = sy_scale_map (scale, value);

  return sy_scale_accepts (scale, value) && position >= -1e-9 && position <= 1 + 1e-9;
}

/* Whether the labels stand clear of each other. */
static gboolean
fits (const SyTicks *self,
      const Search  *search)
{
  double last_end = -INFINITY;
  guint n_labels = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const SyTick *tick = &g_array_index (self->ticks, SyTick, i);
      double extent;
      double middle = tick->position * search->length;

      if (tick->label == NULL)
        continue;
      extent = search->measure (tick->label, search->data);
      if (middle - extent / 2 < last_end + search->gap)
        return FALSE;
      last_end = middle + extent / 2;
      n_labels++;
    }

  return n_labels <= MAX_LABELS;
}

static SyTicks *
create_steps (const Search *search,
              double        step)
{
  const SyScale *scale = search->scale;
  double unit_scale = 1;
  const char *unit = sy_format_unit (search->format, fmax (fabs (scale->low), fabs (scale->high)),
                                     &unit_scale);
  SyTicks *self = create_ticks (unit);
  double first = ceil (scale->low / step - 1e-9);
  double last = floor (scale->high / step + 1e-9);

  for (double i = first; i <= last && i - first <= MAX_LABELS; i++)
    if (is_within (scale, i * step))
      add_tick (self, scale, i * step, sy_format_step (search->format, i * step, step, unit_scale));

  return self;
}

static double
next_step (const Search *search,
           double        step)
{
  if (search->scale->kind == SY_SCALE_TIME)
    for (guint i = 0; i < G_N_ELEMENTS (time_steps); i++)
      if (time_steps[i] > step * 1.001)
        return time_steps[i];

  return sy_scale_round_up (step * 1.001);
}

/* Nothing that is counted falls between 3 and 4. */
static double
first_step (const Search *search)
{
  double range = search->scale->high - search->scale->low;
  double step = next_step (search, range / MAX_LABELS);

  return search->format == SY_FORMAT_COUNT && range >= 2 ? fmax (step, 1) : step;
}

static guint
count_labels (const SyTicks *self)
{
  guint n = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    n += g_array_index (self->ticks, SyTick, i).label != NULL;

  return n;
}

/* A crowded axis is thinned out until one more step would leave nothing. */
static SyTicks *
search_steps (const Search *search)
{
  double step = first_step (search);
  g_autoptr(SyTicks) self = create_steps (search, step);

  while (!fits (self, search))
    {
      g_autoptr(SyTicks) wider = NULL;

      step = next_step (search, step);
      wider = create_steps (search, step);
      if (count_labels (wider) == 0)
        break;
      sy_ticks_free (self);
      self = g_steal_pointer (&wider);
    }

  return g_steal_pointer (&self);
}

static gboolean
is_among (const guint *digits,
          guint        digit)
{
  for (; *digits != 0; digits++)
    if (*digits == digit)
      return TRUE;

  return FALSE;
}

/* Labels at some digits of every @n_decades-th decade, minor ticks at all others. */
static SyTicks *
create_decades (const Search *search,
                const guint  *digits,
                int           n_decades)
{
  SyTicks *self = create_ticks (NULL);
  int first = (int) floor (log10 (search->scale->low) + 1e-9);
  int last = (int) floor (log10 (search->scale->high) + 1e-9);

  for (int decade = first; decade <= last; decade++)
    for (guint digit = 1; digit < 10; digit++)
      {
        double value = digit * pow (10, decade);
        gboolean has_label = decade % n_decades == 0 && is_among (digits, digit);

        if (is_within (search->scale, value) && (has_label || n_decades == 1))
          add_tick (self, search->scale, value,
                    has_label ? sy_format_round (search->format, value) : NULL);
      }

  return self;
}

/* The first candidate that has enough labels, and room for them.  Few decades have no round values
 * among them: then steps tell more.
 */
static SyTicks *
search_decades (const Search *search)
{
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];
      g_autoptr(SyTicks) self = create_decades (search, candidate->digits, candidate->n_decades);

      if (count_labels (self) >= candidate->least && fits (self, search))
        return g_steal_pointer (&self);
    }

  return search_steps (search);
}

/* From 0 to the half, and then by nines; every @stride-th nine has a label. */
static SyTicks *
create_nines (const Search *search,
              gboolean      has_half,
              int           stride)
{
  SyTicks *self = create_ticks (NULL);
  const SyScale *scale = search->scale;

  if (is_within (scale, 0))
    add_tick (self, scale, 0, sy_format_round (search->format, 0));
  if (is_within (scale, 0.5))
    add_tick (self, scale, 0.5, has_half ? sy_format_round (search->format, 0.5) : NULL);
  for (int nines = 1; nines < 13; nines++)
    {
      double value = 1 - pow (10, -nines);

      if (is_within (scale, value))
        add_tick (self, scale, value,
                  nines % stride == 0 ? sy_format_round (search->format, value) : NULL);
    }

  return self;
}

static SyTicks *
search_nines (const Search *search)
{
  SyTicks *self = create_nines (search, TRUE, 1);

  for (int stride = 1; !fits (self, search) && stride < 13; stride++)
    {
      sy_ticks_free (self);
      self = create_nines (search, FALSE, stride);
    }

  return self;
}

/* The two sides and what lies between them; nothing is told by values in between. */
static SyTicks *
create_sides (const Search *search)
{
  SyTicks *self = create_ticks (NULL);

  for (int side = -1; side <= 1; side++)
    if (is_within (search->scale, side))
      add_tick (self, search->scale, side, sy_format_value (search->format, side));

  return self;
}

/* Where there is not even room for two, the first label stays. */
static void
drop_crowded (SyTicks      *self,
              const Search *search)
{
  gboolean has_label = FALSE;

  if (fits (self, search))
    return;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      SyTick *tick = &g_array_index (self->ticks, SyTick, i);

      if (has_label)
        g_clear_pointer (&tick->label, g_free);
      has_label = has_label || tick->label != NULL;
    }
}

SyTicks *
sy_ticks_new (const SyScale *scale,
              SyFormat       format,
              double         length,
              double         gap,
              SyMeasure      measure,
              gpointer       data)
{
  Search search = { scale, format, length, gap, measure, data };
  SyTicks *self;

  if (sy_scale_check (scale) != SY_SCALE_SOUND)
    return create_ticks (NULL);

  if (format == SY_FORMAT_SIDE)
    self = create_sides (&search);
  else if (scale->kind == SY_SCALE_LOG)
    self = search_decades (&search);
  else if (scale->kind == SY_SCALE_NINES)
    self = search_nines (&search);
  else
    self = search_steps (&search);
  drop_crowded (self, &search);

  return self;
}
