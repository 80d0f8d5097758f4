/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a piece of text stands out.  Never the only signal: the words say it too. */
typedef enum
{
  SY_STYLE_PLAIN,
  SY_STYLE_STRONG,
  SY_STYLE_FAINT,
  SY_STYLE_GOOD,
  SY_STYLE_WARNING,
  SY_N_STYLES,
} SyStyle;

/* Whether standard output shows styles: a terminal, not a dumb one, and NO_COLOR is not set. */
gboolean  sy_terminal_has_styles  (void);

/* Appends @text in @style, or plain where styles are not shown. */
void      sy_terminal_append      (GString    *line,
                                   SyStyle     style,
                                   const char *text);

/* How wide the terminal behind @descriptor is; 80 where it does not tell. */
guint     sy_terminal_get_columns (int         descriptor);

/* Writes to standard output, UTF-8 whatever the locale: for machines. */
void      sy_terminal_write       (const char *text);

G_END_DECLS
