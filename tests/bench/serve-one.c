/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs one server until its input ends: the counterpart of running nginx.  Prints its port. */

#include <stdio.h>
#include <stdlib.h>

#include "core/sy-descriptors.h"
#include "server/sy-server.h"

static SyServer *
start (const char  *id,
       guint        n_connections,
       GError     **error)
{
  SyServerConfig config = sy_server_config_default ();
  const SyArm *arm = sy_arms_find (id, error);

  config.n_connections = n_connections;

  return arm != NULL ? sy_server_start (arm, &config, error) : NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyServer) server = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "usage: serve-one ARM CONNECTIONS\n");
      return EXIT_FAILURE;
    }

  sy_descriptors_raise_limit ();
  server = start (argv[1], (guint) atoi (argv[2]), &error);
  if (server == NULL)
    {
      fprintf (stderr, "serve-one: %s\n", error->message);
      return EXIT_FAILURE;
    }

  printf ("%u\n", sy_server_get_port (server));
  fflush (stdout);
  while (getchar () != EOF)
    ;

  return EXIT_SUCCESS;
}
