/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "decision/sy-rulebook.h"

G_BEGIN_DECLS

/**
 * SyAnswerRow:
 *
 * A question that is answered with yes, no or unsure.
 */
#define SY_TYPE_ANSWER_ROW (sy_answer_row_get_type ())

G_DECLARE_FINAL_TYPE (SyAnswerRow, sy_answer_row, SY, ANSWER_ROW, AdwActionRow)

GtkWidget *sy_answer_row_new        (const char  *question) G_GNUC_WARN_UNUSED_RESULT;

SyAnswer   sy_answer_row_get_answer (SyAnswerRow *self);
void       sy_answer_row_set_answer (SyAnswerRow *self,
                                     SyAnswer     answer);

G_END_DECLS
