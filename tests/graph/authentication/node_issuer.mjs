// An independent issuer of access tokens for the tests: npm oidc-provider, for one API.
import { Provider } from 'oidc-provider';

const { issuer, port, clients, jwks, audience, scopes, opaque } = JSON.parse(process.argv[2]);

const provider = new Provider(issuer, {
  clients,
  jwks,
  acrValues: [],
  claims: { openid: ['sub'] },
  cookies: { keys: ['a key of the tests'] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource) => ({
        scope: scopes.join(' '),
        audience: resource,
        accessTokenTTL: 300,
        accessTokenFormat: resource === opaque ? 'opaque' : 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
  // RFC 9068, 2.2.1: when and how she showed who she is
  extraTokenClaims: async (ctx, token) => {
    const session = ctx.oidc.entities.AuthorizationCode;
    return session ? { auth_time: session.authTime, acr: session.acr } : undefined;
  },
  findAccount: async (ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  issueRefreshToken: async (ctx, client, code) => code.scopes.has('offline_access'),
  pkce: { required: () => true },
  scopes: ['openid', 'offline_access', ...scopes],
  ttl: { AuthorizationCode: 60, IdToken: 300, AccessToken: 300, ClientCredentials: 300, Grant: 3600, Interaction: 600, RefreshToken: 600, Session: 3600 },
});

provider.on('server_error', (ctx, error) => console.error(error));
provider.listen(port, '127.0.0.1', () => console.log('listening'));
