/** The command line asks for something there is not (exit code 3). Message and advice are one sentence each. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly advice: string;
  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
