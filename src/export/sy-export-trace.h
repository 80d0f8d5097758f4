/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/*
 * The recorded lives of requests in the Trace Event Format (Google, 2016) that Perfetto and
 * chrome://tracing open.  Each server under each load is a process, each loop or thread a thread
 * of it, and every process begins at 0 with the first recorded request, so that they lie below
 * each other.  What a lane does itself is a complete event (X) of its thread; what overlaps there,
 * the lives of the requests with their spans, is asynchronous (b and e, by an id).  Times are
 * microseconds with all their nanoseconds.
 */
char *sy_export_trace (const SyRun *run,
                       gsize       *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
