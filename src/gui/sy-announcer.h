/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "core/sy-clock.h"

G_BEGIN_DECLS

/* Nobody can listen to more. */
#define SY_ANNOUNCER_PAUSE_NS SY_NS_PER_S

/**
 * SyAnnouncer:
 * @clock: where time comes from
 * @say: says a text aloud
 * @data: handed to it
 *
 * Lets through at most one text a second, and none twice in a row.  What is held back is forgotten:
 * whoever offers live figures offers newer ones soon.
 */
typedef struct
{
  const SyClock *clock;
  void         (*say) (gpointer data, const char *text);
  gpointer       data;

  gboolean       has_spoken;
  gint64         spoken_at_ns;
  char          *text;
} SyAnnouncer;

SyAnnouncer sy_announcer_init  (const SyClock *clock,
                                void         (*say) (gpointer data, const char *text),
                                gpointer       data);
void        sy_announcer_offer (SyAnnouncer   *self,
                                const char    *text);
void        sy_announcer_clear (SyAnnouncer   *self);

G_END_DECLS
