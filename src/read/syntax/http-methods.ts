/** The methods of HTTP that a call has, as alternatives of a pattern. */
export const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
