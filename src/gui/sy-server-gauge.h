/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SyServerGauge:
 *
 * What one server does, live: requests per second and its response time.
 */
#define SY_TYPE_SERVER_GAUGE (sy_server_gauge_get_type ())

G_DECLARE_FINAL_TYPE (SyServerGauge, sy_server_gauge, SY, SERVER_GAUGE, AdwBin)

GtkWidget *sy_server_gauge_new     (const char    *name) G_GNUC_WARN_UNUSED_RESULT;

/* Figures that are not positive are not known yet. */
void       sy_server_gauge_show    (SyServerGauge *self,
                                    gboolean       is_at_work,
                                    const char    *state,
                                    double         requests_per_s,
                                    double         response_ns);

G_END_DECLS
