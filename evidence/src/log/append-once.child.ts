import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { dieAt } from '../trial/die-at.ts';
import { openLog } from './log.ts';
import { loadOrCreateSigner } from './signer.ts';

/** Opens a log and appends one batch, dying at the given file operation of the given part. */
const [directory = '', origin = '', part = 'append', step = '0', count = '1'] = process.argv.slice(2);
const signer = await loadOrCreateSigner(join(directory, '..', 'key'), origin);
if (part === 'open') dieAt(Number(step));
const log = await openLog(directory, { origin, signer });
if (part === 'append') dieAt(Number(step));
const start = log.size();
const leaves = Array.from({ length: Number(count) }, (_, i) => Buffer.from(`entry ${start + i}`));
const { first, size } = await log.append(leaves);
writeSync(1, `${first} ${size}\n`);
