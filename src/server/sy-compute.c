/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-compute.h"

enum { N_ITERATIONS = 500 };

guint32
sy_compute_unit (guint32 x)
{
  for (guint i = 0; i < N_ITERATIONS; i++)
    x = (x ^ (x >> 16)) * 69069u + 1u;

  return x;
}
