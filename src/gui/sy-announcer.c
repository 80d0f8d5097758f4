/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-announcer.h"

SyAnnouncer
sy_announcer_init (const SyClock *clock,
                   void         (*say) (gpointer data, const char *text),
                   gpointer       data)
{
  return (SyAnnouncer) { .clock = clock, .say = say, .data = data };
}

void
sy_announcer_offer (SyAnnouncer *self,
                    const char  *text)
{
  gint64 now_ns = self->clock->now_ns (self->clock->data);

  if (self->has_spoken && now_ns - self->spoken_at_ns < SY_ANNOUNCER_PAUSE_NS)
    return;
  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  self->has_spoken = TRUE;
  self->spoken_at_ns = now_ns;
  self->say (self->data, text);
}

void
sy_announcer_clear (SyAnnouncer *self)
{
  g_clear_pointer (&self->text, g_free);
  self->has_spoken = FALSE;
}
