/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-stage.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "core/sy-clock.h"
#include "core/sy-cpus.h"
#include "core/sy-descriptors.h"
#include "lab/sy-machine.h"

/* Beside connections: listeners, wake-ups, timers, files of /proc read at the edges. */
enum { SPARE_DESCRIPTORS = 64 };

/* How many connections a server may have open that its client has closed, when that reconnects. */
enum { MAX_LINGERING = 128, MAX_LINGERING_EACH = 3 };

/* Seeds k rotate from 1 to this, so that no answer can be a remembered one. */
enum { N_VARIANTS = 64 };

struct _SyStage
{
  SyPhasePlan  phase;
  GPtrArray   *servers;
  GPtrArray   *clients;
  SyRequests  *requests;
  gboolean     is_bound;
  cpu_set_t    unbound_cpus;
};

/* What a turn reads at both edges of its window. */
typedef struct
{
  gint64        server_cpu_ns;
  gint64        process_cpu_ns;
  gboolean      has_machine;
  SyMachineTime machine;
} Reading;

typedef struct
{
  SyServer  *server;
  guint      n_sampled;
  Reading    begin;
  Reading    end;
  void     (*slice) (const SySlice *slice,
                     gpointer       data);
  gpointer   data;
} Watch;

static SyRequests *
make_requests (const SyWorkload *workload)
{
  SyRequests *requests = sy_requests_new ();

  for (guint i = 0; i < workload->n_parts; i++)
    {
      const SyProgram *program = &workload->parts[i].program;
      g_autofree char *steps = sy_program_format (program);

      sy_requests_add_kind (requests, workload->parts[i].weight);
      for (guint k = 1; k <= N_VARIANTS; k++)
        {
          g_autofree char *target = g_strdup_printf ("/work?k=%u&steps=%s", k, steps);

          sy_requests_add_variant (requests, target, TRUE, sy_program_get_check (program, k));
          if (sy_program_fails (program))
            sy_requests_let_fail (requests);
        }
    }

  return requests;
}

/* A client that opens a connection anew does so before the server knows that the one before has
 * ended, and a thread that waits for its lock learns it late.
 */
static guint
count_server_connections (const SyPlan      *plan,
                          const SyPhasePlan *phase)
{
  if (plan->reconnect_every == 0)
    return phase->n_connections;

  return phase->n_connections * (1 + MAX_LINGERING_EACH) + MAX_LINGERING;
}

/* The whole budget before anything is made: GLib aborts when it runs out half-way. */
gboolean
sy_stage_has_room (const SyPlan       *plan,
                   const SyPhasePlan  *phase,
                   GError            **error)
{
  g_autofree char *purpose = NULL;
  guint n_needed = SPARE_DESCRIPTORS;

  for (guint i = 0; i < plan->arms->len; i++)
    {
      const SyArm *arm = plan->arms->pdata[i];

      n_needed += phase->n_connections +
                  count_server_connections (plan, phase) * arm->descriptors_per_connection;
    }

  purpose = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "Measuring %u server with %u connections",
                                          "Measuring %u servers with %u connections each",
                                          plan->arms->len),
                             plan->arms->len, phase->n_connections);
  return sy_descriptors_require (n_needed, purpose, error);
}

/* Two and more processors: the generator on the first, the servers on the others. */
static void
bind_generator (SyStage   *self,
                cpu_set_t *server_cpus)
{
  cpu_set_t generator_cpus;
  int cpu = 0;

  self->unbound_cpus = sy_cpus_get_usable ();
  *server_cpus = self->unbound_cpus;
  while (!CPU_ISSET (cpu, server_cpus))
    cpu++;

  CPU_ZERO (&generator_cpus);
  CPU_SET (cpu, &generator_cpus);
  CPU_CLR (cpu, server_cpus);
  self->is_bound = sy_cpus_bind_this_thread (&generator_cpus);
}

static gboolean
start_servers (SyStage       *self,
               const SyPlan  *plan,
               GError       **error)
{
  SyServerConfig config = sy_server_config_default ();

  config.n_connections = count_server_connections (plan, &self->phase);
  config.switch_interval_ns = plan->switch_interval_ns;
  config.interpreter_cost_ns = plan->interpreter_cost_ns;
  config.n_loops = plan->n_loops;
  if (self->phase.placement == SY_PLACEMENT_SPLIT)
    {
      bind_generator (self, &config.cpus);
      config.is_bound = self->is_bound;
    }

  for (guint i = 0; i < plan->arms->len; i++)
    {
      const SyArm *arm = plan->arms->pdata[i];
      SyServer *server = sy_server_start (arm, &config, error);

      if (server == NULL)
        {
          g_prefix_error (error, _("The server “%s” does not start: "), arm->id);
          return FALSE;
        }

      g_ptr_array_add (self->servers, server);
    }

  return TRUE;
}

static gboolean
connect_clients (SyStage       *self,
                 const SyPlan  *plan,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (guint i = 0; i < self->servers->len; i++)
    {
      SyServer *server = self->servers->pdata[i];
      SyClientConfig config = {
        .port = sy_server_get_port (server),
        .n_connections = self->phase.n_connections,
        .reconnect_every = plan->reconnect_every,
        .time_out_ns = plan->time_out_ns,
      };
      SyClient *client = sy_client_new (&config, self->requests, cancellable, error);

      if (client == NULL)
        {
          g_prefix_error (error, "%s: ", sy_server_get_arm (server)->id);
          return FALSE;
        }

      g_ptr_array_add (self->clients, client);
    }

  return TRUE;
}

SyStage *
sy_stage_new (const SyPlan       *plan,
              const SyPhasePlan  *phase,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr(SyStage) self = g_new0 (SyStage, 1);

  self->phase = *phase;
  self->phase.scene = NULL;
  self->servers = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_server_stop);
  self->clients = g_ptr_array_new_with_free_func ((GDestroyNotify) sy_client_free);
  self->requests = make_requests (&phase->workload);

  if (!sy_stage_has_room (plan, phase, error) ||
      !start_servers (self, plan, error) ||
      !connect_clients (self, plan, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
sy_stage_free (SyStage *self)
{
  g_ptr_array_unref (self->clients);
  g_ptr_array_unref (self->servers);
  sy_requests_free (self->requests);
  if (self->is_bound)
    sy_cpus_bind_this_thread (&self->unbound_cpus);
  g_free (self);
}

static gint64
read_process_cpu_ns (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * SY_NS_PER_S + time.tv_nsec;
}

static Reading
take_reading (SyServer *server)
{
  Reading reading = { 0 };

  reading.has_machine = sy_machine_read_time (&reading.machine);
  reading.server_cpu_ns = sy_thread_group_read_cpu_ns (sy_server_get_threads (server));
  reading.process_cpu_ns = read_process_cpu_ns ();

  return reading;
}

static void
read_edge (SyEdge   edge,
           gpointer data)
{
  Watch *watch = data;
  Reading *reading = edge == SY_EDGE_WINDOW_BEGINS ? &watch->begin : &watch->end;

  *reading = take_reading (watch->server);
  if (edge == SY_EDGE_WINDOW_BEGINS && watch->n_sampled > 0)
    sy_server_begin_tracing (watch->server, watch->n_sampled);
}

static void
store_trace (SyTurn      *turn,
             const Watch *watch)
{
  g_autoptr(GArray) spans = NULL;
  const GArray *stamps = turn->trial->stamps;

  if (watch->n_sampled == 0)
    return;

  spans = sy_server_take_spans (watch->server);
  turn->trace = sy_trace_new ((const SyStamp *) (const void *) stamps->data, stamps->len,
                              (const SySpan *) (const void *) spans->data, spans->len);
}

static void
pass_slice (const SySlice *slice,
            gpointer       data)
{
  Watch *watch = data;

  if (watch->slice != NULL)
    watch->slice (slice, watch->data);
}

static void
store_readings (SyTurn      *turn,
                const Watch *watch)
{
  turn->has_server_cpu = sy_server_get_arm (watch->server)->library != SY_LIBRARY_EXTERNAL;
  turn->server_cpu_ns = watch->end.server_cpu_ns - watch->begin.server_cpu_ns;
  turn->process_cpu_ns = watch->end.process_cpu_ns - watch->begin.process_cpu_ns;
  turn->has_machine = watch->begin.has_machine && watch->end.has_machine;
  turn->steal_ns = watch->end.machine.steal_ns - watch->begin.machine.steal_ns;
  turn->softirq_ns = watch->end.machine.softirq_ns - watch->begin.machine.softirq_ns;
}

static SyThreadScheduling
subtract_scheduling (SyThreadScheduling end,
                     SyThreadScheduling begin)
{
  return (SyThreadScheduling) {
    .voluntary_switches = end.voluntary_switches - begin.voluntary_switches,
    .involuntary_switches = end.involuntary_switches - begin.involuntary_switches,
    .run_queue_ns = end.run_queue_ns - begin.run_queue_ns,
    .has_run_queue = end.has_run_queue && begin.has_run_queue,
  };
}

SyTurn *
sy_stage_run_turn (SyStage       *self,
                   guint          arm,
                   guint64        seed,
                   gint64         settle_ns,
                   gint64         window_ns,
                   gboolean       is_traced,
                   void         (*slice) (const SySlice *slice,
                                          gpointer       data),
                   gpointer       data,
                   GCancellable  *cancellable)
{
  SyServer *server = self->servers->pdata[arm];
  SyThreadGroup *threads = sy_server_get_threads (server);
  Watch watch = { .server = server, .slice = slice, .data = data };
  SyTrialPlan plan = {
    .requests = self->requests,
    .kind = self->phase.load,
    .rate_per_s = self->phase.rate_per_s,
    .think_time_ns = self->phase.think_time_ns,
    .seed = seed,
    .settle_ns = settle_ns,
    .window_ns = window_ns,
    .edge = read_edge,
    .slice = pass_slice,
    .data = &watch,
  };
  SyTurn *turn = sy_turn_new ();
  SyThreadScheduling before = sy_thread_group_read_scheduling (threads);
  g_auto(SyServerStats) discarded = { 0 };

  if (is_traced && sy_server_prepare_tracing (server))
    plan.n_sampled = watch.n_sampled = SY_TRACE_MAX_REQUESTS;
  sy_server_take_stats (server, &discarded);
  turn->arm = arm;
  turn->trial = sy_client_run (g_ptr_array_index (self->clients, arm), &plan, cancellable);
  turn->scheduling = subtract_scheduling (sy_thread_group_read_scheduling (threads), before);
  sy_server_take_stats (server, &turn->stats);
  store_readings (turn, &watch);
  store_trace (turn, &watch);

  return turn;
}
