/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "server/sy-workload.h"

G_BEGIN_DECLS

/**
 * SyRequestPreview:
 *
 * What one request of a workload does, in a bar and in words: how much of it is computing.
 */
#define SY_TYPE_REQUEST_PREVIEW (sy_request_preview_get_type ())

G_DECLARE_FINAL_TYPE (SyRequestPreview, sy_request_preview, SY, REQUEST_PREVIEW, AdwBin)

/* Times the unit of computing on this machine, in well under a millisecond: the shortest of some
 * attempts, for what is longer was disturbed.
 */
double sy_request_preview_time_unit    (void);

/* Where its computing was timed; %NULL for this machine.  Counts from the next workload on. */
void   sy_request_preview_set_runtime  (SyRequestPreview *self,
                                        const char       *runtime);

/* @unit_ns: how long one unit of computing takes here. */
void   sy_request_preview_set_workload (SyRequestPreview *self,
                                        const SyWorkload *workload,
                                        double            unit_ns);

G_END_DECLS
