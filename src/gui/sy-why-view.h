/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-report.h"

G_BEGIN_DECLS

/**
 * SyWhyView:
 *
 * The architectures at work, from recorded requests: a still picture that can be played in slow
 * motion, gone through step by step, and asked for the life of a request.  Nothing moves by itself;
 * where the desktop wants no animations, one steps.
 */
#define SY_TYPE_WHY_VIEW (sy_why_view_get_type ())

G_DECLARE_FINAL_TYPE (SyWhyView, sy_why_view, SY, WHY_VIEW, AdwBin)

GtkWidget *sy_why_view_new (SyReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
