/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Fails the test for everything in @root that a person can use and that has no name of its own for
 * those who do not see it: mapped or not, shown or not.
 */
void names_check (GtkWidget *root);
