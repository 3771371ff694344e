import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInstance } from '../start/instance.ts';
import type { Instance, InstanceOptions } from '../start/instance.ts';
import { placesOf } from '../start/places.ts';
import { faultsInto } from './faults-into.ts';

/** An installation as an agency starts it, empty. */
export interface ProductionInstance {
  readonly instance: Instance;
  readonly faults: readonly unknown[];
  /** Stops it and starts it again on the same data; `instance` is then the new one. */
  restart(how?: Pick<InstanceOptions, 'anotherAgency'>): Promise<void>;
  end(): Promise<void>;
}

export async function productionInstance(
  identity?: InstanceOptions['identity'],
): Promise<ProductionInstance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhaozhang-production-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(dataDir, 0o755);
  const faults: unknown[] = [];
  const started = (how: Pick<InstanceOptions, 'anotherAgency'> = {}): Promise<Instance> =>
    startInstance({
      ...{ dataDir, places: placesOf(import.meta.url), host: '127.0.0.1', port: 0 },
      ...{ identity, logging: faultsInto(faults) },
      ...how,
    });
  let instance = await started();
  return {
    get instance() {
      return instance;
    },
    faults,
    restart: async (how) => {
      await instance.stop();
      instance = await started(how);
    },
    end: async () => {
      await instance.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
