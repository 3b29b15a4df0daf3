# Prints what zsh offers for the line $1, one a line behind "offer ": an interactive zsh on a terminal of its own, with
# the folder $2 in $fpath. Its compadd tells what matches.
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PROMPT=; RPROMPT=; fpath=($2 \$fpath); autoload -Uz compinit; compinit -u -D
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd \"\$@\"; return; fi
  local -a found; builtin compadd -A found \"\$@\"
  (( \$#found )) && print -rl -- 'offer '\${^found}
  builtin compadd \"\$@\"
}
capture() { zle complete-word; print -r -- all-\$((1 + 1)); exit }
zle -N capture; bindkey '^I' capture
print -r -- ready-\$((1 + 1))"
zpty -r z said '*ready-2*'
zpty -w -n z "$1"$'\t'
zpty -r z said '*all-2*'
print -r -- "$said"
