/** A place in a sorted list, opaque to those who carry it. */
export function writeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Reads a cursor of `length` keys.
 * @throws RangeError when the text is no such cursor.
 */
export function readCursor(text: string, length: number): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === length) {
      const keys = value.filter((key) => typeof key === 'string');
      if (keys.length === length) return keys;
    }
  } catch {
    // Falls through: told below in one way.
  }
  throw new RangeError('翻页位置无效，请从第一页重新打开。');
}
