/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-trace.h"

#include "core/sy-clock.h"
#include "core/sy-json-writer.h"

static const char *const kind_names[SY_N_SPAN_KINDS] = {
  [SY_SPAN_QUEUED] = "queued",
  [SY_SPAN_RECEIVING] = "receiving",
  [SY_SPAN_COMPUTING] = "computing",
  [SY_SPAN_WAITING] = "waiting",
  [SY_SPAN_LOCK] = "waiting for the lock",
  [SY_SPAN_SENDING] = "sending",
};

/* Counted over the whole file: a process, and the id of a request. */
typedef struct
{
  SyJsonWriter *writer;
  gint64        process;
  guint         last_id;
} Export;

static void
begin_event (Export     *self,
             const char *phase,
             const char *name,
             guint       lane)
{
  sy_json_writer_begin_object (self->writer, NULL);
  sy_json_writer_add_string (self->writer, "ph", phase);
  sy_json_writer_add_string (self->writer, "name", name);
  sy_json_writer_add_int (self->writer, "pid", self->process);
  sy_json_writer_add_int (self->writer, "tid", (gint64) lane + 1);
}

static void
end_event (Export *self)
{
  sy_json_writer_end_object (self->writer);
}

static void
add_time (Export     *self,
          const char *name,
          gint64      ns)
{
  sy_json_writer_add_double (self->writer, name, (double) ns / SY_NS_PER_US);
}

static void
add_name (Export     *self,
          const char *what,
          guint       lane,
          const char *name)
{
  begin_event (self, "M", what, lane);
  sy_json_writer_begin_object (self->writer, "args");
  sy_json_writer_add_string (self->writer, "name", name);
  sy_json_writer_end_object (self->writer);
  end_event (self);
}

static void
name_lanes (Export        *self,
            const SyArm   *arm,
            const SyTrace *trace)
{
  gboolean is_loop = arm->architecture == SY_ARCHITECTURE_EVENT_LOOP
                     || arm->architecture == SY_ARCHITECTURE_MULTI_LOOP;

  for (guint lane = 0; lane < trace->n_lanes; lane++)
    {
      g_autofree char *name = g_strdup_printf (is_loop ? "Loop %u" : "Thread %u", lane + 1);

      add_name (self, "thread_name", lane, name);
    }
}

/* On a lane that has one request at a time, its waits are the lane's as well. */
static gboolean
is_on_lane (const SySpan *span,
            gboolean      has_one_at_a_time)
{
  return sy_span_is_running (span->kind)
         || (has_one_at_a_time && span->kind != SY_SPAN_QUEUED);
}

static void
add_complete (Export       *self,
              const SySpan *span)
{
  begin_event (self, "X", kind_names[span->kind], span->lane);
  sy_json_writer_add_string (self->writer, "cat", "lane");
  add_time (self, "ts", span->begin_ns);
  add_time (self, "dur", span->end_ns - span->begin_ns);
  sy_json_writer_begin_object (self->writer, "args");
  sy_json_writer_add_int (self->writer, "request", (gint64) span->request + 1);
  sy_json_writer_end_object (self->writer);
  end_event (self);
}

static void
add_edge (Export     *self,
          const char *phase,
          const char *name,
          guint       lane,
          gint64      at_ns)
{
  g_autofree char *id = g_strdup_printf ("0x%x", self->last_id);

  begin_event (self, phase, name, lane);
  sy_json_writer_add_string (self->writer, "cat", "request");
  sy_json_writer_add_string (self->writer, "id", id);
  add_time (self, "ts", at_ns);
  end_event (self);
}

/* Whatever its thread does after the answer has come is no longer of the request's life. */
static void
add_life (Export        *self,
          const SyTrace *trace,
          guint          index)
{
  const SyTracedRequest *request = &g_array_index (trace->requests, SyTracedRequest, index);
  g_autofree char *name = g_strdup_printf ("Request %u", index + 1);

  self->last_id++;
  add_edge (self, "b", name, request->lane, request->sent_ns);
  for (guint i = 0; i < request->n_spans; i++)
    {
      const SySpan *span = &g_array_index (trace->spans, SySpan, request->first_span + i);

      if (span->begin_ns >= request->ended_ns)
        break;
      add_edge (self, "b", kind_names[span->kind], span->lane, span->begin_ns);
      add_edge (self, "e", kind_names[span->kind], span->lane,
                MIN (span->end_ns, request->ended_ns));
    }
  add_edge (self, "e", name, request->lane, request->ended_ns);
}

static void
add_trace (Export        *self,
           const SyPhase *phase,
           const SyArm   *arm,
           const SyTrace *trace)
{
  g_autofree char *load = sy_phase_plan_say_load (&phase->plan);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", arm->id, phase->plan.scene, load);
  gboolean has_one_at_a_time = sy_trace_has_one_at_a_time (trace);

  self->process++;
  add_name (self, "process_name", 0, name);
  name_lanes (self, arm, trace);
  for (guint i = 0; i < trace->spans->len; i++)
    {
      const SySpan *span = &g_array_index (trace->spans, SySpan, i);

      if (is_on_lane (span, has_one_at_a_time))
        add_complete (self, span);
    }
  for (guint i = 0; i < trace->requests->len; i++)
    add_life (self, trace, i);
}

static void
add_phase (Export        *self,
           const SyRun   *run,
           const SyPhase *phase)
{
  for (guint i = 0; i < phase->turns->len; i++)
    {
      const SyTurn *turn = phase->turns->pdata[i];

      if (turn->trace != NULL)
        add_trace (self, phase, run->plan->arms->pdata[turn->arm], turn->trace);
    }
}

char *
sy_export_trace (const SyRun *run,
                 gsize       *length)
{
  g_autoptr(SyJsonWriter) writer = sy_json_writer_new ();
  Export self = { .writer = writer };

  sy_json_writer_begin_object (writer, NULL);
  sy_json_writer_add_string (writer, "displayTimeUnit", "ms");
  sy_json_writer_begin_object (writer, "otherData");
  sy_json_writer_add_string (writer, "run", run->id);
  sy_json_writer_end_object (writer);
  sy_json_writer_begin_array (writer, "traceEvents");
  for (guint i = 0; i < run->phases->len; i++)
    add_phase (&self, run, run->phases->pdata[i]);
  sy_json_writer_end_array (writer);
  sy_json_writer_end_object (writer);

  return sy_json_writer_finish (writer, length);
}
