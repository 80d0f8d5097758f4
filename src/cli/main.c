/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "cli/sy-command.h"
#include "core/sy-descriptors.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_set_prgname ("steelyard-cli");
  sy_descriptors_raise_limit ();

  return (int) sy_command_main (argc, argv);
}
