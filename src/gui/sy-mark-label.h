/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "evidence/sy-evidence.h"

G_BEGIN_DECLS

/* Lets a label say how a claim stands, in the colour that goes with it. */
void sy_mark_label_show (GtkLabel *label,
                         SyMark    mark);

G_END_DECLS
