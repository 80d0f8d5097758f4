/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/sy-report.h"

#include <glib/gi18n-lib.h>

#include "lab/sy-run-store.h"

struct _SyReport
{
  GObject     parent_instance;

  SyRun      *run;
  SyAnalysis *analysis;
  char       *path;
};

G_DEFINE_FINAL_TYPE (SyReport, sy_report, G_TYPE_OBJECT)

static void
sy_report_finalize (GObject *object)
{
  SyReport *self = SY_REPORT (object);

  g_clear_pointer (&self->analysis, sy_analysis_free);
  g_clear_pointer (&self->run, sy_run_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (sy_report_parent_class)->finalize (object);
}

static void
sy_report_class_init (SyReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sy_report_finalize;
}

static void
sy_report_init (SyReport *self)
{
}

SyReport *
sy_report_new (SyRun      *run,
               const char *path)
{
  SyReport *self = g_object_new (SY_TYPE_REPORT, NULL);

  self->run = run;
  self->analysis = sy_analysis_new (run);
  self->path = g_strdup (path);

  return self;
}

SyReport *
sy_report_load (const char *path,
                GError    **error)
{
  SyRun *run = sy_run_load (path, error);

  return run != NULL ? sy_report_new (run, path) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SyReport *report = sy_report_load (path, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
sy_report_load_async (const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, sy_report_load_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

SyReport *
sy_report_load_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *path;
  char *name;
  char *note;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

/* Of the file as it is now, since another program may have written it meanwhile. */
static SyReport *
apply_edit (Edit    *edit,
            GError **error)
{
  g_autoptr(SyRun) run = sy_run_load (edit->path, error);

  if (run == NULL)
    return NULL;

  g_free (run->name);
  run->name = g_steal_pointer (&edit->name);
  g_free (run->note);
  run->note = g_steal_pointer (&edit->note);
  if (!sy_run_save (run, edit->path, SY_FILE_REPLACE, error))
    return NULL;

  return sy_report_new (g_steal_pointer (&run), edit->path);
}

static void
edit_in_thread (GTask        *task,
                gpointer      source,
                gpointer      edit,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SyReport *report = apply_edit (edit, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, g_object_unref);
  else
    g_task_return_error (task, error);
}

static char *
copy_unless_empty (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

void
sy_report_edit_async (SyReport            *self,
                      const char          *name,
                      const char          *note,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autoptr(GTask) task = NULL;
  Edit *edit = g_new0 (Edit, 1);

  g_return_if_fail (SY_IS_REPORT (self));
  g_return_if_fail (self->path != NULL);

  edit->path = g_strdup (self->path);
  edit->name = copy_unless_empty (name);
  edit->note = copy_unless_empty (note);
  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, sy_report_edit_async);
  g_task_set_task_data (task, edit, edit_free);
  g_task_run_in_thread (task, edit_in_thread);
}

SyReport *
sy_report_edit_finish (SyReport      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const SyRun *
sy_report_get_run (SyReport *self)
{
  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  return self->run;
}

const SyAnalysis *
sy_report_get_analysis (SyReport *self)
{
  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  return self->analysis;
}

const char *
sy_report_get_path (SyReport *self)
{
  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  return self->path;
}

gboolean
sy_report_has_traces (SyReport *self)
{
  g_return_val_if_fail (SY_IS_REPORT (self), FALSE);

  for (guint i = 0; i < self->run->phases->len; i++)
    if (sy_phase_has_traces (self->run->phases->pdata[i]))
      return TRUE;

  return FALSE;
}

char *
sy_report_make_title (SyReport *self)
{
  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  if (self->run->name != NULL && *self->run->name != '\0')
    return g_strdup (self->run->name);

  return sy_report_format_time (self->run->started);
}

/* A decided verdict before an open one, otherwise in the order of the plan. */
const SyVerdict *
sy_report_get_verdict (SyReport *self)
{
  const SyVerdict *first = NULL;

  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  for (guint i = 0; i < self->analysis->verdicts->len; i++)
    {
      const SyVerdict *verdict = &g_array_index (self->analysis->verdicts, SyVerdict, i);

      if (verdict->is_sensitivity)
        continue;
      if (verdict->comparison.winner != SY_WINNER_TOO_CLOSE)
        return verdict;
      if (first == NULL)
        first = verdict;
    }

  return first;
}

char *
sy_report_make_finding (SyReport *self)
{
  const SyVerdict *verdict;

  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  verdict = sy_report_get_verdict (self);
  if (verdict != NULL)
    return sy_analysis_say_verdict (self->analysis, self->run, verdict);
  if (self->run->plan->arms->len < 2)
    return g_strdup (_("One server alone, so nothing to compare it with"));

  return g_strdup (_("Too little was measured for a finding"));
}

char *
sy_report_list_servers (SyReport *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (SY_IS_REPORT (self), NULL);

  for (guint i = 0; i < self->run->plan->arms->len; i++)
    {
      const SyArm *arm = self->run->plan->arms->pdata[i];

      g_ptr_array_add (names, (gpointer) _(arm->name));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (_(", "), (char **) names->pdata);
}

char *
sy_report_format_time (GDateTime *time)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) local = g_date_time_to_local (time);

  if (g_date_time_get_year (now) == g_date_time_get_year (local) &&
      g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (local))
    /* Translators: a time today, see the manual of g_date_time_format(). */
    return g_date_time_format (local, _("Today %H:%M"));

  /* Translators: a date and a time, see the manual of g_date_time_format(). */
  return g_date_time_format (local, _("%-e %B %Y %H:%M"));
}
