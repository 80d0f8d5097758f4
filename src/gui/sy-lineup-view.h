/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyLineupView:
 *
 * Saved runs side by side: what their verdicts say together, what else differs than time, and for
 * each server under each load the figures of every run.
 */
#define SY_TYPE_LINEUP_VIEW (sy_lineup_view_get_type ())

G_DECLARE_FINAL_TYPE (SyLineupView, sy_lineup_view, SY, LINEUP_VIEW, AdwBin)

/**
 * sy_lineup_view_set_reports:
 * @reports: (element-type SyReport): the first says what is compared
 *
 * Returns: %FALSE with an error where they cannot be put side by side; the view is as it was then
 */
gboolean sy_lineup_view_set_reports (SyLineupView  *self,
                                     GPtrArray     *reports,
                                     GError       **error);

G_END_DECLS
