/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-advice-sections.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-run-store.h"

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

void
sy_advice_sections_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
make_share (void)
{
  GtkWidget *share = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_label (NULL, NULL);
  GtkWidget *bar = gtk_level_bar_new ();

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (bar, "sy-share");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), make_label (NULL, "sy-figure"));
  gtk_box_append (GTK_BOX (share), line);
  gtk_box_append (GTK_BOX (share), bar);

  return share;
}

static void
fill_share (GtkWidget            *share,
            const SyOptionResult *result)
{
  GtkWidget *line = gtk_widget_get_first_child (share);
  GtkWidget *bar = gtk_widget_get_last_child (share);
  g_autofree char *text = NULL;

  if (result->excluded_by != NULL)
    text = g_strdup (_("ruled out"));
  else
    /* Translators: in how many of 100 weightings an option wins. */
    text = g_strdup_printf (_("wins in %u of 100"), result->percents[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (line)), result->option->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (line)), text);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), result->acceptability[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  result->option->name, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  double share_a = (*(const SyOptionResult *const *) a)->acceptability[0];
  double share_b = (*(const SyOptionResult *const *) b)->acceptability[0];

  return (share_a < share_b) - (share_a > share_b);
}

static void
add_shares (GtkBox *box,
            guint   n_shares)
{
  for (guint i = 0; i < n_shares; i++)
    gtk_box_append (box, make_share ());
  gtk_box_append (box, make_label (_("of weightings near yours"), "dim-label"));
}

/* While a slider moves they are filled anew, not made anew: that would take longer than a frame. */
void
sy_advice_sections_show_shares (GtkBox                 *box,
                                const SyRecommendation *recommendation)
{
  g_autoptr(GPtrArray) results = g_ptr_array_copy (recommendation->options, NULL, NULL);
  GtkWidget *share;

  g_ptr_array_set_free_func (results, NULL);
  g_ptr_array_sort (results, compare_shares);
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    add_shares (box, results->len);
  share = gtk_widget_get_first_child (GTK_WIDGET (box));
  for (guint i = 0; i < results->len; i++)
    {
      fill_share (share, results->pdata[i]);
      share = gtk_widget_get_next_sibling (share);
    }
}

/* The first of its grounds of a kind. */
static const char *
find_ground (const SySentence *sentence,
             SyGroundKind      kind)
{
  for (guint i = 0; i < sentence->grounds->len; i++)
    {
      const SyGround *ground = &g_array_index (sentence->grounds, SyGround, i);

      if (ground->kind == kind)
        return ground->id;
    }

  return NULL;
}

static void
add_link (GtkWidget  *row,
          const char *label,
          const char *action,
          const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_links (GtkWidget        *row,
           const SySentence *sentence)
{
  const char *criterion = find_ground (sentence, SY_GROUND_CRITERION);
  const char *run = find_ground (sentence, SY_GROUND_RUN);
  g_autofree char *path = run != NULL ? sy_run_store_resolve (run, NULL) : NULL;

  if (path != NULL)
    add_link (row, _("Your Run"), "win.show-run", path);
  if (criterion != NULL && run == NULL)
    add_link (row, _("Sources"), "win.show-criterion", criterion);
}

static GtkWidget *
make_row (const SySentence *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  add_links (row, sentence);

  return row;
}

void
sy_advice_sections_add (GtkBox         *box,
                        GPtrArray      *sentences,
                        SySentenceKind  kind,
                        guint           max)
{
  GtkWidget *group = NULL;
  guint n = 0;

  for (guint i = 0; i < sentences->len && n < max; i++)
    {
      const SySentence *sentence = sentences->pdata[i];

      if (sentence->kind != kind)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           sy_sentence_say_kind (kind));
          adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                                 sy_sentence_say_language (kind));
          gtk_box_append (box, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (sentence));
      n++;
    }
}

char *
sy_advice_sections_say_basis (GPtrArray *sentences)
{
  GString *basis = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const SySentence *sentence = sentences->pdata[i];

      if (sentence->kind == SY_SENTENCE_RESTS_ON)
        g_string_append_printf (basis, "%s%s", basis->len > 0 ? " · " : "", sentence->text);
    }

  return g_string_free (basis, FALSE);
}

void
sy_advice_sections_add_basis (GtkBox    *box,
                              GPtrArray *sentences)
{
  g_autofree char *basis = sy_advice_sections_say_basis (sentences);
  /* Translators: a heading such as “It rests on”, and what follows it. */
  g_autofree char *text = g_strdup_printf (_("%s %s"),
                                           sy_sentence_say_kind (SY_SENTENCE_RESTS_ON), basis);

  gtk_box_append (box, make_label (text, "dim-label"));
}

void
sy_advice_sections_add_method (GtkBox *box)
{
  static const char *const sentences[] = {
    N_("The articles are weighed together, those that copy each other as one, and what was "
       "measured takes their place where it tells more."),
    N_("What you put in order becomes weights, and 10,000 draws vary those weights and all that "
       "is uncertain. An option wins a draw if its sum is the largest (SMAA-2, Lahdelma and "
       "Salminen, 2001)."),
    N_("Fewer wins than 80 of 100 are no clear winner."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    gtk_box_append (box, make_label (_(sentences[i]), NULL));
}
