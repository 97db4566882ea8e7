/** A call with an answer that cannot be one. `code` is stable. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly code: 'ANSWER_UNKNOWN_FACT' | 'ANSWER_BAD_VALUE';
  readonly fact: string;

  constructor(code: AnswerError['code'], fact: string, value: string) {
    super(code === 'ANSWER_UNKNOWN_FACT' ? `There is no fact ${fact}.` : `${fact} cannot be ${JSON.stringify(value)}.`);
    this.code = code;
    this.fact = fact;
  }
}
