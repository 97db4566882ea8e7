/** One call of a recording or a log, as far as the entry tells it. Nothing in it is sealed yet. */
export interface SeenCall {
  readonly method?: string;
  readonly url?: string;
  /** 0: no answer came. */
  readonly status?: number;
  /** The call as text, in the form in which people paste it. */
  readonly text: string;
  /** What makes two calls the same failure: the text without ids, times and the like. Never shown. */
  readonly likeness: string;
  /** When it was made, as an ISO 8601 text. */
  readonly at?: string;
  /** The token that was sent. */
  readonly bearer?: string;
  /** The token that was given. */
  readonly token?: string;
  /** Neither a call of the application nor a failure: a picture, an aborted page, a poll that must wait. */
  readonly isNoise: boolean;
  /** Its words name an error of a service that this tool knows. */
  readonly namesError?: boolean;
}
