/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-criteria-model.h"

G_BEGIN_DECLS

/**
 * SySourcesView:
 *
 * The articles: who published them and when, what the publisher gains, where one contradicts
 * itself, and how many of its claims held here; and all criteria in one picture.
 */
#define SY_TYPE_SOURCES_VIEW (sy_sources_view_get_type ())

G_DECLARE_FINAL_TYPE (SySourcesView, sy_sources_view, SY, SOURCES_VIEW, AdwBin)

GtkWidget *sy_sources_view_new (SyCriteriaModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
