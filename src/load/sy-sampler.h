/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "load/sy-requests.h"
#include "stats/sy-trace.h"

G_BEGIN_DECLS

/**
 * SySampler:
 *
 * Gives some requests an id that travels with them ("…&id=12"), and keeps when each was sent and
 * answered.  All its memory is there before the trial.
 */
typedef struct _SySampler SySampler;

/* For @n_requests at most. */
SySampler       *sy_sampler_new  (guint            n_requests) G_GNUC_WARN_UNUSED_RESULT;
void             sy_sampler_free (SySampler       *self);

/**
 * sy_sampler_mark:
 * @id: above 0
 *
 * Returns: @request with an id in its target, valid as long as the sampler; or @request itself
 *   where all are given away or it is too long
 */
const SyRequest *sy_sampler_mark (SySampler       *self,
                                  const SyRequest *request,
                                  guint32          id);

/* An answer to @request has come; nothing where it was not marked here. */
void             sy_sampler_note (SySampler       *self,
                                  const SyRequest *request,
                                  gint64           sent_at_ns,
                                  gint64           ended_at_ns);

/* Returns: (transfer full) (element-type SyStamp): the marked requests that were answered */
GArray          *sy_sampler_take (SySampler       *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SySampler, sy_sampler_free)

G_END_DECLS
