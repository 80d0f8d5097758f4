/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "lab/sy-run-store.h"
#include "sample-run.h"

static void
tell (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyRun) run = sy_run_load (path, &error);

  /* A bad workload is shown with a caret line below it. */
  printf ("%s\n", run != NULL ? "sound" : g_strdelimit (error->message, "\n", ' '));
}

/* Prints the sample, or a line for each file named: "sound" or the problem. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;

  if (argc == 1)
    {
      text = sample_run_to_text ();
      fputs (text, stdout);
    }

  for (int i = 1; i < argc; i++)
    tell (argv[i]);

  return 0;
}
