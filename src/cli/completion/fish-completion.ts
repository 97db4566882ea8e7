import { tool } from '../tool.ts';
import { type OfferedCommand, type OfferedOption, type Place, valueOptions, wordPlaces } from './completion-table.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const OFFERS: Readonly<Record<'file' | 'anything', string>> = { file: '-F', anything: '-f' };

const offer = (place: Place): string =>
  typeof place === 'string' ? OFFERS[place] : `-f -a ${quoted(place.join(' '))}`;

const line = (condition: string, rest: string): string => `complete -c ${tool.name} -n ${quoted(condition)} ${rest}`;

const optionLine = (command: string, { name, does, place }: OfferedOption): string => {
  const value = place === undefined ? '' : ` -r ${offer(place)}`;
  return line(`string match -q '${command}:*' (__fabric_auth_doctor_place)`, `-l ${name} -d ${quoted(does)}${value}`);
};

/** The completion for fish 3 and newer. A place is a command and the word behind it, where that one counts. */
export const fishCompletion = (table: readonly OfferedCommand[]): string => `# fish completion of ${tool.name}
# In ~/.config/fish/config.fish: ${tool.name} completion fish | source
function __fabric_auth_doctor_words
    set -l skip 0
    for each in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $each ${valueOptions(table).join(' ')}
            set skip 1
        else if not string match -q -- '-*' $each
            echo $each
        end
    end
end
function __fabric_auth_doctor_place
    set -l words (__fabric_auth_doctor_words)
    contains -- "$words[1]" ${table.map(({ name }) => name).join(' ')}; or set -p words check
    set -l place "$words[1]:$words[2]"
    if not contains -- $place ${wordPlaces(table)
      .map(([place]) => quoted(place))
      .join(' ')}
        set place "$words[1]:*"
    end
    echo $place
end
complete -c ${tool.name} -f
${table.map(({ name, does }) => line('test -z (__fabric_auth_doctor_words | string collect)', `-a ${name} -d ${quoted(does)}`)).join('\n')}
${wordPlaces(table)
  .map(([place, offered]) => line(`test (__fabric_auth_doctor_place) = '${place}'`, offer(offered)))
  .join('\n')}
${table.flatMap(({ name, options }) => options.map((option) => optionLine(name, option))).join('\n')}
`;
