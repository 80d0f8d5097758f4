/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-scene.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sy-scene-error-quark, sy_scene_error)

static const SyScene scenes[] = {
  {
    .id = "waiting",
    .name = N_("Mostly waiting"),
    .lesson = N_("Most of a request is spent waiting for another service: "
                 "what does keeping many of them open cost?"),
    .workload_id = "waiting",
    .has_open_phase = TRUE,
  },
  {
    .id = "one-heavy",
    .name = N_("One heavy request among light ones"),
    .lesson = N_("One client in 64 asks for a long computation: who else has to wait for it?"),
    .workload_id = "one-heavy",
  },
  {
    .id = "computing",
    .name = N_("Pure computing"),
    .lesson = N_("Every request only computes: neither one loop nor one lock can use "
                 "a second processor"),
    .workload_id = "computing",
  },
};

const SyScene *
sy_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);

  return scenes;
}

static char *
list_scenes (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", scenes[i].id);

  return g_string_free (list, FALSE);
}

static const SyScene *
find_scene (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (g_str_equal (scenes[i].id, id))
      return &scenes[i];

  return NULL;
}

const SyScene *
sy_scenes_find (const char *id,
                GError    **error)
{
  const SyScene *scene = find_scene (id);
  g_autofree char *known = NULL;

  if (scene != NULL)
    return scene;

  known = list_scenes ();
  g_set_error (error, SY_SCENE_ERROR, SY_SCENE_ERROR_UNKNOWN,
               _("There is no scene “%s”; the scenes are %s"), id, known);
  return NULL;
}

const char *
sy_scene_get_title (const char *id)
{
  const SyScene *scene = find_scene (id);

  return scene != NULL ? _(scene->name) : _("Your own workload");
}
