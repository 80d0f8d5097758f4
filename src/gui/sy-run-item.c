/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-run-item.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-articles.h"
#include "lab/sy-run-store.h"
#include "lab/sy-scene.h"

struct _SyRunItem
{
  GObject      parent_instance;

  SySavedText  text;
  GPtrArray   *evidence;
  gboolean     has_traces;
};

static void sy_run_item_saved_item_init (SySavedItemInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyRunItem, sy_run_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_SAVED_ITEM,
                                                      sy_run_item_saved_item_init))

static void
sy_run_item_finalize (GObject *object)
{
  SyRunItem *self = SY_RUN_ITEM (object);

  sy_saved_text_clear (&self->text);
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
  GString *words = g_string_new (self->text.title);
  char *folded;

  g_string_append_printf (words, "\n%s\n%s\n%s\n%s\n%s", servers, time, self->text.finding,
                          run->id, run->note != NULL ? run->note : "");
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

  self->text.path = g_strdup (sy_report_get_path (report));
  self->text.title = sy_report_make_title (report);
  if (run->name != NULL && *run->name != '\0')
    self->text.detail = sy_report_format_time (run->started);
  self->text.finding = sy_report_make_finding (report);
  self->text.words = collect_words (self, report);
  self->evidence = list_evidence (report);
  self->has_traces = sy_report_has_traces (report);

  return self;
}

SyRunItem *
sy_run_item_new_damaged (const char *path,
                         const char *problem)
{
  SyRunItem *self = g_object_new (SY_TYPE_RUN_ITEM, NULL);

  sy_saved_text_damage (&self->text, path, problem);
  self->evidence = g_ptr_array_new ();

  return self;
}

GPtrArray *
sy_run_item_get_evidence (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), NULL);

  return self->evidence;
}

gboolean
sy_run_item_has_traces (SyRunItem *self)
{
  g_return_val_if_fail (SY_IS_RUN_ITEM (self), FALSE);

  return self->has_traces;
}

static const SySavedText *
sy_run_item_get_text (SySavedItem *item)
{
  return &SY_RUN_ITEM (item)->text;
}

static void
sy_run_item_saved_item_init (SySavedItemInterface *iface)
{
  iface->get_text = sy_run_item_get_text;
}

/* One run at a time is in memory: what the list shows of it is kept, the rest is not. */
static gpointer
read_item (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SyReport) report = sy_report_load (path, &error);

  return report != NULL ? sy_run_item_new (report)
                        : sy_run_item_new_damaged (path, error->message);
}

const SySavedKind sy_saved_runs = {
  sy_run_item_get_type,
  sy_run_store_list_paths,
  read_item,
};
