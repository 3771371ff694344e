import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type LaunchOptions,
  type ViewportSize,
} from 'playwright-core';
import { unpackChromium } from './unpack.ts';

/** A Chromium that draws Chinese, from npm packages alone: nothing need be installed on the machine. */
export function launchChromium(): Promise<Browser> {
  return launched((options) => chromium.launch(options));
}

/** The same with a profile of its own on disk, which outlives it: what a person finds after the browser was killed. */
export function launchWithProfile(folder: string, viewport: ViewportSize): Promise<BrowserContext> {
  return launched((options) =>
    chromium.launchPersistentContext(folder, { ...options, viewport, locale: 'zh-CN' }),
  );
}

async function launched<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const { executable, libraries } = await unpackChromium();
  const options = {
    executablePath: executable,
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--font-render-hinting=none'],
      // No name leads anywhere: a page that needs somebody else's server is a page that does not work.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  };
  const env = { ...environment(), FONTCONFIG_FILE: fontsFile() };
  try {
    return await launch({ ...options, env });
  } catch {
    // A bare machine lacks libnss3 and others; ours would hide the machine's own, so they come second.
    return launch({ ...options, env: { ...env, LD_LIBRARY_PATH: libraries } });
  }
}

/** A fontconfig file of our own: only the Chinese font of the package, the same on every machine. */
function fontsFile(): string {
  const folder = path.join(tmpdir(), `zhaozhang-fonts-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json');
  const dirs = ['400Regular', '600SemiBold'].map(
    (weight) => `<dir>${path.join(path.dirname(font), weight)}</dir>`,
  );
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join('')}` +
      `<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
