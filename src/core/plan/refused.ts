/** The trainer would stop at this dataset, so there is nothing to plan. Its message says in one sentence why. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';

  /** @param rule - the rule of the trainer's that it comes from, e.g. `R-63` */
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(message);
  }
}
