/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-measurement.h"

G_BEGIN_DECLS

/**
 * SyRunningView:
 *
 * A measurement under way: the scene, whose turn it is, how long it will take, and what each server
 * does just now.
 */
#define SY_TYPE_RUNNING_VIEW (sy_running_view_get_type ())

G_DECLARE_FINAL_TYPE (SyRunningView, sy_running_view, SY, RUNNING_VIEW, AdwBin)

void       sy_running_view_set_measurement (SyRunningView *self,
                                            SyMeasurement *measurement);

/* "0:24 left", for people. */
char      *sy_running_view_format_left     (gint64         left_ns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
