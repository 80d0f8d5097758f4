/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lab/sy-run.h"

/* A run made by hand, with every member that can be there and every one that can be absent; always
 * the same, so that its text is.
 */
SyRun *sample_run_new (void) G_GNUC_WARN_UNUSED_RESULT;

char  *sample_run_to_text (void) G_GNUC_WARN_UNUSED_RESULT;
