/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-profile.h"

G_BEGIN_DECLS

/* In which part of the document a question is answered. */
extern const char *const sy_question_places[SY_N_QUESTIONS];  /* "context", … */

/* The members that hold a step's amount. */
extern const char *const sy_action_members[];  /* "compute_ms", … */

G_END_DECLS
