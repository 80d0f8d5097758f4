/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "decision/sy-decision.h"

/* By its place among the rulebook's. */
const SyOptionResult    *get_option    (const SyRecommendation *recommendation,
                                        guint                   index);

/* The one of that id, which there is. */
const SyCriterionResult *get_criterion (const SyRecommendation *recommendation,
                                        const char             *id);
