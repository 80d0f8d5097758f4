/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-format.h"
#include "chart/sy-scale.h"

G_BEGIN_DECLS

/* How long @label is along the axis, in the unit of the axis's length. */
typedef double (*SyMeasure) (const char *label,
                             gpointer    data);

/**
 * SyTick:
 * @position: on the axis, 0…1
 * @label: (owned) (nullable): none for a minor tick
 */
typedef struct
{
  double value;
  double position;
  char  *label;
} SyTick;

/**
 * SyTicks:
 * @ticks: (owned) (element-type SyTick): upwards
 * @unit: (nullable): the unit to be named once beside the axis, where the labels carry none
 */
typedef struct
{
  GArray     *ticks;
  const char *unit;
} SyTicks;

/**
 * sy_ticks_new:
 * @scale: a sound one
 * @length: of the axis
 * @gap: the least room between two labels
 * @measure: called with labels
 *
 * Round values along a scale, as many as there is room for: multiples of 1, 2 or 5 times a power of
 * ten, decades, nines, or seconds and minutes that clocks know.  Centred at their ticks, no two
 * labels come closer than @gap.
 */
SyTicks *sy_ticks_new  (const SyScale *scale,
                        SyFormat       format,
                        double         length,
                        double         gap,
                        SyMeasure      measure,
                        gpointer       data) G_GNUC_WARN_UNUSED_RESULT;
void     sy_ticks_free (SyTicks       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyTicks, sy_ticks_free)

G_END_DECLS
