/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-rulebook.h"

G_BEGIN_DECLS

/* What can be chosen and by which rules, loaded by whoever asks first, on whichever thread, and
 * kept.  %NULL with a message in @problem (nullable) where it cannot be read.
 */
const SyRulebook *sy_rules_get (const char **problem);

G_END_DECLS
