/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-profile.h"

G_BEGIN_DECLS

/**
 * sy_interview_run:
 * @start: the answers offered as they are
 * @mode: of the file that answers may be saved in
 *
 * Asks the questions of the wizard, one after the other: questions go to standard error, so that
 * standard output is left to what comes of them; answers are lines of standard input.  Whoever
 * stops early is offered to save what was answered, which is an error (%G_IO_ERROR_CANCELLED) too,
 * as nothing can be decided.
 */
SyProfile *sy_interview_run (const SyRulebook  *rulebook,
                             const SyProfile   *start,
                             SyFileMode         mode,
                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
