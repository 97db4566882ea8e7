const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]{0,6}\\.?`;

const ISO = /\b(20\d\d)-(\d\d)-(\d\d)(?!\d)/g;
const NUMBERS = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?!\d|[./-]\d)/g;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)\\b`, 'gi');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]${MONTH}[ -](20\\d\\d)\\b`, 'gi');

const dayOf = (year: string, month: number, day: number): readonly string[] => {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  return [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00:00.000Z`];
};

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;

/**
 * The latest day that a text names, as a time in UTC. Of `1/3/2025`, which is another day in each country, the later
 * reading counts.
 */
export const latestDay = (text: string): string | undefined => {
  const days = [
    ...[...text.matchAll(ISO)].flatMap(([, year = '', month, day]) => dayOf(year, Number(month), Number(day))),
    ...[...text.matchAll(NUMBERS)].flatMap(([, one, sign, two, year = '']) => [
      ...dayOf(year, Number(two), Number(one)),
      ...(sign === '.' ? [] : dayOf(year, Number(one), Number(two))),
    ]),
    ...[...text.matchAll(MONTH_FIRST)].flatMap(([, month = '', day, year = '']) =>
      dayOf(year, monthOf(month), Number(day)),
    ),
    ...[...text.matchAll(DAY_FIRST)].flatMap(([, day, month = '', year = '']) =>
      dayOf(year, monthOf(month), Number(day)),
    ),
  ];
  return days.sort().at(-1);
};
