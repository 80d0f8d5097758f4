/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-rulebook.h"

/* The same for every input, and loaded once: it is what takes time. */
const SyRulebook *fuzz_get_rulebook (void);
