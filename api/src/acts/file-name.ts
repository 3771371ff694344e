/** Can a file be shown and offered for download under this name: without any path in it, or a sign that is not seen
 * and makes it read otherwise? */
export function isFileName(name: string): boolean {
  return (
    name.trim() !== '' &&
    name.length <= 200 &&
    name !== '.' &&
    name !== '..' &&
    !/[\\/\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(name)
  );
}
