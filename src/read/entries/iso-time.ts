/** A time as an ISO 8601 text in UTC: from such a text with its zone, or from seconds or milliseconds since 1970. */
export const isoTime = (value: string | number): string | undefined => {
  if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.{0,20}(?:Z|[+-]\d\d:?\d\d)$/.test(value))
    return undefined;
  const date = new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
