/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Readers for the values of options.  An option that was not given (%NULL) leaves @value as it is.
 * Errors are of %SY_USAGE_ERROR and begin with the option's name.
 */
gboolean  sy_value_read_duration (const char         *option,
                                  const char         *text,
                                  gint64              min_ns,
                                  gint64              max_ns,
                                  gint64             *value_ns,
                                  GError            **error);
gboolean  sy_value_read_count    (const char         *option,
                                  const char         *text,
                                  guint               min,
                                  guint               max,
                                  guint              *value,
                                  GError            **error);
gboolean  sy_value_read_rate     (const char         *option,
                                  const char         *text,
                                  double             *value_per_s,
                                  GError            **error);

/* Whole numbers that a double holds exactly, because machine output is JSON. */
gboolean  sy_value_read_seed     (const char         *option,
                                  const char         *text,
                                  guint64            *value,
                                  GError            **error);

/* @value becomes the index in %NULL-terminated @choices. */
gboolean  sy_value_read_choice   (const char         *option,
                                  const char         *text,
                                  const char *const  *choices,
                                  guint              *value,
                                  GError            **error);

/* Hands on @problem, which it frees, as a usage error about @option; returns %FALSE. */
gboolean  sy_value_blame         (const char         *option,
                                  GError             *problem,
                                  GError            **error);

G_END_DECLS
