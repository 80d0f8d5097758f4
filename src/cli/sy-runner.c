/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-runner.h"

#include <glib/gi18n-lib.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "cli/sy-progress-bar.h"
#include "core/sy-clock.h"
#include "lab/sy-experiment.h"

/* Four redraws a second: drawing takes time from what is measured. */
enum { REDRAW_MS = 250 };

/* What the experiment's thread and the watching one share. */
typedef struct
{
  const SyPlan    *plan;
  GCancellable    *cancellable;
  int              done_fd;
  SyRun           *run;
  GError          *error;
  pthread_mutex_t  mutex;         /* guards the two below */
  SyProgress       progress;
  gboolean         has_progress;
} Runner;

/* Only copies: drawing is the other thread's work. */
static void
note_progress (const SyProgress *progress,
               gpointer          data)
{
  Runner *runner = data;

  pthread_mutex_lock (&runner->mutex);
  runner->progress = *progress;
  runner->progress.slice = NULL;
  runner->progress.run = NULL;
  runner->has_progress = TRUE;
  pthread_mutex_unlock (&runner->mutex);
}

static gpointer
run_experiment (gpointer data)
{
  Runner *runner = data;

  runner->run = sy_experiment_run (runner->plan, note_progress, runner, runner->cancellable,
                                   &runner->error);
  eventfd_write (runner->done_fd, 1);
  return NULL;
}

static void
draw_progress (Runner *runner)
{
  SyProgress progress;
  gboolean has_progress;

  pthread_mutex_lock (&runner->mutex);
  progress = runner->progress;
  has_progress = runner->has_progress;
  pthread_mutex_unlock (&runner->mutex);

  if (has_progress)
    sy_progress_bar_draw (runner->plan, &progress);
}

/* From now on a signal does what it always does, and ends the process. */
static void
stop (Runner         *runner,
      const sigset_t *signals,
      gboolean        shows_progress)
{
  if (shows_progress)
    sy_progress_bar_erase ();
  g_printerr ("%s\n", _("Stopping; once more ends at once"));
  g_cancellable_cancel (runner->cancellable);
  pthread_sigmask (SIG_UNBLOCK, signals, NULL);
}

static void
watch (Runner         *runner,
       int             signal_fd,
       const sigset_t *signals,
       gboolean        shows_progress)
{
  struct pollfd fds[] = { { runner->done_fd, POLLIN, 0 }, { signal_fd, POLLIN, 0 } };

  while (!(fds[0].revents & POLLIN))
    {
      int n_ready = poll (fds, G_N_ELEMENTS (fds), shows_progress ? REDRAW_MS : -1);

      if (n_ready > 0 && (fds[1].revents & POLLIN))
        {
          /* The signal stays pending until it is read; unread, it would end the process now. */
          struct signalfd_siginfo info;
          gssize n_read = read (signal_fd, &info, sizeof info);

          fds[1].fd = -1;
          if (n_read == sizeof info)
            stop (runner, signals, shows_progress);
          shows_progress = FALSE;
        }
      if (shows_progress)
        draw_progress (runner);
    }

  if (shows_progress)
    sy_progress_bar_erase ();
}

/* Blocked here first, so that every thread of the experiment inherits it.  They stay blocked when
 * it is done: what was measured is saved and shown even if somebody loses patience just then.
 */
static void
block_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, signals, NULL);
}

SyRun *
sy_runner_run (const SyPlan  *plan,
               gboolean       shows_progress,
               GError       **error)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Runner runner = {
    .plan = plan,
    .cancellable = cancellable,
    .mutex = PTHREAD_MUTEX_INITIALIZER,
  };
  sigset_t signals;
  GThread *thread;
  int signal_fd;

  block_signals (&signals);
  signal_fd = signalfd (-1, &signals, SFD_CLOEXEC);
  runner.done_fd = eventfd (0, EFD_CLOEXEC);
  if (signal_fd < 0 || runner.done_fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The system gives no descriptor to watch signals with: %s"),
                   g_strerror (errno));
      return NULL;
    }

  thread = g_thread_new ("experiment", run_experiment, &runner);
  watch (&runner, signal_fd, &signals, shows_progress);
  g_thread_join (thread);
  close (signal_fd);
  close (runner.done_fd);

  if (runner.error != NULL)
    g_propagate_error (error, runner.error);
  return runner.run;
}
