/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "decision/sy-explanation.h"

G_BEGIN_DECLS

/* How often each option wins, as bars, in place of what is in @box. */
void sy_advice_sections_show_shares (GtkBox                 *box,
                                     const SyRecommendation *recommendation);

void sy_advice_sections_clear       (GtkBox                 *box);

/* The sentences of @kind under its heading, @max at most, each with links to what it comes from;
 * nothing where there are none.
 */
void sy_advice_sections_add         (GtkBox                 *box,
                                     GPtrArray              *sentences,
                                     SySentenceKind          kind,
                                     guint                   max);

/* What it rests on, in one line. */
char *sy_advice_sections_say_basis  (GPtrArray              *sentences)
                                     G_GNUC_WARN_UNUSED_RESULT;
void sy_advice_sections_add_basis   (GtkBox                 *box,
                                     GPtrArray              *sentences);

/* How all of it is reckoned, in a few sentences. */
void sy_advice_sections_add_method  (GtkBox                 *box);

G_END_DECLS
