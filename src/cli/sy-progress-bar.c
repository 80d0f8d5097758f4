/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sy-progress-bar.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sy-terminal.h"
#include "cli/sy-words.h"
#include "core/sy-clock.h"

enum { BAR_WIDTH = 12 };

static char *
make_bar (const SyProgress *progress)
{
  gint64 total_ns = progress->elapsed_ns + progress->left_ns;
  guint n_full = total_ns > 0 ? (guint) (BAR_WIDTH * progress->elapsed_ns / total_ns) : 0;
  char bar[BAR_WIDTH + 1] = { 0 };

  for (guint i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < n_full ? '#' : '.';

  return g_strdup (bar);
}

static char *
say_turn (const SyPlan     *plan,
          const SyProgress *progress)
{
  const SyArm *arm = plan->arms->pdata[progress->arm];
  const SyPhasePlan *phase;

  if (progress->is_pilot || progress->phase >= plan->phases->len)
    return g_strdup_printf (_("Warming up: %s"), _(arm->name));

  phase = &g_array_index (plan->phases, SyPhasePlan, progress->phase);
  /* Translators: part and turn, each “n of m”, then whose turn it is. */
  return g_strdup_printf (_("Part %u of %u, turn %u of %u: %s"),
                          progress->phase + 1, plan->phases->len,
                          progress->round + 1, phase->n_rounds, _(arm->name));
}

static void
cut (char  *line,
     guint  n_columns)
{
  gsize n_characters = (gsize) g_utf8_strlen (line, -1);

  while (sy_words_get_width (line) > n_columns)
    *g_utf8_offset_to_pointer (line, (glong) --n_characters) = '\0';
}

char *
sy_progress_bar_format (const SyPlan     *plan,
                        const SyProgress *progress,
                        guint             n_columns)
{
  g_autofree char *bar = make_bar (progress);
  g_autofree char *turn = say_turn (plan, progress);
  int left_s = (int) ((progress->left_ns + SY_NS_PER_S - 1) / SY_NS_PER_S);
  char *line;

  /* Translators: a bar, minutes and seconds that are left, and what happens now. */
  line = g_strdup_printf (_("[%s] %d:%02d left  %s"), bar, left_s / 60, left_s % 60, turn);
  cut (line, n_columns);
  return line;
}

void
sy_progress_bar_draw (const SyPlan     *plan,
                      const SyProgress *progress)
{
  /* The last column stays free: filling it would break the line on some terminals. */
  guint n_columns = sy_terminal_get_columns (STDERR_FILENO) - 1;
  g_autofree char *line = sy_progress_bar_format (plan, progress, n_columns);

  g_printerr ("\r\033[K%s", line);
}

void
sy_progress_bar_erase (void)
{
  g_printerr ("\r\033[K");
}
