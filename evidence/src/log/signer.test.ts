import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch } from '../trial/child.ts';
import { ed25519Verifies } from '../verify/ed25519.ts';
import { parseVerifierKey, SIGNATURE_TYPE } from '../verify/verifier-key.ts';
import { SignerUnusable } from './errors.ts';
import { loadOrCreateSigner, signerOf } from './signer.ts';

describe('签名密钥', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let file: string;
  beforeEach(async () => {
    place = await scratch();
    file = join(place.path, 'log.key');
  });
  afterEach(() => place.remove());

  it('首次启动即生成，仅本人可读；再次打开是同一把', async () => {
    const created = await loadOrCreateSigner(file, 'log.example');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await loadOrCreateSigner(file, 'log.example')).verifierKey).toBe(created.verifierKey);
    expect(await readdir(place.path)).toEqual(['log.key']);
  });

  it('同时首次启动的几个进程得到同一把密钥', async () => {
    const signers = await Promise.all([1, 2, 3, 4].map(() => loadOrCreateSigner(file, 'log.example')));
    expect(new Set(signers.map((signer) => signer.verifierKey)).size).toBe(1);
  });

  it('两次生成的密钥不同', async () => {
    const other = await loadOrCreateSigner(join(place.path, 'other.key'), 'log.example');
    expect((await loadOrCreateSigner(file, 'log.example')).verifierKey).not.toBe(other.verifierKey);
  });

  it('签名可由公布的公钥核验', async () => {
    const signer = await loadOrCreateSigner(file, 'log.example');
    const key = await parseVerifierKey(signer.verifierKey, SIGNATURE_TYPE.log);
    const message = Buffer.from('消息');
    expect(await ed25519Verifies(key.publicKey, signer.sign(message), message)).toBe(true);
    expect(await ed25519Verifies(key.publicKey, signer.sign(message), Buffer.from('别的'))).toBe(false);
  });

  it('签名与 RFC 8032 的测试值一致', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const signature = Buffer.from(signerOf(seed, 'log.example').sign(new Uint8Array())).toString('hex');
    expect(signature).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('他人可读的密钥文件拒绝使用', async () => {
    await loadOrCreateSigner(file, 'log.example');
    await chmod(file, 0o640);
    await expect(loadOrCreateSigner(file, 'log.example')).rejects.toBeInstanceOf(SignerUnusable);
  });

  it('名称不符、种类不符、内容损坏的密钥文件拒绝使用，且不被覆盖', async () => {
    await loadOrCreateSigner(file, 'log.example');
    const before = await readFile(file, 'utf8');
    await expect(loadOrCreateSigner(file, 'other.example')).rejects.toThrow('不是「other.example」');
    await expect(loadOrCreateSigner(file, 'log.example', SIGNATURE_TYPE.cosignature)).rejects.toThrow(
      '种类不符',
    );
    expect(await readFile(file, 'utf8')).toBe(before);
    await writeFile(file, before.replace(/\+([0-9a-f]{8})\+/, '+00000000+'));
    await expect(loadOrCreateSigner(file, 'log.example')).rejects.toThrow('编号与内容不符');
    await writeFile(file, '');
    await expect(loadOrCreateSigner(file, 'log.example')).rejects.toThrow('格式不正确');
  });

  it.each(['', 'a b', 'a+b', 'a\nb'])('不合格的名称拒绝使用：%j', async (name) => {
    await expect(loadOrCreateSigner(file, name)).rejects.toBeInstanceOf(SignerUnusable);
    expect(await readdir(place.path)).toEqual([]);
  });
});
