/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sy-locale.h"
#include "gui/sy-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(SyApplication) application = NULL;

  sy_locale_set_up ();
  application = sy_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
