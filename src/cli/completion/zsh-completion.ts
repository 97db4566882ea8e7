import { tool } from '../tool.ts';
import type { OfferedCommand, OfferedOption, Place } from './completion-table.ts';

/** A text within single quotes and within the brackets of an option: those and the colon are special there. */
const said = (text: string): string => text.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, '\\$&');

const ACTIONS: Readonly<Record<'file' | 'anything', string>> = { file: '_files', anything: ' ' };

const action = (place: Place): string => (typeof place === 'string' ? ACTIONS[place] : `(${place.join(' ')})`);

const optionSpec = ({ name, does, place, repeats }: OfferedOption): string =>
  `'${repeats ? '*' : ''}--${name}${place === undefined ? '' : '='}[${said(does)}]${place === undefined ? '' : `:${name}:${action(place)}`}'`;

const optionSpecs = ({ options }: OfferedCommand): string => options.map(optionSpec).join(' \\\n        ');

const afterBranches = ({ after, more }: OfferedCommand): string =>
  [...Object.entries(after), ['*', more] as const]
    .map(([word, place]) => `            ${word}) _alternative 'word:word:${action(place)}' ;;`)
    .join('\n');

const commandBranch = (command: OfferedCommand): string => `    ${command.name})
      _arguments -S : \\
        ${optionSpecs(command)} \\
        '1:word:${action(command.first)}' '*: :->more' && return
      if [[ $state == more ]]; then
        case $line[1] in
${afterBranches(command)}
        esac
      fi ;;`;

/** The completion for zsh, to be sourced or put into a folder of fpath as _fabric-auth-doctor. */
export const zshCompletion = (table: readonly OfferedCommand[]): string => `#compdef ${tool.name}
# In ~/.zshrc, after compinit: source <(${tool.name} completion zsh)
_${tool.name}() {
  local curcontext=$curcontext state command=check
  local -a line commands=(
${table.map(({ name, does }) => `    '${name}:${said(does)}'`).join('\n')}
  )
  if (( CURRENT > 2 )) && [[ -n \${commands[(r)$words[2]:*]} ]]; then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  elif (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
  fi
  case $command in
${table.map(commandBranch).join('\n')}
  esac
}
if [[ $funcstack[1] == _${tool.name} ]]; then _${tool.name} "$@"; else compdef _${tool.name} ${tool.name}; fi
`;
