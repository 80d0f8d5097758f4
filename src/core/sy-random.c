/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-random.h"

#include <math.h>

static guint64
split_mix (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

static guint64
rotate_left (guint64 x,
             guint   n)
{
  return (x << n) | (x >> (64 - n));
}

SyRandom
sy_random_new (guint64 seed,
               guint64 stream)
{
  guint64 stream_state = stream;
  guint64 state = seed ^ split_mix (&stream_state);
  SyRandom self;

  for (guint i = 0; i < G_N_ELEMENTS (self.state); i++)
    self.state[i] = split_mix (&state);

  return self;
}

guint64
sy_random_next (SyRandom *self)
{
  guint64 *s = self->state;
  guint64 result = rotate_left (s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left (s[3], 45);

  return result;
}

double
sy_random_uniform (SyRandom *self)
{
  return (double) (sy_random_next (self) >> 11) * 0x1.0p-53;
}

guint
sy_random_below (SyRandom *self,
                 guint     n)
{
  guint32 threshold;
  guint64 product;

  g_return_val_if_fail (n > 0, 0);

  threshold = -(guint32) n % n;
  do
    product = (sy_random_next (self) >> 32) * n;
  while ((guint32) product < threshold);

  return (guint) (product >> 32);
}

double
sy_random_exponential (SyRandom *self,
                       double    mean)
{
  return -mean * log1p (-sy_random_uniform (self));
}

double
sy_random_normal (SyRandom *self)
{
  double u, v, s;

  do
    {
      u = 2 * sy_random_uniform (self) - 1;
      v = 2 * sy_random_uniform (self) - 1;
      s = u * u + v * v;
    }
  while (s >= 1 || s == 0);

  return u * sqrt (-2 * log (s) / s);
}

/* By rejection, for shapes from 1 on (Marsaglia and Tsang, 2000).  Their squeeze accepts nothing
 * that the logarithms would not, and spares nearly all draws these.
 */
static double
draw_gamma (SyRandom *self,
            double    shape)
{
  double d = shape - 1.0 / 3;
  double c = 1 / sqrt (9 * d);
  double u, v, x;

  do
    {
      do
        {
          x = sy_random_normal (self);
          v = 1 + c * x;
        }
      while (v <= 0);
      v = v * v * v;
      u = 1 - sy_random_uniform (self);
    }
  while (u >= 1 - 0.0331 * x * x * x * x
         && log (u) >= 0.5 * x * x + d - d * v + d * log (v));

  return d * v;
}

double
sy_random_gamma (SyRandom *self,
                 double    shape)
{
  g_return_val_if_fail (shape > 0, 0);

  if (shape == 1)
    return sy_random_exponential (self, 1);
  if (shape > 1)
    return draw_gamma (self, shape);

  return draw_gamma (self, shape + 1) * pow (1 - sy_random_uniform (self), 1 / shape);
}
