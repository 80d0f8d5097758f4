/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-histogram.h"

#include <math.h>
#include <string.h>

#include "stats/sy-histogram-private.h"

/* A quantile rests on at least this many larger values. */
#define MIN_BEYOND 20

static inline guint
get_bucket (const SyHistogramShape *shape,
            gint64                  value)
{
  guint top_bit_of_first = shape->half_bits + shape->unit_bits;
  guint64 at_least_first = (guint64) value | (G_GUINT64_CONSTANT (1) << top_bit_of_first);

  return 63 - (guint) __builtin_clzll (at_least_first) - top_bit_of_first;
}

static inline guint
get_slot (const SyHistogramShape *shape,
          gint64                  value)
{
  guint bucket = get_bucket (shape, value);

  return (bucket << shape->half_bits) + (guint) (value >> (bucket + shape->unit_bits));
}

static inline guint
get_bucket_of_slot (const SyHistogramShape *shape,
                    guint                   slot)
{
  return MAX (slot >> shape->half_bits, 1) - 1;
}

static gint64
get_slot_width (const SyHistogramShape *shape,
                guint                   slot)
{
  return G_GINT64_CONSTANT (1) << (get_bucket_of_slot (shape, slot) + shape->unit_bits);
}

static gint64
get_slot_lowest (const SyHistogramShape *shape,
                 guint                   slot)
{
  guint bucket = get_bucket_of_slot (shape, slot);
  guint place = slot - (bucket << shape->half_bits);

  return (gint64) place << (bucket + shape->unit_bits);
}

static gint64
get_slot_highest (const SyHistogramShape *shape,
                  guint                   slot)
{
  return get_slot_lowest (shape, slot) + (get_slot_width (shape, slot) - 1);
}

static double
get_slot_middle (const SyHistogramShape *shape,
                 guint                   slot)
{
  return (double) (get_slot_lowest (shape, slot) + get_slot_width (shape, slot) / 2);
}

gboolean
sy_histogram_shape_init (SyHistogramShape *shape,
                         gint64            lowest,
                         gint64            highest,
                         guint             n_digits)
{
  static const gulong slots_to_resolve[] = { 0, 20, 200, 2000, 20000, 200000 };
  guint64 n_slots;

  if (n_digits < 1 || n_digits > 5 || lowest < 1 || highest / 2 < lowest)
    return FALSE;

  shape->lowest = lowest;
  shape->highest = highest;
  shape->n_digits = n_digits;
  shape->unit_bits = 63 - (guint) __builtin_clzll ((guint64) lowest);
  shape->half_bits = g_bit_storage (slots_to_resolve[n_digits] - 1) - 1;
  if (shape->half_bits + shape->unit_bits > 61)
    return FALSE;

  /* Whole buckets: other implementations count what the last one holds beyond @highest. */
  n_slots = ((guint64) get_bucket (shape, highest) + 2) << shape->half_bits;
  shape->n_slots = (guint) n_slots;

  return n_slots <= SY_HISTOGRAM_MAX_SLOTS;
}

static gsize
get_size (const SyHistogramShape *shape)
{
  return sizeof (SyHistogram) + shape->n_slots * sizeof (gint64);
}

SyHistogram *
sy_histogram_new_shaped (const SyHistogramShape *shape)
{
  SyHistogram *self = g_malloc0 (get_size (shape));

  self->shape = *shape;

  return self;
}

SyHistogram *
sy_histogram_new (gint64 lowest,
                  gint64 highest,
                  guint  n_digits)
{
  SyHistogramShape shape;
  gboolean is_possible = sy_histogram_shape_init (&shape, lowest, highest, n_digits);

  g_return_val_if_fail (is_possible, NULL);

  return sy_histogram_new_shaped (&shape);
}

SyHistogram *
sy_histogram_new_for_time (void)
{
  return sy_histogram_new (1, G_GINT64_CONSTANT (3600000000000), 3);
}

void
sy_histogram_free (SyHistogram *self)
{
  g_free (self);
}

void
sy_histogram_record (SyHistogram *self,
                     gint64       value)
{
  sy_histogram_record_n (self, value, 1);
}

void
sy_histogram_record_n (SyHistogram *self,
                       gint64       value,
                       gint64       n)
{
  gint64 kept = CLAMP (value, 0, self->shape.highest);

  self->counts[get_slot (&self->shape, kept)] += n;
  self->total += n;
}

static gboolean
is_same_shape (const SyHistogram *self,
               const SyHistogram *other)
{
  return self->shape.n_slots == other->shape.n_slots
         && self->shape.unit_bits == other->shape.unit_bits
         && self->shape.half_bits == other->shape.half_bits;
}

void
sy_histogram_merge (SyHistogram       *self,
                    const SyHistogram *other)
{
  guint position = 0;
  gint64 value, count;

  g_return_if_fail (self != NULL && other != NULL);

  if (!is_same_shape (self, other))
    {
      while (sy_histogram_next (other, &position, &value, &count))
        sy_histogram_record_n (self, value, count);
      return;
    }

  for (guint i = 0; i < self->shape.n_slots; i++)
    self->counts[i] += other->counts[i];
  self->total += other->total;
}

void
sy_histogram_reset (SyHistogram *self)
{
  g_return_if_fail (self != NULL);

  memset (self->counts, 0, self->shape.n_slots * sizeof *self->counts);
  self->total = 0;
}

gint64
sy_histogram_get_count (const SyHistogram *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total;
}

guint
sy_histogram_count_used (const SyHistogram *self)
{
  guint n_used = self->shape.n_slots;

  while (n_used > 0 && self->counts[n_used - 1] == 0)
    n_used--;

  return n_used;
}

/* Minimum, maximum and mean come from the slots alone, so that a decoded histogram answers exactly
 * as the recorded one did.
 */
gint64
sy_histogram_get_min (const SyHistogram *self)
{
  guint slot = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (self->total == 0)
    return 0;

  while (self->counts[slot] == 0)
    slot++;

  return get_slot_lowest (&self->shape, slot);
}

gint64
sy_histogram_get_max (const SyHistogram *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->total == 0)
    return 0;

  return get_slot_highest (&self->shape, sy_histogram_count_used (self) - 1);
}

double
sy_histogram_get_mean (const SyHistogram *self)
{
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (self->total == 0)
    return 0;

  for (guint i = 0; i < self->shape.n_slots; i++)
    if (self->counts[i] != 0)
      sum += get_slot_middle (&self->shape, i) * (double) self->counts[i];

  return sum / (double) self->total;
}

/* The product may have been rounded up past a whole number; then the rank must not go up by one. */
static gint64
get_rank (gint64 total,
          double quantile)
{
  double rank = ceil (nextafter (quantile * (double) total, 0));

  return MAX (1, (gint64) rank);
}

gint64
sy_histogram_get_quantile (const SyHistogram *self,
                           double             quantile)
{
  gint64 n_seen = 0;
  gint64 rank;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (quantile >= 0 && quantile <= 1, 0);

  rank = get_rank (self->total, quantile);
  for (guint i = 0; i < self->shape.n_slots; i++)
    {
      n_seen += self->counts[i];
      if (n_seen >= rank)
        return get_slot_highest (&self->shape, i);
    }

  return 0;
}

/* 200 × (1 − 0.9) is a little less than 20 in binary; the tolerance is far below one value. */
gboolean
sy_histogram_can_tell (const SyHistogram *self,
                       double             quantile)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (double) self->total * (1 - quantile) >= MIN_BEYOND - 1e-6;
}

gboolean
sy_histogram_next (const SyHistogram *self,
                   guint             *position,
                   gint64            *value,
                   gint64            *count)
{
  guint slot = *position;

  g_return_val_if_fail (self != NULL, FALSE);

  while (slot < self->shape.n_slots && self->counts[slot] == 0)
    slot++;

  *position = slot + 1;
  if (slot >= self->shape.n_slots)
    return FALSE;

  *value = get_slot_highest (&self->shape, slot);
  *count = self->counts[slot];
  return TRUE;
}
