const UNITS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** The Unix seconds of a time such as "in 200 days", "2 hours ago" or "now". */
export const secondsOf = (time: string, now: number): number => {
  if (time === 'now') return now;
  const found = /^(in )?(\d{1,6}) (minute|hour|day)s?( ago)?$/.exec(time);
  if (!found) throw new Error(`${time} is no time.`);
  const [, ahead, count, unit = ''] = found;
  return now + (ahead ? 1 : -1) * Number(count) * (UNITS[unit] ?? 0);
};

/** The Unix seconds of a value that is a time in words; any other value as it is. */
export const claimValue = <T>(value: T, now: number): T | number =>
  typeof value === 'string' && /^(?:now|in \d+ \w+|\d+ \w+ ago)$/.test(value) ? secondsOf(value, now) : value;
