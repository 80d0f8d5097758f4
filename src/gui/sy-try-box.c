/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-try-box.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-finding.h"
#include "gui/sy-mark-label.h"
#include "gui/sy-running-view.h"

struct _SyTryBox
{
  AdwBin           parent_instance;

  SyCriterionItem *item;
  const SyRecipe  *recipe;
  GSignalGroup    *signals;
  gboolean         is_followed;

  GtkWidget       *finding_box;
  GtkWidget       *left_label;
  GtkWidget       *mark_label;
  GtkWidget       *measured_label;
  GtkWidget       *progress_bar;
  GtkWidget       *running_box;
  GtkWidget       *try_button;
  GtkWidget       *try_stop_button;
};

G_DEFINE_FINAL_TYPE (SyTryBox, sy_try_box, ADW_TYPE_BIN)

static const SyRecipe *
choose_recipe (SyTryBox *self)
{
  return self->recipe != NULL ? self->recipe : sy_criterion_item_choose_recipe (self->item);
}

static const SyEvidence *
find_evidence (SyTryBox *self)
{
  if (self->recipe == NULL)
    return sy_criterion_item_get_latest (self->item);

  return sy_evidence_find (sy_criterion_item_get_evidence (self->item), self->recipe);
}

static const SyRecipe *
find_recipe (SyTryBox         *self,
             const SyEvidence *evidence)
{
  return sy_knowledge_find_recipe (sy_criterion_item_get_knowledge (self->item),
                                   evidence->recipe);
}

static char *
say_evidence (SyTryBox         *self,
              const SyEvidence *evidence)
{
  const SyRecipe *recipe = find_recipe (self, evidence);
  g_autofree char *finding = sy_finding_say (evidence, recipe);

  if (self->recipe == NULL)
    /* Translators: what was measured, and its figures. */
    return g_strdup_printf (_("Measured here: %s. %s"), recipe->name, finding);

  return g_steal_pointer (&finding);
}

static char *
say_measured (SyTryBox *self)
{
  const SyEvidence *evidence = find_evidence (self);
  const SyRecipe *recipe = choose_recipe (self);

  if (evidence != NULL)
    return say_evidence (self, evidence);
  if (sy_criterion_item_get_recipes (self->item)->len == 0)
    return g_strdup (_("Not measurable here"));
  if (recipe == NULL || !sy_recipe_can_be_tried (recipe))
    return g_strdup (_("Measured here: needs a real runtime"));

  return g_strdup (_("Measured here: not yet"));
}

/* What is being tried is this recipe, or any of the criterion's where it shows all of them. */
static gboolean
is_running (SyTryBox *self)
{
  const SyRecipe *trying = sy_criterion_item_get_trying (self->item)->recipe;

  if (trying == NULL)
    return FALSE;

  return self->recipe != NULL
           ? trying == self->recipe
           : g_ptr_array_find (sy_criterion_item_get_recipes (self->item), trying, NULL);
}

/* Whether what the recipe expects came about; what was not measured has no mark. */
static void
show_mark (SyTryBox *self)
{
  const SyEvidence *evidence = find_evidence (self);

  gtk_widget_set_visible (self->mark_label, evidence != NULL);
  if (evidence == NULL)
    return;

  sy_mark_label_show (GTK_LABEL (self->mark_label),
                      sy_recipe_get_mark (find_recipe (self, evidence), evidence));
}

static void
show_button (SyTryBox *self)
{
  const SyRecipe *recipe = choose_recipe (self);
  gboolean can_be_tried = recipe != NULL && sy_recipe_can_be_tried (recipe);
  gboolean is_busy = sy_criterion_item_get_trying (self->item)->is_busy;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->try_button, can_be_tried && !is_running (self));
  if (!can_be_tried)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->try_button), "s", recipe->id);
  gtk_widget_set_tooltip_text (self->try_button,
                               is_busy ? _("Something else is being measured: they would disturb "
                                           "each other")
                                       : recipe->text);
  /* Translators: what is measured: “Measure: Mostly waiting, how many”. */
  label = g_strdup_printf (_("Measure: %s"), recipe->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->try_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What was pressed goes, or can no longer be pressed, and takes the focus with it: the other button
 * is where it was.  Who has gone elsewhere meanwhile stays there.
 */
static void
follow (SyTryBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *button = is_running (self) ? self->try_stop_button : self->try_button;

  if (!self->is_followed || !gtk_widget_get_sensitive (button) ||
      (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    return;

  gtk_widget_grab_focus (button);
}

static void
clicked_cb (SyTryBox *self)
{
  self->is_followed = TRUE;
  follow (self);
}

static void
changed_cb (SyTryBox *self)
{
  g_autofree char *measured = say_measured (self);

  gtk_label_set_label (GTK_LABEL (self->measured_label), measured);
  show_mark (self);
  gtk_widget_set_visible (self->finding_box, !is_running (self));
  gtk_widget_set_visible (self->running_box, is_running (self));
  show_button (self);
  follow (self);
}

static void
progress_cb (SyTryBox *self)
{
  const SyTrying *trying = sy_criterion_item_get_trying (self->item);
  g_autofree char *left = sy_running_view_format_left (trying->left_ns);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                 CLAMP (trying->share_done, 0, 1));
  gtk_label_set_label (GTK_LABEL (self->left_label), left);
}

static void
sy_try_box_dispose (GObject *object)
{
  SyTryBox *self = SY_TRY_BOX (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sy_try_box_parent_class)->dispose (object);
}

static void
sy_try_box_class_init (SyTryBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sy_try_box_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-try-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, finding_box);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, left_label);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, mark_label);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, measured_label);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, running_box);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, try_button);
  gtk_widget_class_bind_template_child (widget_class, SyTryBox, try_stop_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow);
}

static void
sy_try_box_init (SyTryBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SY_TYPE_CRITERION_ITEM);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "progress", G_CALLBACK (progress_cb), self);
}

GtkWidget *
sy_try_box_new (SyCriterionItem *item,
                const SyRecipe  *recipe)
{
  SyTryBox *self = g_object_new (SY_TYPE_TRY_BOX, NULL);

  sy_try_box_set_item (self, item, recipe);

  return GTK_WIDGET (self);
}

void
sy_try_box_set_item (SyTryBox        *self,
                     SyCriterionItem *item,
                     const SyRecipe  *recipe)
{
  g_return_if_fail (SY_IS_TRY_BOX (self));

  g_set_object (&self->item, item);
  self->recipe = recipe;
  g_signal_group_set_target (self->signals, item);
  changed_cb (self);
  progress_cb (self);
}
