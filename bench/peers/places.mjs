import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = process.env.ZHAOZHANG_PEERS ?? path.join(tmpdir(), 'zhaozhang-peers');

/** Where each peer is installed: never in the tree. */
export const places = { payload: path.join(folder, 'payload'), directus: path.join(folder, 'directus') };
