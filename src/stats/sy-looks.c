/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/sy-looks.h"

const guint sy_looks[SY_N_LOOKS] = { 8, 12, 18 };

gboolean
sy_looks_are_due (guint n_pairs)
{
  for (guint i = 0; i < SY_N_LOOKS; i++)
    if (sy_looks[i] == n_pairs)
      return TRUE;

  return FALSE;
}

double
sy_looks_get_confidence (double confidence)
{
  return 1 - (1 - confidence) / SY_N_LOOKS;
}
