/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-locale.h"

#include <libintl.h>
#include <locale.h>

void
sy_locale_set_up (void)
{
  const char *folder = g_getenv ("STEELYARD_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
