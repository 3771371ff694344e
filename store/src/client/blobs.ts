import type { Connections } from './pool.ts';

/** Which files an agency handed in: their bytes are kept by content, once for all agencies, and elsewhere. */
export function blobs(app: Connections) {
  return {
    /** Noted once the bytes are safe; handed in again it stays the agency's. */
    async received(agency: string, digest: string, mediaType: string): Promise<void> {
      await app.as(agency)('select zz.blob_received($1, $2)', [digest, mediaType]);
    },
    /** Of these digests, those the agency holds, each with what its bytes are where that is known. */
    async held(agency: string, digests: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
      const rows = await app.as(agency)<{ digest: string; type: string | null }>(
        `select b.digest, b.media_type as type from zz.blobs b where b.agency_id = $1 and b.digest = any($2)`,
        [agency, digests],
      );
      return new Map(rows.map(({ digest, type }) => [digest, type ?? undefined]));
    },
  };
}
