/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/sy-advice.h"

G_BEGIN_DECLS

/* Two decisions side by side: what differs in the answers given, the weights, and what came out. */
GtkWidget *sy_advice_comparison_new (const SyAdvice *first,
                                     const SyAdvice *second) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
