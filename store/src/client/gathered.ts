/** How what comes together is sent together. */
export interface Gathering<Asked, Answer> {
  /** One statement for all of them; answers in their order. */
  send(together: readonly Asked[]): Promise<readonly Answer[]>;
  /** May these two go in one statement? Else the later waits for the next. */
  together(one: Asked, other: Asked): boolean;
  /** After this error nothing of a group stands, and each is sent again alone. Never, unless told. */
  alone?(error: unknown): boolean;
  /** Statements on their way at once. */
  readonly ways: number;
  /** Of one statement: a longer one would keep its first waiting for its last. */
  readonly most: number;
}

/**
 * What is asked for while all ways are taken goes in one statement when one is free. Nobody waits for company: whoever
 * comes when a way is free goes at once, with those who came in the same turn of the event loop. So who asks alone is
 * served as before, and the more ask, the less each costs.
 */
export function gathered<Asked, Answer>({
  send,
  together,
  alone,
  ways,
  most,
}: Gathering<Asked, Answer>): (one: Asked) => Promise<Answer> {
  interface Waiting {
    readonly one: Asked;
    done(answer: Answer): void;
    failed(error: unknown): void;
  }
  let waiting: readonly Waiting[] = [];
  let taken = 0;

  const group = (): readonly Waiting[] => {
    const chosen: Waiting[] = [];
    const left: Waiting[] = [];
    for (const each of waiting) {
      const fits = chosen.length < most && chosen.every(({ one }) => together(each.one, one));
      (fits ? chosen : left).push(each);
    }
    waiting = left;
    return chosen;
  };
  const answer = async (those: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await send(those.map(({ one }) => one));
      for (const [at, { done }] of those.entries()) done(answers[at] as Answer);
    } catch (error) {
      if (those.length > 1 && alone?.(error) === true) await Promise.all(those.map((each) => answer([each])));
      else for (const { failed } of those) failed(error);
    }
  };
  const go = async (): Promise<void> => {
    while (waiting.length > 0) await answer(group());
    taken -= 1;
  };
  return (one) =>
    new Promise((done, failed) => {
      waiting = [...waiting, { one, done, failed }];
      if (taken === ways) return;
      taken += 1;
      setImmediate(() => void go());
    });
}
