/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "gui/sy-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(SyApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SY_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  application = sy_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
