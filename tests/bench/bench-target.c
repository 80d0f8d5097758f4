/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-target.h"

#include <string.h>

#include "core/sy-clock.h"

BenchTarget *
bench_target_start_arm (const char *arm_id)
{
  g_autoptr(GError) error = NULL;
  SyServerConfig config = sy_server_config_default ();
  const SyArm *arm = sy_arms_find (arm_id, &error);
  BenchTarget *self = g_new0 (BenchTarget, 1);

  self->name = arm_id;
  if (arm != NULL)
    self->server = sy_server_start (arm, &config, &error);
  if (self->server == NULL)
    g_error ("%s: %s", arm_id, error->message);

  self->port = sy_server_get_port (self->server);
  return self;
}

/* The first line is the port, or a JSON object that has it as "port". */
static guint16
read_port (GSubprocess *child)
{
  g_autoptr(GDataInputStream) lines =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  const char *member = line != NULL ? strstr (line, "\"port\"") : NULL;
  const char *digits = strpbrk (member != NULL ? member : line != NULL ? line : "", "0123456789");

  return digits != NULL ? (guint16) g_ascii_strtoull (digits, NULL, 10) : 0;
}

BenchTarget *
bench_target_start_child (const char        *name,
                          const char *const *command)
{
  g_autoptr(GError) error = NULL;
  BenchTarget *self = g_new0 (BenchTarget, 1);

  self->name = name;
  self->child = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (self->child == NULL)
    g_error ("%s: %s", name, error->message);

  self->port = read_port (self->child);
  if (self->port == 0)
    g_error ("%s: says no port", name);

  return self;
}

void
bench_target_stop (BenchTarget *self)
{
  if (self->server != NULL)
    sy_server_stop (self->server);
  if (self->child != NULL)
    {
      g_subprocess_force_exit (self->child);
      g_subprocess_wait (self->child, NULL, NULL);
      g_object_unref (self->child);
    }
  g_free (self);
}

SyTrial *
bench_target_run (BenchTarget *self,
                  const char  *steps,
                  guint        n_connections,
                  gint64       settle_ns,
                  gint64       window_ns)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *target = g_strdup_printf ("/work?k=1&steps=%s", steps);
  g_autoptr(SyRequests) requests = sy_requests_new ();
  g_autoptr(SyClient) client = NULL;
  SyClientConfig config = {
    .port = self->port,
    .n_connections = n_connections,
    .time_out_ns = 60 * SY_NS_PER_S,
  };
  SyTrialPlan plan = {
    .requests = requests,
    .kind = SY_LOAD_CLOSED,
    .settle_ns = settle_ns,
    .window_ns = window_ns,
  };

  sy_requests_add_kind (requests, 1);
  sy_requests_add_variant (requests, target, FALSE, 0);
  client = sy_client_new (&config, requests, NULL, &error);
  if (client == NULL)
    g_error ("%s: %s", self->name, error->message);

  return sy_client_run (client, &plan, NULL);
}

/* The median over one connection, so that turns lost to others do not count. */
double
bench_target_calibrate (BenchTarget *self,
                        guint        units)
{
  g_autofree char *steps = g_strdup_printf ("c%u", units);
  g_autoptr(SyTrial) trial = bench_target_run (self, steps, 1, 0, 2 * SY_NS_PER_S);

  return (double) sy_histogram_get_quantile (trial->response, 0.5) / units;
}
