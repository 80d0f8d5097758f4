/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-experiment.h"

G_BEGIN_DECLS

/* One line about how far an experiment is, at most @n_columns wide. */
char *sy_progress_bar_format (const SyPlan     *plan,
                              const SyProgress *progress,
                              guint             n_columns) G_GNUC_WARN_UNUSED_RESULT;

/* Draws over the last line on standard error, or takes it away. */
void  sy_progress_bar_draw   (const SyPlan     *plan,
                              const SyProgress *progress);
void  sy_progress_bar_erase  (void);

G_END_DECLS
