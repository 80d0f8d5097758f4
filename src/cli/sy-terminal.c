/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-terminal.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_COLUMNS = 80 };

static const char *const escapes[SY_N_STYLES] = {
  [SY_STYLE_PLAIN] = "",
  [SY_STYLE_STRONG] = "\033[1m",
  [SY_STYLE_FAINT] = "\033[2m",
  [SY_STYLE_GOOD] = "\033[32m",
  [SY_STYLE_WARNING] = "\033[33m",
};

gboolean
sy_terminal_has_styles (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  if (no_color != NULL && *no_color != '\0')
    return FALSE;

  return isatty (STDOUT_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

void
sy_terminal_append (GString    *line,
                    SyStyle     style,
                    const char *text)
{
  gboolean is_styled = style != SY_STYLE_PLAIN && sy_terminal_has_styles ();

  if (is_styled)
    g_string_append (line, escapes[style]);
  g_string_append (line, text);
  if (is_styled)
    g_string_append (line, "\033[0m");
}

guint
sy_terminal_get_columns (int descriptor)
{
  struct winsize size = { 0 };

  if (ioctl (descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return DEFAULT_COLUMNS;

  return size.ws_col;
}

void
sy_terminal_write (const char *text)
{
  fputs (text, stdout);
}
