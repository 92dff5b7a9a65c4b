# Completion of lossplot for bash.
_lossplot() {
    local line
    local -a answer=()
    while IFS= read -r line; do
        answer+=("$line")
    done < <(_LOSSPLOT_COMPLETE=bash "${1/#\~/$HOME}" "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    COMPREPLY=("${answer[@]:2}")
    local action=""
    case "${answer[0]-}" in
        files*) action=-f ;;
        folders*) action=-d ;;
        *open) compopt -o nospace 2>/dev/null ;;
    esac
    if [ -n "$action" ]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen "$action" -- "${answer[1]}")
    fi
}
complete -o nosort -F _lossplot lossplot 2>/dev/null || complete -F _lossplot lossplot
