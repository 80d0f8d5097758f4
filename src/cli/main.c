/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

int
main (int    argc,
      char **argv)
{
  g_print ("steelyard-cli " SY_VERSION "\n");
  return 0;
}
