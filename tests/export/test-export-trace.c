/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/sy-export-trace.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "sample-run.h"

/* What Perfetto asks of a file in the Trace Event Format: each event has a phase, a process and a
 * thread; times are microseconds; complete events of a thread nest; asynchronous events come in
 * pairs that close in the opposite order under their process, category and id; names are told once
 * for each process and thread there is.
 */
typedef struct
{
  GHashTable *stacks;
  GHashTable *named;
  GHashTable *used;
  GPtrArray  *complete;
  char       *problem;
} Validator;

typedef struct
{
  char  *thread;
  gint64 begin_ns;
  gint64 end_ns;
} Complete;

static void
complete_free (gpointer data)
{
  Complete *self = data;

  g_free (self->thread);
  g_free (self);
}

static void
complain (Validator  *self,
          const char *format,
          const char *what)
{
  if (self->problem == NULL)
    self->problem = g_strdup_printf ("%s: %s", format, what);
}

static gint64
read_ns (Validator  *self,
         JsonObject *event,
         const char *name)
{
  double us = -1;

  if (json_object_has_member (event, name)
      && json_node_get_value_type (json_object_get_member (event, name)) != G_TYPE_STRING)
    us = json_object_get_double_member (event, name);
  if (us < 0)
    complain (self, "no time in microseconds", name);

  return llround (us * 1000);
}

static char *
spell_thread (JsonObject *event)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          json_object_get_int_member_with_default (event, "pid", -1),
                          json_object_get_int_member_with_default (event, "tid", -1));
}

static void
add_complete (Validator  *self,
              JsonObject *event)
{
  Complete *complete = g_new0 (Complete, 1);

  complete->thread = spell_thread (event);
  complete->begin_ns = read_ns (self, event, "ts");
  complete->end_ns = complete->begin_ns + read_ns (self, event, "dur");
  g_ptr_array_add (self->complete, complete);
}

/* The open events of a process, category and id: their names, the innermost last, and the time. */
typedef struct
{
  GPtrArray *names;
  gint64     at_ns;
} Stack;

static void
stack_free (gpointer data)
{
  Stack *self = data;

  g_ptr_array_unref (self->names);
  g_free (self);
}

static Stack *
find_stack (Validator  *self,
            JsonObject *event)
{
  const char *id = json_object_get_string_member_with_default (event, "id", NULL);
  const char *category = json_object_get_string_member_with_default (event, "cat", NULL);
  g_autofree char *key = NULL;
  Stack *stack;

  if (id == NULL || category == NULL)
    {
      complain (self, "asynchronous without id or category", "");
      return NULL;
    }

  key = g_strdup_printf ("%s:%s", category, id);
  stack = g_hash_table_lookup (self->stacks, key);
  if (stack == NULL)
    {
      stack = g_new0 (Stack, 1);
      stack->names = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->stacks, g_steal_pointer (&key), stack);
    }

  return stack;
}

static void
add_edge (Validator  *self,
          JsonObject *event,
          gboolean    begins)
{
  const char *name = json_object_get_string_member_with_default (event, "name", "");
  gint64 at_ns = read_ns (self, event, "ts");
  Stack *stack = find_stack (self, event);

  if (stack == NULL)
    return;

  if (at_ns < stack->at_ns)
    complain (self, "goes back in time", name);
  stack->at_ns = at_ns;
  if (begins)
    g_ptr_array_add (stack->names, g_strdup (name));
  else if (stack->names->len == 0
           || !g_str_equal (stack->names->pdata[stack->names->len - 1], name))
    complain (self, "ends what has not begun last", name);
  else
    g_ptr_array_set_size (stack->names, (int) stack->names->len - 1);
}

static void
add_name (Validator  *self,
          JsonObject *event)
{
  const char *name = json_object_get_string_member_with_default (event, "name", "");
  g_autofree char *thread = spell_thread (event);

  if (g_str_equal (name, "thread_name") && !g_hash_table_add (self->named, g_strdup (thread)))
    complain (self, "named twice", thread);
}

static void
add_event (JsonArray *events,
           guint      index,
           JsonNode  *node,
           gpointer   data)
{
  Validator *self = data;
  JsonObject *event = json_node_get_object (node);
  const char *phase = json_object_get_string_member_with_default (event, "ph", "");

  if (json_object_get_int_member_with_default (event, "pid", -1) < 1
      || json_object_get_int_member_with_default (event, "tid", -1) < 1)
    complain (self, "no process or thread", phase);

  if (g_str_equal (phase, "M"))
    {
      add_name (self, event);
      return;
    }

  g_hash_table_add (self->used, spell_thread (event));
  if (g_str_equal (phase, "X"))
    add_complete (self, event);
  else if (g_str_equal (phase, "b") || g_str_equal (phase, "e"))
    add_edge (self, event, g_str_equal (phase, "b"));
  else
    complain (self, "unknown phase", phase);
}

static int
compare_complete (gconstpointer a,
                  gconstpointer b)
{
  const Complete *one = *(const Complete *const *) a;
  const Complete *other = *(const Complete *const *) b;
  int threads = strcmp (one->thread, other->thread);

  if (threads != 0)
    return threads;
  if (one->begin_ns != other->begin_ns)
    return one->begin_ns < other->begin_ns ? -1 : 1;

  return (one->end_ns < other->end_ns) - (one->end_ns > other->end_ns);
}

/* Each is inside the one before, or after it. */
static void
check_nesting (Validator *self)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Complete));

  g_ptr_array_sort (self->complete, compare_complete);
  for (guint i = 0; i < self->complete->len; i++)
    {
      const Complete *event = self->complete->pdata[i];

      while (open->len > 0)
        {
          const Complete *outer = &g_array_index (open, Complete, open->len - 1);

          if (g_str_equal (outer->thread, event->thread) && outer->end_ns > event->begin_ns)
            break;
          g_array_set_size (open, open->len - 1);
        }
      if (open->len > 0
          && g_array_index (open, Complete, open->len - 1).end_ns < event->end_ns)
        complain (self, "complete events overlap", event->thread);
      g_array_append_vals (open, event, 1);
    }
}

static void
check_whole (Validator *self)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->stacks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((Stack *) value)->names->len > 0)
      complain (self, "never ends", key);

  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (self->named, key))
      complain (self, "a thread without a name", key);
}

/* What is wrong with a trace; %NULL if nothing is. */
static char *
validate (JsonNode *root)
{
  JsonArray *events = json_object_get_array_member (json_node_get_object (root), "traceEvents");
  Validator self = {
    .stacks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, stack_free),
    .named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .complete = g_ptr_array_new_with_free_func (complete_free),
  };

  json_array_foreach_element (events, add_event, &self);
  check_nesting (&self);
  check_whole (&self);
  g_hash_table_unref (self.stacks);
  g_hash_table_unref (self.named);
  g_hash_table_unref (self.used);
  g_ptr_array_unref (self.complete);

  return self.problem;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);

  return root;
}

static JsonNode *
export (const SyRun *run)
{
  gsize length;
  g_autofree char *text = sy_export_trace (run, &length);

  g_assert_cmpuint (length, ==, strlen (text));

  return parse (text);
}

static guint
count_phase (JsonNode   *root,
             const char *phase)
{
  JsonArray *events = json_object_get_array_member (json_node_get_object (root), "traceEvents");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (events); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (events, i),
                                                     "ph"), phase);

  return n;
}

static void
test_follows_the_rules (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(JsonNode) root = export (run);
  g_autofree char *problem = validate (root);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpuint (count_phase (root, "X"), ==, 4);
  g_assert_cmpuint (count_phase (root, "b"), ==, 10);
  g_assert_cmpuint (count_phase (root, "e"), ==, 10);
}

static void
test_times_are_microseconds (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  gsize length;
  g_autofree char *text = sy_export_trace (run, &length);

  g_assert_nonnull (strstr (text, "40.007"));
  g_assert_nonnull (strstr (text, "\"displayTimeUnit\": \"ms\""));
}

static void
test_nothing_recorded (void)
{
  g_autoptr(SyRun) run = sample_run_new ();
  g_autoptr(JsonNode) root = NULL;

  for (guint i = 0; i < run->phases->len; i++)
    {
      const SyPhase *phase = run->phases->pdata[i];

      for (guint t = 0; t < phase->turns->len; t++)
        g_clear_pointer (&((SyTurn *) phase->turns->pdata[t])->trace, sy_trace_free);
    }
  root = export (run);
  g_assert_cmpuint (count_phase (root, "X") + count_phase (root, "M"), ==, 0);
}

/* The validator finds what is wrong. */
static const struct
{
  const char *events;
  const char *problem;
} wrong[] = {
  { "{'ph':'X','name':'a','pid':1,'tid':1,'ts':0,'dur':5},"
    "{'ph':'X','name':'b','pid':1,'tid':1,'ts':4,'dur':5}", "complete events overlap" },
  { "{'ph':'b','name':'a','cat':'c','id':'1','pid':1,'tid':1,'ts':0}", "never ends" },
  { "{'ph':'e','name':'a','cat':'c','id':'1','pid':1,'tid':1,'ts':0}", "has not begun" },
  { "{'ph':'b','name':'a','cat':'c','id':'1','pid':1,'tid':1,'ts':2},"
    "{'ph':'e','name':'a','cat':'c','id':'1','pid':1,'tid':1,'ts':1}", "back in time" },
  { "{'ph':'b','name':'a','cat':'c','pid':1,'tid':1,'ts':2}", "without id" },
  { "{'ph':'X','name':'a','pid':1,'tid':2,'ts':0,'dur':5}", "without a name" },
  { "{'ph':'X','name':'a','pid':1,'tid':1,'ts':'0','dur':5}", "no time" },
  { "{'ph':'X','name':'a','tid':1,'ts':0,'dur':5}", "no process" },
  { "{'ph':'Q','name':'a','pid':1,'tid':1,'ts':0}", "unknown phase" },
};

static void
test_validator (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'traceEvents':[{'ph':'M','name':'thread_name',"
                                               "'pid':1,'tid':1},%s]}", wrong[i].events);
      g_autoptr(JsonNode) root = parse (g_strdelimit (text, "'", '"'));
      g_autofree char *problem = validate (root);

      g_test_message ("%s", problem);
      g_assert_nonnull (problem);
      g_assert_nonnull (strstr (problem, wrong[i].problem));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-trace/follows-the-rules", test_follows_the_rules);
  g_test_add_func ("/export-trace/times-are-microseconds", test_times_are_microseconds);
  g_test_add_func ("/export-trace/nothing-recorded", test_nothing_recorded);
  g_test_add_func ("/export-trace/validator-finds-faults", test_validator);
  return g_test_run ();
}
