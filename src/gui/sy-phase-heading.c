/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-phase-heading.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-scene.h"

char *
sy_phase_heading_make (const SyPhasePlan *plan)
{
  const char *scene = sy_scene_get_title (plan->scene);
  g_autofree char *load = sy_phase_plan_say_load (plan);

  if (plan->is_sensitivity)
    /* Translators: a scene, and how it was loaded. */
    return g_strdup_printf (_("%s · %s, on processors of their own"), scene, load);

  /* Translators: a scene, and how it was loaded. */
  return g_strdup_printf (_("%s · %s"), scene, load);
}
