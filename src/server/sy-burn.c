/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/sy-burn.h"

#include <pthread.h>

#include "core/sy-clock.h"
#include "server/sy-compute.h"

enum
{
  N_CALIBRATIONS = 8,
  N_CALIBRATION_UNITS = 500,
};

static pthread_once_t calibrated = PTHREAD_ONCE_INIT;
static double unit_ns;

void
sy_burn (guint            n_units,
         SyCheckpointFunc checkpoint,
         gpointer         data)
{
  /* The compiler must believe that somebody wants the result. */
  volatile guint32 x = 1;

  for (guint i = 0; i < n_units; i++)
    {
      x = sy_compute_unit (x);
      if (checkpoint != NULL)
        checkpoint (data);
    }
}

/* The fastest is the one least disturbed. */
static void
calibrate (void)
{
  gint64 fastest_ns = G_MAXINT64;

  for (guint i = 0; i < N_CALIBRATIONS; i++)
    {
      gint64 begun_at_ns = sy_clock_now_ns ();

      sy_burn (N_CALIBRATION_UNITS, NULL, NULL);
      fastest_ns = MIN (fastest_ns, sy_clock_now_ns () - begun_at_ns);
    }

  unit_ns = MAX (fastest_ns, 1) / (double) N_CALIBRATION_UNITS;
}

guint
sy_burn_count_units (gint64 ns)
{
  if (ns <= 0)
    return 0;

  pthread_once (&calibrated, calibrate);

  return (guint) MAX (1.0, (double) ns / unit_ns + 0.5);
}
