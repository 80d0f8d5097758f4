/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SyNarrowBin:
 *
 * Holds one child and says whether there is little room for it: its property "narrow" is %TRUE
 * below "threshold" pixels, or what the child cannot do without in a language of long words, for
 * the child to be arranged accordingly.  It asks for no more than "min-width" pixels itself, or a
 * wide child would keep the window from ever becoming narrow.
 */
#define SY_TYPE_NARROW_BIN (sy_narrow_bin_get_type ())

G_DECLARE_FINAL_TYPE (SyNarrowBin, sy_narrow_bin, SY, NARROW_BIN, GtkWidget)

GtkWidget *sy_narrow_bin_get_child  (SyNarrowBin *self);
void       sy_narrow_bin_set_child  (SyNarrowBin *self,
                                     GtkWidget   *child);

gboolean   sy_narrow_bin_get_narrow (SyNarrowBin *self);

G_END_DECLS
