/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SY_SCENE_ERROR (sy_scene_error_quark ())

typedef enum
{
  SY_SCENE_ERROR_UNKNOWN,
} SySceneError;

GQuark sy_scene_error_quark (void);

/* The scene of a phase that a person put together. */
#define SY_SCENE_CUSTOM "custom"

/**
 * SyScene:
 * @id: its name on the command line and in saved runs
 * @name: what people see, untranslated
 * @lesson: what it teaches, one sentence, untranslated
 * @workload_id: of a named workload
 * @has_open_phase: whether an open load follows the closed one
 *
 * A workload with a load and a lesson.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *lesson;
  const char *workload_id;
  gboolean    has_open_phase;
} SyScene;

/* The scenes of the default comparison, in order. */
const SyScene *sy_scenes_get      (guint       *n_scenes);
const SyScene *sy_scenes_find     (const char  *id,
                                   GError     **error);

/* Its translated name; of the custom scene too. */
const char    *sy_scene_get_title (const char  *id);

G_END_DECLS
