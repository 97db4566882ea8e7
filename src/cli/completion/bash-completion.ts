import { tool } from '../tool.ts';
import { type OfferedCommand, type Place, valueOptions, valuePlaces, wordPlaces } from './completion-table.ts';

const OFFERS: Readonly<Record<'file' | 'anything', string>> = { file: 'files=1', anything: ':' };

const branch = ([pattern, place]: readonly [pattern: string, place: Place]): string =>
  `          ${pattern}) ${typeof place === 'string' ? OFFERS[place] : `words='${place.join(' ')}'`} ;;`;

/** The lines of a branch for each entry of a `case`. */
const branches = (entries: readonly (readonly [pattern: string, place: Place])[]): string =>
  entries.map(branch).join('\n');

/**
 * The completion for bash 3.2, which macOS has, and newer. Bash breaks words at "=": they are joined again, and of what
 * is offered bash gets what stands behind the last "=".
 */
export const bashCompletion = (table: readonly OfferedCommand[]): string => {
  const names = table.map(({ name }) => name);
  const options = table.map(({ name, options }) => [name, options.map((option) => `--${option.name}`)] as const);
  return `# bash completion of ${tool.name}
# In ~/.bashrc: source <(${tool.name} completion bash)
_fabric_auth_doctor() {
  local IFS=$' \\t\\n' each words='' files='' first='' command=check start=1 i last cur prev cut=''
  local -a line=()
  for each in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    last=$((\${#line[@]}-1))
    if [[ $last -gt 0 && ( $each == = || \${line[last]} == *= ) ]]; then line[last]+=$each; else line+=("$each"); fi
  done
  last=$((\${#line[@]}-1))
  cur=\${line[last]}
  prev=\${line[last-1]}
  if [[ $last -gt 1 ]]; then
    case \${line[1]} in ${names.join('|')}) command=\${line[1]} start=2 ;; esac
  fi
  for ((i = start; i < last; i++)); do
    case \${line[i]} in
      ${valueOptions(table).join('|')}) i=$((i+1)) ;;
      -*) ;;
      *) [[ -z $first ]] && first=\${line[i]} ;;
    esac
  done
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; cur=\${cur#*=}; fi
  case $command:$prev in
${branches(valuePlaces(table))}
    *)
      if [[ $cur == -* ]]; then
        case $command in
${branches(options)}
        esac
      elif [[ $last -eq 1 ]]; then
        files=1 words='${names.join(' ')}'
      else
        case $command:$first in
${branches(wordPlaces(table))}
        esac
      fi ;;
  esac
  COMPREPLY=()
  [[ $COMP_WORDBREAKS == *=* && $cur == *=* ]] && cut=\${cur%=*}=
  for each in $(compgen -W "$words" -- "$cur"); do COMPREPLY+=("\${each#"$cut"}"); done
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen -f -- "$cur")
  fi
}
complete -F _fabric_auth_doctor ${tool.name}
`;
};
