import { tool } from '../tool.ts';
import { type OfferedCommand, type Place, valueOptions, valuePlaces, wordPlaces } from './completion-table.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;

/** Where it offers nothing, PowerShell offers files. */
const offeredAt = (entries: readonly (readonly [place: string, offered: Place])[]): string =>
  entries
    .map(([place, offered]) => `    ${quoted(place)} = ${list(typeof offered === 'string' ? [] : offered)}`)
    .join('\n');

const saidOf = (entries: readonly { readonly name: string; readonly does: string }[], before = ''): string =>
  entries.map(({ name, does }) => `${quoted(`${before}${name}`)} = ${quoted(does)}`).join('; ');

/** The completion for Windows PowerShell 5.1 and PowerShell 7. */
export const powershellCompletion = (
  table: readonly OfferedCommand[],
): string => `# PowerShell completion of ${tool.name}
# In $PROFILE: ${tool.name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quoted(tool.name)} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{ ${saidOf(table)} }
  $options = @{
${table.map(({ name, options }) => `    ${quoted(name)} = [ordered]@{ ${saidOf(options, '--')} }`).join('\n')}
  }
  $values = @{
${offeredAt(valuePlaces(table))}
  }
  $places = @{
${offeredAt(wordPlaces(table))}
  }
  $taking = ${list(valueOptions(table))}

  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  $words = @()
  $option = ''
  foreach ($each in $before) {
    if ($option) { $option = '' }
    elseif ($taking -contains $each) { $option = $each }
    elseif (-not $each.StartsWith('-')) { $words += $each }
  }
  $command = 'check'
  if ($words.Count -gt 0 -and $commands.Contains($words[0])) {
    $command = $words[0]
    $words = @($words | Select-Object -Skip 1)
  }
  $place = "\${command}:$($words | Select-Object -First 1)"
  if (-not $places.ContainsKey($place)) { $place = "\${command}:*" }

  $does = @{}
  if ($option) { $offered = $values["\${command}:$option"] }
  elseif ($wordToComplete.StartsWith('-')) { $does = $options[$command]; $offered = $does.Keys }
  elseif ($before.Count -eq 0) { $does = $commands; $offered = $does.Keys }
  else { $offered = $places[$place] }

  $offered | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
    $said = if ($does.Contains($_)) { $does[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $said)
  }
}
`;
