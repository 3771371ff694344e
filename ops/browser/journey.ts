/** What is done, and how. */
export type Step = readonly [name: string, walk: () => Promise<void>];

/**
 * Several steps of one test, each resting on what the one before has left: what depends on another is one test. A step
 * that fails is named.
 */
export async function journey(steps: readonly Step[]): Promise<void> {
  for (const [name, walk] of steps)
    await walk().catch((error: unknown) => {
      throw new Error(`在这一步：${name}`, { cause: error });
    });
}
