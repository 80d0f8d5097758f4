/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-hlog.h"

#include "core/sy-clock.h"
#include "lab/sy-run-fields.h"

/**
 * Interval:
 * @tag: of the phase and the server
 * @began_at_ns: since the run started
 *
 * Where the histograms of a turn belong.
 */
typedef struct
{
  GString *log;
  char    *tag;
  gint64   began_at_ns;
  gint64   length_ns;
} Interval;

/* The locale's decimal point would not do, and printf knows no other. */
static void
append_number (GString *log,
               double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (log, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
append_histogram (const Interval    *interval,
                  const char        *kind,
                  const SyHistogram *histogram)
{
  g_autofree char *base64 = NULL;

  if (histogram == NULL)
    return;

  base64 = sy_histogram_encode (histogram);
  g_string_append_printf (interval->log, "Tag=%s/%s,", interval->tag, kind);
  append_number (interval->log, (double) interval->began_at_ns / SY_NS_PER_S);
  g_string_append_c (interval->log, ',');
  append_number (interval->log, (double) interval->length_ns / SY_NS_PER_S);
  g_string_append_c (interval->log, ',');
  append_number (interval->log, (double) sy_histogram_get_max (histogram) / SY_NS_PER_MS);
  g_string_append_printf (interval->log, ",%s\n", base64);
}

/* What the server counted, it counted over the whole turn. */
static void
append_server (Interval     *interval,
               const SyTurn *turn)
{
  interval->began_at_ns = turn->started_at_ns;
  interval->length_ns = turn->duration_ns;
  append_histogram (interval, "loop-lag", turn->stats.loop_lag);
  append_histogram (interval, "lock-waited", turn->stats.lock_waited);
  append_histogram (interval, "lock-held", turn->stats.lock_held);
}

/* What the load generator saw is of the requests intended within the window. */
static void
append_trial (Interval      *interval,
              const SyPhase *phase,
              const SyTurn  *turn)
{
  interval->began_at_ns = turn->started_at_ns + phase->plan.settle_ns;
  interval->length_ns = turn->trial->window_ns;
  if (turn->trial->is_overloaded)
    g_string_append_printf (interval->log,
                            "#[%s was overloaded in round %u: its times measure the length of the "
                            "trial]\n", interval->tag, turn->round);
  append_histogram (interval, "response", turn->trial->response);
  append_histogram (interval, "service", turn->trial->service);
  append_histogram (interval, "lateness", turn->trial->lateness);
}

static void
append_turn (GString       *log,
             const SyRun   *run,
             guint          phase_index,
             const SyTurn  *turn)
{
  const SyPhase *phase = run->phases->pdata[phase_index];
  const SyArm *arm = run->plan->arms->pdata[turn->arm];
  g_autofree char *tag = g_strdup_printf ("%s/%u", arm->id, phase_index);
  Interval interval = { log, tag };

  if (turn->is_voided)
    {
      g_string_append_printf (log, "#[%s was set aside in round %u, and repeated]\n",
                              tag, turn->round);
      return;
    }

  append_server (&interval, turn);
  append_trial (&interval, phase, turn);
}

/* A comment is one line, whatever a file from elsewhere calls its scene. */
static void
append_phase (GString     *log,
              const SyRun *run,
              guint        phase_index)
{
  const SyPhase *phase = run->phases->pdata[phase_index];
  g_autofree char *steps = sy_workload_format (&phase->plan.workload);
  g_autofree char *scene = g_strdelimit (g_strdup (phase->plan.scene), "\r\n", ' ');

  g_string_append_printf (log, "#[Phase %u: %s, steps %s, load %s]\n", phase_index,
                          scene, steps, sy_load_names[phase->plan.load]);
  for (guint i = 0; i < phase->turns->len; i++)
    append_turn (log, run, phase_index, phase->turns->pdata[i]);
}

static void
append_head (GString     *log,
             const SyRun *run)
{
  g_autofree char *started = g_date_time_format (run->started, SY_RUN_TIME_FORMAT);
  gint64 started_at_s = g_date_time_to_unix (run->started);

  g_string_append_printf (log,
                          "#[Logged with Steelyard " SY_VERSION ", run %s]\n"
                          "#[Histogram log format version 1.3]\n"
                          "#[StartTime: %" G_GINT64_FORMAT ".000 (seconds since epoch), %s]\n"
                          "#[BaseTime: %" G_GINT64_FORMAT ".000 (seconds since epoch)]\n"
                          "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\","
                          "\"Interval_Compressed_Histogram\"\n",
                          run->id, started_at_s, started, started_at_s);
}

char *
sy_export_hlog (const SyRun *run,
                gsize       *length)
{
  GString *log = g_string_new (NULL);

  append_head (log, run);
  for (guint i = 0; i < run->phases->len; i++)
    append_phase (log, run, i);

  *length = log->len;
  return g_string_free (log, FALSE);
}
