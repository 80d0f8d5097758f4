/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sy-chart.h"

G_BEGIN_DECLS

/* The criteria with what all saved runs say of them: the one of that id, or all of them for %NULL.
 * Runs that cannot be read are left out.
 */
SyChart *sy_criteria_picture_new (const char  *criterion,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
