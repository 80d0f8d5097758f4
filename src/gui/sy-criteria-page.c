/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-criteria-page.h"

#include <glib/gi18n-lib.h>

#include "gui/sy-articles.h"
#include "gui/sy-criteria-list.h"
#include "gui/sy-criterion-view.h"
#include "gui/sy-measurement.h"
#include "gui/sy-page.h"
#include "gui/sy-sources-view.h"

struct _SyCriteriaPage
{
  AdwBin           parent_instance;

  SyCriteriaModel *model;
  SySavedList     *runs;
  SyMeasurement   *measurement;
  const SyRecipe  *recipe;
  SyCriterionItem *item;
  gboolean         is_loading;
  gboolean         is_narrow;
  gboolean         is_searching;

  GtkWidget       *criteria_stack;
  GtkWidget       *detail_bin;
  SyCriteriaList  *list_view;
  GtkWidget       *problem_page;
  GtkWidget       *spinner;
};

enum
{
  PROP_0,
  PROP_MEASUREMENT,
  N_PROPS,
  PROP_CAN_GO_BACK = N_PROPS,
  PROP_CAN_SEARCH,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_TITLE,
};

static void sy_criteria_page_page_init (SyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SyCriteriaPage, sy_criteria_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SY_TYPE_PAGE, sy_criteria_page_page_init))

static gboolean
shows (SyCriteriaPage *self,
       const char     *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->criteria_stack)),
                    name) == 0;
}

static void
show (SyCriteriaPage *self,
      const char     *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->criteria_stack), name);
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-search");
  g_object_notify (G_OBJECT (self), "title");
}

/* Takes @view, which is made when it is opened and goes when it is left. */
static void
open_view (SyCriteriaPage *self,
           GtkWidget      *view)
{
  adw_bin_set_child (ADW_BIN (self->detail_bin), view);
  show (self, "detail");
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
opened_cb (SyCriteriaList  *list,
           SyCriterionItem *item,
           SyCriteriaPage  *self)
{
  g_set_object (&self->item, item);
  open_view (self, sy_criterion_view_new (self->model, item));
}

static void
sources_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (widget);

  if (self->model == NULL)
    return;

  g_clear_object (&self->item);
  open_view (self, sy_sources_view_new (self->model));
}

static void
show_knowledge (SyCriteriaPage    *self,
                const SyKnowledge *knowledge)
{
  /* A criterion may have been asked for before all was shown. */
  if (self->model != NULL)
    return;

  self->model = sy_criteria_model_new (knowledge);
  if (self->runs != NULL)
    sy_criteria_model_set_runs (self->model, self->runs);
  sy_criteria_model_set_measurement (self->model, self->measurement, NULL);
  sy_criteria_list_set_model (self->list_view, self->model);
  show (self, "criteria");
}

static void
show_problem (SyCriteriaPage *self,
              const char     *problem)
{
  g_autofree char *escaped = g_markup_escape_text (problem, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem_page), escaped);
  show (self, "problem");
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  sy_articles_get (NULL);
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);
  const char *problem;
  const SyKnowledge *knowledge = sy_articles_get (&problem);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  /* The window may have been closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (knowledge != NULL)
    show_knowledge (self, knowledge);
  else
    show_problem (self, problem);
}

static void
painted_cb (SyCriteriaPage *self,
            GdkFrameClock  *clock)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, loaded_cb, NULL);

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_task_set_source_tag (task, painted_cb);
  g_task_run_in_thread (task, load_in_thread);
}

/* Not before it is looked at, and never in the way of the window's first picture: even a thread
 * beside it would take a processor from it, and what is loaded is not in that picture.
 */
static void
sy_criteria_page_map (GtkWidget *widget)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (widget);

  GTK_WIDGET_CLASS (sy_criteria_page_parent_class)->map (widget);
  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (widget);
}

static void
set_measurement (SyCriteriaPage *self,
                 SyMeasurement  *measurement)
{
  if (!g_set_object (&self->measurement, measurement))
    return;

  if (measurement == NULL)
    self->recipe = NULL;
  if (self->model != NULL)
    sy_criteria_model_set_measurement (self->model, measurement, self->recipe);
  g_object_notify (G_OBJECT (self), "measurement");
}

static void
set_narrow (SyCriteriaPage *self,
            gboolean        is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  g_object_notify (G_OBJECT (self), "narrow");
}

static void
set_searching (SyCriteriaPage *self,
               gboolean        is_searching)
{
  if (self->is_searching == is_searching)
    return;

  self->is_searching = is_searching;
  g_object_notify (G_OBJECT (self), "searching");
}

static const char *
get_title (SyCriteriaPage *self)
{
  if (!shows (self, "detail"))
    return _("Criteria");

  return self->item != NULL ? sy_criterion_item_get_criterion (self->item)->name : _("Articles");
}

static void
sy_criteria_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, shows (self, "detail"));
      break;
    case PROP_CAN_SEARCH:
      g_value_set_boolean (value, shows (self, "criteria"));
      break;
    case PROP_MEASUREMENT:
      g_value_set_object (value, self->measurement);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->is_searching);
      break;
    case PROP_TITLE:
      g_value_set_string (value, get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sy_criteria_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);

  switch (prop_id)
    {
    case PROP_MEASUREMENT:
      set_measurement (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SEARCHING:
      set_searching (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sy_criteria_page_dispose (GObject *object)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->measurement);
  g_clear_object (&self->model);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (sy_criteria_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const overridden[] = { "can-go-back", "can-search", "narrow", "searching",
                                            "title" };

  g_object_class_install_property (
    object_class, PROP_MEASUREMENT,
    g_param_spec_object ("measurement", NULL, NULL, SY_TYPE_MEASUREMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  for (guint i = 0; i < G_N_ELEMENTS (overridden); i++)
    g_object_class_override_property (object_class, PROP_CAN_GO_BACK + i, overridden[i]);
}

static void
sy_criteria_page_class_init (SyCriteriaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sy_criteria_page_dispose;
  object_class->get_property = sy_criteria_page_get_property;
  object_class->set_property = sy_criteria_page_set_property;
  widget_class->map = sy_criteria_page_map;
  install_properties (object_class);

  g_type_ensure (SY_TYPE_CRITERIA_LIST);
  gtk_widget_class_install_action (widget_class, "criteria.sources", NULL, sources_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-criteria-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, criteria_stack);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, detail_bin);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SyCriteriaPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
sy_criteria_page_init (SyCriteriaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
sy_criteria_page_back (SyPage *page)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (page);

  show (self, "criteria");
  if (self->item != NULL)
    sy_criteria_list_focus_item (self->list_view, self->item);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  adw_bin_set_child (ADW_BIN (self->detail_bin), NULL);
}

static void
sy_criteria_page_search (SyPage *page)
{
  SyCriteriaPage *self = SY_CRITERIA_PAGE (page);

  set_searching (self, TRUE);
  sy_criteria_list_focus_search (self->list_view);
}

static void
sy_criteria_page_page_init (SyPageInterface *iface)
{
  iface->back = sy_criteria_page_back;
  iface->search = sy_criteria_page_search;
}

void
sy_criteria_page_set_runs (SyCriteriaPage *self,
                           SySavedList    *runs)
{
  g_return_if_fail (SY_IS_CRITERIA_PAGE (self));
  g_return_if_fail (self->runs == NULL);

  self->runs = g_object_ref (runs);
  sy_criteria_list_set_runs (self->list_view, runs);
  if (self->model != NULL)
    sy_criteria_model_set_runs (self->model, runs);
}

void
sy_criteria_page_open (SyCriteriaPage *self,
                       const char     *criterion)
{
  const SyKnowledge *knowledge = sy_articles_get (NULL);
  GPtrArray *items;

  g_return_if_fail (SY_IS_CRITERIA_PAGE (self));

  if (knowledge == NULL)
    return;

  show_knowledge (self, knowledge);
  items = sy_criteria_model_get_items (self->model);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (sy_criterion_item_get_criterion (items->pdata[i])->id, criterion))
      opened_cb (self->list_view, items->pdata[i], self);
}

SyPlan *
sy_criteria_page_try (SyCriteriaPage *self,
                      const char     *recipe,
                      guint64         seed)
{
  const SyKnowledge *knowledge = sy_articles_get (NULL);

  g_return_val_if_fail (SY_IS_CRITERIA_PAGE (self), NULL);

  self->recipe = knowledge != NULL ? sy_knowledge_find_recipe (knowledge, recipe) : NULL;

  return self->recipe != NULL ? sy_recipe_make_plan (self->recipe, seed) : NULL;
}
