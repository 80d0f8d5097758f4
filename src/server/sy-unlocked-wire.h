/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdatomic.h>

#include "server/sy-interpreter-lock.h"
#include "server/sy-soup-stream.h"
#include "server/sy-tracer.h"

G_BEGIN_DECLS

enum
{
  SY_UNLOCKED_WIRE_IN_SIZE = 4096,
  SY_UNLOCKED_WIRE_MAX_PIECES = 4,
};

/**
 * SyUnlockedWire:
 * @lock: (nullable): released while the thread polls, receives, sends and sleeps
 * @is_closed: libsoup has done with the connection
 *
 * The wire of a thread that serves one connection under an interpreter lock.
 *
 * An interpreter releases its lock once around each thing that may block; libsoup does more.
 * For the same number of releases, polling and receiving share one, and all that libsoup sends at
 * once shares another: received bytes wait here for libsoup to read them, and bytes to send wait
 * for the thread to poll next.  The calls to the system are the same.
 */
typedef struct
{
  SyWire             parent;
  SyInterpreterLock *lock;
  SyLane             lane;
  SyTrack            track;
  gboolean           is_closed;

  /* Received, and not read yet. */
  guint8             in[SY_UNLOCKED_WIRE_IN_SIZE];
  gsize              in_begin;
  gsize              in_end;
  gboolean           is_at_end;

  /* To be sent, in as many pieces as it was written in. */
  GByteArray        *out;
  guint              piece_ends[SY_UNLOCKED_WIRE_MAX_PIECES];
  guint              n_pieces;

  atomic_bool        is_hung_up;
} SyUnlockedWire;

/* The socket @fd remains the caller's. */
void sy_unlocked_wire_init    (SyUnlockedWire    *self,
                               int                fd,
                               SyInterpreterLock *lock,
                               SyTracer          *tracer);
void sy_unlocked_wire_clear   (SyUnlockedWire    *self);

/* Called by the thread that will run @context for this wire, and no other. */
void sy_unlocked_wire_install (SyUnlockedWire    *self,
                               GMainContext      *context);

/* Sleeps without the lock. */
void sy_unlocked_wire_sleep   (SyUnlockedWire    *self,
                               gint64             deadline_at_ns);

/* Ends the connection under its thread, which finds it at its end; safe from any thread while the
 * socket is open.
 */
void sy_unlocked_wire_hang_up (SyUnlockedWire    *self);

G_END_DECLS
