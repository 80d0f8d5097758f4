/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SY_APPLICATION_ID "io.github.steelyard_app.Steelyard"

/* What is remembered between sessions; %NULL where its schema is not installed and the program does
 * not run from its build folder either: then nothing is remembered.
 */
GSettings *sy_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
