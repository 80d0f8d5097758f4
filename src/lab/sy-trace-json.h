/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "core/sy-json.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

/* Traces as columns, one value a request: its lane, when it was sent and answered, a letter for
 * each of its spans, and how long each of these took.  As spans follow each other, that is all.
 */

void     sy_trace_write (const SyTrace *trace,
                         const char    *name,
                         SyJsonWriter  *writer);

/* Checked through: letters that exist, columns of one length, no lane that runs two at once.
 *
 * Returns: (nullable): %NULL where it is not sound
 */
SyTrace *sy_trace_read  (const SyJson  *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
