/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-trial.h"

SyTrial *
sy_trial_new (guint n_connections)
{
  SyTrial *self = g_new0 (SyTrial, 1);

  self->response = sy_histogram_new_for_time ();
  self->service = sy_histogram_new_for_time ();
  self->lateness = sy_histogram_new_for_time ();
  self->slices = g_array_new (FALSE, FALSE, sizeof (SySlice));
  self->per_connection = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_array_set_size (self->per_connection, n_connections);

  return self;
}

void
sy_trial_free (SyTrial *self)
{
  sy_histogram_free (self->response);
  sy_histogram_free (self->service);
  sy_histogram_free (self->lateness);
  g_array_unref (self->slices);
  g_array_unref (self->per_connection);
  g_clear_pointer (&self->stamps, g_array_unref);
  g_free (self);
}
