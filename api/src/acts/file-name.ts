/** Can a file be shown and offered for download under this name: without any path in it, or a sign that hides one? */
export function isFileName(name: string): boolean {
  return (
    name.trim() !== '' &&
    name.length <= 200 &&
    name !== '.' &&
    name !== '..' &&
    !/[\\/\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u.test(name)
  );
}
