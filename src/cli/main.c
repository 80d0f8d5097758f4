/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-command.h"
#include "core/sy-descriptors.h"
#include "core/sy-locale.h"

int
main (int    argc,
      char **argv)
{
  sy_locale_set_up ();
  g_set_prgname ("steelyard-cli");
  sy_descriptors_raise_limit ();

  return (int) sy_command_main (argc, argv);
}
