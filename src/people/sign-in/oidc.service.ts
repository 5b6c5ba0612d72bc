import { Inject, Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { SignInRefused } from './sign-in-refused.js';

/** What one visit to the other service has to come back with; kept by the browser that was sent there. */
export interface OidcTrip {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Another service that knows people: the code flow of OpenID Connect, with PKCE, state and nonce. */
@Injectable()
export class OidcService {
  private readonly log = new Logger(OidcService.name);
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'oidc'>) {}

  /** What people call it; null: there is none. */
  get name(): string | null {
    return this.settings.oidc?.name ?? null;
  }

  /** @returns where to send the browser. @throws SignInRefused provider_failed */
  async begin(callback: string): Promise<{ readonly url: string; readonly trip: OidcTrip }> {
    const configuration = await this.orRefuse(this.configuration());
    const trip = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid email',
      code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
      code_challenge_method: 'S256',
      state: trip.state,
      nonce: trip.nonce,
    });
    return { url: url.href, trip };
  }

  /**
   * The address that the service vouches for.
   * @param came where the browser came back to, with all that it brought
   * @throws SignInRefused provider_failed, email_not_verified
   */
  async emailOf(came: URL, trip: OidcTrip): Promise<string> {
    const { email, email_verified: verified } = await this.orRefuse(this.claims(came, trip));
    if (typeof email !== 'string' || verified !== true) {
      throw new SignInRefused('email_not_verified');
    }
    return email;
  }

  private async claims(
    came: URL,
    { verifier, state, nonce }: OidcTrip,
  ): Promise<oidc.UserInfoResponse> {
    const configuration = await this.configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, came, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new TypeError('no ID token came');
    // Many tell the address only to who asks for it again.
    if (claims['email'] !== undefined) return claims;
    return oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  }

  /** Found out once; a service that was not there is asked again. */
  private configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = null;
      throw error;
    });
    return this.discovered;
  }

  private async discover(): Promise<oidc.Configuration> {
    if (!this.settings.oidc) throw new TypeError('no service is set');
    const { issuer, clientId, clientSecret } = this.settings.oidc;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- so that it stands out: the settings allow it on this machine only
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
  }

  /** Whatever went wrong over there, a person can only try again; operators read why. */
  private async orRefuse<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.log.warn(`signing in with another service failed: ${reasonOf(error)}`);
      throw new SignInRefused('provider_failed', null, error);
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as Error & { readonly code?: unknown };
  return typeof code === 'string' ? `${error.message} (${code})` : error.message;
}
