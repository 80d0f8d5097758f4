/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "knowledge/sy-knowledge.h"
#include "lab/sy-run.h"

G_BEGIN_DECLS

/* Whether both its servers are among those there are here. */
gboolean sy_recipe_can_be_tried (const SyRecipe  *self);

/* Whether it holds one event loop against threads with one lock, so that what it finds has a place
 * between the two.
 */
gboolean sy_recipe_has_place    (const SyRecipe  *self);

/* What trying it takes: its phase with METHOD's defaults, and where its load is a share of the
 * capacity, the phase before it that finds the capacity.  %NULL where it cannot be tried.
 */
SyPlan  *sy_recipe_make_plan    (const SyRecipe  *self,
                                 guint64          seed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sy_recipe_find_phase:
 * @arms: (out) (array fixed-size=2): where its two servers stand in the run's plan
 *
 * A run need not have been started for a recipe to answer it: what counts is that it did the same.
 *
 * Returns: the last phase of @run that carries the recipe out; -1 for none
 */
int      sy_recipe_find_phase   (const SyRecipe  *self,
                                 const SyRun     *run,
                                 guint           *arms);

G_END_DECLS
