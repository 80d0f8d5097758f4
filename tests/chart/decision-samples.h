/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "samples.h"

G_BEGIN_DECLS

/* What a decision comes to, from figures like those of a real one. */
SyChart *sample_contributions (SampleKind kind) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sample_tornado       (SampleKind kind) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sample_acceptability (SampleKind kind) G_GNUC_WARN_UNUSED_RESULT;
SyChart *sample_flips         (SampleKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
