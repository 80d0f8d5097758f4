# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completes steelyard-cli in bash.  Commands, options and names are asked of the program itself, so
# that there is no list here which could grow old.

# The first words of the indented lines of a help text: commands, or options.
__steelyard_cli_first_words () {
  LC_ALL=C "$@" 2> /dev/null | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p'
}

__steelyard_cli_options () {
  LC_ALL=C "$@" 2> /dev/null | sed -n 's/^  \(-., \|    \)\(--[a-z][a-z-]*\).*/\2/p'
}

# Every "id" of what a command lists.
__steelyard_cli_ids () {
  "$1" "$2" --json 2> /dev/null | sed -n 's/^      "id": "\([^"]*\)".*/\1/p'
}

__steelyard_cli_values () {
  case $2 in
    -a | --arm) __steelyard_cli_ids "$1" arms ;;
    -w | --workload) __steelyard_cli_ids "$1" workloads ;;
    --criterion) __steelyard_cli_ids "$1" criteria ;;
    --source) __steelyard_cli_ids "$1" sources ;;
    *) return 1 ;;
  esac
}

_steelyard_cli () {
  local program=$1 word=$2 before=$3 words=

  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    words="$(__steelyard_cli_first_words "$program" --help)
$(__steelyard_cli_options "$program" --help)"
  elif words=$(__steelyard_cli_values "$program" "$before"); then
    :
  elif [ "${word#-}" != "$word" ]; then
    words=$(__steelyard_cli_options "$program" "${COMP_WORDS[1]}" --help)
  else
    case ${COMP_WORDS[1]} in
      show | compare | chart | export) words="latest $(__steelyard_cli_ids "$program" list)" ;;
    esac
  fi

  # shellcheck disable=SC2207 # one word a line, and none has spaces
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}

complete -o bashdefault -o default -F _steelyard_cli steelyard-cli
