/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "load/sy-requests.h"
#include "load/sy-trial.h"

G_BEGIN_DECLS

#define SY_CLIENT_ERROR (sy_client_error_quark ())

typedef enum
{
  SY_CLIENT_ERROR_CONNECT,
  SY_CLIENT_ERROR_ANSWER,
  SY_CLIENT_ERROR_SYSTEM,
} SyClientError;

GQuark sy_client_error_quark (void);

/**
 * SyClientConfig:
 * @port: on 127.0.0.1
 * @n_connections: the clients of a closed load, the pool of an open one
 * @reconnect_every: requests after which a connection is opened anew; 0 for never
 * @time_out_ns: after which a request has failed, from its actual send or, where a connection had
 *   to be opened for it, from the beginning of that
 */
typedef struct
{
  guint16 port;
  guint   n_connections;
  guint   reconnect_every;
  gint64  time_out_ns;
} SyClientConfig;

/**
 * SyClient:
 *
 * A load generator: one thread (whichever calls), epoll, HTTP/1.1.  Its connections live from one
 * trial to the next.  Loopback only.
 */
typedef struct _SyClient SyClient;

/* Opens every connection and has each answer one request of @requests, once before any trial; what
 * goes wrong with the first of them is the error.
 */
SyClient *sy_client_new   (const SyClientConfig  *config,
                           const SyRequests      *requests,
                           GCancellable          *cancellable,
                           GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void      sy_client_free  (SyClient              *self);

/**
 * sy_client_run:
 *
 * Runs one trial, drains it up to the time-out, and returns its result.  Failing requests are
 * results, not errors; a server that is gone gives a trial full of connect failures.
 */
SyTrial  *sy_client_run   (SyClient              *self,
                           const SyTrialPlan     *plan,
                           GCancellable          *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SyClient, sy_client_free)

G_END_DECLS
