/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Speaks the person's language from here on; called once by each program, before any other thread
 * is.  The environment variable STEELYARD_LOCALE_DIR names a folder of catalogues to use instead of
 * the installed ones, for translators and tests.
 */
void sy_locale_set_up (void);

G_END_DECLS
