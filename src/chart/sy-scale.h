/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SyScaleKind:
 * @SY_SCALE_LINEAR: equal differences are equally far apart
 * @SY_SCALE_LOG: equal ratios are equally far apart; positive values only
 * @SY_SCALE_NINES: quantiles (0…1), each further nine equally far from the last: 0, 0.9, 0.99, …
 * @SY_SCALE_TIME: seconds, like linear but for its ticks
 */
typedef enum
{
  SY_SCALE_LINEAR,
  SY_SCALE_LOG,
  SY_SCALE_NINES,
  SY_SCALE_TIME,
} SyScaleKind;

/* Whether a scale can be drawn on, and if not, why. */
typedef enum
{
  SY_SCALE_SOUND,
  SY_SCALE_EMPTY,
  SY_SCALE_ZERO_WIDTH,
  SY_SCALE_OUT_OF_DOMAIN,
} SyScaleState;

/**
 * SyScale:
 *
 * Maps the values from @low to @high to 0…1, and back.  A scale never draws.
 */
typedef struct
{
  SyScaleKind kind;
  double      low;
  double      high;
} SyScale;

/* An empty one, to include values in. */
SyScale      sy_scale_new     (SyScaleKind    kind);

/* Whether the kind has a place for @value: a finite number, on a log scale a positive one. */
gboolean     sy_scale_accepts (const SyScale *self,
                               double         value);

/* Stretches the scale to hold @value, unless it has no place for it. */
void         sy_scale_include (SyScale       *self,
                               double         value);

SyScaleState sy_scale_check   (const SyScale *self);

/* Makes any scale sound: one of a single value gets room on both sides, an empty one 0…1 or what
 * is closest to it.
 */
void         sy_scale_settle  (SyScale       *self);

/* Moves the ends of a sound scale outwards to round values, where a tick can stand. */
void         sy_scale_round   (SyScale       *self);

/* 0 at the low end, 1 at the high one, beyond them outside; ½ where the scale is not sound. */
double       sy_scale_map     (const SyScale *self,
                               double         value);
double       sy_scale_unmap   (const SyScale *self,
                               double         position);

/* The largest of 1, 2 and 5 times a power of ten that is not above @value, which is positive. */
double       sy_scale_round_down (double value);
/* The smallest that is not below it. */
double       sy_scale_round_up   (double value);

G_END_DECLS
