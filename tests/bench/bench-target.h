/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "load/sy-client.h"
#include "server/sy-server.h"

/* A server to put load on: one of ours, or a child process that prints its port. */
typedef struct
{
  const char  *name;
  SyServer    *server;
  GSubprocess *child;
  guint16      port;
} BenchTarget;

BenchTarget *bench_target_start_arm    (const char         *arm_id);
BenchTarget *bench_target_start_child  (const char         *name,
                                        const char *const  *command);
void         bench_target_stop         (BenchTarget        *self);

/* Nanoseconds one compute unit takes there, from requests of @units each. */
double       bench_target_calibrate    (BenchTarget        *self,
                                        guint               units);

/* One trial of one program under a closed load without think time; aborts where nobody answers. */
SyTrial     *bench_target_run          (BenchTarget        *self,
                                        const char         *steps,
                                        guint               n_connections,
                                        gint64              settle_ns,
                                        gint64              window_ns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchTarget, bench_target_stop)
