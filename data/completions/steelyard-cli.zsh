#compdef steelyard-cli
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes steelyard-cli in zsh.  Commands, options and names are asked of the program itself, so
# that there is no list here which could grow old.

# What a help text says of each command, as zsh wants it: name:what it is.
__steelyard_cli_commands () {
  "$@" 2> /dev/null | sed -n 's/^  \([a-z][a-z-]*\)  *\(.*\)/\1:\2/p'
}

# And of each option.
__steelyard_cli_options () {
  "$@" 2> /dev/null | sed -En 's/^  (-., |    )(--[a-z][a-z-]*)( [^ ]+)?  +(.*)/\2:\4/p'
}

# Every "id" of what a command lists.
__steelyard_cli_ids () {
  "$@" --json 2> /dev/null | sed -n 's/^      "id": "\([^"]*\)".*/\1/p'
}

_steelyard_cli () {
  local program=$words[1] command=$words[2]
  local -a found

  if (( CURRENT == 2 )); then
    found=(${(f)"$(__steelyard_cli_commands $program --help
                   __steelyard_cli_options $program --help)"})
    _describe command found
    return
  fi

  case $words[CURRENT-1] in
    -a | --arm) compadd -- $(__steelyard_cli_ids $program arms); return ;;
    -w | --workload) compadd -- $(__steelyard_cli_ids $program workloads); return ;;
    --criterion) compadd -- $(__steelyard_cli_ids $program criteria); return ;;
    --source) compadd -- $(__steelyard_cli_ids $program sources); return ;;
  esac

  if [[ $words[CURRENT] = -* ]]; then
    found=(${(f)"$(__steelyard_cli_options $program $command --help)"})
    _describe option found
    return
  fi

  case $command in
    show | compare | chart | export) compadd latest $(__steelyard_cli_ids $program list) ;;
  esac
  _files
}

_steelyard_cli "$@"
