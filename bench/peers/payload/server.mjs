// Payload behind its own REST handler, without its pages: `handleEndpoints` is what its documentation gives for servers
// other than Next.
import { createServer } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { places } from '../places.mjs';

const of = (name) =>
  import(pathToFileURL(path.join(places.payload, 'node_modules', name, 'dist', 'index.js')).href);
const { buildConfig, getPayload, handleEndpoints } = await of('payload');
const { postgresAdapter } = await of('@payloadcms/db-postgres');
const [databaseUrl, files, port, email, password] = process.argv.slice(2);

const config = await buildConfig({
  secret: 'bench-bench-bench',
  telemetry: false,
  typescript: { autoGenerate: false },
  graphQL: { disable: true },
  db: postgresAdapter({ pool: { connectionString: databaseUrl, max: 16 }, push: true }),
  collections: [
    { slug: 'users', auth: { tokenExpiration: 86_400 }, fields: [] },
    {
      slug: 'attachments',
      upload: { staticDir: files },
      fields: [{ name: 'case', type: 'text', index: true }],
    },
    {
      slug: 'cases',
      // Every version is kept: what is compared is work that leaves its history.
      versions: { drafts: false, maxPerDoc: 0 },
      fields: [
        { name: 'number', type: 'text', index: true },
        { name: 'title', type: 'text' },
        { name: 'party', type: 'text', index: true },
        { name: 'status', type: 'text', index: true },
        { name: 'facts', type: 'textarea' },
        { name: 'opened', type: 'date', index: true },
      ],
    },
  ],
});
const payload = await getPayload({ config });
if ((await payload.count({ collection: 'users' })).totalDocs === 0)
  await payload.create({ collection: 'users', data: { email, password } });

createServer(async (request, response) => {
  try {
    const body = request.method === 'GET' ? undefined : Readable.toWeb(request);
    const answer = await handleEndpoints({
      config,
      request: new Request(`http://127.0.0.1:${port}${request.url}`, {
        ...{ method: request.method, headers: request.headers, body, duplex: 'half' },
      }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
