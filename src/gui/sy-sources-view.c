/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-sources-view.h"

#include <glib/gi18n-lib.h>

#include "export/sy-criteria-chart.h"
#include "gui/sy-chart-view.h"

struct _SySourcesView
{
  AdwBin           parent_instance;

  SyCriteriaModel *model;

  SyChartView     *overview;
  GtkWidget       *sources_box;
};

G_DEFINE_FINAL_TYPE (SySourcesView, sy_sources_view, ADW_TYPE_BIN)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *text)
{
  GtkWidget *row;

  if (text == NULL)
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static char *
say_date (const SySource *source)
{
  if (source->published != NULL && source->updated != NULL)
    /* Translators: two dates. */
    return g_strdup_printf (_("Published %s, updated %s"), source->published, source->updated);
  if (source->published != NULL)
    /* Translators: a date. */
    return g_strdup_printf (_("Published %s"), source->published);

  return g_strdup (source->dating);
}

/* How many of its claims were tried here, and how many of those held. */
static char *
say_tried (SySourcesView  *self,
           const SySource *source)
{
  GPtrArray *evidence = sy_criteria_model_get_evidence (self->model);
  guint n_claims;
  const SyClaim *const *claims =
    sy_knowledge_get_claims (sy_criteria_model_get_knowledge (self->model), &n_claims);
  guint n_tried = 0;
  guint n_held = 0;

  for (guint i = 0; i < n_claims; i++)
    {
      const SyRecipe *recipe = claims[i]->source == source ? claims[i]->recipe : NULL;
      const SyEvidence *found = recipe != NULL ? sy_evidence_find (evidence, recipe) : NULL;

      if (found == NULL)
        continue;
      n_tried++;
      n_held += sy_claim_get_mark (claims[i], found) == SY_MARK_REPRODUCED ? 1 : 0;
    }

  if (n_tried == 0)
    return g_strdup (_("None of its claims was tried here yet"));

  /* Translators: of so many claims that were tried, how many were reproduced. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u tried claim held here",
                                       "%u of %u tried claims held here", n_tried),
                          n_held, n_tried);
}

static void
add_contradictions (SySourcesView       *self,
                    AdwPreferencesGroup *group,
                    const SySource      *source)
{
  guint n_verdicts;
  const SySourceVerdict *const *verdicts =
    sy_knowledge_get_verdicts (sy_criteria_model_get_knowledge (self->model), &n_verdicts);

  for (guint i = 0; i < n_verdicts; i++)
    if (verdicts[i]->source == source && sy_source_verdict_is_contradicted (verdicts[i]))
      {
        g_autofree char *says = sy_source_verdict_say (verdicts[i]);
        /* Translators: a criterion, and what an article concludes on it. */
        g_autofree char *title = g_strdup_printf (_("%s: %s"), verdicts[i]->criterion->name, says);

        add_row (group, title, verdicts[i]->contradiction);
        adw_preferences_group_set_description (group, sy_knowledge_say_language ());
      }
}

static void
add_source (SySourcesView  *self,
            const SySource *source)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *date = say_date (source);
  g_autofree char *tried = say_tried (self, source);
  g_autofree char *title = g_markup_escape_text (source->name, -1);

  adw_preferences_group_set_title (group, title);
  add_row (group, _("Title"), source->title);
  add_row (group, _("Author"), source->author);
  add_row (group, _("Date"), date);
  add_row (group, _("What the publisher does"), source->stake);
  add_contradictions (self, group, source);
  if (source->cluster->n_sources > 1)
    add_row (group, _("What it shares with others"), source->cluster->text);
  add_row (group, _("Tried on this machine"), tried);
  gtk_box_append (GTK_BOX (self->sources_box), GTK_WIDGET (group));
}

static void
show_sources (SySourcesView *self)
{
  const SyKnowledge *knowledge = sy_criteria_model_get_knowledge (self->model);
  guint n_sources;
  const SySource *const *sources = sy_knowledge_get_sources (knowledge, &n_sources);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sources_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->sources_box), child);
  for (guint i = 0; i < n_sources; i++)
    add_source (self, sources[i]);

  sy_chart_view_set_chart (self->overview,
                           sy_criteria_chart_new (knowledge,
                                                  sy_criteria_model_get_evidence (self->model)));
}

static void
sy_sources_view_dispose (GObject *object)
{
  SySourcesView *self = SY_SOURCES_VIEW (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (sy_sources_view_parent_class)->dispose (object);
}

static void
sy_sources_view_class_init (SySourcesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_sources_view_dispose;

  g_type_ensure (SY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-sources-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SySourcesView, overview);
  gtk_widget_class_bind_template_child (widget_class, SySourcesView, sources_box);
}

static void
sy_sources_view_init (SySourcesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sy_chart_view_set_all_rows (self->overview, TRUE);
}

GtkWidget *
sy_sources_view_new (SyCriteriaModel *model)
{
  SySourcesView *self = g_object_new (SY_TYPE_SOURCES_VIEW, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (show_sources), self, G_CONNECT_SWAPPED);
  show_sources (self);

  return GTK_WIDGET (self);
}
