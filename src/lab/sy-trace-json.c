/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-trace-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lab/sy-run-fields.h"

/* More lanes than requests there are not; a long computation under a lock has many spans. */
enum { MAX_SPANS = 65536 };

/* No sum of them can overflow. */
#define MAX_SPAN_NS (SY_RUN_MAX_NS / MAX_SPANS)

static const char letters[] = {
  [SY_SPAN_QUEUED] = 'q',
  [SY_SPAN_RECEIVING] = 'r',
  [SY_SPAN_COMPUTING] = 'c',
  [SY_SPAN_WAITING] = 'w',
  [SY_SPAN_LOCK] = 'l',
  [SY_SPAN_SENDING] = 's',
};

G_STATIC_ASSERT (G_N_ELEMENTS (letters) == SY_N_SPAN_KINDS);

static const SyTracedRequest *
get_request (const SyTrace *trace,
             guint          i)
{
  return &g_array_index (trace->requests, SyTracedRequest, i);
}

static gint64
get_lane (const SyTracedRequest *request)
{
  return request->lane;
}

static gint64
get_sent (const SyTracedRequest *request)
{
  return request->sent_ns;
}

static gint64
get_ended (const SyTracedRequest *request)
{
  return request->ended_ns;
}

static const struct
{
  const char *name;
  gint64    (*get) (const SyTracedRequest *request);
  gint64      max;
} columns[] = {
  { "lane", get_lane, SY_TRACE_MAX_REQUESTS - 1 },
  { "sent_ns", get_sent, SY_RUN_MAX_NS },
  { "ended_ns", get_ended, SY_RUN_MAX_NS },
};

static void
write_columns (const SyTrace *trace,
               SyJsonWriter  *writer)
{
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      sy_json_writer_begin_array (writer, columns[c].name);
      for (guint i = 0; i < trace->requests->len; i++)
        sy_json_writer_add_int (writer, NULL, columns[c].get (get_request (trace, i)));
      sy_json_writer_end_array (writer);
    }
}

static void
write_kinds (const SyTrace *trace,
             SyJsonWriter  *writer)
{
  g_autoptr(GString) word = g_string_new (NULL);

  sy_json_writer_begin_array (writer, "spans");
  for (guint i = 0; i < trace->requests->len; i++)
    {
      const SyTracedRequest *request = get_request (trace, i);

      g_string_truncate (word, 0);
      for (guint s = 0; s < request->n_spans; s++)
        {
          const SySpan *span = &g_array_index (trace->spans, SySpan, request->first_span + s);

          g_string_append_c (word, letters[span->kind]);
        }
      sy_json_writer_add_string (writer, NULL, word->str);
    }
  sy_json_writer_end_array (writer);
}

static void
write_durations (const SyTrace *trace,
                 SyJsonWriter  *writer)
{
  sy_json_writer_begin_array (writer, "duration_ns");
  for (guint i = 0; i < trace->spans->len; i++)
    {
      const SySpan *span = &g_array_index (trace->spans, SySpan, i);

      sy_json_writer_add_int (writer, NULL, span->end_ns - span->begin_ns);
    }
  sy_json_writer_end_array (writer);
}

void
sy_trace_write (const SyTrace *trace,
                const char    *name,
                SyJsonWriter  *writer)
{
  sy_json_writer_begin_object (writer, name);
  write_columns (trace, writer);
  write_kinds (trace, writer);
  write_durations (trace, writer);
  sy_json_writer_end_object (writer);
}

/* Where the reading of spans has got to. */
typedef struct
{
  SyTrace *trace;
  SyJson   durations;
  guint    n_durations;
  guint    next;
} Reading;

static gint64
read_cell (const SyJson *json,
           guint         column,
           guint         i)
{
  SyJson list = sy_json_member (json, columns[column].name);
  SyJson cell = sy_json_element (&list, i);

  return sy_json_as_int (&cell, 0, columns[column].max);
}

static void
read_span (Reading      *reading,
           char          letter,
           const SyJson *word)
{
  const char *at = memchr (letters, letter, sizeof letters);
  SyJson duration = sy_json_element (&reading->durations, reading->next++);
  gint64 duration_ns = sy_json_as_int (&duration, 0, MAX_SPAN_NS);

  if (at == NULL)
    sy_json_fail (word, SY_JSON_ERROR_VALUE, _("“%c” is no kind of span; they are %.*s"),
                  g_ascii_isprint (letter) ? letter : '?', (int) sizeof letters, letters);
  else if (sy_json_is_sound (word))
    sy_trace_add_span (reading->trace, (SySpanKind) (at - letters), duration_ns);
}

static void
read_spans (Reading      *reading,
            const SyJson *word)
{
  const char *text = sy_json_as_string (word);
  gsize length = strlen (text);

  if (!sy_json_is_sound (word))
    return;

  if (length < 2 || text[0] != letters[SY_SPAN_QUEUED])
    sy_json_fail (word, SY_JSON_ERROR_VALUE,
                  _("a request is queued first (“q”), then something is done with it"));
  else if (length > reading->n_durations - reading->next)
    sy_json_fail (word, SY_JSON_ERROR_VALUE, _("there are only %u durations for all spans"),
                  reading->n_durations);

  for (gsize i = 0; i < length && sy_json_is_sound (word); i++)
    read_span (reading, text[i], word);
}

static void
check_length (const SyJson *json,
              const char   *name,
              guint         length,
              guint         n_requests)
{
  SyJson list = sy_json_member (json, name);

  if (length != n_requests)
    sy_json_fail (&list, SY_JSON_ERROR_VALUE, _("has %u values where “%s” has %u"),
                  length, "spans", n_requests);
}

static guint
count_requests (const SyJson *json)
{
  SyJson words = sy_json_member (json, "spans");
  guint n_requests = sy_json_length (&words);

  if (n_requests == 0 || n_requests > SY_TRACE_MAX_REQUESTS)
    sy_json_fail (&words, SY_JSON_ERROR_VALUE, _("%u requests; a trace has 1 to %d"),
                  n_requests, SY_TRACE_MAX_REQUESTS);

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      SyJson list = sy_json_member (json, columns[c].name);

      check_length (json, columns[c].name, sy_json_length (&list), n_requests);
    }

  return n_requests;
}

static void
read_request (Reading      *reading,
              const SyJson *json,
              guint         i)
{
  SyJson words = sy_json_member (json, "spans");
  SyJson word = sy_json_element (&words, i);
  guint lane = (guint) read_cell (json, 0, i);
  gint64 sent_ns = read_cell (json, 1, i);
  gint64 ended_ns = read_cell (json, 2, i);

  if (ended_ns < sent_ns)
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("request %u is answered before it is sent"), i);

  sy_trace_add_request (reading->trace, lane, sent_ns, ended_ns);
  read_spans (reading, &word);
}

static void
check_whole (const Reading *reading,
             const SyJson  *json)
{
  if (!sy_json_is_sound (json))
    return;

  if (reading->next != reading->n_durations)
    sy_json_fail (&reading->durations, SY_JSON_ERROR_VALUE, _("has %u values where there are %u "
                                                              "spans"),
                  reading->n_durations, reading->next);
  else if (sy_trace_has_overlap (reading->trace))
    sy_json_fail (json, SY_JSON_ERROR_VALUE, _("a lane runs two requests at the same time"));
}

SyTrace *
sy_trace_read (const SyJson *json)
{
  g_autoptr(SyTrace) trace = sy_trace_new_empty ();
  Reading reading = { .trace = trace, .durations = sy_json_member (json, "duration_ns") };
  guint n_requests = count_requests (json);

  reading.n_durations = sy_json_length (&reading.durations);
  if (reading.n_durations > MAX_SPANS)
    sy_json_fail (&reading.durations, SY_JSON_ERROR_VALUE, _("%u spans; a trace has %d at most"),
                  reading.n_durations, MAX_SPANS);

  for (guint i = 0; i < n_requests && sy_json_is_sound (json); i++)
    read_request (&reading, json, i);
  check_whole (&reading, json);

  return sy_json_is_sound (json) ? g_steal_pointer (&trace) : NULL;
}
