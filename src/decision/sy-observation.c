/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "decision/sy-observation.h"

SyObservation *
sy_observation_new (void)
{
  return g_new0 (SyObservation, 1);
}

SyObservation *
sy_observation_copy (const SyObservation *self)
{
  SyObservation *copy = g_memdup2 (self, sizeof *self);

  copy->run = g_strdup (self->run);
  copy->text = g_strdup (self->text);
  return copy;
}

void
sy_observation_free (SyObservation *self)
{
  g_free (self->run);
  g_free (self->text);
  g_free (self);
}
