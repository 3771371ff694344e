import { describe, expect, it } from 'vitest';
import { originalKind, textOf } from './original-kind.ts';

const bytes = (...parts: (number | string)[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])),
  );

describe('原件是什么，看字节，不看名称', () => {
  it('图片、录音、录像各认得出', () => {
    expect(originalKind(bytes(0x89, 'PNG', 0x0d, 0x0a))).toEqual({ kind: 'picture', type: 'image/png' });
    expect(originalKind(bytes(0xff, 0xd8, 0xff, 0xe0))).toEqual({ kind: 'picture', type: 'image/jpeg' });
    expect(originalKind(bytes('RIFF', 1, 2, 3, 4, 'WEBP')).type).toBe('image/webp');
    expect(originalKind(bytes('RIFF', 1, 2, 3, 4, 'WAVE')).kind).toBe('sound');
    expect(originalKind(bytes('ID3', 4)).kind).toBe('sound');
    expect(originalKind(bytes(0, 0, 0, 0x18, 'ftypisom')).kind).toBe('film');
    expect(originalKind(bytes(0, 0, 0, 0x18, 'ftypM4A ')).kind).toBe('sound');
  });

  it('自称图片的网页只当文字看，不会当作网页打开', () => {
    expect(originalKind(bytes('<html><script>1</script></html>'))).toEqual({
      kind: 'text',
      type: 'text/plain',
    });
    expect(originalKind(bytes('<svg onload="1">'))).toEqual({ kind: 'text', type: 'text/plain' });
  });

  it('两种常用编码的文字都读得出；不是文字的不硬读', () => {
    expect(textOf(bytes('现场笔录\n第一行'))).toBe('现场笔录\n第一行');
    expect(textOf(new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]))).toBe('中文');
    expect(textOf(bytes('PK', 3, 4, 0, 0))).toBeUndefined();
    expect(originalKind(bytes('%PDF-1.7', 0, 1)).kind).toBe('other');
    expect(textOf(new Uint8Array(256 * 1024 + 1).fill(65))).toBeUndefined();
  });
});
