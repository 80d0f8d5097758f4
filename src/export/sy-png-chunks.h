/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What cairo's PNGs lack: chunks that say what is to be seen (W3C, PNG, 2003, 11.3). */

/* @keyword: "Title", "Description", …; @text: UTF-8, of any length */
void sy_png_append_text    (GByteArray *chunks,
                            const char *keyword,
                            const char *text);

/* How large the pixels are, so that a picture of twice as many is not twice as large. */
void sy_png_append_density (GByteArray *chunks,
                            guint       pixels_per_inch);

/* Puts the chunks behind the header of a PNG, where they may stand. */
void sy_png_insert         (GByteArray *png,
                            GByteArray *chunks);

G_END_DECLS
