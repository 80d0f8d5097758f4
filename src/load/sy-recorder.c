/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "load/sy-recorder.h"

#include <time.h>

#include "core/sy-clock.h"

/* Slices are for graphs: two digits keep their histograms in a few kilobytes, so that looking
 * through them ten times a second does not hold up the requests.
 */
#define SLICE_NS (100 * SY_NS_PER_MS)
#define SLICE_DIGITS 2

enum
{
  MARK_BEGIN,
  MARK_MIDDLE,
  MARK_END,
  N_MARKS,
};

struct _SyRecorder
{
  const SyTrialPlan *plan;
  SyTrial           *trial;
  guint              n_marks_passed;
  gint64             marks_at_ns[N_MARKS];
  guint              n_waiting[N_MARKS];
  gint64             started_at_ns;
  gint64             next_at_ns;
  gint64             cpu_begin_ns;
  SySlice            slice;
  SyHistogram       *slice_response;
  SyHistogram       *slice_service;
};

/* So that the window does not pay for the kernel's handing out of fresh memory. */
static void
touch_pages (SyTrial *trial)
{
  sy_histogram_reset (trial->response);
  sy_histogram_reset (trial->service);
  sy_histogram_reset (trial->lateness);
}

SyRecorder *
sy_recorder_new (const SyTrialPlan *plan,
                 guint              n_connections)
{
  SyRecorder *self = g_new0 (SyRecorder, 1);
  guint n_slices = (guint) ((plan->settle_ns + plan->window_ns) / SLICE_NS) + 1;

  self->plan = plan;
  self->trial = sy_trial_new (n_connections);
  touch_pages (self->trial);
  self->slice_response = sy_histogram_new (SY_NS_PER_US, 3600 * SY_NS_PER_S, SLICE_DIGITS);
  self->slice_service = sy_histogram_new (SY_NS_PER_US, 3600 * SY_NS_PER_S, SLICE_DIGITS);

  /* Room for all, so that adding one allocates nothing. */
  g_array_set_size (self->trial->slices, n_slices);
  g_array_set_size (self->trial->slices, 0);

  return self;
}

void
sy_recorder_free (SyRecorder *self)
{
  g_clear_pointer (&self->trial, sy_trial_free);
  sy_histogram_free (self->slice_response);
  sy_histogram_free (self->slice_service);
  g_free (self);
}

static gint64
read_thread_cpu_ns (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return used.tv_sec * SY_NS_PER_S + used.tv_nsec;
}

static gint64
get_slice_end_at (const SyRecorder *self)
{
  return self->started_at_ns + self->slice.start_ns + SLICE_NS;
}

static void
find_next (SyRecorder *self)
{
  if (self->n_marks_passed == N_MARKS)
    self->next_at_ns = G_MAXINT64;
  else
    self->next_at_ns = MIN (self->marks_at_ns[self->n_marks_passed], get_slice_end_at (self));
}

void
sy_recorder_start (SyRecorder *self,
                   gint64      now_ns)
{
  self->started_at_ns = now_ns;
  self->marks_at_ns[MARK_BEGIN] = now_ns + self->plan->settle_ns;
  self->marks_at_ns[MARK_MIDDLE] = self->marks_at_ns[MARK_BEGIN] + self->plan->window_ns / 2;
  self->marks_at_ns[MARK_END] = self->marks_at_ns[MARK_BEGIN] + self->plan->window_ns;
  find_next (self);
}

gboolean
sy_recorder_has_begun (const SyRecorder *self)
{
  return self->n_marks_passed > MARK_BEGIN;
}

gboolean
sy_recorder_is_half_over (const SyRecorder *self)
{
  return self->n_marks_passed > MARK_MIDDLE;
}

gint64
sy_recorder_get_end_at (const SyRecorder *self)
{
  return self->marks_at_ns[MARK_END];
}

gint64
sy_recorder_get_next_at (const SyRecorder *self)
{
  return self->next_at_ns;
}

static void
end_slice (SyRecorder *self,
           gint64      at_ns)
{
  SySlice *slice = &self->slice;

  slice->duration_ns = at_ns - self->started_at_ns - slice->start_ns;
  if (slice->duration_ns <= 0)
    return;

  slice->has_quantiles = slice->n_completed > 0;
  slice->response_p50_ns = sy_histogram_get_quantile (self->slice_response, 0.5);
  slice->response_p90_ns = sy_histogram_get_quantile (self->slice_response, 0.9);
  slice->response_p99_ns = sy_histogram_get_quantile (self->slice_response, 0.99);
  slice->service_p50_ns = sy_histogram_get_quantile (self->slice_service, 0.5);
  slice->service_p90_ns = sy_histogram_get_quantile (self->slice_service, 0.9);
  slice->service_p99_ns = sy_histogram_get_quantile (self->slice_service, 0.99);
  g_array_append_val (self->trial->slices, *slice);
  if (self->plan->slice != NULL)
    self->plan->slice (slice, self->plan->data);

  *slice = (SySlice) { .start_ns = at_ns - self->started_at_ns };
  sy_histogram_reset (self->slice_response);
  sy_histogram_reset (self->slice_service);
}

static void
tell_edge (SyRecorder *self,
           SyEdge      edge)
{
  if (self->plan->edge != NULL)
    self->plan->edge (edge, self->plan->data);
}

static void
begin_window (SyRecorder *self)
{
  tell_edge (self, SY_EDGE_WINDOW_BEGINS);
  self->cpu_begin_ns = read_thread_cpu_ns ();
}

static void
end_window (SyRecorder *self,
            gint64      at_ns)
{
  self->trial->cpu_ns = read_thread_cpu_ns () - self->cpu_begin_ns;
  tell_edge (self, SY_EDGE_WINDOW_ENDS);
  self->trial->window_ns = at_ns - self->marks_at_ns[MARK_BEGIN];
  end_slice (self, at_ns);
}

static void
pass_mark (SyRecorder *self,
           guint       n_waiting)
{
  guint mark = self->n_marks_passed++;

  self->n_waiting[mark] = n_waiting;

  if (mark == MARK_BEGIN)
    begin_window (self);
  else if (mark == MARK_END)
    end_window (self, self->marks_at_ns[MARK_END]);
}

void
sy_recorder_advance (SyRecorder *self,
                     gint64      now_ns,
                     guint       n_waiting)
{
  while (self->next_at_ns <= now_ns)
    {
      if (self->next_at_ns == self->marks_at_ns[self->n_marks_passed])
        pass_mark (self, n_waiting);
      else
        end_slice (self, self->next_at_ns);

      find_next (self);
    }
}

static gboolean
is_in_window (const SyRecorder *self,
              gint64            at_ns)
{
  return at_ns >= self->marks_at_ns[MARK_BEGIN] && at_ns < self->marks_at_ns[MARK_END];
}

void
sy_recorder_add_sent (SyRecorder *self,
                      gint64      intended_at_ns,
                      gint64      lateness_ns)
{
  if (!is_in_window (self, intended_at_ns))
    return;

  self->trial->n_sent++;
  if (lateness_ns > 0)
    sy_histogram_record (self->trial->lateness, lateness_ns);
}

void
sy_recorder_add_completed (SyRecorder         *self,
                           const SyConnection *connection,
                           gint64              now_ns)
{
  SyTrial *trial = self->trial;
  gint64 response_ns = now_ns - connection->intended_at_ns;
  gint64 service_ns = now_ns - connection->sent_at_ns;

  if (self->n_marks_passed < N_MARKS)
    {
      self->slice.n_completed++;
      sy_histogram_record (self->slice_response, response_ns);
      sy_histogram_record (self->slice_service, service_ns);
    }

  if (is_in_window (self, now_ns))
    {
      trial->n_completed_in_window++;
      g_array_index (trial->per_connection, guint64, connection->index)++;
    }

  if (is_in_window (self, connection->intended_at_ns))
    {
      trial->n_completed++;
      sy_histogram_record (trial->response, response_ns);
      sy_histogram_record (trial->service, service_ns);
    }
}

void
sy_recorder_add_failed (SyRecorder         *self,
                        const SyConnection *connection)
{
  if (self->n_marks_passed < N_MARKS)
    self->slice.n_failed++;
  if (is_in_window (self, connection->intended_at_ns))
    self->trial->n_failed[connection->problem.failure]++;
}

void
sy_recorder_add_unfinished (SyRecorder *self,
                            gint64      intended_at_ns)
{
  self->trial->n_unfinished += is_in_window (self, intended_at_ns);
}

void
sy_recorder_add_unsent (SyRecorder *self,
                        gint64      intended_at_ns)
{
  sy_recorder_add_sent (self, intended_at_ns, 0);
  sy_recorder_add_unfinished (self, intended_at_ns);
}

/* Grew in the first half of the window and again in the second: a stall that the server made up
 * for, or one just before the end, is not an overload.  By more than the pool, for so many one turn
 * of the pool can serve; and by more than a twentieth of what arrived, for the last of them then
 * waits for more than a twentieth of the window, and would wait longer in a longer trial.
 */
static gboolean
has_growing_backlog (const SyRecorder *self)
{
  const SyTrial *trial = self->trial;
  double least = MAX ((double) trial->per_connection->len, 0.05 * (double) trial->n_sent);
  double first_half = (double) self->n_waiting[MARK_MIDDLE] - self->n_waiting[MARK_BEGIN];
  double second_half = (double) self->n_waiting[MARK_END] - self->n_waiting[MARK_MIDDLE];

  return first_half + second_half > least && MIN (first_half, second_half) > least / 4;
}

static void
cut_short (SyRecorder *self,
           gint64      now_ns)
{
  if (self->n_marks_passed == MARK_BEGIN)
    end_slice (self, now_ns);
  else if (self->n_marks_passed < N_MARKS)
    end_window (self, now_ns);
}

static void
check_accounts (const SyTrial *trial)
{
  guint64 n_failed = 0;

  for (guint i = 0; i < SY_N_FAILURES; i++)
    n_failed += trial->n_failed[i];

  g_assert (trial->n_sent == trial->n_completed + n_failed + trial->n_unfinished);
}

SyTrial *
sy_recorder_finish (SyRecorder *self,
                    gint64      now_ns,
                    gboolean    is_cancelled)
{
  SyTrial *trial = self->trial;

  cut_short (self, now_ns);
  check_accounts (trial);

  trial->is_cancelled = is_cancelled;
  trial->backlog_begin = self->n_waiting[MARK_BEGIN];
  trial->backlog_end = self->n_waiting[MARK_END];
  trial->is_overloaded = self->n_marks_passed == N_MARKS && has_growing_backlog (self);
  self->trial = NULL;
  sy_recorder_free (self);

  return trial;
}
