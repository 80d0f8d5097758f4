/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-advice-comparison.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "core/sy-clock.h"
#include "core/sy-units.h"
#include "gui/sy-advice-sections.h"
#include "gui/sy-dossier-item.h"
#include "gui/sy-rules.h"

/* As wide as a recommendation, and how wide texts ask to be, so that two cards fit in there. */
enum { MAX_WIDTH = 760, MAX_CHARS = 30 };

/* Where an answer stands in a profile, and what it is about. */
static const struct
{
  const char *part;
  const char *member;
  const char *meaning;
} answers[] = {
  { "context", "structure", N_("How is it built?") },
  { "context", "use_cases", N_("What is it like?") },
  { "context", "web", N_("Is it a web application?") },
  { "context", "data_ai", N_("Is data science, machine learning or AI part of it?") },
  { "context", "real_time", N_("Do connections stay open, for chat, streams or games?") },
  { "context", "large_project", N_("Is it a large project that joins many other systems?") },
  { "context", "little_code", N_("Does it handle much data with little code?") },
  { "context", "existing_systems", N_("Must existing systems be integrated?") },
  { "request", "steps", N_("A typical request") },
  { "request", "computes_on", N_("Times of computing are those of") },
  { "traffic", "peak_per_s", N_("Requests per second at the peak") },
  { "traffic", "clients", N_("Clients connected at the same time") },
  { "traffic", "response_ms", N_("Nine of ten answers within, in milliseconds") },
  { "team", "languages", N_("Languages that the team knows") },
  { "team", "languages_unsure", N_("Languages that the team may know") },
  { "team", "beginners", N_("Are people on the team new to programming?") },
  { "constraints", "known_languages_only", N_("Only languages that the team knows") },
  { "constraints", "must_haves", N_("What it must have") },
  { "constraints", "vetoed", N_("What is out of the question") },
  { NULL, "priorities", N_("What matters, in order") },
  { NULL, "sources_off", N_("Articles that do not count") },
};

/* The words of a profile's document that stand for no thing of the rulebook. */
static const struct
{
  const char *word;
  const char *text;
} words[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { "unsure", N_("unsure") },
  { "single", N_("One program") },
  { "services", N_("Several services") },
  { "javascript", "JavaScript" },
  { "node", "Node.js" },
  { "python", "Python" },
  { "other", N_("Others") },
};

/* How a step of a request is told, and how many of the quantity's unit its number is. */
static const struct
{
  const char *member;
  const char *name;
  SyQuantity  quantity;
  double      scale;
} steps[] = {
  { "compute_ms", N_("Compute"), SY_QUANTITY_DURATION, SY_NS_PER_MS },
  { "wait_ms", N_("Wait"), SY_QUANTITY_DURATION, SY_NS_PER_MS },
  { "answer_bytes", N_("Answer"), SY_QUANTITY_SIZE, 1 },
};

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What is so in the first decision, and beside it what is so in the second. */
static GtkWidget *
make_columns (const char *first,
              const char *second,
              const char *css_class)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), make_label (first, css_class));
  gtk_box_append (GTK_BOX (columns), make_label (second, css_class));

  return columns;
}

static void
add_row (GtkWidget  *group,
         const char *title,
         const char *first,
         const char *second)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Translators: what is so in the first of two decisions, and in the second. */
  g_autofree char *text = g_strdup_printf (_("1: %s\n2: %s"), first, second);

  gtk_widget_add_css_class (box, "sy-compared");
  gtk_box_append (GTK_BOX (box), make_label (title, "dim-label"));
  gtk_box_append (GTK_BOX (box), make_columns (first, second, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Each group says again which column is which: the names may be out of sight. */
static GtkWidget *
add_group (GtkWidget      *box,
           const char     *title,
           const SyAdvice *first,
           const SyAdvice *second)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_preferences_row_new ();
  g_autofree char *first_name = sy_dossier_make_title (first->dossier);
  g_autofree char *second_name = sy_dossier_make_title (second->dossier);
  GtkWidget *names = make_columns (first_name, second_name, "heading");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_widget_add_css_class (names, "sy-compared");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), names);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (box), group);

  return group;
}

/* A profile's document names every answer, so what differs is found there. */
static JsonNode *
parse_profile (const SyAdvice *advice)
{
  gsize length;
  g_autofree char *text = sy_profile_to_json (sy_decision_get_profile (advice->decision), &length);

  return json_from_string (text, NULL);
}

/* What an id stands for, or the word itself. */
static const char *
find_name (const char *word)
{
  const SyRulebook *rulebook = sy_rules_get (NULL);
  const SyCriterion *criterion = sy_knowledge_find_criterion (rulebook->knowledge, word);
  const SySource *source = sy_knowledge_find_source (rulebook->knowledge, word);
  const SyOption *option = sy_rulebook_find_option (rulebook, word);
  const SyMustHave *must_have = sy_rulebook_find_must_have (rulebook, word);
  const SySourceFact *fact = sy_knowledge_find_fact (rulebook->knowledge, word);
  guint n_objectives;
  const SyObjective *const *objectives = sy_knowledge_get_objectives (rulebook->knowledge,
                                                                      &n_objectives);

  for (guint i = 0; i < n_objectives; i++)
    if (g_str_equal (objectives[i]->id, word))
      return objectives[i]->name;

  return fact != NULL ? fact->name
         : criterion != NULL ? criterion->name
         : source != NULL ? source->name
         : option != NULL ? option->name
         : must_have != NULL ? must_have->text : word;
}

static const char *
say_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return _(words[i].text);

  return find_name (word);
}

static void
say_step (JsonObject *object,
          GString    *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (json_object_has_member (object, steps[i].member))
      {
        double amount = json_object_get_double_member (object, steps[i].member);
        g_autofree char *value = sy_units_format (steps[i].quantity, amount * steps[i].scale);

        /* Translators: what a request does, and for how long or how much of it. */
        g_string_append_printf (text, _("%s %s"), _(steps[i].name), value);
      }
}

static void
say_scalar (JsonNode *node,
            GString  *text)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    g_string_append (text, say_word (json_node_get_string (node)));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? _("Yes") : _("No"));
  else
    g_string_append_printf (text, "%.15g", json_node_get_double (node));
}

static void
say_value (JsonNode *node,
           GString  *text)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    say_step (json_node_get_object (node), text);
  else if (JSON_NODE_HOLDS_VALUE (node))
    say_scalar (node, text);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (text, " · ");
      say_value (json_array_get_element (array, i), text);
    }
}

static char *
say_answer (JsonNode *profile,
            guint     answer)
{
  JsonObject *object = json_node_get_object (profile);
  g_autoptr(GString) text = g_string_new (NULL);

  if (answers[answer].part != NULL)
    object = json_object_has_member (object, answers[answer].part)
               ? json_object_get_object_member (object, answers[answer].part) : NULL;
  if (object != NULL && json_object_has_member (object, answers[answer].member))
    say_value (json_object_get_member (object, answers[answer].member), text);
  /* Knowing none of those that are asked for is an answer, as is to be sure of them all. */
  if (text->len == 0 && g_str_equal (answers[answer].member, "languages")
      && object != NULL && json_object_has_member (object, "languages"))
    g_string_append (text, _("Others"));
  if (text->len == 0 && g_str_equal (answers[answer].member, "languages_unsure"))
    g_string_append (text, "—");

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("unsure"));
}

static void
add_answers (GtkWidget      *box,
             const SyAdvice *first,
             const SyAdvice *second)
{
  g_autoptr(JsonNode) first_profile = parse_profile (first);
  g_autoptr(JsonNode) second_profile = parse_profile (second);
  GtkWidget *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *a = say_answer (first_profile, i);
      g_autofree char *b = say_answer (second_profile, i);

      if (g_str_equal (a, b))
        continue;
      if (group == NULL)
        group = add_group (box, _("Answers that differ"), first, second);
      add_row (group, _(answers[i].meaning), a, b);
    }
}

static char *
say_weight (const SyAdvice    *advice,
            const SyObjective *objective)
{
  /* Translators: a weight in per cent. */
  return g_strdup_printf (_("%.0f %%"), 100 * sy_decision_get_weight (advice->decision, objective));
}

static char *
say_basis (const SyAdvice *advice)
{
  g_autoptr(GPtrArray) sentences = sy_explanation_new (advice->decision, advice->recommendation);

  return sy_advice_sections_say_basis (sentences);
}

/* The same answers come out otherwise where one was measured and the other was not. */
static void
add_basis (GtkWidget      *box,
           const SyAdvice *first,
           const SyAdvice *second)
{
  g_autofree char *a = say_basis (first);
  g_autofree char *b = say_basis (second);

  if (!g_str_equal (a, b))
    add_row (add_group (box, _("What came out"), first, second),
             sy_sentence_say_kind (SY_SENTENCE_RESTS_ON), a, b);
}

static void
add_weights (GtkWidget      *box,
             const SyAdvice *first,
             const SyAdvice *second)
{
  guint n_objectives;
  const SyObjective *const *objectives =
    sy_knowledge_get_objectives (sy_rules_get (NULL)->knowledge, &n_objectives);
  GtkWidget *group = NULL;

  for (guint i = 0; i < n_objectives; i++)
    {
      g_autofree char *a = say_weight (first, objectives[i]);
      g_autofree char *b = say_weight (second, objectives[i]);

      if (g_str_equal (a, b))
        continue;
      if (group == NULL)
        group = add_group (box, _("Weights that differ"), first, second);
      add_row (group, objectives[i]->name, a, b);
    }
}

static void
add_card (GtkWidget      *cards,
          const SyAdvice *advice)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *shares = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *name = sy_dossier_make_title (advice->dossier);
  g_autofree char *answer = sy_dossier_say_answer (advice->dossier);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sy-scene");
  gtk_box_append (GTK_BOX (card), make_label (name, "dim-label"));
  gtk_box_append (GTK_BOX (card), make_label (answer, "heading"));
  sy_advice_sections_show_shares (GTK_BOX (shares), advice->recommendation);
  gtk_box_append (GTK_BOX (card), shares);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_flow_box_insert (GTK_FLOW_BOX (cards), child, -1);
}

/* Side by side where there is room. */
static void
add_results (GtkWidget      *box,
             const SyAdvice *first,
             const SyAdvice *second)
{
  GtkWidget *cards = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (cards), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (cards), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (cards), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What came out"), -1);
  add_card (cards, first);
  add_card (cards, second);
  gtk_box_append (GTK_BOX (box), cards);
}

GtkWidget *
sy_advice_comparison_new (const SyAdvice *first,
                          const SyAdvice *second)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "sy-step");
  add_results (box, first, second);
  add_basis (box, first, second);
  add_weights (box, first, second);
  add_answers (box, first, second);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}
