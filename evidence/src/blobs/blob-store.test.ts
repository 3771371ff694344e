import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch } from '../trial/child.ts';
import { type BlobStore, openBlobStore } from './blob-store.ts';
import { BlobAltered, BlobMissing, BlobTooLarge, DigestMismatch, InvalidDigest } from './errors.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const text of texts) yield encode(text);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function filesUnder(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

// Published digests of the text "abc": FIPS 180-4 and GB/T 32905.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ABC_SM3 = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';

describe('证据文件库', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let store: BlobStore;
  const fileOf = (sha256: string): string => join(place.path, 'sha256', sha256.slice(0, 2), sha256);
  const alter = async (sha256: string, text: string): Promise<void> => {
    await chmod(fileOf(sha256), 0o644);
    await writeFile(fileOf(sha256), text);
  };

  beforeEach(async () => {
    place = await scratch();
    store = await openBlobStore(place.path);
  });
  afterEach(() => place.remove());

  it('存入后给出 SHA-256、SM3 与字节数，均与公布的测试值一致', async () => {
    const stored = await store.put(chunks('a', 'bc'), { maxBytes: 3 });
    expect(stored).toEqual({ sha256: ABC, sm3: ABC_SM3, bytes: 3, already: false });
    expect(await store.stat(ABC)).toEqual({ bytes: 3, sm3: ABC_SM3 });
    expect(await collect(store.read(ABC))).toBe('abc');
    expect(await store.check(ABC)).toBe('sound');
  });

  it('空文件也是文件', async () => {
    const { sha256, bytes } = await store.put(chunks(), { maxBytes: 0 });
    expect(bytes).toBe(0);
    expect(await collect(store.read(sha256))).toBe('');
    expect(await store.check(sha256)).toBe('sound');
  });

  it('文件只读，位于 sha256/前两位/全名', async () => {
    await store.put(chunks('abc'), { maxBytes: 3 });
    expect((await stat(fileOf(ABC))).mode & 0o777).toBe(0o444);
    expect(await readFile(fileOf(ABC), 'utf8')).toBe('abc');
  });

  it('相同内容只存一份，同时上传也是', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => store.put(chunks('abc'), { maxBytes: 3 })));
    expect(results.filter((result) => !result.already)).toHaveLength(1);
    expect((await store.put(chunks('abc'), { maxBytes: 3 })).already).toBe(true);
    expect(await filesUnder(join(place.path, 'sha256'))).toEqual([ABC]);
    expect(await filesUnder(join(place.path, 'staging'))).toEqual([]);
  });

  it('超过上限即拒绝，不再往下读，不留残余', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      for (;;) {
        given += 1;
        yield encode('0123456789');
      }
    }
    const failure = store.put(endless(), { maxBytes: 25 });
    await expect(failure).rejects.toBeInstanceOf(BlobTooLarge);
    await expect(failure).rejects.toThrow('文件超过上限 25 字节');
    expect(given).toBe(3);
    expect(await filesUnder(place.path)).toEqual([]);
  });

  it('上限不是数字时不等于没有上限', async () => {
    await expect(store.put(chunks('abc'), { maxBytes: Number.NaN })).rejects.toBeInstanceOf(BlobTooLarge);
  });

  it('与申报的散列不符即拒绝，不留残余', async () => {
    const declaredSha256 = '0'.repeat(64);
    const failure = store.put(chunks('abc'), { maxBytes: 3, declaredSha256 });
    await expect(failure).rejects.toBeInstanceOf(DigestMismatch);
    await expect(failure).rejects.toThrow('请重新上传');
    expect(await filesUnder(place.path)).toEqual([]);
  });

  it('申报的散列相符则存入，大写亦可', async () => {
    const stored = await store.put(chunks('abc'), { maxBytes: 3, declaredSha256: ABC.toUpperCase() });
    expect(stored.sha256).toBe(ABC);
  });

  it('来源中途出错时不留残余，错误原样传出', async () => {
    async function* broken(): AsyncGenerator<Uint8Array, void, undefined> {
      yield encode('abc');
      throw new Error('线路中断');
    }
    await expect(store.put(broken(), { maxBytes: 100 })).rejects.toThrow('线路中断');
    expect(await filesUnder(place.path)).toEqual([]);
  });

  it.each(['', '../../etc/passwd', `../${ABC.slice(3)}`, ABC.toUpperCase(), `${ABC}0`, `${ABC}\n`])(
    '不是散列的标识一概拒绝：%j',
    async (bad) => {
      await expect(store.stat(bad)).rejects.toBeInstanceOf(InvalidDigest);
      await expect(store.check(bad)).rejects.toBeInstanceOf(InvalidDigest);
      expect(() => store.read(bad)).toThrow(InvalidDigest);
      const options = { maxBytes: 3, declaredSha256: `${bad}.` };
      await expect(store.put(chunks('abc'), options)).rejects.toBeInstanceOf(InvalidDigest);
    },
  );

  it('没有的文件：读取报缺失，查验报缺失，查询为空', async () => {
    await expect(collect(store.read(ABC))).rejects.toBeInstanceOf(BlobMissing);
    expect(await store.check(ABC)).toBe('missing');
    expect(await store.stat(ABC)).toBeUndefined();
  });

  it('被改动的文件：查验指出，整读以出错告终', async () => {
    await store.put(chunks('abc'), { maxBytes: 3 });
    await alter(ABC, 'abd');
    expect(await store.check(ABC)).toBe('altered');
    await expect(collect(store.read(ABC))).rejects.toBeInstanceOf(BlobAltered);
  });

  it('原件被改动后再次存入相同内容：以好的替换，坏的另存备查', async () => {
    await store.put(chunks('abc'), { maxBytes: 3 });
    await alter(ABC, 'abd');
    expect((await store.put(chunks('abc'), { maxBytes: 3 })).already).toBe(false);
    expect(await store.check(ABC)).toBe('sound');
    const [kept = ''] = await readdir(join(place.path, 'altered'));
    expect(await readFile(join(place.path, 'altered', kept), 'utf8')).toBe('abd');
  });

  it('第二散列的记录被改动：查验指出；丢失则重新计算', async () => {
    await store.put(chunks('abc'), { maxBytes: 3 });
    const file = join(place.path, 'sm3', ABC.slice(0, 2), ABC);
    await chmod(file, 0o644);
    await writeFile(file, `${'0'.repeat(64)}\n`);
    expect(await store.check(ABC)).toBe('altered');
    await writeFile(file, '');
    expect(await store.stat(ABC)).toEqual({ bytes: 3, sm3: ABC_SM3 });
    await store.put(chunks('abc'), { maxBytes: 3 });
    expect(await readFile(file, 'utf8')).toBe(`${ABC_SM3}\n`);
  });

  it('可只读一段', async () => {
    await store.put(chunks('abc'), { maxBytes: 3 });
    expect(await collect(store.read(ABC, { start: 1, end: 3 }))).toBe('bc');
    expect(await collect(store.read(ABC, { start: 1, end: 1 }))).toBe('');
  });

  it('清单按散列升序，不含外来文件', async () => {
    const texts = ['甲', '乙', '丙', '丁'];
    const expected: string[] = [];
    for (const text of texts) {
      await store.put(chunks(text), { maxBytes: 10 });
      expected.push(createHash('sha256').update(text).digest('hex'));
    }
    await writeFile(join(place.path, 'sha256', expected[0]?.slice(0, 2) ?? '', 'note.txt'), '外来');
    const listed: string[] = [];
    for await (const sha256 of store.list()) listed.push(sha256);
    expect(listed).toEqual([...expected].sort());
  });

  it('打开时清除已亡进程的残余，保留在世进程的', async () => {
    const staging = join(place.path, 'staging');
    const [ours = ''] = await readdir(staging);
    // Beyond the largest process number Linux gives out.
    const dead = join(staging, '4194305-dead');
    const alive = join(staging, `${process.ppid}-alive`);
    for (const folder of [dead, alive, join(staging, 'nobody')]) {
      await mkdir(folder);
      await writeFile(join(folder, 'half'), '半个文件');
    }
    await openBlobStore(place.path);
    const left = await readdir(staging);
    expect(left).toContain(ours);
    expect(left).toContain(`${process.ppid}-alive`);
    expect(left).not.toContain('4194305-dead');
    expect(left).not.toContain('nobody');
  });
});
