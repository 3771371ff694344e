import { withInstallation } from '../keeping/reach.ts';
import { verifyInstallation } from '../proving/verify.ts';
import type { VerifyOptions, VerifyReport } from '../proving/verify.ts';
import type { TestInstance } from './test-instance.ts';

/** Verifies a running test installation as `npm run verify` does, with everything logged before. */
export async function verifiedAgain(house: TestInstance, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { world } = house.instance;
  await world.sequencer.drain();
  return withInstallation([house.dataDir, world.places, undefined, world.library], (reached) =>
    verifyInstallation(reached, options),
  );
}
