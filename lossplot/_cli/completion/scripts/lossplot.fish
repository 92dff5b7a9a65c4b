# Completion of lossplot for fish.
function __lossplot_complete
    set -l words (commandline -xpc 2>/dev/null; or commandline -opc)
    set -l token (commandline -ct)
    set -l answer (_LOSSPLOT_COMPLETE=fish $words[1] $words "$token" 2>/dev/null)
    test (count $answer) -gt 2; and printf '%s\n' $answer[3..-1]
    set -l before (string replace -r '^(--[a-z-]+=|).*' '$1' -- "$token")
    set -l path (string replace -r '^--[a-z-]+=' '' -- "$token")
    switch "$answer[1]"
        case files
            printf '%s\n' $before(__fish_complete_path "$path")
        case folders
            printf '%s\n' $before(__fish_complete_directories "$path")
    end
end
complete -c lossplot -f -a '(__lossplot_complete)'
