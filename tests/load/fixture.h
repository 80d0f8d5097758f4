/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/sy-clock.h"
#include "load/sy-client.h"
#include "responder.h"

#define N_CONNECTIONS 4

/* Long enough for a busy machine to answer, except where a test is about time-outs. */
#define PATIENCE_NS (20 * SY_NS_PER_S)
#define LITTLE_PATIENCE_NS (200 * SY_NS_PER_MS)

#define OK "HTTP/1.1 200 OK\r\n"
#define CHECK "Steelyard-Check: 7\r\n"

/* Stops the responder or cancels when the window has the edge @when. */
typedef struct
{
  guint         n_slices;
  guint         n_edges;
  SyEdge        edges[2];
  Responder    *responder;
  GCancellable *cancellable;
  SyEdge        when;
} Watcher;

SyRequests  *make_requests  (void);

/* The client is %NULL where @error is set. */
SyClient    *open_client    (Responder         *responder,
                             const SyRequests  *requests,
                             gint64             time_out_ns,
                             guint              reconnect_every,
                             GError           **error);

/* A closed load without thinking, 20 ms to settle and 150 ms of data. */
SyTrialPlan  make_plan      (const SyRequests  *requests);

guint64      count_failed   (const SyTrial     *trial);

/* What holds for each trial. */
void         check_accounts (const SyTrial     *trial);

SyTrial     *run_closed     (Responder         *responder,
                             gint64             time_out_ns,
                             guint              reconnect_every);
SyTrial     *run_watched    (Responder         *responder,
                             const SyTrialPlan *template,
                             gint64             time_out_ns,
                             Watcher           *watcher);
