import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import type { IdentitySettings } from './identity-settings.ts';

/** Who somebody is at the provider: a name that never changes there and says nothing here. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** What has to be remembered between going to the provider and coming back. */
export interface UnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the provider sends the browser back to. */
  readonly back: string;
}

/** The provider cannot be reached, or answers with a fault of its own. */
export class ProviderUnreachable extends Error {
  override name = 'ProviderUnreachable';
}
/** What came back is not the answer to what was asked. */
export class IdentityRefused extends Error {
  override name = 'IdentityRefused';
}

export interface IdentityProvider {
  readonly label: string;
  readonly issuer: string;
  /** @throws ProviderUnreachable */
  begin(back: string): Promise<{ readonly address: string; readonly underWay: UnderWay }>;
  /** @throws ProviderUnreachable, IdentityRefused */
  finish(underWay: UnderWay, search: string): Promise<Identity>;
}

const patienceSeconds = 5;

/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce. */
export function identityProvider(settings: IdentitySettings): IdentityProvider {
  const discovered = (): Promise<Configuration> =>
    discovery(
      settings.issuer,
      settings.clientId,
      settings.clientSecret,
      undefined,
      settings.issuer.protocol === 'http:'
        ? { execute: [allowInsecureRequests], timeout: patienceSeconds }
        : { timeout: patienceSeconds },
    ).catch((error: unknown) => {
      throw new ProviderUnreachable(`统一身份认证连不上：${reasonOf(error)}`);
    });
  let known: Configuration | undefined;
  return {
    label: settings.label,
    issuer: settings.issuer.href,
    begin: async (back) => {
      // Asked each time, though it hardly changes: whoever is sent to a provider that is down sees the browser's own
      // page of fault, and does not come back.
      const config = await discovered();
      known = config;
      const underWay = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        back,
      };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, underWay };
    },
    finish: async ({ back, state, nonce, verifier }, search) => {
      const config = known ?? (await discovered());
      const came = new URL(back);
      came.search = search;
      const tokens = await authorizationCodeGrant(config, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }).catch((error: unknown) => {
        throw isUnreachable(error)
          ? new ProviderUnreachable(`统一身份认证连不上：${reasonOf(error)}`)
          : new IdentityRefused(`统一身份认证的答复没有收下：${reasonOf(error)}`);
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new IdentityRefused('统一身份认证的答复里没有身份');
      return { issuer: settings.issuer.href, subject: claims.sub };
    },
  };
}

/** No connection, no answer in time, or a fault over there; everything else is an answer we do not take. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, status } = error as { code?: string; status?: number };
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || (status !== undefined && status >= 500);
}

/** What kind of fault it was, in the words of the protocol; never what was sent, which holds codes and tokens. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '不明';
  const { code, error: told, cause } = error as { code?: string; error?: string; cause?: { code?: string } };
  return [code, told, cause?.code].filter((part) => typeof part === 'string').join(' ') || error.name;
}
