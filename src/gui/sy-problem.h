/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Tells above all else in the window that @widget is in what went wrong and what to do, in full: a
 * toast cuts off what does not fit one line.
 */
void sy_problem_tell           (GtkWidget    *widget,
                                const char   *heading,
                                const char   *body);

/* That a file could not be written or removed, and why. */
void sy_problem_tell_unchanged (GtkWidget    *widget,
                                const char   *heading,
                                const GError *error);

G_END_DECLS
