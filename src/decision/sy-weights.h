/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/sy-json-writer.h"
#include "core/sy-json.h"
#include "knowledge/sy-knowledge.h"

G_BEGIN_DECLS

/**
 * sy_weights_centroid:
 * @ranks: of each of @n: 1 for what matters most, each rank once and none left out; 0 for what was
 *   not ranked and so matters less than all that was
 * @weights: (out caller-allocates) (array length=n): adds up to 1
 *
 * The centroid of all weights that keep to the order: rank-order centroid weights (Barron and
 * Barrett, 1996); what was not ranked shares the rest evenly.
 */
void     sy_weights_centroid (const guint *ranks,
                              guint        n,
                              double      *weights);

/**
 * sy_weights_find_flip:
 * @score: by which one option leads another on one objective
 * @rest: by which it leads on all others, weighted among themselves
 * @weight: (out): of that objective at which the two are equal
 *
 * The others keep their proportions.  Such a weight exists only if the signs differ.
 */
gboolean sy_weights_find_flip (double  score,
                               double  rest,
                               double *weight);

/* One for each objective; %NULL for %NULL. */
double  *sy_weights_copy     (const double      *weights,
                              const SyKnowledge *knowledge) G_GNUC_WARN_UNUSED_RESULT;

/* An object with a member for each objective, by its id; @name is that of its own. */
void     sy_weights_write    (const double      *weights,
                              const SyKnowledge *knowledge,
                              const char        *name,
                              SyJsonWriter      *writer);
/* Likewise; each is from 0 to 1. */
double  *sy_weights_read     (const SyJson      *json,
                              const SyKnowledge *knowledge,
                              const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
