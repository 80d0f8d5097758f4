/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-request-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/sy-clock.h"
#include "core/sy-units.h"
#include "server/sy-compute.h"

enum { N_ATTEMPTS = 8, N_UNITS = 50 };

struct _SyRequestPreview
{
  AdwBin     parent_instance;

  char      *runtime;

  GtkWidget *bar;
  GtkWidget *lesson_label;
  GtkWidget *share_label;
  GtkWidget *text_label;
};

G_DEFINE_FINAL_TYPE (SyRequestPreview, sy_request_preview, ADW_TYPE_BIN)

static void
sy_request_preview_finalize (GObject *object)
{
  g_free (SY_REQUEST_PREVIEW (object)->runtime);

  G_OBJECT_CLASS (sy_request_preview_parent_class)->finalize (object);
}

static void
sy_request_preview_class_init (SyRequestPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sy_request_preview_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/steelyard_app/Steelyard/sy-request-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SyRequestPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, SyRequestPreview, lesson_label);
  gtk_widget_class_bind_template_child (widget_class, SyRequestPreview, share_label);
  gtk_widget_class_bind_template_child (widget_class, SyRequestPreview, text_label);
}

static void
sy_request_preview_init (SyRequestPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

double
sy_request_preview_time_unit (void)
{
  gint64 shortest_ns = G_MAXINT64;
  volatile guint32 result = 1;

  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      gint64 begin_ns = sy_clock_now_ns ();
      guint32 x = result;

      for (guint i = 0; i < N_UNITS; i++)
        x = sy_compute_unit (x);
      result = x;
      shortest_ns = MIN (shortest_ns, sy_clock_now_ns () - begin_ns);
    }

  return MAX (shortest_ns, 1) / (double) N_UNITS;
}

static char *
say_program (const SyProgram *program,
             const char      *runtime,
             double           compute_ns,
             double           wait_ns)
{
  g_autofree char *compute = sy_units_format (SY_QUANTITY_DURATION, compute_ns);
  g_autofree char *wait = sy_units_format (SY_QUANTITY_DURATION, wait_ns);
  g_autofree char *size = sy_units_format (SY_QUANTITY_SIZE,
                                           sy_program_get_answer_size (program));

  if (sy_program_fails (program))
    /* Translators: two durations. */
    return g_strdup_printf (_("Computes for %s here, waits for %s, and then fails"), compute, wait);

  if (runtime != NULL)
    /* Translators: a duration and the runtime that takes so long, a duration and a size. */
    return g_strdup_printf (_("Computes for %s on %s, waits for %s, answers with %s"),
                            compute, runtime, wait, size);

  /* Translators: two durations and a size. */
  return g_strdup_printf (_("Computes for %s here, waits for %s, answers with %s"),
                          compute, wait, size);
}

/* Two programs may differ in everything, so of a mix each is said with its weight. */
static char *
say_workload (const SyWorkload *workload,
              const char       *runtime,
              double            unit_ns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < workload->n_parts; i++)
    {
      const SyWorkloadPart *part = &workload->parts[i];
      g_autofree char *sentence =
        say_program (&part->program, runtime, sy_program_count_units (&part->program) * unit_ns,
                     sy_program_count_wait_ms (&part->program) * 1e6);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (workload->n_parts > 1)
        /* Translators: of so many clients do the following. */
        g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u client: ",
                                                   "%u clients: ", part->weight), part->weight);
      g_string_append (text, sentence);
    }

  return g_string_free (text, FALSE);
}

static const char *
choose_lesson (double share,
               double total_ns)
{
  if (total_ns <= 0)
    return _("There is next to nothing to do: this measures what the servers themselves cost.");
  if (share < 0.1)
    return _("Nearly all of it is waiting, during which a loop can serve others.");
  if (share < 0.5)
    return _("More waiting than computing.");

  return _("While it computes, a loop serves nobody else, and a lock lets nobody else compute.");
}

static void
show_share (SyRequestPreview *self,
            double            share)
{
  /* Translators: of the time that a request takes; both in per cent. */
  g_autofree char *text = g_strdup_printf (_("%.0f %% computing, %.0f %% waiting"), share * 100,
                                           100 - round (share * 100));

  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), share);
  gtk_label_set_label (GTK_LABEL (self->share_label), text);
}

void
sy_request_preview_set_runtime (SyRequestPreview *self,
                                const char       *runtime)
{
  g_return_if_fail (SY_IS_REQUEST_PREVIEW (self));

  g_free (self->runtime);
  self->runtime = g_strdup (runtime);
}

void
sy_request_preview_set_workload (SyRequestPreview *self,
                                 const SyWorkload *workload,
                                 double            unit_ns)
{
  g_autofree char *text = say_workload (workload, self->runtime, unit_ns);
  g_autofree char *held = sy_units_hold_together (text);
  double compute_ns = 0, wait_ns = 0, share;

  g_return_if_fail (SY_IS_REQUEST_PREVIEW (self));

  for (guint i = 0; i < workload->n_parts; i++)
    {
      const SyWorkloadPart *part = &workload->parts[i];

      compute_ns += part->weight * sy_program_count_units (&part->program) * unit_ns;
      wait_ns += part->weight * sy_program_count_wait_ms (&part->program) * 1e6;
    }

  share = compute_ns + wait_ns > 0 ? compute_ns / (compute_ns + wait_ns) : 0;
  show_share (self, share);
  gtk_widget_set_visible (self->share_label, compute_ns + wait_ns > 0);
  gtk_widget_set_visible (self->bar, compute_ns + wait_ns > 0);
  gtk_label_set_label (GTK_LABEL (self->text_label), held);
  gtk_label_set_label (GTK_LABEL (self->lesson_label),
                       choose_lesson (share, compute_ns + wait_ns));
}
