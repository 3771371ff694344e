import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';

/** A real provider of identities in this process, where whoever comes is whom the test says. */
export interface TestProvider {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes next is this one. */
  subject: string;
  /** Instead of saying who somebody is, the provider says that they would not. */
  denies: boolean;
  /** Where the product is: known only once it runs, and it needs the issuer to run. */
  serve(productUrls: readonly string[]): void;
  /** No connection any more; until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  end(): Promise<void>;
}

const host = '127.0.0.1';

export async function testProvider(): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
    response.writeHead(503).end();
  };
  const open = async (port: number): Promise<Server> => {
    const made = createServer((request, response) => handle(request, response));
    await new Promise<void>((resolve) => {
      made.listen(port, host, resolve);
    });
    return made;
  };
  let server = await open(0);
  const { port } = server.address() as { port: number };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  const own: TestProvider = {
    issuer: new URL(`http://${host}:${port}`),
    clientId: 'zhaozhang',
    clientSecret: randomBytes(16).toString('hex'),
    subject: 'nobody',
    denies: false,
    serve: (productUrls) => {
      handle = providerFor(own, productUrls);
    },
    down: close,
    up: async () => {
      server = await open(port);
    },
    end: close,
  };
  return own;
}

function providerFor(own: TestProvider, productUrls: readonly string[]) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider: Provider = new Provider(own.issuer.origin, {
    clients: [
      {
        client_id: own.clientId,
        client_secret: own.clientSecret,
        redirect_uris: productUrls.map((url) => `${url}/identity/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.startsWith('/interaction/') !== true) void answer(request, response);
    else
      void provider.interactionFinished(
        request,
        response,
        own.denies
          ? { error: 'access_denied', error_description: 'would not' }
          : { login: { accountId: own.subject, remember: false } },
      );
  };
}
