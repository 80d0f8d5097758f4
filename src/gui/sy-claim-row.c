/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-claim-row.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-finding.h"
#include "gui/sy-mark-label.h"
#include "lab/sy-run-store.h"

struct _SyClaimRow
{
  AdwExpanderRow  parent_instance;

  const SyClaim  *claim;
  SyEvidence     *evidence;
  GtkWidget      *mark_label;
  GtkWidget      *finding_row;
};

G_DEFINE_FINAL_TYPE (SyClaimRow, sy_claim_row, ADW_TYPE_EXPANDER_ROW)

/* What differs, in neutral words. */
static const char *const doubt_titles[] = {
  [SY_DOUBT_WITHIN] = N_("Differs from what the article says elsewhere"),
  [SY_DOUBT_BETWEEN] = N_("Differs from another article"),
  [SY_DOUBT_DOCUMENTATION] = N_("Differs from the documentation"),
};

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
open_cb (GtkButton  *button,
         const char *address)
{
  g_app_info_launch_default_for_uri_async (address, NULL, NULL, NULL, NULL);
}

/* At the end of a row, which is long enough without words there. */
static GtkWidget *
create_button (const char *icon,
               const char *tooltip,
               const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkWidget *
create_link (const SyReference *reference)
{
  g_autofree char *subtitle = NULL;
  GtkWidget *row = NULL;
  GtkWidget *button = create_button ("adw-external-link-symbolic", reference->address,
                                     _("Open the Document"));

  if (reference->date != NULL)
    /* Translators: who publishes a document, and its date. */
    subtitle = g_strdup_printf (_("%s, %s"), reference->publisher, reference->date);
  row = create_row (reference->title, subtitle != NULL ? subtitle : reference->publisher);
  g_signal_connect (button, "clicked", G_CALLBACK (open_cb), (gpointer) reference->address);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_doubts (AdwExpanderRow *row,
            const SyClaim  *claim)
{
  if (sy_source_verdict_is_contradicted (claim->verdict))
    adw_expander_row_add_row (row, create_row (_("The article’s verdict differs from its text"),
                                               claim->verdict->contradiction));

  for (guint i = 0; i < claim->doubts->len; i++)
    {
      const SyDoubt *doubt = claim->doubts->pdata[i];

      adw_expander_row_add_row (row, create_row (_(doubt_titles[doubt->kind]), doubt->text));
      for (guint j = 0; j < doubt->references->len; j++)
        adw_expander_row_add_row (row, create_link (doubt->references->pdata[j]));
    }
}

/* Where the run is is looked up when it is asked for: it may have gone by then. */
static void
show_run_cb (SyClaimRow *self)
{
  g_autofree char *path = sy_run_store_resolve (self->evidence->run, NULL);

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-run", "s", path);
}

static GtkWidget *
create_finding_row (SyClaimRow *self)
{
  GtkWidget *row = create_row (_("Measured here"), "");
  GtkWidget *button = create_button ("go-next-symbolic", _("Show This Run"), _("Show This Run"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_run_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_trial (SyClaimRow *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  const SyClaim *claim = self->claim;

  if (claim->recipe == NULL)
    {
      adw_expander_row_add_row (row, create_row (_("Why it is not tried here"),
                                                 claim->obstacle->text));
      return;
    }

  adw_expander_row_add_row (row, create_row (claim->is_opposite
                                               ? _("How it is tried, expecting the opposite")
                                               : _("How it is tried"), claim->recipe->text));
  self->finding_row = create_finding_row (self);
  adw_expander_row_add_row (row, self->finding_row);
}

static void
show_finding (SyClaimRow *self)
{
  g_autofree char *finding = NULL;

  if (self->finding_row == NULL)
    return;

  gtk_widget_set_visible (self->finding_row, self->evidence != NULL);
  if (self->evidence == NULL)
    return;

  finding = sy_finding_say (self->evidence, self->claim->recipe);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->finding_row), finding);
}

/* The rows within are made when they are first asked for: most never are. */
static void
expanded_cb (SyClaimRow *self)
{
  g_signal_handlers_disconnect_by_func (self, expanded_cb, NULL);
  add_doubts (ADW_EXPANDER_ROW (self), self->claim);
  add_trial (self);
  show_finding (self);
}

static char *
say_place (const SyClaim *claim)
{
  guint n_doubts = claim->doubts->len + (sy_source_verdict_is_contradicted (claim->verdict) ? 1
                                                                                            : 0);
  const char *name = claim->source->name;
  const char *date = claim->source->published;
  g_autofree char *where = NULL;
  g_autofree char *doubts = NULL;

  if (date != NULL)
    /* Translators: an article, its date, and a line in it. */
    where = g_strdup_printf (_("%s, %s, line %u"), name, date, claim->line);
  else
    /* Translators: an article, and a line in it. */
    where = g_strdup_printf (_("%s, line %u"), name, claim->line);
  if (n_doubts == 0)
    return g_steal_pointer (&where);

  doubts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u doubt", "%u doubts", n_doubts),
                            n_doubts);
  /* Translators: where a claim is made, and how many doubts there are. */
  return g_strdup_printf (_("%s · %s"), where, doubts);
}

static GtkWidget *
create_mark_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
show_mark (SyClaimRow *self)
{
  sy_mark_label_show (GTK_LABEL (self->mark_label),
                      sy_claim_get_mark (self->claim, self->evidence));
}

static void
sy_claim_row_finalize (GObject *object)
{
  g_clear_pointer (&SY_CLAIM_ROW (object)->evidence, sy_evidence_free);

  G_OBJECT_CLASS (sy_claim_row_parent_class)->finalize (object);
}

static void
sy_claim_row_class_init (SyClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_claim_row_finalize;
}

static void
sy_claim_row_init (SyClaimRow *self)
{
  self->mark_label = create_mark_label ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->mark_label);
}

GtkWidget *
sy_claim_row_new (const SyClaim *claim)
{
  SyClaimRow *self = g_object_new (SY_TYPE_CLAIM_ROW, NULL);
  g_autofree char *place = say_place (claim);

  self->claim = claim;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), claim->text);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), place);
  show_mark (self);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);

  return GTK_WIDGET (self);
}

void
sy_claim_row_set_evidence (SyClaimRow *self,
                           GPtrArray  *evidence)
{
  const SyEvidence *found;

  g_return_if_fail (SY_IS_CLAIM_ROW (self));

  if (self->claim->recipe == NULL)
    return;

  found = sy_evidence_find (evidence, self->claim->recipe);
  g_clear_pointer (&self->evidence, sy_evidence_free);
  self->evidence = found != NULL ? sy_evidence_copy (found) : NULL;
  show_mark (self);
  show_finding (self);
}
