/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says beside a field what is wrong with it: @label shows @message, or goes where it is %NULL, and
 * assistive technology hears it of @field.
 */
void sy_field_tell (GtkWidget  *field,
                    GtkWidget  *label,
                    const char *message);

G_END_DECLS
