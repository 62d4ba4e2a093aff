package main

import (
	"github.com/urfave/cli/v2"

	"hexaglot/messages/fault"
)

func completionCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "completion",
		Usage:       t.say("completion-usage"),
		ArgsUsage:   "bash|zsh|fish|powershell",
		Description: "hexaglot completion bash > /etc/bash_completion.d/hexaglot",
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return fault.New(fault.Usage, "usage-shell", "completion takes one of bash, zsh, fish, powershell")
			}
			if c.Args().First() == "fish" {
				script, err := c.App.ToFishCompletion()
				if err != nil {
					return err
				}
				t.println(script)
				return nil
			}
			script, ok := completions[c.Args().First()]
			if !ok {
				return fault.New(fault.Usage, "usage-shell", "completion takes one of bash, zsh, fish, powershell")
			}
			t.println(script)
			return nil
		},
	}
}

// completions are the scripts that ask the program itself what may follow.
var completions = map[string]string{
	"bash": `_hexaglot() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words
  if [[ "$cur" == -* ]]; then
    words=$("${COMP_WORDS[@]:0:COMP_CWORD}" "$cur" --generate-bash-completion 2>/dev/null)
  else
    words=$("${COMP_WORDS[@]:0:COMP_CWORD}" --generate-bash-completion 2>/dev/null)
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _hexaglot hexaglot`,
	"zsh": `#compdef hexaglot
_hexaglot() {
  local -a words
  words=("${(@f)$(${words[@]:0:$CURRENT-1} --generate-bash-completion 2>/dev/null)}")
  _describe 'values' words
  _files
}
compdef _hexaglot hexaglot`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName hexaglot -ScriptBlock {
  param($word, $ast, $position)
  $other = "$ast" -replace '\s+\S*$', ''
  Invoke-Expression "$other --generate-bash-completion" | Where-Object { $_ -like "$word*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}`,
}
