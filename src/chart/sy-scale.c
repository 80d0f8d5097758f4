/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/sy-scale.h"

#include <math.h>

/* Tells 0.2 from 0.19999999999999998, which division leaves. */
#define ALMOST 1e-9

/* Where the median sits, a scale of nines of nothing else can begin and end. */
#define ONE_NINE 0.9

SyScale
sy_scale_new (SyScaleKind kind)
{
  return (SyScale) { .kind = kind, .low = INFINITY, .high = -INFINITY };
}

static gboolean
is_in_domain (SyScaleKind kind,
              double      value)
{
  if (!isfinite (value))
    return FALSE;
  if (kind == SY_SCALE_LOG)
    return value > 0;
  if (kind == SY_SCALE_NINES)
    return value >= 0 && value < 1;

  return TRUE;
}

gboolean
sy_scale_accepts (const SyScale *self,
                  double         value)
{
  return is_in_domain (self->kind, value);
}

void
sy_scale_include (SyScale *self,
                  double   value)
{
  if (!sy_scale_accepts (self, value))
    return;

  self->low = fmin (self->low, value);
  self->high = fmax (self->high, value);
}

SyScaleState
sy_scale_check (const SyScale *self)
{
  if (!(self->low <= self->high))
    return SY_SCALE_EMPTY;
  if (!sy_scale_accepts (self, self->low) || !sy_scale_accepts (self, self->high))
    return SY_SCALE_OUT_OF_DOMAIN;
  if (!(self->high - self->low > 1e-12 * fmax (fabs (self->low), fabs (self->high))))
    return SY_SCALE_ZERO_WIDTH;

  return SY_SCALE_SOUND;
}

/* The space in which positions are proportional. */
static double
stretch (SyScaleKind kind,
         double      value)
{
  switch (kind)
    {
    case SY_SCALE_LOG:
      return log10 (value);
    case SY_SCALE_NINES:
      return -log10 (1 - value);
    case SY_SCALE_LINEAR:
    case SY_SCALE_TIME:
    default:
      return value;
    }
}

static double
shrink (SyScaleKind kind,
        double      stretched)
{
  switch (kind)
    {
    case SY_SCALE_LOG:
      return pow (10, stretched);
    case SY_SCALE_NINES:
      return 1 - pow (10, -stretched);
    case SY_SCALE_LINEAR:
    case SY_SCALE_TIME:
    default:
      return stretched;
    }
}

static void
widen (SyScale *self)
{
  double value = self->low;

  switch (self->kind)
    {
    case SY_SCALE_LOG:
      self->low = value / 2;
      self->high = value * 2;
      return;
    case SY_SCALE_NINES:
      self->low = 0;
      self->high = fmax (ONE_NINE, value);
      return;
    case SY_SCALE_LINEAR:
    case SY_SCALE_TIME:
    default:
      self->low = value > 0 ? 0 : value - 1;
      self->high = value > 0 ? value * 2 : value + 1;
    }
}

void
sy_scale_settle (SyScale *self)
{
  SyScaleState state = sy_scale_check (self);

  if (state == SY_SCALE_SOUND)
    return;

  if (state != SY_SCALE_ZERO_WIDTH)
    {
      self->low = self->kind == SY_SCALE_LOG ? 1 : 0;
      self->high = self->kind == SY_SCALE_LOG ? 10 : self->kind == SY_SCALE_NINES ? ONE_NINE : 1;
      return;
    }
  widen (self);
}

double
sy_scale_round_down (double value)
{
  double power = pow (10, floor (log10 (value) + ALMOST));
  double digit = value / power + ALMOST;

  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

double
sy_scale_round_up (double value)
{
  double power = pow (10, floor (log10 (value) + ALMOST));
  double digit = value / power - ALMOST;

  return (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1) * power;
}

void
sy_scale_round (SyScale *self)
{
  double step;

  if (sy_scale_check (self) != SY_SCALE_SOUND || self->kind == SY_SCALE_NINES)
    return;

  if (self->kind == SY_SCALE_LOG && self->high / self->low > 2)
    {
      self->low = sy_scale_round_down (self->low);
      self->high = sy_scale_round_up (self->high);
      return;
    }

  step = sy_scale_round_down ((self->high - self->low) / 4);
  self->high = ceil (self->high / step - ALMOST) * step;
  if (self->kind != SY_SCALE_LOG || floor (self->low / step) > 0)
    self->low = floor (self->low / step + ALMOST) * step;
}

double
sy_scale_map (const SyScale *self,
              double         value)
{
  double low;
  double high;

  if (sy_scale_check (self) != SY_SCALE_SOUND || !sy_scale_accepts (self, value))
    return 0.5;

  low = stretch (self->kind, self->low);
  high = stretch (self->kind, self->high);

  return (stretch (self->kind, value) - low) / (high - low);
}

double
sy_scale_unmap (const SyScale *self,
                double         position)
{
  double low;
  double high;

  if (sy_scale_check (self) != SY_SCALE_SOUND)
    return self->low;

  low = stretch (self->kind, self->low);
  high = stretch (self->kind, self->high);

  return shrink (self->kind, low + position * (high - low));
}
