/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lab/sy-facts.h"

#include <glib/gi18n-lib.h>
#include <gnu/libc-version.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <sched.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "core/sy-cpus.h"
#include "core/sy-units.h"

/* The whole of a small file of the kernel or the system, without the white space around it. */
static char *
read_text (const char *root,
           const char *path)
{
  g_autofree char *whole_path = g_build_filename (root, path, NULL);
  char *text = NULL;

  if (!g_file_get_contents (whole_path, &text, NULL, NULL))
    return NULL;

  return g_strstrip (text);
}

/* What follows @separator on the line that begins with @key: "PRETTY_NAME=…", "model name\t: …". */
static char *
read_line (const char *root,
           const char *path,
           const char *key,
           char        separator)
{
  g_autofree char *text = read_text (root, path);
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *value = strchr (*line, separator);

      if (value == NULL)
        continue;

      *value = '\0';
      if (g_str_equal (g_strchomp (*line), key))
        return g_strdup (g_strstrip (value + 1));
    }

  return NULL;
}

static char *
read_version (const char *root)
{
  return g_strdup (SY_VERSION);
}

static char *
read_build (const char *root)
{
  return g_strdup (SY_BUILD);
}

static char *
read_compiler (const char *root)
{
#ifdef __clang__
  return g_strdup (__VERSION__);
#else
  return g_strdup ("GCC " __VERSION__);
#endif
}

/* The file is a piece of shell, so the value may be quoted. */
static char *
read_os (const char *root)
{
  g_autofree char *quoted = read_line (root, "etc/os-release", "PRETTY_NAME", '=');

  return quoted != NULL ? g_shell_unquote (quoted, NULL) : NULL;
}

static char *
read_kernel (const char *root)
{
  struct utsname name;

  return uname (&name) == 0 ? g_strdup_printf ("%s %s", name.sysname, name.release) : NULL;
}

static char *
read_architecture (const char *root)
{
  struct utsname name;

  return uname (&name) == 0 ? g_strdup (name.machine) : NULL;
}

static char *
read_cpu (const char *root)
{
  return read_line (root, "proc/cpuinfo", "model name", ':');
}

static char *
read_cpus_online (const char *root)
{
  long n_cpus = sysconf (_SC_NPROCESSORS_ONLN);

  return n_cpus > 0 ? g_strdup_printf ("%ld", n_cpus) : NULL;
}

static char *
read_cpus_usable (const char *root)
{
  return g_strdup_printf ("%u", sy_cpus_count_usable ());
}

static char *
read_cpu_quota (const char *root)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double n_cpus;

  if (!sy_cpus_get_quota (&n_cpus))
    return NULL;

  /* Runs are compared by it, whatever the locale of each. */
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.2f", n_cpus));
}

/* The processor says so itself, where it can. */
static char *
read_hypervisor (const char *root)
{
  g_autofree char *flags = read_line (root, "proc/cpuinfo", "flags", ':');
  g_auto(GStrv) words = NULL;

  if (flags == NULL)
    return NULL;

  words = g_strsplit (flags, " ", -1);
  return g_strdup (g_strv_contains ((const char *const *) words, "hypervisor") ? "yes" : "no");
}

static char *
read_governor (const char *root)
{
  return read_text (root, "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
}

static char *
read_frequency (const char *root)
{
  g_autofree char *khz = read_text (root, "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq");

  return khz != NULL ? g_strdup_printf ("%s kHz", khz) : NULL;
}

static char *
read_clock_source (const char *root)
{
  return read_text (root, "sys/devices/system/clocksource/clocksource0/current_clocksource");
}

static char *
read_memory (const char *root)
{
  g_autofree char *total = read_line (root, "proc/meminfo", "MemTotal", ':');
  gint64 kib = total != NULL ? g_ascii_strtoll (total, NULL, 10) : 0;

  return kib > 0 ? sy_units_format_plain (SY_QUANTITY_SIZE, (double) kib * 1024) : NULL;
}

static char *
read_glib (const char *root)
{
  return g_strdup_printf ("%u.%u.%u", glib_major_version, glib_minor_version, glib_micro_version);
}

static char *
read_libsoup (const char *root)
{
  return g_strdup_printf ("%u.%u.%u", soup_get_major_version (), soup_get_minor_version (),
                          soup_get_micro_version ());
}

static char *
read_json_glib (const char *root)
{
  return g_strdup (JSON_VERSION_S);
}

static char *
read_libc (const char *root)
{
  return g_strdup_printf ("glibc %s", gnu_get_libc_version ());
}

/* glibc's is the only one known from inside; another one is preloaded. */
static char *
read_allocator (const char *root)
{
  const char *arenas = g_getenv ("MALLOC_ARENA_MAX");

  if (g_getenv ("LD_PRELOAD") != NULL)
    return NULL;

  return arenas != NULL ? g_strdup_printf ("glibc malloc, at most %s arenas", arenas)
                        : g_strdup ("glibc malloc");
}

/* Only the runtime's name is taken: the file also holds paths below the home folder. */
static char *
read_sandbox (const char *root)
{
  g_autofree char *runtime = read_line (root, ".flatpak-info", "runtime", '=');

  return runtime != NULL ? g_strdup_printf ("Flatpak, %s", runtime) : NULL;
}

/* "0.52 0.58 0.59 2/834 12345": the first three are over 1, 5 and 15 minutes. */
static char *
read_load (const char *root)
{
  g_autofree char *text = read_text (root, "proc/loadavg");
  g_auto(GStrv) words = NULL;

  if (text == NULL)
    return NULL;

  words = g_strsplit (text, " ", -1);
  if (g_strv_length (words) < 3)
    return NULL;

  return g_strdup_printf ("%s %s %s", words[0], words[1], words[2]);
}

/* "some avg10=1.53 avg60=…" */
static char *
read_pressure (const char *root)
{
  g_autofree char *text = read_text (root, "proc/pressure/cpu");
  const char *average = text != NULL ? strstr (text, "avg10=") : NULL;

  if (average == NULL)
    return NULL;

  average += strlen ("avg10=");
  return g_strdup_printf ("%.*s %%", (int) strspn (average, "0123456789."), average);
}

/* Facts are compared between runs, so they are written in the same way in every language. */
static const SyFact facts[] = {
  { "version", "Steelyard", TRUE, read_version },
  { "build", N_("How Steelyard was built"), TRUE, read_build },
  { "compiler", N_("Compiler"), TRUE, read_compiler },
  { "os", N_("Operating system"), FALSE, read_os },
  { "sandbox", N_("Sandbox"), TRUE, read_sandbox },
  { "kernel", N_("Kernel"), TRUE, read_kernel },
  { "architecture", N_("Processor architecture"), TRUE, read_architecture },
  { "cpu", N_("Processor"), TRUE, read_cpu },
  { "cpus_online", N_("Processors that are on"), TRUE, read_cpus_online },
  { "cpus_usable", N_("Processors this process can use"), TRUE, read_cpus_usable },
  { "cpu_quota", N_("Processors' worth of time granted"), TRUE, read_cpu_quota },
  { "hypervisor", N_("Runs in a virtual machine"), TRUE, read_hypervisor },
  { "cpu_governor", N_("Frequency governor of the first processor"), TRUE, read_governor },
  { "cpu_frequency", N_("Frequency of the first processor at the start"), FALSE, read_frequency },
  { "clock_source", N_("What the kernel's clock counts"), TRUE, read_clock_source },
  { "memory", N_("Memory in all"), FALSE, read_memory },
  { "libsoup", "libsoup", TRUE, read_libsoup },
  { "glib", "GLib", TRUE, read_glib },
  { "json_glib", N_("JSON-GLib, as compiled against"), FALSE, read_json_glib },
  { "libc", N_("C library"), TRUE, read_libc },
  { "allocator", N_("Memory allocator"), TRUE, read_allocator },
  { "load_average", N_("Load over 1, 5 and 15 minutes, at the start"), FALSE, read_load },
  { "cpu_pressure", N_("Time some task waited for a processor, last 10 s at the start"), FALSE,
    read_pressure },
};

const SyFact *
sy_facts_get (guint *n_facts)
{
  *n_facts = G_N_ELEMENTS (facts);

  return facts;
}

const SyFact *
sy_facts_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (g_str_equal (facts[i].key, key))
      return &facts[i];

  return NULL;
}
