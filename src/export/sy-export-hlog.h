/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

G_BEGIN_DECLS

/*
 * A run as a histogram log, version 1.3 of the format HdrHistogram's HistogramLogWriter and jHiccup
 * write (Tene, 2014): every histogram of every sound turn, tagged "arm/phase/kind", where the kind
 * is response, service, lateness, loop-lag, lock-waited or lock-held.  Adding up the lines of a tag
 * gives all a server did in a phase.  Values are nanoseconds; the column of maxima is in
 * milliseconds, as its readers expect.
 */
char *sy_export_hlog (const SyRun *run,
                      gsize       *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
