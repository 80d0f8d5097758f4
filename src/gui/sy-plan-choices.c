/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-plan-choices.h"

/* Of each kind of member: its key, and where it lies. */
static const struct
{
  const char *key;
  gsize       offset;
} texts[] = {
  { "addresses", G_STRUCT_OFFSET (SyPlanChoices, addresses) },
  { "workload", G_STRUCT_OFFSET (SyPlanChoices, workload) },
  { "steps", G_STRUCT_OFFSET (SyPlanChoices, steps) },
  { "load", G_STRUCT_OFFSET (SyPlanChoices, load) },
}, numbers[] = {
  { "clients", G_STRUCT_OFFSET (SyPlanChoices, clients) },
  { "rate", G_STRUCT_OFFSET (SyPlanChoices, rate) },
  { "think-time-ms", G_STRUCT_OFFSET (SyPlanChoices, think_ms) },
  { "pairs", G_STRUCT_OFFSET (SyPlanChoices, pairs) },
  { "turn-seconds", G_STRUCT_OFFSET (SyPlanChoices, turn_s) },
};

SyPlanChoices *
sy_plan_choices_new_default (void)
{
  static const char *const servers[] = { "event-loop", "lock-threaded", NULL };
  SyPlanChoices *self = g_new0 (SyPlanChoices, 1);

  self->servers = g_strdupv ((char **) servers);
  self->addresses = g_strdup ("");
  self->workload = g_strdup ("waiting");
  self->steps = g_strdup ("c200,w5,b2048");
  self->load = g_strdup ("closed");
  self->clients = 64;
  self->rate = 1000;
  self->pairs = 8;
  self->turn_s = 0.8;

  return self;
}

SyPlanChoices *
sy_plan_choices_recall (GSettings *settings)
{
  SyPlanChoices *self;

  if (settings == NULL)
    return sy_plan_choices_new_default ();

  self = g_new0 (SyPlanChoices, 1);
  self->servers = g_settings_get_strv (settings, "servers");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, self, texts[i].offset) = g_settings_get_string (settings,
                                                                             texts[i].key);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    G_STRUCT_MEMBER (double, self, numbers[i].offset) = g_settings_get_double (settings,
                                                                               numbers[i].key);

  return self;
}

void
sy_plan_choices_remember (const SyPlanChoices *self,
                          GSettings           *settings)
{
  if (settings == NULL)
    return;

  g_settings_set_strv (settings, "servers", (const char *const *) self->servers);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_settings_set_string (settings, texts[i].key,
                           G_STRUCT_MEMBER (char *, self, texts[i].offset));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_settings_set_double (settings, numbers[i].key,
                           G_STRUCT_MEMBER (double, self, numbers[i].offset));
}

void
sy_plan_choices_free (SyPlanChoices *self)
{
  g_strfreev (self->servers);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i].offset));
  g_free (self);
}
