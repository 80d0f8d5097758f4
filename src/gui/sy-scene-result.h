/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SySceneResult:
 *
 * What one scene came to: its verdicts in sentences, and bars.
 */
#define SY_TYPE_SCENE_RESULT (sy_scene_result_get_type ())

G_DECLARE_FINAL_TYPE (SySceneResult, sy_scene_result, SY, SCENE_RESULT, AdwBin)

/* Of the phases @first to @last, which are of one scene. */
GtkWidget *sy_scene_result_new (SyReport *report,
                                guint     first,
                                guint     last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
