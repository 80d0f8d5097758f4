/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-known-head.h"

#include <string.h>

gsize
sy_known_head_recall (const SyKnownHead *self,
                      SyResponse        *response,
                      const char        *data,
                      gsize              length)
{
  if (self->length == 0 || length < self->length || memcmp (data, self->bytes, self->length) != 0)
    return 0;

  response->stage = self->stage;
  response->status = self->status;
  response->n_left = self->n_left;
  response->closes = self->closes;
  response->has_check = self->has_check;
  response->check = self->check;
  response->n_head = self->length;

  return self->length;
}

void
sy_known_head_keep (SyKnownHead      *self,
                    const SyResponse *response,
                    const char       *data,
                    gsize             length)
{
  if (length > SY_KNOWN_HEAD_MAX)
    return;

  self->length = length;
  self->stage = response->stage;
  self->status = response->status;
  self->n_left = response->n_left;
  self->closes = response->closes;
  self->has_check = response->has_check;
  self->check = response->check;
  memcpy (self->bytes, data, length);
}
