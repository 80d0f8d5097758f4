# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes steelyard-cli in fish.  Commands, options and names are asked of the program itself, so
# that there is no list here which could grow old.

# What a help text says of each command.
function __steelyard_cli_commands
    $argv 2>/dev/null | string replace -rf '^  ([a-z][a-z-]*)  +(.*)' '$1\t$2'
end

# And of each option.
function __steelyard_cli_options
    $argv 2>/dev/null | string replace -rf '^  (?:-., |    )(--[a-z][a-z-]*)[^ ]*(?: [^ ]+)?  +(.*)' '$1\t$2'
end

# Every "id" of what a command lists.
function __steelyard_cli_ids
    $argv --json 2>/dev/null | string replace -rf '^      "id": "([^"]*)".*' '$1'
end

function __steelyard_cli
    set -l words (commandline -opc)
    set -l program $words[1]

    switch (count $words)
        case 1
            __steelyard_cli_commands $program --help
            __steelyard_cli_options $program --help
            return
    end

    switch $words[-1]
        case -a --arm
            __steelyard_cli_ids $program arms
        case -w --workload
            __steelyard_cli_ids $program workloads
        case --criterion
            __steelyard_cli_ids $program criteria
        case --source
            __steelyard_cli_ids $program sources
        case '*'
            __steelyard_cli_options $program $words[2] --help
            switch $words[2]
                case show compare chart export
                    echo latest
                    __steelyard_cli_ids $program list
            end
            __fish_complete_path (commandline -ct)
    end
end

complete -c steelyard-cli -f -a '(__steelyard_cli)'
