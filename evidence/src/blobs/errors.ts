/** A blob is larger than allowed; nothing was kept. */
export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`文件超过上限 ${maxBytes} 字节，未保存`);
    this.maxBytes = maxBytes;
  }
}

/** The bytes received are not those the sender declared; nothing was kept. */
export class DigestMismatch extends Error {
  override readonly name = 'DigestMismatch';
  readonly declared: string;
  readonly actual: string;
  constructor(declared: string, actual: string) {
    super(`文件在传输中发生变化，未保存：申报的 SHA-256 为 ${declared}，收到的为 ${actual}，请重新上传`);
    this.declared = declared;
    this.actual = actual;
  }
}

/** A text is not a SHA-256 in hexadecimal. */
export class InvalidDigest extends Error {
  override readonly name = 'InvalidDigest';
  constructor() {
    super('文件标识不是 64 位小写十六进制的 SHA-256');
  }
}

/** There is no blob of that digest. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
  constructor(sha256: string) {
    super(`没有此文件：${sha256}`);
  }
}

/** The bytes on disk are no longer those of the digest. */
export class BlobAltered extends Error {
  override readonly name = 'BlobAltered';
  constructor(sha256: string) {
    super(`文件内容已被改动，与其 SHA-256 不符：${sha256}`);
  }
}
