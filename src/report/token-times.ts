import { counted } from './words.ts';

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A span of seconds in its two largest units, such as "1 hour 12 minutes". */
export const spanWords = (seconds: number): string => {
  const parts: string[] = [];
  let left = Math.floor(Math.abs(seconds));
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(counted(count, unit));
    left -= count * size;
  }
  return parts.length === 0 ? 'less than a minute' : parts.slice(0, 2).join(' ');
};

const two = (value: number): string => String(value).padStart(2, '0');

const utc = (time: Date): string =>
  time
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');

/** The time on the clock of a zone, with the day where it is another one than in UTC. */
const local = (time: Date, zone: string): string => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  const clock = `${two(Number(part['hour']))}:${part['minute']}:${part['second']}`;
  return time.toISOString().startsWith(day) ? clock : `${day} ${clock}`;
};

/** Beyond the year 9999 a number of seconds is no time that anybody meant. */
const LAST = 253_402_300_799;

/** A time of a token in UTC, on the clock of the person, and as it lies to now; undefined where it is no time. */
export const timeWords = (seconds: unknown, now: string, zone: string): string | undefined => {
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= LAST)) return undefined;
  const time = new Date(seconds * 1000);
  const apart = seconds - Date.parse(now) / 1000;
  const when = apart > 0 ? `in ${spanWords(apart)}` : `${spanWords(apart)} ago`;
  const here = zone === 'UTC' ? '' : `, ${local(time, zone)} in ${zone}`;
  return `${utc(time)}${here} (${when})`;
};
