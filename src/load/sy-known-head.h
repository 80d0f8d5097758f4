/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "load/sy-response.h"

G_BEGIN_DECLS

#define SY_KNOWN_HEAD_MAX 464

/**
 * SyKnownHead:
 * @length: of @bytes; 0 while nothing is known
 *
 * The last head that was read, and what it says.  Servers repeat themselves: but for the date once
 * a second, the same request gets the same head.  Reading is strict and its result depends on the
 * bytes alone, so what is the same byte by byte need not be read again; to compare costs a tenth of
 * it.
 */
struct _SyKnownHead
{
  gsize    length;
  guint    stage;
  guint    status;
  guint64  n_left;
  gboolean closes;
  gboolean has_check;
  guint32  check;
  char     bytes[SY_KNOWN_HEAD_MAX];
};

/* If an answer begins with this head, has it read.  Returns how many bytes that were, or 0. */
gsize sy_known_head_recall (const SyKnownHead *self,
                            SyResponse        *response,
                            const char        *data,
                            gsize              length);

/* Keeps the head that was just read from @length bytes; not one that is longer than most. */
void  sy_known_head_keep   (SyKnownHead       *self,
                            const SyResponse  *response,
                            const char        *data,
                            gsize              length);

G_END_DECLS
