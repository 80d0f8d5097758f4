/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-dossier-item.h"

#include <glib/gi18n-lib.h>

#include "decision/sy-decision.h"
#include "gui/sy-report.h"
#include "gui/sy-rules.h"

struct _SyDossierItem
{
  GObject      parent_instance;

  SySavedText  text;
  SyDossier   *dossier;
};

static void sy_dossier_item_saved_item_init (SySavedItemInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyDossierItem, sy_dossier_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_SAVED_ITEM,
                                                      sy_dossier_item_saved_item_init))

static void
sy_dossier_item_finalize (GObject *object)
{
  SyDossierItem *self = SY_DOSSIER_ITEM (object);

  sy_saved_text_clear (&self->text);
  g_clear_pointer (&self->dossier, sy_dossier_free);

  G_OBJECT_CLASS (sy_dossier_item_parent_class)->finalize (object);
}

static void
sy_dossier_item_class_init (SyDossierItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_dossier_item_finalize;
}

static void
sy_dossier_item_init (SyDossierItem *self)
{
}

char *
sy_dossier_say_answer (const SyDossier *dossier)
{
  if (dossier->answer == NULL)
    return g_strdup (_("The constraints rule every option out."));
  if (dossier->share < SY_DECISION_CLEAR)
    /* Its language may be clear all the same.  Translators: an option, and how many of 100. */
    return g_strdup_printf (_("%s is ahead, and wins in %u of 100 weightings."),
                            dossier->answer->name, dossier->percent);

  /* Translators: an option, and how many of 100 weightings it wins in. */
  return g_strdup_printf (_("%s wins in %u of 100 weightings."), dossier->answer->name,
                          dossier->percent);
}

char *
sy_dossier_make_title (const SyDossier *dossier)
{
  const char *name = dossier->profile->name;

  return name != NULL && *name != '\0' ? g_strdup (name)
                                       : sy_report_format_time (dossier->created);
}

/* What a search looks through. */
static char *
collect_words (const SyDossierItem *self)
{
  const char *note = self->dossier->profile->note;
  g_autofree char *words = g_strdup_printf ("%s\n%s\n%s\n%s\n%s", self->text.title,
                                            self->text.detail, self->text.finding,
                                            note != NULL ? note : "", self->dossier->id);

  return g_utf8_casefold (words, -1);
}

SyDossierItem *
sy_dossier_item_new (SyDossier *dossier)
{
  SyDossierItem *self = g_object_new (SY_TYPE_DOSSIER_ITEM, NULL);

  self->dossier = dossier;
  self->text.path = sy_dossier_get_path (dossier);
  self->text.title = sy_dossier_make_title (dossier);
  self->text.detail = sy_report_format_time (dossier->created);
  self->text.finding = sy_dossier_say_answer (dossier);
  self->text.words = collect_words (self);

  return self;
}

SyDossierItem *
sy_dossier_item_new_damaged (const char *path,
                             const char *problem)
{
  SyDossierItem *self = g_object_new (SY_TYPE_DOSSIER_ITEM, NULL);

  sy_saved_text_damage (&self->text, path, problem);

  return self;
}

const SyDossier *
sy_dossier_item_get_dossier (SyDossierItem *self)
{
  g_return_val_if_fail (SY_IS_DOSSIER_ITEM (self), NULL);

  return self->dossier;
}

static const SySavedText *
sy_dossier_item_get_text (SySavedItem *item)
{
  return &SY_DOSSIER_ITEM (item)->text;
}

static void
sy_dossier_item_saved_item_init (SySavedItemInterface *iface)
{
  iface->get_text = sy_dossier_item_get_text;
}

static gpointer
read_item (const char *path)
{
  g_autoptr(GError) error = NULL;
  const char *problem;
  const SyRulebook *rulebook = sy_rules_get (&problem);
  SyDossier *dossier;

  if (rulebook == NULL)
    return sy_dossier_item_new_damaged (path, problem);

  dossier = sy_dossier_load (path, rulebook, &error);

  return dossier != NULL ? sy_dossier_item_new (dossier)
                         : sy_dossier_item_new_damaged (path, error->message);
}

const SySavedKind sy_saved_dossiers = {
  sy_dossier_item_get_type,
  sy_dossier_list_paths,
  read_item,
};
