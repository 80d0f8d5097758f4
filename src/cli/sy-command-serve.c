/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <stdio.h>

#include "cli/sy-command.h"
#include "cli/sy-plan-options.h"
#include "cli/sy-terminal.h"
#include "cli/sy-values.h"
#include "core/sy-descriptors.h"
#include "server/sy-server.h"

enum
{
  MAX_CONNECTIONS = 100000,
  DEFAULT_CONNECTIONS = 10000,
  /* What the server itself and the libraries open. */
  SPARE_DESCRIPTORS = 32,
};

/* As many as the limit on open files allows. */
static guint
get_default_connections (const SyArm *arm)
{
  guint n_available = sy_descriptors_count_available ();
  guint n_free = n_available > SPARE_DESCRIPTORS ? n_available - SPARE_DESCRIPTORS : 0;

  return CLAMP (n_free / arm->descriptors_per_connection, 1, DEFAULT_CONNECTIONS);
}

static const SyArm *
read_arm (const SyOptions  *options,
          GError          **error)
{
  GError *problem = NULL;
  const SyArm *arm;

  if (options->arms == NULL || options->arms[1] != NULL)
    {
      g_set_error_literal (error, SY_USAGE_ERROR, SY_USAGE_ERROR_VALUE,
                           _("“serve” runs one server: name it, for example --arm event-loop"));
      return NULL;
    }

  arm = sy_arms_find (options->arms[0], &problem);
  if (arm == NULL)
    sy_value_blame ("arm", problem, error);
  return arm;
}

static gboolean
read_config (const SyOptions  *options,
             const SyArm      *arm,
             SyServerConfig   *config,
             GError          **error)
{
  guint port = 0;

  config->n_connections = get_default_connections (arm);
  if (!sy_value_read_count ("port", options->port, 0, G_MAXUINT16, &port, error)
      || !sy_value_read_count ("connections", options->connections, 1, MAX_CONNECTIONS,
                               &config->n_connections, error)
      || !sy_options_read_treatment (options, &config->switch_interval_ns,
                                     &config->interpreter_cost_ns, &config->n_loops, error))
    return FALSE;

  config->port = (guint16) port;
  return TRUE;
}

/* One line, so that whoever started the program can wait for it. */
static void
print_json_line (JsonBuilder *builder)
{
  g_autoptr(JsonNode) node = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (node, FALSE);

  sy_terminal_write (line);
  sy_terminal_write ("\n");
}

static void
say_ready (SyServer        *server,
           const SyOptions *options)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/work?k=1&steps=c1",
                                          sy_server_get_port (server));
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, sy_server_get_arm (server)->id);
  json_builder_set_member_name (builder, "port");
  json_builder_add_int_value (builder, sy_server_get_port (server));
  json_builder_set_member_name (builder, "url");
  json_builder_add_string_value (builder, url);
  json_builder_end_object (builder);

  if (options->json)
    print_json_line (builder);
  else
    g_print ("%s\n", url);
  fflush (stdout);
}

static void
say_served (SyServer        *server,
            const SyOptions *options)
{
  g_auto(SyServerStats) stats = { 0 };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  sy_server_take_stats (server, &stats);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "requests");
  json_builder_add_int_value (builder, (gint64) stats.n_requests);
  json_builder_set_member_name (builder, "connections");
  json_builder_add_int_value (builder, (gint64) stats.n_accepted);
  json_builder_set_member_name (builder, "refused");
  json_builder_add_int_value (builder, (gint64) stats.n_refused);
  json_builder_end_object (builder);

  if (options->json)
    print_json_line (builder);
  else if (!options->quiet)
    g_print (_("Answered %" PRIu64 " requests on %" PRIu64
               " connections, refused %" PRIu64 "\n"),
             stats.n_requests, stats.n_accepted, stats.n_refused);
}

static SyExit
run_serve (const SyOptions  *options,
           GError          **error)
{
  const SyArm *arm = read_arm (options, error);
  SyServerConfig config = sy_server_config_default ();
  g_autoptr(SyServer) server = NULL;
  sigset_t signals;
  int signal_number;

  if (arm == NULL || !read_config (options, arm, &config, error))
    return SY_EXIT_USAGE;

  /* Blocked before the server's threads exist, so that only this one is told. */
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);

  server = sy_server_start (arm, &config, error);
  if (server == NULL)
    return SY_EXIT_FAILED;

  say_ready (server, options);
  sigwait (&signals, &signal_number);
  say_served (server, options);
  return SY_EXIT_DONE;
}

const SyCommand sy_command_serve = {
  .name = "serve",
  .arguments = "",
  .summary = N_("Run one server alone, for other tools"),
  .description = N_("Runs one server on 127.0.0.1 until Ctrl-C and prints its address once it "
                    "answers. What a request does stands in its address."),
  .example = "steelyard-cli serve --arm event-loop --port 8080",
  .options = SY_OPTIONS_SERVERS | SY_OPTIONS_CONNECTIONS | SY_OPTIONS_PORT | SY_OPTIONS_JSON
             | SY_OPTIONS_QUIET,
  .run = run_serve,
};
