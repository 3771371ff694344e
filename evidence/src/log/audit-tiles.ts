import { sameBytes } from '../verify/bytes.ts';
import type { TreeHead } from '../verify/checkpoint.ts';
import type { Finding, OnProgress } from './audit-report.ts';
import { LogDamaged } from './errors.ts';
import { countAt, TILE_WIDTH, type Tile, tileAt, tilePath } from './layout.ts';
import { foldRoots, hashLeaf, perfectRoot } from './rfc6962.ts';
import { describeWrong, readTile } from './tile-store.ts';
import { perfectRuns, treeReader } from './tree-reader.ts';

/** A log with more damage than this is described well enough. */
const MOST_FINDINGS = 1_000;

/**
 * Recomputes every hash from the entries up and compares with the tiles. Where the two differ, the level
 * above (in the end the signed root) tells which is right; that one goes on upward, so that one damaged
 * place is one finding. Holds one tile per level in memory.
 */
class TileAudit {
  readonly findings: Finding[] = [];
  readonly #directory: string;
  readonly #head: TreeHead;
  /** Whether the stored right edge leads to the signed root. */
  readonly #edgeHolds: boolean;
  /** Per level, hashes recomputed of the tile being filled. */
  readonly #rows: Uint8Array[][] = [];
  /** Per level, tiles filled so far. */
  readonly #filled = new Map<number, number>();
  /** Per level, the trusted content of the last partial tile. */
  readonly #edges = new Map<number, readonly Uint8Array[]>();
  #parent: { readonly key: string; readonly hashes: readonly Uint8Array[] } | undefined;

  constructor(directory: string, head: TreeHead, edgeHolds: boolean) {
    this.#directory = directory;
    this.#head = head;
    this.#edgeHolds = edgeHolds;
  }

  /** Takes the next bundle's leaf hashes (undefined: the bundle is unreadable); false when nothing is left to go by. */
  async bundle(n: number, leaves: readonly Uint8Array[] | undefined): Promise<boolean> {
    const trusted = await this.#settle(tileAt(0, n, this.#head.size), leaves);
    if (trusted === undefined) return false;
    await this.#climb(1, trusted);
    return this.findings.length < MOST_FINDINGS;
  }

  /** Settles the partial tiles above level 0; gives the root that all entries lead to. */
  async finish(): Promise<Uint8Array> {
    const { size } = this.#head;
    for (let level = 1; countAt(level, size) > 0; level += 1) {
      const row = this.#rows[level] ?? [];
      if (row.length === 0) continue;
      const n = Math.floor(countAt(level, size) / TILE_WIDTH);
      this.#edges.set(level, (await this.#settle(tileAt(level, n, size), row)) ?? row);
    }
    const downward = [...this.#edges].sort(([a], [b]) => b - a).map(([, hashes]) => hashes);
    return foldRoots(downward.flatMap((hashes) => perfectRuns(hashes).map(perfectRoot)));
  }

  /** Passes the hashes of a settled tile below on to a level. */
  async #climb(level: number, below: readonly Uint8Array[]): Promise<void> {
    if (below.length < TILE_WIDTH) {
      this.#edges.set(level - 1, below);
      return;
    }
    const row = this.#rows[level] ?? [];
    this.#rows[level] = row;
    row.push(perfectRoot(below));
    if (row.length < TILE_WIDTH) return;
    this.#rows[level] = [];
    const n = this.#filled.get(level) ?? 0;
    this.#filled.set(level, n + 1);
    const settled = await this.#settle(tileAt(level, n, this.#head.size), row);
    await this.#climb(level + 1, settled ?? row);
  }

  /** Compares a tile on disk with what was recomputed and gives the one to trust. */
  async #settle(
    tile: Tile,
    computed: readonly Uint8Array[] | undefined,
  ): Promise<readonly Uint8Array[] | undefined> {
    const content = await readTile(this.#directory, tile);
    if ('wrong' in content) {
      this.findings.push({ kind: 'tile', where: tilePath(tile), message: describeWrong(content.wrong) });
      return computed;
    }
    const stored = content.parts;
    if (computed === undefined) return stored;
    const differing = stored.flatMap((hash, i) =>
      sameBytes(hash, computed[i] ?? new Uint8Array()) ? [] : [i],
    );
    if (differing.length === 0) return stored;
    if (await this.#vouched(tile, stored)) {
      for (const i of differing) this.findings.push(below(tile, i, this.#head.size));
      return stored;
    }
    const places = differing.map((i) => tile.n * TILE_WIDTH + i).join('、');
    this.findings.push({ kind: 'tile', where: tilePath(tile), message: `第 ${places} 个散列与下层不符` });
    return computed;
  }

  /** Whether what lies above a tile confirms these hashes. */
  async #vouched(tile: Tile, hashes: readonly Uint8Array[]): Promise<boolean> {
    if (tile.width < TILE_WIDTH) return this.#edgeHolds;
    const level = Number(tile.level) + 1;
    const above = tileAt(level, Math.floor(tile.n / TILE_WIDTH), this.#head.size);
    const key = tilePath(above);
    if (this.#parent?.key !== key) {
      const content = await readTile(this.#directory, above);
      this.#parent = { key, hashes: 'parts' in content ? content.parts : [] };
    }
    const expected = this.#parent.hashes[tile.n % TILE_WIDTH];
    return expected !== undefined && sameBytes(perfectRoot(hashes), expected);
  }
}

/** The finding that what a confirmed hash stands for has been altered. */
function below(tile: Tile, i: number, size: number): Finding {
  const index = tile.n * TILE_WIDTH + i;
  if (tile.level === 0) {
    const where = tilePath({ ...tile, level: 'entries' });
    return { kind: 'entry', where, index, message: `第 ${index} 条的内容与已签署的散列不符：条目被改动` };
  }
  const where = tilePath(tileAt(Number(tile.level) - 1, index, size));
  return { kind: 'tile', where, message: '此瓦片连同其下的条目与已签署的散列不符：被一并改动' };
}

async function storedEdgeHolds(directory: string, head: TreeHead): Promise<boolean> {
  try {
    return sameBytes(await treeReader(directory, head.size).range(0, head.size), head.root);
  } catch (error) {
    if (error instanceof LogDamaged) return false;
    throw error;
  }
}

/** Audits every bundle and tile of a log of that head. */
export async function auditTiles(
  directory: string,
  head: TreeHead,
  onProgress: OnProgress,
): Promise<{ readonly read: number; readonly findings: readonly Finding[] }> {
  const audit = new TileAudit(directory, head, await storedEdgeHolds(directory, head));
  let read = 0;
  for (let n = 0; n * TILE_WIDTH < head.size; n += 1) {
    const bundle = tileAt('entries', n, head.size);
    const content = await readTile(directory, bundle);
    if ('wrong' in content) {
      audit.findings.push({ kind: 'entry', where: tilePath(bundle), message: describeWrong(content.wrong) });
    }
    const leaves = 'parts' in content ? content.parts.map(hashLeaf) : undefined;
    if (!(await audit.bundle(n, leaves))) return { read, findings: audit.findings };
    read += leaves?.length ?? 0;
    onProgress(read, head.size);
  }
  const root = await audit.finish();
  if (audit.findings.length === 0 && !sameBytes(root, head.root)) {
    audit.findings.push({ kind: 'checkpoint', where: 'checkpoint', message: '根散列与全部条目不符' });
  }
  return { read, findings: audit.findings };
}
