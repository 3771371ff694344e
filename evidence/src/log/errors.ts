/** The files of a log disagree with its signed checkpoint; `where` names the file or entry. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  readonly where: string;
  constructor(where: string, what: string) {
    super(`日志损坏（${where}）：${what}`);
    this.where = where;
  }
}

/** The caller asked for what the log cannot do: an entry beyond its end, a leaf too large. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';
}

/** A signing key cannot be used: exposed to others, malformed, or of another name. */
export class SignerUnusable extends Error {
  override readonly name = 'SignerUnusable';
}
