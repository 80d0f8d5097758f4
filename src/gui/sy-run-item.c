/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-run-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/sy-articles.h"
#include "lab/sy-scene.h"

struct _SyRunItem
{
  GObject    parent_instance;

  char      *path;
  char      *title;
  char      *detail;
  char      *finding;
  char      *words;
  GPtrArray *evidence;
  gboolean   is_damaged;
};

G_DEFINE_FINAL_TYPE (SyRunItem, sy_run_item, G_TYPE_OBJECT)

static void
sy_run_item_finalize (GObject *object)
{
  SyRunItem *self = SY_RUN_ITEM (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->finding, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (sy_run_item_parent_class)->finalize (object);
}

static void
sy_run_item_class_init (SyRunItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_run_item_finalize;
}

static void
sy_run_item_init (SyRunItem *self)
{
}

/* What a search looks through: all that a person may remember of a run. */
static char *
collect_words (SyRunItem *self,
               SyReport  *report)
{
  const SyRun *run = sy_report_get_run (report);
  g_autofree char *servers = sy_report_list_servers (report);
  g_autofree char *time = sy_report_format_time (run->started);
  GString *words = g_string_new (self->title);
  char *folded;

  g_string_append_printf (words, "\n%s\n%s\n%s\n%s\n%s", servers, time, self->finding, run->id,
                          run->note != NULL ? run->note : "");
  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhase *phase = run->phases->pdata[i];

      g_string_append_printf (words, "\n%s", sy_scene_get_title (phase->plan.scene));
    }

  folded = g_utf8_casefold (words->str, -1);
  g_string_free (words, TRUE);
  return folded;
}

static GPtrArray *
list_evidence (SyReport *report)
{
  const SyKnowledge *knowledge = sy_articles_get (NULL);

  if (knowledge == NULL)
    return g_ptr_array_new ();

  return sy_evidence_list (knowledge, sy_report_get_run (report), sy_report_get_analysis (report));
}

SyRunItem *
sy_run_item_new (SyReport *report)
{
  SyRunItem *self = g_object_new (SY_TYPE_RUN_ITEM, NULL);
  const SyRun *run = sy_report_get_run (report);

  self->path = g_strdup (sy_report_get_path (report));
  self->title = sy_report_make_title (report);
  if (run->name != NULL && *run->name != '\0')
    self->detail = sy_report_format_time (run->started);
  self->finding = sy_report_make_finding (report);
  self->words = collect_words (self, report);
  self->evidence = list_evidence (report);

  return self;
}

SyRunItem *
sy_run_item_new_damaged (const char *path,
                         const char *problem)
{
  SyRunItem *self = g_object_new (SY_TYPE_RUN_ITEM, NULL);

  self->is_damaged = TRUE;
  self->path = g_strdup (path);
  self->title = g_strdup (_("Damaged File"));
  self->detail = g_filename_display_basename (path);
  self->finding = g_strdup (problem);
  self->words = g_utf8_casefold (self->detail, -1);
  self->evidence = g_ptr_array_new ();

  return self;
}

const char *
sy_run_item_get_path (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->path;
}

const char *
sy_run_item_get_title (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->title;
}

const char *
sy_run_item_get_detail (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->detail;
}

const char *
sy_run_item_get_finding (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->finding;
}

const char *
sy_run_item_get_problem (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->is_damaged ? self->finding : NULL;
}

GPtrArray *
sy_run_item_get_evidence (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->evidence;
}

gboolean
sy_run_item_matches (SyRunItem  *self,
                     const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  g_return_val_if_fail (SY_IS_RUN_ITEM (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->words, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
