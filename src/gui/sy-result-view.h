/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyResultView:
 *
 * What a run came to: the finding, how sound it is, each scene, and where it was measured.
 */
#define SY_TYPE_RESULT_VIEW (sy_result_view_get_type ())

G_DECLARE_FINAL_TYPE (SyResultView, sy_result_view, SY, RESULT_VIEW, AdwBin)

void sy_result_view_set_report (SyResultView *self,
                                SyReport     *report);

/* Says aloud that it has just been measured, and what came out. */
void sy_result_view_announce   (SyResultView *self);

G_END_DECLS
