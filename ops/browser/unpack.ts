import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the browser lies once unpacked, with libraries for a machine that has none. */
export interface Unpacked {
  readonly executable: string;
  readonly libraries: string;
}

/**
 * Unpacks the browser of the npm package for this user. Made beside and moved in whole, because the package takes a
 * half-written file for a finished one; in a folder of the user's own, because it makes files that others may not run.
 */
export async function unpackChromium(): Promise<Unpacked> {
  const place = path.join(tmpdir(), `zhaozhang-browser-${process.getuid?.() ?? 0}`);
  if (!existsSync(place)) {
    const fresh = `${place}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    await unpackInto(fresh);
    try {
      renameSync(fresh, place);
    } catch {
      rmSync(fresh, { recursive: true, force: true }); // another process was faster: its copy is as good
    }
  }
  return { executable: path.join(place, 'chromium'), libraries: path.join(place, 'al2023', 'lib') };
}

/** The package writes into the folder for temporary files, and takes its libraries along only where it sees its cloud. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
