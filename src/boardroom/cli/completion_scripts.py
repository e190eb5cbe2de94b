"""The completion script of each shell, and the line of its startup file that loads it.

A script sends the line up to the cursor in `_BOARDROOM_LINE`, and gets `:words` or `:files`, then a
completion a line, its description after a tab. It evaluates nothing of the answer.
"""

from __future__ import annotations

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")

_BASH = """\
_boardroom() {
    local answer line
    COMPREPLY=()
    answer=$(_BOARDROOM_COMPLETE=bash _BOARDROOM_LINE=${COMP_LINE:0:COMP_POINT} \\
        _BOARDROOM_LISTING=$COMP_TYPE command boardroom 2>/dev/null)
    while IFS= read -r line; do
        case $line in
            '' | :words) ;;
            :files)
                compopt -o filenames 2>/dev/null
                while IFS= read -r line; do
                    COMPREPLY+=("$line")
                done < <(compgen -f -- "$2") ;;
            *) COMPREPLY+=("$line") ;;
        esac
    done <<< "$answer"
    compopt -o nosort 2>/dev/null
}
complete -F _boardroom boardroom
"""

_ZSH = """\
#compdef boardroom
# An unquoted ? or * in a text is no file name.
alias boardroom='noglob boardroom'
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
_boardroom() {
    local line
    local -a answer choices
    answer=("${(@f)$(_BOARDROOM_COMPLETE=zsh \\
        _BOARDROOM_LINE="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" \\
        command boardroom 2>/dev/null)}")
    for line in "${(@)answer[2,-1]}"; do
        choices+=("${${line%%$'\\t'*}//:/\\\\:}${${line#*$'\\t'}:+:${line#*$'\\t'}}")
    done
    (( $#choices )) && _describe -V boardroom choices
    if [[ $answer[1] == :files ]]; then
        compset -P '--*='
        _files
    fi
}
compdef _boardroom boardroom
"""

_FISH = """\
function __boardroom_complete
    set -l answer (_BOARDROOM_COMPLETE=fish _BOARDROOM_LINE=(commandline -cp | string collect) \\
        command boardroom 2>/dev/null)
    printf '%s\\n' $answer[2..-1]
    if test "$answer[1]" = :files
        set -l token (commandline -ct)
        set -l option (string match -r -- '^--[^=]*=' $token)
        for path in (complete -C "'' "(string replace -- "$option" '' $token))
            printf '%s\\n' "$option$path"
        end
    end
end
complete -c boardroom -e
complete -c boardroom -f -k -a '(__boardroom_complete)'
"""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName boardroom -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    if ($line.Length -gt $length) { $line = $line.Substring(0, $length) }
    $env:_BOARDROOM_COMPLETE = 'powershell'
    $env:_BOARDROOM_LINE = $line.PadRight($length)
    try {
        $answer = @(boardroom 2>$null)
    } finally {
        Remove-Item Env:_BOARDROOM_COMPLETE, Env:_BOARDROOM_LINE
    }
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $word, $text = $_ -split "`t", 2
        if (-not $text) { $text = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $text)
    }
    # PowerShell offers the names of files where nothing else is, so an empty word is offered.
    if ($answer.Count -lt 2 -and $answer[0] -ne ':files') { '' }
}
"""

_SCRIPTS = {
    "bash": _BASH,
    "zsh": _ZSH,
    "fish": _FISH,
    "powershell": _POWERSHELL,
    "pwsh": _POWERSHELL,
}
_LINES = {
    "bash": 'eval "$(boardroom completion bash)"',
    "zsh": 'eval "$(boardroom completion zsh)"',
    "fish": "boardroom completion fish | source",
    "powershell": "boardroom completion powershell | Out-String | Invoke-Expression",
    "pwsh": "boardroom completion pwsh | Out-String | Invoke-Expression",
}


def script(shell: str) -> str:
    """The completion script of a shell."""
    return _SCRIPTS[shell]


def loading_line(shell: str) -> str:
    """The line of a shell's startup file that loads the script."""
    return _LINES[shell]
